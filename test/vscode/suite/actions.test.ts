/** The actions behind the light bulb and in the palette, each applied and taken back in the real editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Views } from "../../../client/src/views.ts";
import {
  applyAction,
  codeActions,
  deleteFile,
  extension,
  findings,
  hoverOver,
  inWorkspace,
  openText,
  placeIn,
  rangeOf,
  replace,
  undo,
  until,
  untilFound,
  untilGone,
} from "./support.ts";

const draft = `# Draft \u{1d6fd}

The human leukocyte antigen (HLA) genes. HLA, HLA and HLA. A made-up test enzyme (MUTE) acts.

Two regulatory T cells rest; regulatory T cells (Tregs) act. A Treg dies.

Autoimmune diseases last. An autoimmune disorder hurts; “autoimmune disorders” is quoted.

## References

1. A book on autoimmune disorders.
`;

const rewrite = vscode.CodeActionKind.RefactorRewrite;

describe("an action: a change of wording", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
  });

  const changes: readonly { over: string; title: RegExp; becomes: (text: string) => string }[] = [
    {
      over: "HLA, HLA",
      title: /^Write out here: “human leukocyte antigen”$/,
      becomes: (text) => text.replace("HLA, HLA and", "Human leukocyte antigen, HLA and"),
    },
    {
      over: "regulatory T cells rest",
      title: /^Abbreviate here: “Treg”$/,
      becomes: (text) => text.replace("regulatory T cells rest", "Tregs rest"),
    },
    {
      over: "Treg dies",
      title: /^Define “regulatory T cell \(Treg\)” at first use and abbreviate the rest$/,
      becomes: (text) =>
        text.replace("regulatory T cells rest", "regulatory T cells (Tregs) rest").replace("regulatory T cells (Tregs) act", "Tregs act"),
    },
    {
      over: "autoimmune disorder hurts",
      title: /^Use “autoimmune disorder” throughout/,
      becomes: (text) => text.replace("Autoimmune diseases", "Autoimmune disorders"),
    },
    {
      over: "autoimmune disorder hurts",
      title: /^Use the preferred term “autoimmune disease” throughout/,
      becomes: (text) => text.replace("autoimmune disorder hurts", "autoimmune disease hurts"),
    },
  ];
  for (const { over, title, becomes } of changes) {
    it(`${title.source.replace(/[\^$\\]/g, "")} changes that alone, and comes back in one step`, async () => {
      await applyAction(document, at(document, over), title, rewrite);
      assert.equal(document.getText(), becomes(draft));
      await undo(document);
      assert.equal(document.getText(), draft);
    });
  }

  it("is not offered where the text is a quotation", async () => {
    await untilOffered(document, "autoimmune disorder hurts", /^Use/, rewrite);
    assert.deepEqual(await titles(document, "autoimmune disorders” is", rewrite, /Abbreviate|Write out/), []);
  });
});

describe("an action: what goes into the folder's own terms", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await deleteFile("immunolex.yaml");
  });

  it("is a term of the draft, which is known from then on", async () => {
    await applyAction(document, at(document, "MUTE"), /^Add “made-up test enzyme \(MUTE\)” to the terms of this folder$/, rewrite);
    assert.equal(await savedPack(), "concepts:\n  - term: made-up test enzyme\n    abbreviation: MUTE\n");
    assert.equal(document.getText(), draft);
    const other = await openText("The made-up test enzyme rests.\n");
    await until(async () => /made\\?-up test enzyme/.test(await hoverOver(other, "made-up")), {
      what: "the hover over the added term",
      seen: () => hoverOver(other, "made-up"),
    });
    await until(async () => (await titles(document, "MUTE", rewrite, /^Add/)).length === 0, { what: "the offer to go" });
  });

  it("is a rule that the whole folder allows", async () => {
    const { range } = await untilFound(document, "abbr-unused", /MUTE/);
    await applyAction(document, range, /^Allow `abbr-unused` in this folder$/);
    assert.match(await savedPack(), /^rules:\n {2}abbr-unused: off\n$/);
    await untilGone(document, "abbr-unused", /MUTE/);
  });
});

describe("an action: a rule that a writer allows", () => {
  for (const [where, added] of [
    ["here", /<!-- immunolex-[\w-]+ abbr-unused -->/],
    ["in this file", /<!-- immunolex-disable-file abbr-unused -->|<!-- immunolex-[\w-]+ abbr-unused -->/],
  ] as const) {
    it(`${where} is silent, with a comment and no other change, until it is undone`, async () => {
      const document = await openText(draft);
      const { range } = await untilFound(document, "abbr-unused", /MUTE/);
      await applyAction(document, range, new RegExp(`^Allow \`abbr-unused\` ${where}$`));
      assert.match(document.getText(), added);
      assert.equal(
        document
          .getText()
          .replace(/<!-- .*? -->/g, "")
          .replace(/\s/g, ""),
        draft.replace(/\s/g, ""),
      );
      await untilGone(document, "abbr-unused", /MUTE/);
      assert(!findings(document).some(({ rule }) => rule === "unused-suppression"));
      await undo(document);
      assert.equal(document.getText(), draft);
      await untilFound(document, "abbr-unused", /MUTE/);
    });
  }
});

describe("an action: the lists of a manuscript", () => {
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
    await takingTheFirst("immunolex.exportList");
    const exported = vscode.window.activeTextEditor?.document;
    assert(exported);
    assert.deepEqual([exported.isUntitled, exported.languageId], [true, "html"]);
    assert.match(exported.getText(), /<td>HLA<\/td>\s*<td>human leukocyte antigen<\/td>/);
    assert.equal(document.getText(), draft);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

describe("an action: looking up a term", () => {
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

/** A cursor at a place, not a selection. */
function at(document: vscode.TextDocument, over: string): vscode.Range {
  const place = placeIn(document, over);
  return new vscode.Range(place, place);
}

async function titles(document: vscode.TextDocument, over: string, kind: vscode.CodeActionKind, like: RegExp): Promise<string[]> {
  const actions = await codeActions(document, at(document, over), kind);
  return actions.map(({ title }) => title).filter((title) => like.test(title));
}

async function untilOffered(document: vscode.TextDocument, over: string, like: RegExp, kind: vscode.CodeActionKind): Promise<void> {
  await until(async () => (await titles(document, over, kind, like)).length > 0, { what: `${like} at “${over}”` });
}

/** Saves the folder's settings file as the action has left it, and answers its text. */
async function savedPack(): Promise<string> {
  const pack = await vscode.workspace.openTextDocument(inWorkspace("immunolex.yaml"));
  await pack.save();
  return pack.getText();
}
