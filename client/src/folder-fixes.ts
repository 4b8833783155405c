/** All safe fixes in the drafts of a folder: found, shown side by side, and applied as they were shown. */
import {
  type CancellationToken,
  commands,
  type Disposable,
  l10n,
  ProgressLocation,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { type DraftFixes, fixFolderRequest, folderFixesRequest, type RuleFixes } from "./protocol.ts";
import type { Server } from "./server.ts";
import { changesInDrafts } from "./wording.ts";

/** The scheme of drafts as they would be. */
const scheme = "immunolex-fixed";

/** A draft as it is and as it would be. */
interface FixedDraft {
  readonly uri: Uri;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Fixes that a writer looks at. */
export interface Preview {
  /** The title of the editor that shows them begins with this. */
  readonly title: string;
  readonly drafts: readonly FixedDraft[];
  /** Drafts that are others in the editor than the server has read, or that it could not work out. */
  readonly left: readonly Uri[];
}

/** What became of a preview. */
export interface Applied {
  /** How many changes were made, and in how many drafts. */
  readonly changes: number;
  readonly drafts: number;
  /** Drafts that were left as they are, since they have changed since they were read. */
  readonly left: readonly Uri[];
}

export class FolderFixes implements TextDocumentContentProvider, Disposable {
  private readonly server: Server;
  private readonly provider: Disposable;
  private readonly texts = new Map<string, string>();
  private previews = 0;

  constructor(server: Server) {
    this.server = server;
    this.provider = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** What can be fixed, by rule; null where the server has failed, undefined where it does not answer or the writer stops it. */
  rules(folder: Uri): Promise<RuleFixes[] | null | undefined> {
    return asking(l10n.t("Looking for what can be fixed"), (token) => {
      return this.server.ask(folderFixesRequest, { uri: folder.toString() }, token);
    });
  }

  /** Works out the fixes of some rules and shows each draft before and after; null and undefined as above. */
  async preview(folder: Uri, rules: readonly string[]): Promise<Preview | null | undefined> {
    const fixes = await asking(l10n.t("Fixing a copy of the drafts"), (token) => {
      return this.server.ask(fixFolderRequest, { uri: folder.toString(), rules }, token);
    });
    if (!fixes) return fixes;
    const left: Uri[] = [];
    const drafts: FixedDraft[] = [];
    for (const one of fixes) {
      const fixed = one.failed ? undefined : await fixedDraft(one);
      if (fixed) drafts.push(fixed);
      else left.push(Uri.parse(one.uri));
    }
    const changes = drafts.reduce((sum, { edits }) => sum + edits.length, 0);
    const preview = { title: l10n.t("Fixes: {0}", changesInDrafts(changes, drafts.length)), drafts, left };
    if (drafts.length > 0) await this.show(preview);
    return preview;
  }

  /** Changes the drafts as they were shown, in one step. One that has changed meanwhile is left as it is. */
  async apply({ drafts, left }: Preview): Promise<Applied> {
    const now = await Promise.all(drafts.map(async ({ uri }) => (await documentAt(uri))?.getText()));
    const same = drafts.filter(({ before }, i) => now[i] === before);
    const others = drafts.filter(({ before }, i) => now[i] !== before);
    const edit = new WorkspaceEdit();
    for (const { uri, edits } of same) for (const { range, newText } of edits) edit.replace(uri, range, newText);
    const done = same.length > 0 && (await workspace.applyEdit(edit, { isRefactoring: true })) ? same : [];
    return {
      changes: done.reduce((sum, { edits }) => sum + edits.length, 0),
      drafts: done.length,
      left: [...left, ...[...others, ...(done === same ? [] : same)].map(({ uri }) => uri)],
    };
  }

  dispose(): void {
    this.provider.dispose();
    this.texts.clear();
  }

  private async show({ title, drafts }: Preview): Promise<void> {
    this.previews++;
    this.texts.clear();
    const sides = drafts.map(({ uri, after }) => {
      // A number of its own, since the editor keeps the text of an address that it has shown before.
      const fixed = uri.with({ scheme, authority: "", fragment: "", query: `${this.previews} ${uri.toString()}` });
      this.texts.set(fixed.toString(), after);
      return [uri, uri, fixed];
    });
    await commands.executeCommand("vscode.changes", title, sides);
  }
}

/** A draft with its fixes; undefined where the editor has another text than the server has read. */
async function fixedDraft({ uri, edits }: DraftFixes): Promise<FixedDraft | undefined> {
  const document = await documentAt(Uri.parse(uri));
  if (!document) return undefined;
  const before = document.getText();
  let after = "";
  let at = 0;
  const placed = edits.map(({ range: { start, end }, oldText, newText }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const from = document.offsetAt(range.start);
    after += before.slice(at, from) + newText;
    at = document.offsetAt(range.end);
    return { range, newText, same: sameText(before.slice(from, at), oldText) };
  });
  if (!placed.every(({ same }) => same)) return undefined;
  return { uri: document.uri, before, after: after + before.slice(at), edits: placed };
}

/** Whether two texts are the same but for their line ends, which an editor makes even. */
function sameText(a: string, b: string): boolean {
  return a.replace(/\r\n?/g, "\n") === b.replace(/\r\n?/g, "\n");
}

async function documentAt(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    // It is gone, or it is no text.
    return undefined;
  }
}

function asking<T>(title: string, ask: (token: CancellationToken) => Promise<T | undefined>): Promise<T | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(window.withProgress(options, (_, token) => ask(token)));
}
