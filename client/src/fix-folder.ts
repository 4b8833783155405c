/** The command that fixes all drafts of a folder: which rules, a look at what would change, and a word to go ahead. */
import { commands, type Disposable, l10n, type QuickPickItem, type Tab, type Uri, window, workspace } from "vscode";
import type { Applied, FolderFixes, Preview } from "./folder-fixes.ts";
import type { RuleFixes } from "./protocol.ts";
import { changesInDrafts, placesInDrafts } from "./wording.ts";

/** Set while the editor in front shows fixes that are not yet applied. */
const pending = "immunolex.folderFixes";

/** Ends the question whether to apply the fixes that are shown. */
let answer: ((agreed: boolean) => void) | undefined;

/** Registers the commands. `draft` is the draft in view, whose folder is meant. */
export function folderFixCommands(fixes: FolderFixes, draft: () => Uri | undefined): Disposable[] {
  return [
    commands.registerCommand("immunolex.fixFolder", async () => {
      const folder = draft() ?? (await pickFolder());
      if (folder) await fixFolder(fixes, folder);
    }),
    commands.registerCommand("immunolex.applyFolderFixes", () => answer?.(true)),
  ];
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) void window.showInformationMessage(l10n.t("Open a folder first: all its drafts are looked through."));
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t("The drafts of which folder?") }))?.uri;
}

async function fixFolder(fixes: FolderFixes, folder: Uri): Promise<void> {
  const found = await fixes.rules(folder);
  if (found === null) sayFailed();
  if (!found) return;
  if (found.length === 0) {
    void window.showInformationMessage(l10n.t("The drafts of this folder have nothing that is safe to fix all at once."));
    return;
  }
  const rules = await pickRules(found);
  const preview = rules.length > 0 ? await fixes.preview(folder, rules) : undefined;
  if (preview === null) sayFailed();
  if (!preview) return;
  if (preview.drafts.length === 0) void window.showInformationMessage(said({ changes: 0, drafts: 0, left: preview.left }));
  else if (await agreed(preview)) {
    const applied = await fixes.apply(preview);
    await window.tabGroups.close(tabsOf(preview));
    void window.showInformationMessage(said(applied));
  }
}

function sayFailed(): void {
  void window.showErrorMessage(l10n.t("The drafts of this folder could not be looked through. The output channel Immunolex says why."));
}

async function pickRules(found: readonly RuleFixes[]): Promise<string[]> {
  const items = found.map(({ rule, title, places, drafts }): QuickPickItem & { readonly rule: string } => ({
    label: title,
    description: placesInDrafts(places, drafts),
    picked: true,
    rule,
  }));
  const options = {
    canPickMany: true,
    matchOnDescription: true,
    title: l10n.t("Fix All in Folder"),
    placeHolder: l10n.t("What to fix; you see each change before it is made"),
  } as const;
  return ((await window.showQuickPick(items, options)) ?? []).map(({ rule }) => rule);
}

/** Waits for the writer: the message's button, or the one above the preview. Who closes the preview wants none of it. */
async function agreed(preview: Preview): Promise<boolean> {
  answer?.(false);
  let settle: (agreed: boolean) => void = () => {};
  const choice = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  answer = settle;
  // The button is for the editor that shows these fixes, and for no other that shows changes.
  const look = () => void commands.executeCommand("setContext", pending, isOf(preview, window.tabGroups.activeTabGroup.activeTab));
  look();
  const closing = window.tabGroups.onDidChangeTabs(({ closed }) => {
    look();
    if (closed.length > 0 && tabsOf(preview).length === 0) settle(false);
  });
  const moving = window.tabGroups.onDidChangeTabGroups(look);
  // Who sends the message away can still use the button.
  const apply = l10n.t("Apply");
  const changes = preview.drafts.reduce((sum, { edits }) => sum + edits.length, 0);
  const question = l10n.t("{0}. Apply?", changesInDrafts(changes, preview.drafts.length));
  void window.showInformationMessage(question, apply).then((button) => {
    if (button === apply && answer !== settle)
      void window.showInformationMessage(l10n.t("These fixes are no longer shown. Start again to see them."));
    else if (button === apply) settle(true);
  });
  const agreed = await choice;
  closing.dispose();
  moving.dispose();
  if (answer === settle) {
    answer = undefined;
    void commands.executeCommand("setContext", pending, false);
  }
  return agreed;
}

function tabsOf(preview: Preview): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => isOf(preview, tab)));
}

function isOf({ title }: Preview, tab: Tab | undefined): boolean {
  return tab?.label.startsWith(title) === true;
}

/** What was done, and what was left. */
function said({ changes, drafts, left }: Applied): string {
  const done = drafts === 0 ? l10n.t("No draft was changed.") : l10n.t("Done: {0}.", changesInDrafts(changes, drafts));
  if (left.length === 0) return done;
  const names = left.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)).join(", ");
  return `${done} ${l10n.t("Left as they are, since they have changed meanwhile or could not be looked through: {0}.", names)}`;
}
