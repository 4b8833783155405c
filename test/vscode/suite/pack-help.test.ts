/** Help in immunolex.yaml by the editor's own means, with no other extension for YAML. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { asked, deleteFile, hoverOver, openText, rangeOf, replace, until, writeFile } from "./support.ts";

describe("help in immunolex.yaml", () => {
  after(() => deleteFile("immunolex.yaml"));

  it("offers keys, styles and rules, and explains them", async () => {
    await openText("Molecular mimicry is shown.\n");
    const uri = await writeFile("immunolex.yaml", "extends: \nrules:\n  abbr\n");
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    assert.deepEqual(await labelsAt(document, "extends: ", "ama"), ["consistent", "ama", "uk", "ji"]);
    assert.ok((await labelsAt(document, "abbr", "abbr-unused")).includes("abbr-conflict"));
    await replace(document, "  abbr\n", "  abbr-unused: off\nex\n");
    assert.ok((await labelsAt(document, "\nex", "exempt")).every((label) => label !== "rules"));
    assert.match(await hoverOver(document, "abbr-unused"), /\*\*abbr-unused\*\*[\s\S]*Reported:/);
    assert.match(await hoverOver(document, "extends"), /What this project starts from/);
    // The file stays open when it is deleted, and what it says would hold for the tests that follow.
    await replace(document, document.getText(), "");
    await document.save();
  });
});

/** The labels of our own items behind a text, once `wanted` is among them. */
async function labelsAt(document: vscode.TextDocument, behind: string, wanted: string): Promise<string[]> {
  const { end } = rangeOf(document, behind);
  let seen: string[] = [];
  return until(
    async () => {
      const list = await asked<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, end);
      // Words of the file are offered by the editor itself.
      const items = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet);
      seen = items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return seen.includes(wanted) && seen;
    },
    { what: `“${wanted}” behind “${behind}”`, seen: () => seen },
  );
}
