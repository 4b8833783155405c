/** The lists that a manuscript needs: kept in the draft by source actions, or taken out of it as texts of their own. */
import { commands, l10n, type QuickPickItem, type Uri, window, workspace } from "vscode";
import { type ListAnswer, type ListForm, type ListKind, listRequest } from "./protocol.ts";
import type { Server } from "./server.ts";
import { bringToFront } from "./walk.ts";

/** Inserts a list into a draft that is being edited, or brings the one that is there up to date. */
export async function updateList(server: Server, uri: Uri, what: ListKind): Promise<void> {
  const list = await server.ask(listRequest, { uri: uri.toString(), what, form: "table" });
  const told = list?.state === "open" ? undefined : whyNothing(what, list);
  if (told !== undefined) {
    void window.showInformationMessage(told);
    return;
  }
  // A source action is for the editor in front, which may be another than the draft's.
  await bringToFront(uri);
  await commands.executeCommand("editor.action.sourceAction", { kind: sourceKinds[what], apply: "first" });
}

/** The kinds of the server's code actions. */
const sourceKinds: Readonly<Record<ListKind, string>> = {
  abbreviations: "source.abbreviationList.immunolex",
  glossary: "source.glossary.immunolex",
};

/** Why there is no list to write. */
function whyNothing(what: ListKind, list: ListAnswer | null | undefined): string {
  if (!list) return l10n.t("Immunolex does not check this document. The setting immunolex.languages says which it checks.");
  const abbreviations = what === "abbreviations";
  if (list.state === "byHand")
    return l10n.t("This draft has a list in a form of its own, which is left as it is. Only tables and simple lists are kept up to date.");
  if (list.state === "current")
    return abbreviations ? l10n.t("The abbreviation list is up to date.") : l10n.t("The glossary is up to date.");
  const { leastUses } = list;
  if (abbreviations)
    return leastUses > 1
      ? l10n.t("Nothing to list yet: the list holds abbreviations that are used at least {0} times.", leastUses)
      : l10n.t("Nothing to list yet: this draft uses no abbreviation that needs explaining.");
  return leastUses > 1
    ? l10n.t("Nothing to list yet: the glossary holds terms that are used at least {0} times.", leastUses)
    : l10n.t("Nothing to list yet: this draft uses no term that has a definition.");
}

const kinds = (): (QuickPickItem & { readonly what: ListKind })[] => [
  { label: l10n.t("Abbreviations"), what: "abbreviations" },
  { label: l10n.t("Glossary"), what: "glossary" },
];

interface FormItem extends QuickPickItem {
  readonly form: ListForm;
  readonly language: string;
  /** Where it is not read in the editor: how to bring it to where it is. */
  readonly next?: string;
}

const forms = (): FormItem[] => [
  {
    label: l10n.t("HTML table"),
    description: l10n.t("for Word and web pages"),
    form: "html",
    language: "html",
    next: l10n.t("This is a table for Word: save it as a file that ends in .html, and open that file in Word."),
  },
  {
    label: "CSV",
    description: l10n.t("for spreadsheets"),
    form: "csv",
    language: "plaintext",
    next: l10n.t("This is a table for a spreadsheet: save it as a file that ends in .csv, and open that file there."),
  },
  {
    label: "TBX-Basic",
    description: l10n.t("for terminology and translation tools"),
    form: "tbx",
    language: "xml",
    next: l10n.t("This is a list for a terminology tool: save it as a file that ends in .tbx, and import that file there."),
  },
  { label: l10n.t("Markdown table"), form: "table", language: "markdown" },
  { label: l10n.t("Markdown definition list"), form: "definitionList", language: "markdown" },
];

/** Opens a list of a draft in a form that the writer picks, as a new file that can be saved or copied. */
export async function exportList(server: Server, uri: Uri): Promise<void> {
  const kind = await window.showQuickPick(kinds(), { title: l10n.t("Export List"), placeHolder: l10n.t("Which list?") });
  const form =
    kind && (await window.showQuickPick(forms(), { title: l10n.t("Export {0}", kind.label), placeHolder: l10n.t("In which form?") }));
  if (!form) return;
  const list = await server.ask(listRequest, { uri: uri.toString(), what: kind.what, form: form.form });
  if (!list || list.state === "empty") {
    void window.showInformationMessage(whyNothing(kind.what, list));
    return;
  }
  const { document } = await window.showTextDocument(await workspace.openTextDocument({ content: list.text, language: form.language }));
  if (form.next !== undefined) void offerToSave(document.uri, form.next);
}

/** Says what becomes of an export, since nobody sees a table in its source. */
async function offerToSave(document: Uri, next: string): Promise<void> {
  const save = l10n.t("Save…");
  if ((await window.showInformationMessage(next, save)) === save) await workspace.saveAs(document);
}
