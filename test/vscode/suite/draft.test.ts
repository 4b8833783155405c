/** The whole way in a real editor: a draft, its definitions and its squiggles. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  append,
  applyAction,
  asked,
  deleteFile,
  diagnostics,
  extension,
  findings,
  hoverOver,
  openExample,
  openText,
  replace,
  until,
  untilFound,
  untilGone,
  withSetting,
  writeFile,
} from "./support.ts";

const draft = `# Molecular mimicry

In molecular mimicry, a foreign antigen resembles a self-antigen.

Variants of the human leukocyte antigen (HLA) genes carry risk. Serum auto-antibodies are common;
autoantibodies bind tissue, and autoantibodies persist.
`;

describe("the example draft", () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await openExample("autoimmune-disease.md");
  });

  it("starts the extension", async () => {
    await until(() => extension().isActive, { what: "the extension to start" });
  });

  it("explains molecular mimicry in a hover", async () => {
    await untilHover(document, "molecular mimicry", /structural similarity|resembl/i);
  });

  it("underlines the name that differs and the abbreviation never used again", async () => {
    await untilFound(document, "prefix-always-closed", /auto-antibodies/);
    await untilFound(document, "abbr-unused", /EBV/);
  });
});

describe("a draft", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
  });

  it("leads from a finding to the page of its rule, without a network", async () => {
    const { page } = await untilFound(document, "abbr-unused", /HLA/);
    assert(page, "a page");
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# abbr-unused\n[\s\S]*## Source/);
  });

  it("loses a squiggle by its quick fix", async () => {
    const { range } = await untilFound(document, "prefix-always-closed", /auto-antibodies/);
    await applyAction(document, range, /autoantibod/);
    await untilGone(document, "prefix-always-closed", /auto-antibodies/);
    assert.match(document.getText(), /Serum autoantibodies are common/);
  });

  it("loses the abbreviation that is never used again, and nothing else", async () => {
    const { range } = await untilFound(document, "abbr-unused", /HLA/);
    await applyAction(document, range, /HLA|abbreviation/i);
    await untilGone(document, "abbr-unused", /HLA/);
    assert.equal(document.getText(), draft.replace(" (HLA)", ""));
  });

  it("shows a new fault while it is typed, and not after it is mended", async () => {
    await untilFound(document, "abbr-unused", /HLA/);
    await append(document, "\nAlleles HLA-DRB1*04:01 and HLA-DQB1*03:02 lend risk.\n");
    await untilFound(document, "hla-asterisk-markdown", /\*/);
    await replace(document, "DRB1*04:01", "DRB1\\*04:01");
    await replace(document, "DQB1*03:02", "DQB1\\*03:02");
    await untilGone(document, "hla-asterisk-markdown", /\*/);
  });

  it("mends all of it at once on request", async () => {
    await append(document, "\nAlleles HLA-DRB1*04:01 and HLA-DQB1*03:02 lend risk.\n");
    const { range } = await untilFound(document, "hla-asterisk-markdown", /\*/);
    const fixAll = vscode.CodeActionKind.SourceFixAll.append("immunolex");
    await applyAction(document, range, /./, fixAll);
    await untilGone(document, "hla-asterisk-markdown", /\*/);
    assert.match(document.getText(), /DRB1\\\*04:01 and HLA-DQB1\\\*03:02/);
  });

  it("completes a term that is being typed", async () => {
    await append(document, "\nOne cause is molecular mim");
    const end = document.positionAt(document.getText().length);
    await until(
      async () => {
        const list = await asked<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, end);
        return list.items.find(({ label }) => /^molecular mimicry/.test(typeof label === "string" ? label : label.label));
      },
      { what: "the completion “molecular mimicry”" },
    );
  });

  it("follows the settings at once", async () => {
    await untilFound(document, "abbr-unused", /HLA/);
    await withSetting("rules", { "abbr-unused": "off" }, async () => {
      await untilGone(document, "abbr-unused", /HLA/);
    });
    await untilFound(document, "abbr-unused", /HLA/);
  });
});

describe("a terminology of the workspace", () => {
  const pack = (definition: string): string => `name: of-the-suite\nconcepts:\n  - term: zebra cell\n    definition: ${definition}\n`;

  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(`${draft}\nThe zebra cell is striped.\n`);
  });
  afterEach(() => deleteFile("immunolex.yaml"));

  it("shows in an open draft, and so does each change of it", async () => {
    await writeFile("immunolex.yaml", pack("cell with black stripes"));
    await untilHover(document, "zebra cell", /black stripes/);
    await writeFile("immunolex.yaml", pack("cell with white stripes"));
    await untilHover(document, "zebra cell", /white stripes/);
    await deleteFile("immunolex.yaml");
    await until(async () => !/stripes/.test(await hoverOver(document, "zebra cell")), {
      what: "the hover to go with its file",
    });
  });

  it("has its faults shown in its own file, and the draft keeps its findings", async () => {
    await untilFound(document, "abbr-unused", /HLA/);
    const broken = await writeFile("immunolex.yaml", "name: broken\nconcepts: 12\n");
    await until(() => diagnostics(broken).length > 0, { what: "a diagnostic in immunolex.yaml" });
    assert.equal(diagnostics(broken)[0]?.range.start.line, 1);
    await untilFound(document, "abbr-unused", /HLA/);
    await untilHover(document, "molecular mimicry", /structural similarity|resembl/i);

    await writeFile("immunolex.yaml", pack("cell with black stripes"));
    await until(() => diagnostics(broken).length === 0, { what: "immunolex.yaml to be right" });
    await untilHover(document, "zebra cell", /black stripes/);
  });
});

describe("the commands", () => {
  it("are known to the editor", async () => {
    await openText(draft);
    await until(() => extension().isActive, { what: "the extension to start" });
    const known = await vscode.commands.getCommands(true);
    for (const name of ["lookUpTerm", "showTerminologySet", "restartServer"]) {
      assert.ok(known.includes(`immunolex.${name}`), `no command immunolex.${name}`);
    }
  });

  it("restart the server, which finds everything again", async () => {
    const document = await openText(draft);
    await untilFound(document, "abbr-unused", /HLA/);
    await vscode.commands.executeCommand("immunolex.restartServer");
    await untilHover(document, "molecular mimicry", /structural similarity|resembl/i);
    await untilFound(document, "abbr-unused", /HLA/);
    await append(document, "\nAlleles HLA-DRB1*04:01 and HLA-DQB1*03:02 lend risk.\n");
    await untilFound(document, "hla-asterisk-markdown", /\*/);
    const once = findings(document).filter(({ rule }) => rule === "term-variant");
    assert.equal(new Set(once.map(({ range }) => JSON.stringify(range))).size, once.length);
  });
});

/** Waits for the hover over a term to say something. */
async function untilHover(document: vscode.TextDocument, term: string, says: RegExp): Promise<void> {
  await until(async () => says.test(await hoverOver(document, term)), {
    what: `the hover over “${term}” to say ${says}`,
    seen: () => hoverOver(document, term),
  });
}
