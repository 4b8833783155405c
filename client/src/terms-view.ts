import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import type { DraftInView } from "./draft-in-view.ts";
import { LiveAnswer } from "./live-answer.ts";
import { documentTermsRequest, type NameStatus, type TermInUse } from "./protocol.ts";
import type { Server } from "./server.ts";
import { findings, times } from "./wording.ts";

type Form = TermInUse["forms"][number];

/** A row of the tree: a subject field, a concept in it, or a form of that concept. */
export type TermsRow =
  | { readonly kind: "subject"; readonly title: string; readonly terms: readonly TermInUse[] }
  | { readonly kind: "term"; readonly term: TermInUse }
  | { readonly kind: "form"; readonly term: TermInUse; readonly form: Form };

/** Id of the view, and what its context keys begin with. */
const id = "immunolex.terms";

/** Most concepts up to which all subject fields are open at first. */
const mostOpen = 80;

/** The concepts of the draft in view, by subject field. */
export class TermsView implements TreeDataProvider<TermsRow>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly answer: LiveAnswer<TermInUse>;
  private readonly tree: TreeView<TermsRow>;
  private readonly listening: Disposable;
  private filter = "";

  constructor(server: Server, draft: DraftInView) {
    this.answer = new LiveAnswer(id, documentTermsRequest, server, draft, () => this.show());
    this.tree = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.listening = this.answer.follow(this.tree);
  }

  getChildren(row?: TermsRow): TermsRow[] {
    if (!row) return this.subjects();
    if (row.kind === "subject") return row.terms.map((term) => ({ kind: "term", term }));
    if (row.kind === "term" && hasForms(row.term)) return row.term.forms.map((form) => ({ kind: "form", term: row.term, form }));
    return [];
  }

  getTreeItem(row: TermsRow): TreeItem {
    if (row.kind === "subject") return subjectItem(row.title, row.terms, this.answer.items.length <= mostOpen);
    const target = { uri: this.answer.uri, id: row.term.id };
    if (row.kind === "term") return termItem(row.term, target);
    return formItem(row.term, row.form, { ...target, form: row.form.text });
  }

  /** Lets the writer type what the rows must hold; the tree follows at once. */
  askFilter(): void {
    const before = this.filter;
    const box = window.createInputBox();
    box.title = l10n.t("Filter Terms");
    box.placeholder = l10n.t("Part of a term, an abbreviation or a subject field");
    box.value = before;
    let accepted = false;
    box.onDidChangeValue((value) => this.setFilter(value));
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) this.setFilter(before);
      box.dispose();
    });
    box.show();
  }

  /** Shows only rows with this text; all of them with "". */
  setFilter(text: string): void {
    this.filter = text.trim().toLowerCase();
    void commands.executeCommand("setContext", `${id}.filter`, this.filter !== "");
    this.show();
  }

  dispose(): void {
    this.listening.dispose();
    this.tree.dispose();
    this.answer.dispose();
    this.changed.dispose();
  }

  private show(): void {
    const { state, items } = this.answer;
    const left = items.filter((term) => matches(term, this.filter));
    if (state === "shown" || state === "filtered") this.answer.become(left.length === 0 ? "filtered" : "shown");
    this.tree.message = this.filter !== "" && left.length > 0 ? l10n.t("Filter: {0}", this.filter) : "";
    this.tree.description =
      items.length === 0 ? "" : this.filter === "" ? `${items.length}` : l10n.t("{0} of {1}", left.length, items.length);
    this.changed.fire();
  }

  private subjects(): TermsRow[] {
    const bySubject = new Map<string, TermInUse[]>();
    for (const term of this.answer.items) {
      if (!matches(term, this.filter)) continue;
      const title = subjectOf(term);
      const known = bySubject.get(title);
      if (known) known.push(term);
      else bySubject.set(title, [term]);
    }
    const titles = [...bySubject.keys()].sort((a, b) => a.localeCompare(b));
    return titles.map((title) => ({
      kind: "subject",
      title,
      terms: (bySubject.get(title) ?? []).sort((a, b) => a.term.localeCompare(b.term)),
    }));
  }
}

function subjectOf({ subject, origin }: TermInUse): string {
  if (origin.kind === "document") return l10n.t("Defined in this draft");
  return subject ?? l10n.t("Without a subject field");
}

function matches(term: TermInUse, filter: string): boolean {
  if (filter === "") return true;
  const texts = [term.term, term.abbreviation ?? "", subjectOf(term), ...term.forms.map(({ text }) => text)];
  return texts.some((text) => text.toLowerCase().includes(filter));
}

/** Whether the forms say more than the concept's row does. */
function hasForms({ forms, term }: TermInUse): boolean {
  return forms.length > 1 || forms[0]?.text !== term;
}

function subjectItem(title: string, terms: readonly TermInUse[], open: boolean): TreeItem {
  const item = new TreeItem(title, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = `subject ${title}`;
  item.description = `${terms.length}`;
  item.contextValue = "subject";
  return item;
}

function termItem(term: TermInUse, target: object): TreeItem {
  const collapsible = hasForms(term) ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(term.term, collapsible);
  const said = [term.abbreviation, times(term.count), term.findings > 0 ? findings(term.findings) : undefined].filter((part) => part);
  item.id = `term ${term.id}`;
  item.description = said.join(" · ");
  item.contextValue = "term";
  item.iconPath = termIcon(term);
  item.tooltip = tooltip(term);
  item.accessibilityInformation = { label: [term.term, ...said].join(", ") };
  item.command = { title: l10n.t("Go to Next Occurrence"), command: "immunolex.walk", arguments: [target] };
  return item;
}

function formItem(term: TermInUse, form: Form, target: object): TreeItem {
  const item = new TreeItem(form.text, TreeItemCollapsibleState.None);
  const said = [times(form.count), statusText(form)].filter((part) => part);
  item.id = `form ${term.id} ${form.text}`;
  item.description = said.join(" · ");
  item.contextValue = "form";
  item.iconPath = isOld(form.status) ? oldName : new ThemeIcon("blank");
  item.tooltip = form.reason ?? "";
  item.accessibilityInformation = { label: [form.text, ...said].join(", ") };
  item.command = { title: l10n.t("Go to Next Occurrence"), command: "immunolex.walk", arguments: [target] };
  return item;
}

const oldName = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));

function termIcon({ forms, findings: found }: TermInUse): ThemeIcon {
  if (forms.some(({ status }) => isOld(status))) return oldName;
  return new ThemeIcon(found > 0 ? "lightbulb" : "tag");
}

function isOld(status: NameStatus): boolean {
  return status === "deprecated" || status === "superseded";
}

/** What a writer should know of a form; nothing where it is the preferred one. */
function statusText({ status, since }: Form): string | undefined {
  if (status === "superseded") return since === undefined ? l10n.t("superseded") : l10n.t("superseded since {0}", since);
  if (status === "deprecated") return since === undefined ? l10n.t("not recommended") : l10n.t("not recommended since {0}", since);
  if (status === "admitted") return l10n.t("another accepted name");
  return status === "hidden" ? l10n.t("informal") : undefined;
}

/** Text of a pack is appended as text, so that it brings neither links nor markup. */
function tooltip({ term, definition, origin }: TermInUse): MarkdownString {
  const text = new MarkdownString().appendText(definition === undefined ? term : `${term}: ${definition}.`);
  return text.appendMarkdown("\n\n").appendText(origin.kind === "document" ? l10n.t("Defined in this draft") : origin.name);
}
