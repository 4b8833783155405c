/** Read-only pages of the extension: the rules, and the terms of a document. */
import { commands, EventEmitter, l10n, type TextDocumentContentProvider, Uri, window, workspace } from "vscode";
import type { TerminologySet } from "./protocol.ts";
import { terminologyPage } from "./terminology-page.ts";

export const scheme = "immunolex";

/** Where the pages of the rules are; a rule's id and ".md" follow. */
export const rulePages = Uri.from({ scheme, path: "/rules/" });

/** The text of the pages. A page on a document asks for it anew whenever it is shown. */
export class Pages implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly termsOf: (uri: string) => Promise<TerminologySet | null>;

  private readonly extension: Uri;

  constructor(extension: Uri, termsOf: (uri: string) => Promise<TerminologySet | null>) {
    this.extension = extension;
    this.termsOf = termsOf;
  }

  async provideTextDocumentContent(page: Uri): Promise<string> {
    if (page.path.startsWith(rulePages.path)) return this.rulePage(nameOf(page));
    return terminologyPage(nameOf(Uri.parse(page.query)), await this.termsOf(page.query));
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
