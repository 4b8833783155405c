import {
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
import { type AbbreviationInUse, type AbbreviationState, abbreviationsRequest } from "./protocol.ts";
import type { Server } from "./server.ts";
import { uses } from "./wording.ts";

/** A row of the tree: a state, or an abbreviation in it. */
export type AbbreviationsRow =
  | { readonly kind: "state"; readonly state: AbbreviationState; readonly items: readonly AbbreviationInUse[] }
  | { readonly kind: "abbreviation"; readonly item: AbbreviationInUse };

const id = "immunolex.abbreviations";

/** What a writer should see to comes first. */
const states: readonly AbbreviationState[] = ["conflicting", "undefined", "early", "unused", "defined", "exempt"];

const icons: Readonly<Record<AbbreviationState, ThemeIcon>> = {
  conflicting: new ThemeIcon("error", new ThemeColor("list.errorForeground")),
  undefined: new ThemeIcon("question", new ThemeColor("list.warningForeground")),
  early: new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  unused: new ThemeIcon("circle-slash"),
  defined: new ThemeIcon("check"),
  exempt: new ThemeIcon("dash"),
};

/** The abbreviations of the draft in view, by what there is to do about them. */
export class AbbreviationsView implements TreeDataProvider<AbbreviationsRow>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly answer: LiveAnswer<AbbreviationInUse>;
  private readonly tree: TreeView<AbbreviationsRow>;
  private readonly listening: Disposable;

  constructor(server: Server, draft: DraftInView) {
    this.answer = new LiveAnswer(id, abbreviationsRequest, server, draft, () => this.show());
    this.tree = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.listening = this.answer.follow(this.tree);
  }

  getChildren(row?: AbbreviationsRow): AbbreviationsRow[] {
    if (row?.kind === "abbreviation") return [];
    if (row) return row.items.map((item) => ({ kind: "abbreviation", item }));
    return states
      .map((state) => ({ kind: "state" as const, state, items: this.answer.items.filter((item) => item.state === state) }))
      .filter(({ items }) => items.length > 0);
  }

  getTreeItem(row: AbbreviationsRow): TreeItem {
    return row.kind === "state" ? stateItem(row.state, row.items.length) : abbreviationItem(row.item, this.answer.uri);
  }

  dispose(): void {
    this.listening.dispose();
    this.tree.dispose();
    this.answer.dispose();
    this.changed.dispose();
  }

  private show(): void {
    const { items } = this.answer;
    const open = items.filter(({ state }) => state !== "defined" && state !== "exempt").length;
    if (items.length === 0) this.tree.description = "";
    else this.tree.description = open === 0 ? l10n.t("all in order") : l10n.t("{0} to look at", open);
    this.changed.fire();
  }
}

function titleOf(state: AbbreviationState): string {
  const titles: Readonly<Record<AbbreviationState, string>> = {
    conflicting: l10n.t("Conflicting"),
    undefined: l10n.t("Undefined"),
    early: l10n.t("Used before definition"),
    unused: l10n.t("Defined and not used"),
    defined: l10n.t("Defined"),
    exempt: l10n.t("No definition needed"),
  };
  return titles[state];
}

function stateItem(state: AbbreviationState, count: number): TreeItem {
  const item = new TreeItem(titleOf(state), state === "exempt" ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
  item.id = `state ${state}`;
  item.description = `${count}`;
  item.contextValue = "state";
  return item;
}

function abbreviationItem(abbreviation: AbbreviationInUse, uri: string | undefined): TreeItem {
  const { short, long, state, message, uses: used, definitions, longUses, place } = abbreviation;
  const item = new TreeItem(short, TreeItemCollapsibleState.None);
  item.id = `abbreviation ${short}`;
  item.description = [long, uses(used)].filter((part) => part).join(" · ");
  item.contextValue = "abbreviation";
  item.iconPath = icons[state];
  const counts = [
    uses(used),
    definitions === 1 ? l10n.t("1 definition") : l10n.t("{0} definitions", definitions),
    longUses === 0 ? undefined : l10n.t("long form written out besides: {0}", longUses),
  ];
  item.tooltip = new MarkdownString()
    .appendText([long === undefined ? short : `${short}: ${long}`, message].filter((part) => part).join("\n\n"))
    .appendMarkdown("\n\n")
    .appendText(counts.filter((part) => part).join(" · "));
  item.accessibilityInformation = { label: [short, long, titleOf(state), uses(used)].filter((part) => part).join(", ") };
  item.command = {
    title: l10n.t("Go to Next Occurrence"),
    command: "immunolex.walk",
    arguments: [{ uri, abbreviation: short }, place],
  };
  return item;
}
