/** The actions behind the light bulb, each applied and taken back in the real editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { at, rewrite, titles, untilOffered } from "./offers.ts";
import { applyAction, deleteFile, findings, hoverOver, inWorkspace, openText, undo, until, untilFound, untilGone } from "./support.ts";

const draft = `# Draft \u{1d6fd}

The human leukocyte antigen (HLA) genes. HLA, HLA and HLA. A made-up test enzyme (MUTE) acts.

Two regulatory T cells rest; regulatory T cells (Tregs) act. A Treg dies.

Autoimmune diseases last. An autoimmune disorder hurts; “autoimmune disorders” is quoted.

## References

1. A book on autoimmune disorders.
`;

describe("an action, a change of wording", () => {
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

describe("an action, what goes into the folder's own terms", () => {
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
    await applyAction(document, range, /^Allow “abbr-unused” in this folder$/);
    assert.match(await savedPack(), /^rules:\n {2}abbr-unused: off\n$/);
    await untilGone(document, "abbr-unused", /MUTE/);
  });
});

describe("an action, a rule that a writer allows", () => {
  for (const [where, added] of [
    ["here", /<!-- immunolex-[\w-]+ abbr-unused -->/],
    ["in this file", /^<!-- immunolex-disable-file abbr-unused -->/],
  ] as const) {
    it(`${where} is silent, with a comment and no other change, until it is undone`, async () => {
      const document = await openText(draft);
      const { range } = await untilFound(document, "abbr-unused", /MUTE/);
      await applyAction(document, range, new RegExp(`^Allow “abbr-unused” ${where}$`));
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

/** Saves the folder's settings file as the action has left it, and answers its text. */
async function savedPack(): Promise<string> {
  const pack = await vscode.workspace.openTextDocument(inWorkspace("immunolex.yaml"));
  await pack.save();
  return pack.getText();
}
