/** The lists of a manuscript and the look-up, by their actions and commands in the real editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Views } from "../../../client/src/views.ts";
import { at, rewrite, titles, untilOffered } from "./offers.ts";
import { applyAction, extension, hoverOver, openText, rangeOf, replace, undo, until } from "./support.ts";

const draft = `# Draft \u{1d6fd}

The human leukocyte antigen (HLA) genes. HLA, HLA and HLA. A made-up test enzyme (MUTE) acts.

## References

1. A book on autoimmune disorders.
`;

describe("the lists of a manuscript", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
  });

  it("come into the draft before the references, follow it, and leave in one step", async () => {
    const kind = vscode.CodeActionKind.Source.append("abbreviationList").append("immunolex");
    await applyAction(document, at(document, "Draft"), /^Insert abbreviation list/, kind);
    const list = "## Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| HLA | human leukocyte antigen |\n\n";
    assert.equal(document.getText(), draft.replace("## References", `${list}## References`));
    assert.deepEqual(await titles(document, "Draft", kind, /./), []);
    await undo(document);
    assert.equal(document.getText(), draft);
    await applyAction(document, at(document, "Draft"), /^Insert abbreviation list/, kind);
    await replace(document, "acts.", "acts. MUTE, MUTE and MUTE.");
    await applyAction(document, at(document, "Draft"), /^Update abbreviation list \(1 new\)/, kind);
    assert.match(document.getText(), /antigen \|\n\| MUTE \| made-up test enzyme \|\n\n## References/);
  });

  it("are inserted by the command, as the palette calls it", async () => {
    await untilOffered(document, "HLA, HLA", /^Write out/, rewrite);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("immunolex.updateAbbreviationList");
    await until(() => document.getText().includes("| HLA | human leukocyte antigen |"), {
      what: "the list",
      seen: () => document.getText(),
    });
  });

  it("include a glossary with definitions", async () => {
    const text = `${draft}\nMolecular mimicry; molecular mimicry and molecular mimicry.\n`.replace(
      /## References[\s\S]*?disorders\.\n/,
      "",
    );
    const other = await openText(text);
    const kind = vscode.CodeActionKind.Source.append("glossary").append("immunolex");
    await applyAction(other, at(other, "Draft"), /^Insert glossary/, kind);
    assert(other.getText().startsWith(text));
    assert.match(other.getText().slice(text.length), /^\n## Glossary\n\n[\s\S]*\| molecular mimicry \| .+ \|/);
    await undo(other);
    assert.equal(other.getText(), text);
  });

  it("open as a new file in the form that the writer picks", async () => {
    await untilOffered(document, "HLA, HLA", /^Write out/, rewrite);
    await vscode.window.showTextDocument(document);
    // The first list is that of abbreviations, the first form an HTML table.
    await takingTheFirst("immunolex.exportList");
    const exported = vscode.window.activeTextEditor?.document;
    assert(exported);
    assert.deepEqual([exported.isUntitled, exported.languageId], [true, "html"]);
    assert.match(exported.getText(), /<td>HLA<\/td>\s*<td>human leukocyte antigen<\/td>/);
    assert.equal(document.getText(), draft);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

describe("looking up a term", () => {
  it("begins with what is selected and opens the card of what is picked", async () => {
    const document = await openText("In molecular mimicry, it is alike.\n");
    const editor = await vscode.window.showTextDocument(document);
    const range = rangeOf(document, "molecular mimicry");
    editor.selection = new vscode.Selection(range.start, range.end);
    const { card } = (await extension().activate()) as Views;
    await until(async () => /mimicry/.test(await hoverOver(document, "molecular mimicry")), { what: "the hover" });
    await takingTheFirst("immunolex.lookUpTerm");
    await until(() => card.page?.includes('<h1 tabindex="-1">molecular mimicry</h1>'), {
      what: "the card",
      seen: () => card.page?.slice(0, 300),
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});

/** Runs a command that shows lists, as someone who presses Enter until it has ended. */
async function takingTheFirst(command: string): Promise<void> {
  let ended = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    ended = true;
  });
  await until(
    async () => {
      if (!ended) await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return ended;
    },
    { what: `${command} to end` },
  );
  await done;
}
