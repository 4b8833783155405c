/** The terminology on disk, as the checks see it: every concept with the file and place it comes from. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readPack } from "../../server/src/core/formats/pack.ts";
import type { Concept } from "../../server/src/core/termbase/concept.ts";
import type { Pack, Problem, Span } from "../../server/src/core/termbase/pack.ts";
import { readFacts } from "./facts/read.ts";

/** Folder of the built-in pack. */
export const BUILTIN = fileURLToPath(new URL("../../terminology/immunology/", import.meta.url));

/** Folder of the tables of facts. */
const FACTS = fileURLToPath(new URL("../../terminology/facts/", import.meta.url));

/** A text with the path it is shown under. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A concept with its place. */
export interface Entry {
  readonly concept: Concept;
  readonly file: SourceFile;
  readonly span: Span;
  /** Whether its definition is composed from a table of facts, whose rows may speak of each other. */
  readonly composed?: boolean;
}

/** A problem with its file. */
export interface Finding extends Problem {
  readonly file: SourceFile;
}

export interface Terminology {
  readonly entries: readonly Entry[];
  /** The first concept of each id. */
  readonly byId: ReadonlyMap<string, Entry>;
  readonly subjects: Readonly<Record<string, string>>;
  /** Abbreviations that are known to name several concepts, with the ids of these. */
  readonly homonyms: ReadonlyMap<string, readonly string[]>;
  readonly homonymsFile: SourceFile | undefined;
  /** Whether a capital token may stand in a definition unexplained. */
  readonly isExempt: (token: string) => boolean;
  /** What reading the files brought up. */
  readonly problems: readonly Finding[];
}

/** Tables beside the packs, told apart by their names. */
const HOMONYMS = "homonyms.yaml";
const EXEMPT = "exempt.yaml";

/** Reads the given files as one terminology, or the built-in pack where none are given. */
export function loadTerminology(paths: readonly string[] = builtinPaths()): Terminology {
  return terminologyOf(paths.map((path) => ({ path: shownPath(path), text: readFileSync(path, "utf8") })));
}

/** All YAML files of the built-in pack, the tables among them. */
export function builtinPaths(): string[] {
  return [BUILTIN, FACTS].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => join(folder, name)),
  );
}

/** Whether a file is a table of facts. */
function isFacts(path: string): boolean {
  return basename(dirname(path)) === basename(FACTS);
}

/** As `loadTerminology`, over texts. */
export function terminologyOf(files: readonly SourceFile[]): Terminology {
  const entries: Entry[] = [];
  const problems: Finding[] = [];
  const subjects: Record<string, string> = {};
  const table = (name: string) => files.find(({ path }) => basename(path) === name);
  for (const file of files) {
    if ([HOMONYMS, EXEMPT].includes(basename(file.path))) continue;
    if (isFacts(file.path)) {
      const { concepts, problems: found } = readFacts(file.text);
      entries.push(...concepts.map(({ concept, span }) => ({ concept, file, span, composed: true })));
      problems.push(...found.map((problem) => ({ ...problem, file })));
      continue;
    }
    const { pack, problems: found } = readPack(file.text, { name: "immunolex" });
    problems.push(...found.map((problem) => ({ ...problem, file })));
    Object.assign(subjects, pack.subjects);
    for (const concept of pack.concepts) {
      entries.push({ concept, file, span: pack.positions.get(concept.id) as Span });
    }
  }
  const byId = new Map<string, Entry>();
  for (const entry of entries) if (!byId.has(entry.concept.id)) byId.set(entry.concept.id, entry);
  return {
    entries,
    byId,
    subjects,
    homonyms: homonymsOf(table(HOMONYMS)),
    homonymsFile: table(HOMONYMS),
    isExempt: exemptionOf(table(EXEMPT)),
    problems,
  };
}

/** The built-in terminology as one pack, for the prebuilt form. Positions are left out. */
export function builtinPack(terminology: Terminology = loadTerminology()): Pack {
  const head = readPack(readFileSync(join(BUILTIN, "pack.yaml"), "utf8"), { name: "immunolex" }).pack;
  const concepts = [...terminology.byId.values()].map(({ concept }) => concept);
  return { ...head, concepts: concepts.sort((a, b) => (a.id < b.id ? -1 : 1)), positions: new Map() };
}

/** A finding about a concept, at one of its keys where the record has it. */
export function finding(entry: Entry, key: string, message: string, severity: Problem["severity"] = "error"): Finding {
  return { file: entry.file, ...placeOfKey(entry, key), message, severity };
}

/** The name a concept goes by. */
export function nameOf({ concept }: Entry): string {
  const names = concept.designations;
  return (names.find(({ status }) => status === "preferred") ?? names[0])?.text ?? concept.id;
}

function placeOfKey({ file, span }: Entry, key: string): Span {
  const record = file.text.slice(span.from, span.to);
  const found = new RegExp(`(?:^|\\n\\s*|[{,]\\s*)(${key}):`).exec(record);
  if (found) {
    const from = span.from + found.index + found[0].length - key.length - 1;
    return { from, to: from + key.length };
  }
  const end = record.search(/[\r\n]/);
  return { from: span.from, to: end < 0 ? span.to : span.from + end };
}

function homonymsOf(file: SourceFile | undefined): Map<string, readonly string[]> {
  const data = file === undefined ? undefined : (parse(file.text) as { homonyms?: Record<string, string[]> } | null);
  return new Map(Object.entries(data?.homonyms ?? {}));
}

function exemptionOf(file: SourceFile | undefined): (token: string) => boolean {
  const data = file === undefined ? undefined : (parse(file.text) as { words?: string[]; patterns?: string[] } | null);
  const words = new Set(data?.words ?? []);
  const patterns = (data?.patterns ?? []).map((pattern) => new RegExp(`^(?:${pattern})$`, "u"));
  return (token) => words.has(token) || patterns.some((pattern) => pattern.test(token));
}

/** A path as messages show it: from the working folder where it lies below that. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}
