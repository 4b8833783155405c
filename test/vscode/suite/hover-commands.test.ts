/** What the links under a hover and the lines above a definition lead to, wherever the cursor stands. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { asked, extension, hoverOver, openText, rangeOf, until, withSetting } from "./support.ts";

const draft = "Systemic lupus erythematosus (SLE) is rare.\n\nThe SLE flares; SLE hurts. Molecular mimicry is shown.\n";

/** The link with a label in a hover, as the editor reads it. */
async function linkOver(document: vscode.TextDocument, over: string, label: string): Promise<{ command: string; args: unknown[] }> {
  const told = await until(
    async () => {
      const text = await hoverOver(document, over);
      return text.includes(`[${label}](`) && text;
    },
    { what: `“${label}” over “${over}”`, seen: () => hoverOver(document, over) },
  );
  const [, address = ""] = new RegExp(`\\[${label}\\]\\(([^)\\s]+)\\)`).exec(told) ?? [];
  const { path, query } = vscode.Uri.parse(address);
  return { command: path, args: JSON.parse(decodeURIComponent(query)) };
}

async function follow(document: vscode.TextDocument, over: string, label: string): Promise<void> {
  const { command, args } = await linkOver(document, over, label);
  await vscode.commands.executeCommand(command, ...args);
}

describe("the links under a hover", () => {
  it("open the term card of the name under it", async () => {
    const document = await openText(draft);
    await follow(document, "Molecular mimicry", "Term card");
    const { card } = extension().exports as { card: { page: string | undefined } };
    await until(() => card.page?.includes("molecular mimicry"), { what: "the term card" });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("begin to rename the name under it, not the one at the cursor", async () => {
    const document = await openText(draft);
    const place = rangeOf(document, "SLE flares").start;
    await follow(document, "SLE flares", "Rename");
    await until(() => vscode.window.activeTextEditor?.selection.active.line === place.line, {
      what: "the cursor at the name",
      seen: () => vscode.window.activeTextEditor?.selection,
    });
    await vscode.commands.executeCommand("cancelRenameInput");
    assert.equal(document.getText(), draft);
  });

  it("open all uses over the text", async () => {
    const document = await openText(draft);
    await untilUsesShow(() => follow(document, "SLE flares", "All uses"));
  });

  it("are also a command that works at the cursor", async () => {
    const document = await openText(draft);
    await linkOver(document, "SLE flares", "All uses");
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    const { start } = rangeOf(document, "Molecular mimicry");
    editor.selection = new vscode.Selection(start, start);
    await untilUsesShow(() => vscode.commands.executeCommand("immunolex.showUses"));
  });
});

describe("the line above a definition", () => {
  it("opens the uses it counts", async () => {
    await withSetting("codeLens", true, async () => {
      const document = await openText(draft);
      const lenses = await until(
        async () => {
          const found = await asked<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
          return found.some(({ command }) => command?.command === "immunolex.showUses") && found;
        },
        { what: "the line above the definition" },
      );
      const command = lenses.find((lens) => lens.command?.command === "immunolex.showUses")?.command;
      assert.equal(command?.title, "SLE: defined here · 2 uses");
      const [argument] = command?.arguments ?? [];
      assert.equal((argument as { abbreviation?: string }).abbreviation, "SLE");
      await untilUsesShow(() => vscode.commands.executeCommand("immunolex.showUses", argument));
    });
  });
});

/** Waits for the list of uses that an action opens: it shows the text of one of them in an editor of its own. */
async function untilUsesShow(act: () => Thenable<unknown>): Promise<void> {
  const editors = vscode.window.visibleTextEditors.length;
  await act();
  await until(() => vscode.window.visibleTextEditors.length > editors, {
    what: "the list of uses",
    seen: () => vscode.window.visibleTextEditors.map(({ document: { uri } }) => uri.toString()),
  });
  await vscode.commands.executeCommand("closeReferenceSearch");
  await until(() => vscode.window.visibleTextEditors.length === editors, { what: "the list of uses to go" });
}
