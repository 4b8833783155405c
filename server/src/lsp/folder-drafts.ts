/** Questions to all drafts of a folder: open ones as the editor has them, files read when asked for and kept for the next question. */
import type { CancellationToken } from "vscode-languageserver";
import { Draft, draftLanguages } from "../core/index.ts";
import { formatOf } from "./convert.ts";
import type { FileAccess } from "./files.ts";
import { stopIfCancelled } from "./guard.ts";
import type { OpenDocument } from "./open-document.ts";
import { isChecked, isTooLarge, type Scope } from "./scopes.ts";
import { keyOf } from "./uris.ts";

/** A draft where it lies. */
export interface FolderDraft {
  readonly uri: string;
  /** Of the document that the editor has open; null for a file. */
  readonly version: number | null;
  readonly draft: Draft;
}

/** What reading drafts needs from outside. */
export interface FolderDraftsWorld {
  readonly files: FileAccess;
  nextTurn(run: () => void): void;
  /** The documents that the editor has open, and the one of an address. */
  openDocuments(): readonly OpenDocument[];
  openDocument(uri: string): OpenDocument | undefined;
  /** The scope that a file belongs to; files of a folder inside a folder belong to the inner one. */
  scopeAt(uri: string): Scope | undefined;
  /** Called where a folder has more drafts than are looked at. */
  tooMany(folder: string, most: number): void;
}

/** Files of one folder that are looked at. */
const mostFiles = 2_000;

/** UTF-16 units of text whose drafts are kept. A draft takes some 75 bytes for each, so these are about 150 MB. */
const mostKept = 2_000_000;

/** Files that are read ahead at once. */
const ahead = 8;

interface Kept {
  readonly text: string;
  readonly draft: Draft;
  /** The walk that used it last. */
  walk: number;
}

export class FolderDrafts {
  private readonly world: FolderDraftsWorld;
  private readonly kept = new Map<string, Kept>();
  private readonly mostKept: number;
  private size = 0;
  private walks = 0;

  constructor(world: FolderDraftsWorld, kept = mostKept) {
    this.world = world;
    this.mostKept = kept;
  }

  /**
   * Asks each draft of a scope's folder: the first, the other open ones, then the files in the order of their addresses.
   * Typing goes on between two of them, so a draft that was opened or edited since its turn is asked again at the end: the
   * answers are of the drafts as they are by then. Ends by an error where the question is cancelled.
   */
  async ask<Answer>(
    scope: Scope,
    first: OpenDocument | undefined,
    question: (one: FolderDraft) => Answer,
    token: CancellationToken,
  ): Promise<Answer[]> {
    const asked = new Map<string, { readonly uri: string; readonly version: number | null; readonly answer: Answer }>();
    const ask = (one: FolderDraft) => asked.set(keyOf(one.uri), { uri: one.uri, version: one.version, answer: question(one) });
    for (const document of new Set([...(first ? [first] : []), ...this.world.openDocuments()])) {
      if (!this.belongs(document.uri, scope)) continue;
      await document.ready;
      stopIfCancelled(token);
      const one = openDraft(document);
      if (one) ask(one);
    }
    for await (const one of this.read(scope, asked, token)) ask(one);
    await Promise.all(this.world.openDocuments().map(({ ready }) => ready));
    for (const [key, { uri, version }] of asked) {
      const document = this.world.openDocument(uri);
      if ((document?.version ?? null) === version) continue;
      // What was closed since may have been closed without being saved.
      const one = document ? openDraft(document) : await this.closedDraft(uri, scope);
      if (one) ask(one);
      else asked.delete(key);
    }
    return [...asked.values()].map(({ answer }) => answer);
  }

  /** Drops what is kept of a file: once the editor has it open, its document has a draft of its own. */
  forget(uri: string): void {
    this.drop(keyOf(uri));
  }

  /** The drafts in files whose keys are not among those that were asked; as the editor has them where it has opened them meanwhile. */
  private async *read(scope: Scope, asked: { has(key: string): boolean }, token: CancellationToken): AsyncGenerator<FolderDraft> {
    if (scope.folder === undefined) return;
    this.walks++;
    const walk = this.walks;
    const wanted = await this.wanted(scope, scope.folder, asked);
    for (let at = 0; at < wanted.length; at += ahead) {
      const files = wanted.slice(at, at + ahead);
      const texts = await Promise.all(files.map(({ uri }) => this.textOf(uri)));
      for (const [i, { uri, languageId }] of files.entries()) {
        const text = texts[i];
        await new Promise<void>((resolve) => this.world.nextTurn(resolve));
        stopIfCancelled(token);
        const document = this.world.openDocument(uri);
        await document?.ready;
        const open = document && openDraft(document);
        if (open) yield open;
        else if (!document && text !== undefined && !isTooLarge(text.length, scope))
          yield { uri, version: null, draft: this.draftOf(uri, languageId, text, scope, walk) };
      }
    }
  }

  /** The draft in a file that the editor has closed; undefined where there is none. */
  private async closedDraft(uri: string, scope: Scope): Promise<FolderDraft | undefined> {
    const text = await this.textOf(uri);
    if (text === undefined || isTooLarge(text.length, scope)) return undefined;
    return { uri, version: null, draft: this.draftOf(uri, languageOf(uri), text, scope, this.walks) };
  }

  private async wanted(scope: Scope, folder: string, asked: { has(key: string): boolean }): Promise<{ uri: string; languageId: string }[]> {
    const endings = Object.keys(draftLanguages).filter((ending) => scope.settings.languages.includes(draftLanguages[ending] as string));
    const found = await this.world.files.find(folder, endings, mostFiles + 1);
    if (found.length > mostFiles) this.world.tooMany(folder, mostFiles);
    return [...found]
      .sort()
      .slice(0, mostFiles)
      .map((uri) => ({ uri, languageId: languageOf(uri) }))
      .filter((file) => !asked.has(keyOf(file.uri)) && isChecked(file, scope) && this.belongs(file.uri, scope));
  }

  /** By the folder, since scopes are made anew whenever settings are read. */
  private belongs(uri: string, scope: Scope): boolean {
    const own = this.world.scopeAt(uri);
    return own !== undefined && own.folder === scope.folder;
  }

  /** Undefined for a file that is gone or cannot be read: one file must not end a question about all. */
  private async textOf(uri: string): Promise<string | undefined> {
    try {
      return await this.world.files.read(uri);
    } catch {
      return undefined;
    }
  }

  private draftOf(uri: string, languageId: string, text: string, { set }: Scope, walk: number): Draft {
    const key = keyOf(uri);
    const known = this.kept.get(key);
    if (known?.text === text) {
      known.walk = walk;
      if (known.draft.folderTerminology !== set) known.draft.useTerminology(set);
      return known.draft;
    }
    this.drop(key);
    const draft = new Draft(text, formatOf(languageId), set);
    this.keep(key, { text, draft, walk });
    return draft;
  }

  /**
   * Makes room by dropping what this walk and the one before did not use. Where that is not enough a draft is not kept:
   * a folder is walked in the same order each time, so dropping its oldest would mean keeping none that is used again.
   */
  private keep(key: string, one: Kept): void {
    for (const [other, { walk }] of this.kept) {
      if (this.size + one.text.length <= this.mostKept) break;
      if (walk < one.walk - 1) this.drop(other);
    }
    if (this.size + one.text.length > this.mostKept) return;
    this.kept.set(key, one);
    this.size += one.text.length;
  }

  private drop(key: string): void {
    this.size -= this.kept.get(key)?.text.length ?? 0;
    this.kept.delete(key);
  }
}

function openDraft({ uri, version, draft, closed }: OpenDocument): FolderDraft | undefined {
  return draft && !closed ? { uri, version, draft } : undefined;
}

/** The language of a file by its ending; empty where that tells of none. */
function languageOf(uri: string): string {
  return draftLanguages[uri.slice(uri.lastIndexOf(".") + 1).toLowerCase()] ?? "";
}
