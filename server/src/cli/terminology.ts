/** Puts together the terminology that holds for a text: built-in pack, packs of the command line, workspace. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { globSync, isDynamicPattern } from "tinyglobby";
import {
  allRules,
  type BuiltIn,
  circularBase,
  createLayer,
  createTerminologySet,
  type Layer,
  type LayerKind,
  Lines,
  loadPrebuilt,
  namedFiles,
  type Prebuilt,
  type Problem,
  type RawSettings,
  readPack,
  Spelling,
  type TerminologySet,
} from "../core/index.ts";
import { readTextFile } from "./read-text.ts";
import type { Terminal } from "./terminal.ts";
import { messageOf, Trouble } from "./trouble.ts";
import { coveredBy, folderAround, isConfig, workspaceFiles, workspaceOf } from "./workspace.ts";

/** The options that every command has. */
export interface TerminologyOptions {
  /** Pack files on top of the built-in terminology. */
  readonly terminology?: readonly string[] | undefined;
  /** False with `--no-builtin`. */
  readonly builtin: boolean;
  /** A settings file in the place of the workspace's. */
  readonly config?: string | undefined;
}

/** What holds for the texts of one workspace. */
export interface Scope {
  readonly set: TerminologySet;
  /** Those of some files that the workspace does not want checked. */
  ignored(files: readonly string[]): Set<string>;
}

/** Answers the scope of the texts in a folder; each workspace is read once. */
export type Scopes = (folder: string) => Scope;

/** A file that was read: its layer, and the settings in it. */
interface PackFile {
  readonly path: string;
  readonly layer: Layer;
  readonly settings: RawSettings;
}

/** Reads files one after the other, each once and after the files it names. */
type Gather = (path: string, kind: LayerKind, into: Map<string, PackFile>) => void;

const ruleIds = allRules.map(({ id }) => id);

/**
 * Reads the built-in terminology and the files named on the command line. Throws `Trouble` where one
 * of these cannot be read, for without it every answer would be another; problems within a file are
 * told, and the rest of it is used.
 */
export function openTerminology(options: TerminologyOptions, terminal: Terminal): Scopes {
  const builtIn = loadBuiltIn();
  const gather = gatherer(new Spelling(builtIn.language.spelling), terminal);
  const named = new Map<string, PackFile>();
  for (const path of options.terminology ?? []) gather(resolve(path), "user", named);

  const scope = (add: (files: Map<string, PackFile>) => void): Scope => {
    const files = new Map(named);
    add(files);
    const inForce = [...files.values()];
    const layers = inForce.map(({ layer }) => layer).filter(({ concepts }) => concepts.length > 0);
    return {
      set: createTerminologySet(
        options.builtin ? [builtIn.layer, ...layers] : layers,
        builtIn.language,
        inForce.map(({ settings }) => settings),
      ),
      ignored: (paths) => new Set(inForce.flatMap(({ path, settings }) => [...coveredBy(settings.ignore, folderAround(path), paths)])),
    };
  };

  const { config } = options;
  if (config !== undefined) {
    const only = scope((files) => gather(resolve(config), "workspace", files));
    return () => only;
  }
  const none = scope(() => {});
  const byWorkspace = remembered((workspace) =>
    scope((files) => {
      for (const path of workspaceFiles(workspace)) orTell(() => gather(path, "workspace", files), terminal);
    }),
  );
  return remembered((folder) => {
    const workspace = workspaceOf(folder);
    return workspace === undefined ? none : byWorkspace(workspace);
  });
}

/** The terminology lies beside the bundle; run from source, it lies in the folder of bundles. */
function loadBuiltIn(): BuiltIn {
  const places = ["./terminology.json", "../../../dist/terminology.json"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const file = places.find((path) => existsSync(path));
  if (file === undefined)
    throw new Trouble(`${places[0]}: the built-in terminology is missing. Install Immunolex again, or run its build.`);
  return loadPrebuilt(JSON.parse(readFileSync(file, "utf8")) as Prebuilt);
}

function gatherer(spelling: Spelling, terminal: Terminal): Gather {
  const underWay = new Set<string>();
  const gather: Gather = (path, kind, into) => {
    if (into.has(path) || underWay.has(path)) return;
    underWay.add(path);
    try {
      const { file, text, problems } = readPackFile(path, kind, spelling);
      tellProblems(problems, text, shownPath(path), terminal);
      const circular = (base: string) => underWay.has(base);
      for (const listed of listedPacks(file, text, terminal, circular)) orTell(() => gather(listed, kind, into), terminal);
      into.set(path, file);
    } finally {
      underWay.delete(path);
    }
  };
  return gather;
}

function readPackFile(path: string, kind: LayerKind, spelling: Spelling) {
  const { text } = readTextFile(shownPath(path));
  const { pack, settings, problems } = readPack(text, { name: nameOf(path), ruleIds });
  const origin = { kind, name: pack.title ?? pack.name, uri: pathToFileURL(path).href, subjects: pack.subjects };
  const file: PackFile = { path, layer: createLayer(origin, pack.concepts, spelling), settings };
  return { file, text, problems };
}

/** A pack without a name has its file's; the settings file of a workspace has the workspace's. */
function nameOf(path: string): string {
  const name = isConfig(path) ? basename(dirname(path)) : basename(path, extname(path));
  return name.replace(/\s+/g, "-") || "workspace";
}

/** One line a problem, `file:line:column severity message`; only errors count as trouble. */
function tellProblems(problems: readonly Problem[], text: string, path: string, terminal: Terminal): void {
  const lines = problems.length > 0 ? Lines.of(text) : undefined;
  for (const { from, severity, message } of problems) {
    const { line, character } = lines?.positionAt(from) ?? { line: 0, character: 0 };
    const told = `${path}:${line + 1}:${character + 1} ${severity} ${message}`;
    if (severity === "error") terminal.trouble(told);
    else terminal.note(told);
  }
}

/** The files under `extends:` and `packs:`, which are paths, and globs for packs, relative to the file that lists them. */
function listedPacks({ path, settings }: PackFile, text: string, terminal: Terminal, circular: (base: string) => boolean): string[] {
  const cwd = dirname(path);
  return namedFiles(settings).flatMap(({ path: listed, place, isBase }) => {
    const tell = (message: string) => tellProblems([{ ...place, severity: "error", message }], text, shownPath(path), terminal);
    const one = resolve(cwd, listed);
    if (isBase && circular(one)) {
      tell(circularBase(listed));
      return [];
    }
    if (existsSync(one)) return [one];
    const found = !isBase && isDynamicPattern(listed) ? globSync(listed, { cwd, absolute: true, expandDirectories: false }).sort() : [];
    if (found.length === 0) tell(`There is no file ${listed}.`);
    return found.map((file) => resolve(file));
  });
}

/** Does what it can; trouble on the way is told. */
function orTell(work: () => void, terminal: Terminal): void {
  try {
    work();
  } catch (error) {
    terminal.trouble(messageOf(error));
  }
}

/** Relative to the current folder where it lies in it. */
function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === "" || below.startsWith("..") ? path : below;
}

function remembered<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const fresh = compute(key);
    known.set(key, fresh);
    return fresh;
  };
}
