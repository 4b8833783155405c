/** Finds and reads the packs of a folder: the user's, and those that lie in the folder itself. */
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import {
  allRules,
  circularBase,
  createLayer,
  type Layer,
  Lines,
  namedFiles,
  type Problem,
  type ReadResult,
  type RuleSettings,
  readPack,
  type Span,
  type Spelling,
  t,
  unknownLinks,
} from "../core/index.ts";
import { toPackDiagnostic } from "./convert.ts";
import type { FileAccess } from "./files.ts";
import { globTest } from "./glob.ts";
import { folderOf, keyOf, nameOf, pathWithin, resolvePath } from "./uris.ts";

type PackKind = "user" | "workspace";

/** What the packs of one folder come to. */
export interface FolderPacks {
  /** In the order in which they overrule each other. */
  readonly layers: readonly Layer[];
  readonly settings: readonly RuleSettings[];
  /** Whether a document is left unchecked because a pack says so. */
  ignores(uri: string): boolean;
  /** What is wrong, by the address of the file where it stands. Files without fault are listed too. */
  readonly reports: ReadonlyMap<string, readonly LspDiagnostic[]>;
  /** Links to concepts that this folder does not know, in the same way. Another that reads the file may know them. */
  readonly unknownLinks: ReadonlyMap<string, readonly LspDiagnostic[]>;
  /** Keys of all files that were asked for, there or not. */
  readonly files: ReadonlySet<string>;
  /** Addresses of the packs from the settings. */
  readonly userFiles: readonly string[];
  /** Packs of the settings that could not be read, with the reason. */
  readonly missing: readonly { readonly uri: string; readonly reason: string }[];
}

interface PackFile {
  readonly text: string;
  readonly lines: Lines;
  readonly result: ReadResult;
  readonly layer: Layer;
}

const ruleIds = allRules.map((rule) => rule.id);
/** The settings file of a folder, which may hold concepts, too. */
export const workspaceFile = "immunolex.yaml";
const workspaceFolder = ".immunolex";

/** Whether a path below a workspace folder is that of one of its packs, or of the folder of them. */
export function isWorkspacePack(path: string): boolean {
  return path === workspaceFile || path === workspaceFolder || /^\.immunolex\/[^/]+\.yaml$/.test(path);
}

/** Whether a file is called as packs of a folder are, wherever it lies. */
export function isPackName(uri: string): boolean {
  return /(?:^|\/)(?:immunolex\.yaml|\.immunolex\/[^/]+\.yaml)$/.test(uri);
}

/** Where changes of workspace packs are watched for; the folder itself too, since it may go as a whole. */
export const workspacePackGlobs = [`**/${workspaceFile}`, `**/${workspaceFolder}`, `**/${workspaceFolder}/*.yaml`];

/** What a pack reader needs from outside. */
export interface PackWorld {
  readonly files: FileAccess;
  /** Address of the home folder, for paths that begin with `~/`. */
  readonly home: string | undefined;
  readonly spelling: Spelling;
  /** The text of a file as the editor has it open, which counts more than the one on disk. */
  openText(uri: string): string | undefined;
}

/** Reads packs, and reads a file again only when its text is another. */
export class PackReader {
  private readonly world: PackWorld;
  private readonly known = new Map<string, PackFile>();

  constructor(world: PackWorld) {
    this.world = world;
  }

  /**
   * The user's packs in the order of the setting, then the folder's own. With the built-in terminology it is also told
   * where records refer to concepts that are nowhere.
   */
  async read(folder: string | undefined, userPacks: readonly string[], builtIn?: Layer): Promise<FolderPacks> {
    const gathering = new Gathering();
    for (const path of userPacks) {
      const uri = resolvePath(path, folder, this.world.home);
      if (uri === undefined) gathering.missing.push({ uri: path, reason: t("a relative path needs an open folder") });
      else {
        gathering.userFiles.push(uri);
        await this.gather(uri, "user", gathering);
      }
    }
    if (folder !== undefined) {
      for (const uri of await this.workspacePacks(folder)) await this.gather(uri, "workspace", gathering, nameOf(folder));
    }
    if (builtIn) gathering.checkLinks(builtIn);
    return gathering;
  }

  /** Where a layer's record of a concept stands, in the text that was read last; undefined for layers of no file. */
  recordAt(layer: Layer, id: string): { readonly uri: string; readonly lines: Lines; readonly place: Span } | undefined {
    const file = layer.uri === undefined ? undefined : this.known.get(keyOf(layer.uri));
    const place = file?.result.pack.positions.get(id);
    return file && place && layer.uri !== undefined ? { uri: layer.uri, lines: file.lines, place } : undefined;
  }

  /** The folder's own packs that there may be; the last has the last word. */
  private async workspacePacks(folder: string): Promise<string[]> {
    const inside = resolvePath(workspaceFolder, folder, undefined) as string;
    const names = (await this.world.files.list(inside)).filter((name) => name.endsWith(".yaml")).sort();
    return [...names.map((name) => `${workspaceFolder}/${name}`), workspaceFile].map(
      (path) => resolvePath(path, folder, undefined) as string,
    );
  }

  /** Reads one file, and before it the files that it names. Returns why it could not be read. */
  private async gather(
    uri: string,
    kind: PackKind,
    gathering: Gathering,
    folderName?: string,
    below: readonly string[] = [],
  ): Promise<string | undefined> {
    const key = keyOf(uri);
    if (gathering.files.has(key)) return undefined;
    gathering.files.add(key);
    const text = await this.textOf(uri);
    if (typeof text !== "string") {
      this.known.delete(key);
      const optional = folderName !== undefined && text.reason === noFile();
      if (!optional && kind === "user") gathering.missing.push({ uri, reason: text.reason });
      return optional ? undefined : text.reason;
    }
    const file = this.parsed(uri, kind, text, nameOf(uri) === workspaceFile ? folderName : undefined);
    const problems = [...file.result.problems];
    const chain = [...below, key];
    for (const { path, place, isBase } of namedFiles(file.result.settings)) {
      const named = resolvePath(path, folderOf(uri), this.world.home);
      if (isBase && named !== undefined && chain.includes(keyOf(named))) {
        problems.push({ ...place, severity: "error", message: circularBase(path) });
        continue;
      }
      const reason = named === undefined ? t("its place is not known") : await this.gather(named, "workspace", gathering, undefined, chain);
      if (reason === undefined) continue;
      const message = isBase ? t("The file {0} cannot be read: {1}.", path, reason) : t("The pack {0} cannot be read: {1}.", path, reason);
      problems.push({ ...place, severity: "error", message });
    }
    gathering.add(uri, file, problems);
    return undefined;
  }

  private async textOf(uri: string): Promise<string | { reason: string }> {
    try {
      return this.world.openText(uri) ?? (await this.world.files.read(uri)) ?? { reason: noFile() };
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private parsed(uri: string, kind: PackKind, text: string, folderName: string | undefined): PackFile {
    const key = keyOf(uri);
    const known = this.known.get(key);
    if (known && known.text === text && known.layer.kind === kind) return known;
    const name = (folderName ?? nameOf(uri).replace(/\.ya?ml$/, "")).replace(/\s+/g, "-");
    const result = readPack(text, { name, ruleIds });
    const { pack } = result;
    const origin = { kind, name: pack.title ?? pack.name, uri, subjects: pack.subjects };
    const file = { text, lines: Lines.of(text), result, layer: createLayer(origin, pack.concepts, this.world.spelling) };
    this.known.set(key, file);
    return file;
  }
}

const noFile = () => t("there is no such file");

/** What has been read of one folder so far. */
class Gathering implements FolderPacks {
  readonly files = new Set<string>();
  readonly userFiles: string[] = [];
  readonly layers: Layer[] = [];
  readonly settings: RuleSettings[] = [];
  readonly reports = new Map<string, LspDiagnostic[]>();
  readonly unknownLinks = new Map<string, LspDiagnostic[]>();
  readonly missing: { uri: string; reason: string }[] = [];
  private readonly linking = new Map<string, PackFile>();
  private readonly ignoring: { folder: string; tests: ((path: string) => boolean)[] }[] = [];

  add(uri: string, file: PackFile, problems: readonly Problem[]): void {
    const {
      lines,
      result: { pack, settings },
      layer,
    } = file;
    if (pack.links?.length) this.linking.set(uri, file);
    if (pack.concepts.length > 0) this.layers.push(layer);
    this.settings.push(settings);
    const folder = folderOf(uri);
    // A file in .immunolex speaks of the folder around it.
    const around = nameOf(folder) === workspaceFolder ? folderOf(folder) : folder;
    if (settings.ignore.length > 0) this.ignoring.push({ folder: around, tests: settings.ignore.map(globTest) });
    this.reports.set(
      uri,
      problems.map((problem) => toPackDiagnostic(lines, problem)),
    );
  }

  /** Once all packs are there. */
  checkLinks(builtIn: Layer): void {
    for (const [uri, { lines, result }] of this.linking) {
      const unknown = unknownLinks(result.pack.links ?? [], [builtIn, ...this.layers]);
      this.unknownLinks.set(
        uri,
        unknown.map((problem) => toPackDiagnostic(lines, problem)),
      );
    }
  }

  ignores(uri: string): boolean {
    return this.ignoring.some(({ folder, tests }) => {
      const path = pathWithin(folder, uri);
      return path !== undefined && tests.some((test) => test(path));
    });
  }
}
