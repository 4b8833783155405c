/** What one client has open, the terminology that holds for it, and what it is told of both. */
import type { CancellationToken, Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { type Draft, type Layer, type TerminologySet, t } from "../core/index.ts";
import { afterBurst } from "./burst.ts";
import type { FileTarget, Source } from "./convert.ts";
import { type FolderDraft, FolderDrafts } from "./folder-drafts.ts";
import type { Guard, Log } from "./guard.ts";
import { OpenDocument } from "./open-document.ts";
import { PackReports } from "./pack-reports.ts";
import { isPackName, workspaceFile } from "./packs.ts";
import { documentReport, tooLargeReport } from "./report.ts";
import { isChecked, isTooLarge, type Scope, Scopes, type ScopesWorld } from "./scopes.ts";
import type { Settings } from "./settings.ts";
import { keyOf, nameOf, resolvePath } from "./uris.ts";

/** What a session asks of the server around it. */
export interface SessionHost extends Omit<ScopesWorld, "openText"> {
  readonly log: Log;
  readonly guard: Guard;
  /** Address under which the client shows the rules' pages, if it does. */
  readonly rulePages: string | undefined;
  /** Whether findings are sent unasked. */
  readonly push: boolean;
  nextTurn(run: () => void): void;
  publish(uri: string, diagnostics: LspDiagnostic[], version?: number): void;
  /** Shows that something takes long; the answer ends it. */
  progress(title: string): Promise<() => void>;
  /** Called when another terminology is in force. `userPacks` are the packs from the settings. */
  terminologyChanged(userPacks: readonly string[]): void;
}

/** A document with its draft, when it is one that is checked. */
export interface Checked {
  readonly document: OpenDocument;
  readonly draft: Draft;
}

/** UTF-16 units from which on a first reading is announced. */
const largeText = 1_000_000;

/** Milliseconds after which reading packs or drafts is announced, and between edits of an open pack and its reading. */
const longReading = 400;
const packPause = 150;

export class Session {
  private readonly host: SessionHost;
  private readonly documents = new Map<string, OpenDocument>();
  private readonly scopes: Scopes;
  private readonly folderDrafts: FolderDrafts;
  private loads = 0;
  private places = new WeakMap<OpenDocument, Scope>();
  /** Ends with the load that is under way, if any. */
  private settled: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private packTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly packReports: PackReports;
  private readonly warned = new Set<string>();
  private readonly publishSoon: (document: OpenDocument) => void;

  constructor(host: SessionHost) {
    this.host = host;
    this.scopes = new Scopes({ ...host, openText: (uri) => this.documentAt(uri)?.source.text, warn: (message) => this.warnOnce(message) });
    this.folderDrafts = new FolderDrafts({
      ...host,
      openDocuments: () => [...this.documents.values()],
      openDocument: (uri) => this.documentAt(uri),
      scopeAt: (uri) => this.scopes.at(uri),
      tooMany: (folder, most) =>
        this.warnOnce(t("The folder {0} has more than {1} drafts. Immunolex looks at {1} of them.", nameOf(folder), most)),
    });
    this.packReports = new PackReports({ ...host, warn: (message) => this.warnOnce(message) });
    this.publishSoon = afterBurst(
      host.nextTurn,
      host.guard.action("publish", (document: OpenDocument) => this.publish(document)),
    );
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.close(uri);
    const document = new OpenDocument(uri, languageId, version, text);
    this.documents.set(uri, document);
    this.folderDrafts.forget(uri);
    this.review(document);
    if (this.scopes.isPack(uri)) this.reloadSoon();
  }

  change(uri: string, version: number, events: Parameters<OpenDocument["change"]>[1]): void {
    const document = this.documents.get(uri);
    if (!document) return;
    try {
      document.change(version, events);
    } finally {
      this.review(document);
      if (!document.draft && this.scopes.isPack(uri)) this.reloadSoon();
    }
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.closed = true;
    this.documents.delete(uri);
    if (document.published) this.host.publish(uri, []);
    // What was typed into a pack and not saved no longer counts.
    if (this.scopes.isPack(uri)) this.reloadSoon();
  }

  /** Reads the settings and packs again if one of these files plays a part in them. */
  filesChanged(uris: readonly string[]): void {
    if (uris.some((uri) => this.scopes.isPack(uri))) this.reload();
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
    if (!document || document.draft || !(this.scopes.isPack(uri) || isPackName(uri))) return undefined;
    return { source: document.source, set: this.scopes.at(uri)?.set };
  }

  /**
   * What a question gets from each draft of the folder that is given or that a document lies in, open or not; the
   * document answers first. It may be asked of a draft twice, so it should change nothing.
   */
  async askDrafts<Answer>(uri: string, question: (one: FolderDraft) => Answer, token: CancellationToken): Promise<Answer[]> {
    await this.settled;
    const document = this.documents.get(uri);
    const scope = document ? this.scopeOf(document) : this.scopes.of(uri);
    if (!scope) return [];
    const end = this.announce(t("Reading the drafts of this folder"));
    try {
      return await this.folderDrafts.ask(scope, document, question, token);
    } finally {
      end();
    }
  }

  /** Where the record of a concept stands in the file of its layer, if it came from one. */
  recordAt(layer: Layer, id: string): ReturnType<Scopes["recordAt"]> {
    return this.scopes.recordAt(layer, id);
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
    return (document ? this.scopeOf(document) : this.scopes.at(uri))?.settings;
  }

  /** The settings file of the folder that a document belongs to, there or not yet; undefined for a document of no folder. */
  async settingsFile(uri: string): Promise<FileTarget | undefined> {
    await this.settled;
    const folder = this.scopes.at(uri)?.folder;
    const file = folder === undefined ? undefined : resolvePath(workspaceFile, folder, undefined);
    if (file === undefined) return undefined;
    const document = this.documentAt(file);
    if (document) return { uri: document.uri, text: document.source.text, version: document.version };
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
    return document?.draft?.terminology ?? (uri === undefined ? this.scopes.all[0] : this.scopes.at(uri))?.set;
  }

  private async load(): Promise<void> {
    const end = this.announce(t("Reading terminology"));
    try {
      await this.scopes.read();
    } finally {
      end();
    }
    this.loads++;
    this.places = new WeakMap();
    for (const document of this.documents.values()) this.review(document);
    this.packReports.publish(this.scopes.all);
    this.host.terminologyChanged(this.scopes.all.flatMap(({ packs }) => [...packs.userFiles]));
  }

  /** Sees to it that a document is checked under the terminology that holds for it, or is not. */
  private review(document: OpenDocument): void {
    const scope = this.scopeOf(document);
    if (!scope) return;
    if (!isChecked(document, scope) || isTooLarge(document.source.lines.length, scope)) document.setAside();
    else if (document.source.lines.length < largeText || document.reads(scope.set)) document.useTerminology(scope.set);
    else document.ready ??= this.readLong(document);
    this.publishSoon(document);
  }

  private async readLong(document: OpenDocument): Promise<void> {
    const end = await this.host.progress(t("Reading {0}", nameOf(document.uri)));
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
    if (scope && isChecked(document, scope) && isTooLarge(document.source.lines.length, scope)) {
      return tooLargeReport(document.source.lines.length, scope.settings.maxFileSize);
    }
    return documentReport(document, this.host.rulePages);
  }

  /** Shows what is going on once it takes long; the answer ends it. */
  private announce(title: string): () => void {
    let shown: Promise<() => void> | undefined;
    const timer = setTimeout(() => {
      shown = this.host.progress(title);
    }, longReading);
    return () => {
      clearTimeout(timer);
      void shown?.then((end) => end());
    };
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

  /** The document of an address, however that is escaped. */
  private documentAt(uri: string): OpenDocument | undefined {
    const key = keyOf(uri);
    for (const document of this.documents.values()) if (document.key === key) return document;
    return undefined;
  }

  private scopeOf(document: OpenDocument): Scope | undefined {
    const known = this.places.get(document);
    if (known) return known;
    const scope = this.scopes.at(document.uri);
    if (scope) this.places.set(document, scope);
    return scope;
  }
}
