/** Read-only pages of the extension: the rules, and the terms of a document. */
import { commands, EventEmitter, l10n, type TextDocumentContentProvider, Uri, window, workspace } from "vscode";
import type { TermCard, TerminologySet } from "./protocol.ts";
import { recordPage } from "./record-page.ts";
import { terminologyPage } from "./terminology-page.ts";

export const scheme = "immunolex";

/** Where the pages of the rules are; a rule's id and ".md" follow. */
export const rulePages = Uri.from({ scheme, path: "/rules/" });

/** Where records of the built-in terminology are; the term follows, and the concept's id as the query. */
export const recordPages = Uri.from({ scheme, path: "/records/" });

/** What the pages say that the server knows. */
export interface PageWorld {
  /** The terms of a document; null for one that is not checked. */
  termsOf(document: string): Promise<TerminologySet | null>;
  /** A record; undefined where there is no such concept. */
  record(id: string): Promise<TermCard | undefined>;
}

/** The text of the pages. A page on a document asks for it anew whenever it is shown. */
export class Pages implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly extension: Uri;
  private readonly world: PageWorld;

  constructor(extension: Uri, world: PageWorld) {
    this.extension = extension;
    this.world = world;
  }

  async provideTextDocumentContent(page: Uri): Promise<string> {
    if (page.path.startsWith(rulePages.path)) return this.rulePage(nameOf(page));
    if (page.path.startsWith(recordPages.path)) return recordPage(await this.world.record(page.query));
    return terminologyPage(nameOf(Uri.parse(page.query)), await this.world.termsOf(page.query));
  }

  /** A rule's page as it ships with the extension, so that it is there without a network. */
  private async rulePage(name: string): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.extension, "docs", "rules", name)));
  }

  /** Shows the terms of a document. */
  async showTerms(document: Uri): Promise<void> {
    await this.show(
      Uri.from({
        scheme,
        path: `/${l10n.t("Terms of {0}", fileName(nameOf(document).replace(/\.md$/, "")))}.md`,
        query: document.toString(),
      }),
    );
  }

  private async show(page: Uri): Promise<void> {
    const document = await workspace.openTextDocument(page);
    this.changed.fire(page);
    try {
      await commands.executeCommand("markdown.showPreviewToSide", page);
    } catch {
      // The editor has no Markdown preview.
      await window.showTextDocument(document, { preview: true });
    }
  }
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** A term as a name of a file: readable, and one segment of a path. */
function fileName(term: string): string {
  return term.replaceAll("/", "∕");
}
