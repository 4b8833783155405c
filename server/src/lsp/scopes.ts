/** What holds for the documents of each folder: its settings, its packs, and the terminology set of both. */
import { type BuiltIn, createTerminologySet, type Layer, loadPrebuilt, Spelling, type TerminologySet, t } from "../core/index.ts";
import type { FileAccess } from "./files.ts";
import { type FolderPacks, isWorkspacePack, PackReader } from "./packs.ts";
import { readSettings, ruleSettings, type Settings } from "./settings.ts";
import { keyOf, pathWithin } from "./uris.ts";

/** What holds for the documents of one folder, or for those of none. */
export interface Scope {
  readonly folder: string | undefined;
  readonly settings: Settings;
  readonly packs: FolderPacks;
  readonly layers: readonly Layer[];
  readonly set: TerminologySet;
}

/** What scopes need from outside. */
export interface ScopesWorld {
  readonly files: FileAccess;
  readonly home: string | undefined;
  /** Where the prebuilt terminology lies. */
  readonly terminologyUri: string | undefined;
  /** Addresses of the folders that are open. */
  folders(): readonly string[];
  /** What the client has set for each folder; undefined stands for no folder. */
  settings(folders: readonly (string | undefined)[]): Promise<readonly unknown[]>;
  /** The text of a file as the editor has it open. */
  openText(uri: string): string | undefined;
  /** Tells the person at the editor, once for each message. */
  warn(message: string): void;
}

const noBuiltIn: BuiltIn["language"] = { spelling: [], eponyms: { names: [], nouns: [] }, exempt: [], ambiguous: {}, styles: {} };

export class Scopes {
  private readonly world: ScopesWorld;
  private scopes: readonly Scope[] = [];
  private builtIn: { layer: Layer | undefined; language: BuiltIn["language"] } | undefined;
  private reader: PackReader | undefined;

  constructor(world: ScopesWorld) {
    this.world = world;
  }

  /** One for each folder, in the order of the folders, and one for documents of no folder. */
  get all(): readonly Scope[] {
    return this.scopes;
  }

  /** Reads settings and packs anew. */
  async read(): Promise<void> {
    const folders = [...this.world.folders(), undefined];
    const [{ layer, language }, answers] = await Promise.all([this.readBuiltIn(), this.world.settings(folders)]);
    this.reader ??= new PackReader({ ...this.world, spelling: new Spelling(language.spelling) });
    const scopes: Scope[] = [];
    for (const [i, folder] of folders.entries()) {
      const { settings, complaints } = readSettings(answers[i]);
      for (const complaint of complaints) this.world.warn(complaint);
      const packs = await this.reader.read(folder, settings.packs, layer);
      const layers = [...(layer && settings.builtinTerminology ? [layer] : []), ...packs.layers];
      const decisions = [ruleSettings(settings), ...packs.settings];
      // A set that is the same keeps its identity, and with it all that has been read under it.
      const alike = [...scopes, ...this.scopes].find((scope) => same(scope.layers, layers) && sameData(decisionsOf(scope), decisions));
      scopes.push({ folder, settings, packs, layers, set: alike?.set ?? createTerminologySet(layers, language, decisions) });
    }
    this.scopes = scopes;
  }

  /** The innermost folder around a file. What has no place yet belongs to the first folder. */
  at(uri: string): Scope | undefined {
    if (uri.startsWith("untitled:")) return this.scopes[0];
    const around = this.scopes.filter(({ folder }) => folder === undefined || pathWithin(folder, uri) !== undefined);
    return around.sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0))[0];
  }

  /** The scope of a folder itself, or of a file. */
  of(uri: string): Scope | undefined {
    return this.scopes.find(({ folder }) => folder !== undefined && keyOf(folder) === keyOf(uri)) ?? this.at(uri);
  }

  /** Whether a file is a pack that plays a part, or would if it were there. */
  isPack(uri: string): boolean {
    const key = keyOf(uri);
    return this.scopes.some(({ folder, packs }) => {
      const path = folder === undefined ? undefined : pathWithin(folder, uri);
      return packs.files.has(key) || (path !== undefined && isWorkspacePack(path));
    });
  }

  /** Where the record of a concept stands in the file of its layer, if it came from one. */
  recordAt(layer: Layer, id: string): ReturnType<PackReader["recordAt"]> {
    return this.reader?.recordAt(layer, id);
  }

  private async readBuiltIn(): Promise<NonNullable<Scopes["builtIn"]>> {
    this.builtIn ??= await this.loadBuiltIn();
    return this.builtIn;
  }

  private async loadBuiltIn(): Promise<NonNullable<Scopes["builtIn"]>> {
    const { terminologyUri, files, warn } = this.world;
    try {
      const json = terminologyUri === undefined ? undefined : await files.read(terminologyUri);
      if (json !== undefined) return loadPrebuilt(JSON.parse(json));
      warn(
        terminologyUri === undefined
          ? t("Immunolex runs without its built-in terminology: its file is missing.")
          : t("Immunolex runs without its built-in terminology: {0} is missing.", terminologyUri),
      );
    } catch (error) {
      warn(t("Immunolex runs without its built-in terminology: {0}", (error as Error).message));
    }
    return { layer: undefined, language: noBuiltIn };
  }
}

/** Whether documents of a language are checked in a scope, and this one is not left out by its packs. */
export function isChecked({ uri, languageId }: { uri: string; languageId: string }, { settings, packs }: Scope): boolean {
  return settings.languages.includes(languageId) && !packs.files.has(keyOf(uri)) && !packs.ignores(uri);
}

/** Whether a text of so many UTF-16 units is more than a scope checks. */
export function isTooLarge(length: number, { settings }: Scope): boolean {
  return length > settings.maxFileSize * 1e6;
}

function decisionsOf({ settings, packs }: Scope) {
  return [ruleSettings(settings), ...packs.settings];
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function sameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
