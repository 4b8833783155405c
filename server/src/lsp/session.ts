/** What one client has open, the terminology that holds for it, and what it is told of both. */
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { type BuiltIn, createTerminologySet, type Draft, type Layer, loadPrebuilt, Spelling, type TerminologySet } from "../core/index.ts";
import { afterBurst } from "./burst.ts";
import type { FileTarget, Source } from "./convert.ts";
import type { FileAccess } from "./files.ts";
import type { Guard, Log } from "./guard.ts";
import { OpenDocument } from "./open-document.ts";
import { type FolderPacks, isPackName, isWorkspacePack, PackReader, workspaceFile } from "./packs.ts";
import { documentReport, tooLargeReport } from "./report.ts";
import { readSettings, ruleSettings, type Settings } from "./settings.ts";
import { keyOf, nameOf, pathWithin, resolvePath } from "./uris.ts";

/** What a session asks of the server around it. */
export interface SessionHost {
  readonly log: Log;
  readonly guard: Guard;
  readonly files: FileAccess;
  readonly home: string | undefined;
  /** Where the prebuilt terminology lies. */
  readonly terminologyUri: string | undefined;
  /** Address under which the client shows the rules' pages, if it does. */
  readonly rulePages: string | undefined;
  /** Whether findings are sent unasked. */
  readonly push: boolean;
  nextTurn(run: () => void): void;
  /** Addresses of the folders that are open. */
  folders(): readonly string[];
  /** What the client has set for each folder; undefined stands for no folder. */
  settings(folders: readonly (string | undefined)[]): Promise<readonly unknown[]>;
  publish(uri: string, diagnostics: LspDiagnostic[], version?: number): void;
  /** Tells the person at the editor. */
  warn(message: string): void;
  /** Shows that something takes long; the answer ends it. */
  progress(title: string): Promise<() => void>;
  /** Called when another terminology is in force. `userPacks` are the packs from the settings. */
  terminologyChanged(userPacks: readonly string[]): void;
}

/** What holds for the documents of one folder, or for those of none. */
interface Scope {
  readonly folder: string | undefined;
  readonly settings: Settings;
  readonly packs: FolderPacks;
  readonly layers: readonly Layer[];
  readonly set: TerminologySet;
}

/** A document with its draft, when it is one that is checked. */
export interface Checked {
  readonly document: OpenDocument;
  readonly draft: Draft;
}

/** UTF-16 units from which on a first reading is announced. */
const largeText = 1_000_000;

/** Milliseconds after which reading packs is announced, and between edits of an open pack and its reading. */
const longReading = 400;
const packPause = 150;

const noBuiltIn: BuiltIn["language"] = { spelling: [], eponyms: { names: [], nouns: [] }, exempt: [], ambiguous: {}, styles: {} };

export class Session {
  private readonly host: SessionHost;
  private readonly documents = new Map<string, OpenDocument>();
  private scopes: readonly Scope[] = [];
  private loads = 0;
  private places = new WeakMap<OpenDocument, Scope>();
  private builtIn: { layer: Layer | undefined; language: BuiltIn["language"] } | undefined;
  private reader: PackReader | undefined;
  /** Ends with the load that is under way, if any. */
  private settled: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private packTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly packReports = new Map<string, string>();
  private readonly warned = new Set<string>();
  private readonly publishSoon: (document: OpenDocument) => void;

  constructor(host: SessionHost) {
    this.host = host;
    this.publishSoon = afterBurst(
      host.nextTurn,
      host.guard.action("publish", (document: OpenDocument) => this.publish(document)),
    );
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.close(uri);
    const document = new OpenDocument(uri, languageId, version, text);
    this.documents.set(uri, document);
    this.review(document);
    if (this.isPack(uri)) this.reloadSoon();
  }

  change(uri: string, version: number, events: Parameters<OpenDocument["change"]>[1]): void {
    const document = this.documents.get(uri);
    if (!document) return;
    try {
      document.change(version, events);
    } finally {
      this.review(document);
      if (!document.draft && this.isPack(uri)) this.reloadSoon();
    }
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.closed = true;
    this.documents.delete(uri);
    if (document.published) this.host.publish(uri, []);
    // What was typed into a pack and not saved no longer counts.
    if (this.isPack(uri)) this.reloadSoon();
  }

  /** Reads the settings and packs again if one of these files plays a part in them. */
  filesChanged(uris: readonly string[]): void {
    if (uris.some((uri) => this.isPack(uri))) this.reload();
  }

  /** Reads settings and packs; open documents follow. A call during a load asks for one more. */
  reload(): Promise<void> {
    clearTimeout(this.packTimer);
    this.next ??= this.settled.then(() => {
      this.next = undefined;
      return this.load().catch((error) => this.host.log.error(`Settings and packs: ${String((error as Error)?.stack ?? error)}`));
    });
    this.settled = this.next;
    return this.next;
  }

  /** A document that is checked, with all that was said before taken in. */
  async checked(uri: string): Promise<Checked | undefined> {
    await this.settled;
    await this.documents.get(uri)?.ready;
    const document = this.documents.get(uri);
    return document?.draft && { document, draft: document.draft };
  }

  /** A pack that is open, as the editor has it, with the terminology in force around it; undefined for what is none. */
  async pack(uri: string): Promise<{ readonly source: Source; readonly set: TerminologySet | undefined } | undefined> {
    await this.settled;
    const document = this.documents.get(uri);
    if (!document || document.draft || !(this.isPack(uri) || isPackName(uri))) return undefined;
    return { source: document.source, set: this.scopeAt(uri)?.set };
  }

  /** The checked documents that are open beside one in its folder, this one first. */
  async checkedBeside(uri: string): Promise<Checked[]> {
    const first = await this.checked(uri);
    if (!first) return [];
    const scope = this.scopeOf(first.document);
    const others = [...this.documents.values()].filter((other) => other !== first.document && this.scopeOf(other) === scope);
    await Promise.all(others.map(({ ready }) => ready));
    return [first, ...others.flatMap((document) => (document.draft && !document.closed ? [{ document, draft: document.draft }] : []))];
  }

  /** Where the record of a concept stands in the file of its layer, if it came from one. */
  recordAt(layer: Layer, id: string): ReturnType<PackReader["recordAt"]> {
    return this.reader?.recordAt(layer, id);
  }

  /** The findings of a document, and a name for them that changes when they may have changed. */
  async report(uri: string): Promise<{ id: string; items: () => LspDiagnostic[] } | undefined> {
    await this.checked(uri);
    const document = this.documents.get(uri);
    if (!document) return undefined;
    return { id: `${this.loads}.${document.state}`, items: () => this.reportOf(document) };
  }

  /** The settings that hold for a document. */
  settingsFor(uri: string): Settings | undefined {
    const document = this.documents.get(uri);
    return (document ? this.scopeOf(document) : this.scopeAt(uri))?.settings;
  }

  /** The settings file of the folder that a document belongs to, there or not yet; undefined for a document of no folder. */
  async settingsFile(uri: string): Promise<FileTarget | undefined> {
    await this.settled;
    const folder = this.scopeAt(uri)?.folder;
    const file = folder === undefined ? undefined : resolvePath(workspaceFile, folder, undefined);
    if (file === undefined) return undefined;
    const key = keyOf(file);
    for (const document of this.documents.values()) {
      if (keyOf(document.uri) === key) return { uri: document.uri, text: document.source.text, version: document.version };
    }
    try {
      return { uri: file, text: await this.host.files.read(file), version: null };
    } catch {
      // What cannot be read is not ours to change.
      return undefined;
    }
  }

  /** The terminology in force for a document, or for the first folder. */
  async terminology(uri: string | undefined): Promise<TerminologySet | undefined> {
    await this.settled;
    const document = uri === undefined ? undefined : this.documents.get(uri);
    await document?.ready;
    return document?.draft?.terminology ?? (uri === undefined ? this.scopes.at(0) : this.scopeAt(uri))?.set;
  }

  private async load(): Promise<void> {
    let end: Promise<() => void> | undefined;
    const timer = setTimeout(() => {
      end = this.host.progress("Reading terminology");
    }, longReading);
    try {
      this.scopes = await this.readScopes();
    } finally {
      clearTimeout(timer);
      (await end)?.();
    }
    this.loads++;
    this.places = new WeakMap();
    for (const document of this.documents.values()) this.review(document);
    this.reportPacks();
    this.host.terminologyChanged(this.scopes.flatMap(({ packs }) => [...packs.userFiles]));
  }

  private async readScopes(): Promise<Scope[]> {
    const folders = [...this.host.folders(), undefined];
    const [{ layer, language }, answers] = await Promise.all([this.readBuiltIn(), this.host.settings(folders)]);
    this.reader ??= new PackReader({
      files: this.host.files,
      home: this.host.home,
      spelling: new Spelling(language.spelling),
      openText: (uri) => this.openText(uri),
    });
    const scopes: Scope[] = [];
    for (const [i, folder] of folders.entries()) {
      const { settings, complaints } = readSettings(answers[i]);
      for (const complaint of complaints) this.warnOnce(complaint);
      const packs = await this.reader.read(folder, settings.packs, layer);
      const layers = [...(layer && settings.builtinTerminology ? [layer] : []), ...packs.layers];
      const decisions = [ruleSettings(settings), ...packs.settings];
      // A set that is the same keeps its identity, and with it all that has been read under it.
      const alike = [...scopes, ...this.scopes].find((scope) => same(scope.layers, layers) && sameData(decisionsOf(scope), decisions));
      scopes.push({ folder, settings, packs, layers, set: alike?.set ?? createTerminologySet(layers, language, decisions) });
    }
    return scopes;
  }

  private async readBuiltIn(): Promise<NonNullable<Session["builtIn"]>> {
    this.builtIn ??= await this.loadBuiltIn();
    return this.builtIn;
  }

  private async loadBuiltIn(): Promise<NonNullable<Session["builtIn"]>> {
    const { terminologyUri, files } = this.host;
    try {
      const json = terminologyUri === undefined ? undefined : await files.read(terminologyUri);
      if (json !== undefined) return loadPrebuilt(JSON.parse(json));
      this.warnOnce(`Immunolex runs without its built-in terminology: ${terminologyUri ?? "its file"} is missing.`);
    } catch (error) {
      this.warnOnce(`Immunolex runs without its built-in terminology: ${(error as Error).message}`);
    }
    return { layer: undefined, language: noBuiltIn };
  }

  /** Sees to it that a document is checked under the terminology that holds for it, or is not. */
  private review(document: OpenDocument): void {
    const scope = this.scopeOf(document);
    if (!scope) return;
    if (!isChecked(document, scope) || isTooLarge(document, scope)) document.setAside();
    else if (document.source.lines.length < largeText || document.reads(scope.set)) document.useTerminology(scope.set);
    else document.ready ??= this.readLong(document);
    this.publishSoon(document);
  }

  private async readLong(document: OpenDocument): Promise<void> {
    const end = await this.host.progress(`Reading ${nameOf(document.uri)}`);
    try {
      // One turn, so that the announcement leaves before the reading begins.
      await new Promise<void>((resolve) => this.host.nextTurn(resolve));
      const scope = this.scopeOf(document);
      if (scope && !document.closed) document.useTerminology(scope.set);
    } catch (error) {
      this.host.log.error(`Reading ${document.uri}: ${(error as Error).stack}`);
    } finally {
      document.ready = undefined;
      end();
    }
    this.publishSoon(document);
  }

  private publish(document: OpenDocument): void {
    if (!this.host.push || document.closed || document.ready) return;
    const scope = this.scopeOf(document);
    if (!scope) return;
    // Nothing is said of a document that is none of ours, unless to take something back.
    const checked = isChecked(document, scope);
    if (!checked && !document.published) return;
    document.published = checked;
    this.host.publish(document.uri, this.reportOf(document), document.version);
  }

  private reportOf(document: OpenDocument): LspDiagnostic[] {
    const scope = this.scopeOf(document);
    if (scope && isChecked(document, scope) && isTooLarge(document, scope)) {
      return tooLargeReport(document.source.lines.length, scope.settings.maxFileSize);
    }
    return documentReport(document, this.host.rulePages);
  }

  /** Publishes what is wrong in packs where it stands, and takes back what no longer is. */
  private reportPacks(): void {
    const reports = new Map(this.scopes.flatMap(({ packs }) => [...packs.reports]));
    for (const uri of this.packReports.keys()) if (!reports.has(uri)) reports.set(uri, []);
    for (const [uri, diagnostics] of reports) {
      const json = JSON.stringify(diagnostics);
      if (json !== (this.packReports.get(uri) ?? "[]")) this.host.publish(uri, [...diagnostics]);
      this.packReports.set(uri, json);
    }
    // Settings for no folder are the same paths once more; they speak where there is no folder.
    const speaking = this.scopes.filter(({ folder }) => folder !== undefined || this.scopes.length === 1);
    for (const { uri, reason } of speaking.flatMap(({ packs }) => packs.missing)) {
      this.warnOnce(`The pack ${decodeURI(uri)} of the setting immunolex.packs cannot be read: ${reason}.`);
    }
  }

  private warnOnce(message: string): void {
    if (this.warned.has(message)) return;
    this.warned.add(message);
    this.host.log.warn(message);
    this.host.warn(message);
  }

  private reloadSoon(): void {
    clearTimeout(this.packTimer);
    this.packTimer = setTimeout(() => this.reload(), packPause);
  }

  private openText(uri: string): string | undefined {
    const key = keyOf(uri);
    for (const document of this.documents.values()) if (keyOf(document.uri) === key) return document.source.text;
    return undefined;
  }

  /** Whether a file is a pack that plays a part, or would if it were there. */
  private isPack(uri: string): boolean {
    const key = keyOf(uri);
    return this.scopes.some(({ folder, packs }) => {
      const path = folder === undefined ? undefined : pathWithin(folder, uri);
      return packs.files.has(key) || (path !== undefined && isWorkspacePack(path));
    });
  }

  private scopeOf(document: OpenDocument): Scope | undefined {
    const known = this.places.get(document);
    if (known) return known;
    const scope = this.scopeAt(document.uri);
    if (scope) this.places.set(document, scope);
    return scope;
  }

  /** The innermost folder around a file. What has no place yet belongs to the first folder. */
  private scopeAt(uri: string): Scope | undefined {
    if (uri.startsWith("untitled:")) return this.scopes[0];
    const around = this.scopes.filter(({ folder }) => folder === undefined || pathWithin(folder, uri) !== undefined);
    return around.sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0))[0];
  }
}

function isChecked({ uri, languageId }: OpenDocument, { settings, packs }: Scope): boolean {
  return settings.languages.includes(languageId) && !packs.files.has(keyOf(uri)) && !packs.ignores(uri);
}

function isTooLarge({ source }: OpenDocument, { settings }: Scope): boolean {
  return source.lines.length > settings.maxFileSize * 1e6;
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
