/** What helps while a draft is written: hovers, completion and the aids that are drawn into the text. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, asked, deleteFile, hoverOver, openText, rangeOf, replace, until, withSetting, writeFile } from "./support.ts";

describe("a hover in a draft", () => {
  it("says what the name is, what this draft does with it and where it defines it", async () => {
    const text = "Systemic lupus erythematosus (SLE) is rare.\n\nThe SLE flares; SLE hurts.\n";
    const document = await openText(text);
    const told = await untilTold(document, "SLE flares", /systemic lupus erythematosus/);
    assert.match(told, /^\*\*systemic lupus erythematosus\*\*/);
    assert.match(told, /\*In this document:\* “SLE” is defined in \[line 1\]\(.*\.md#L1\)/);
    assert.match(told, /\*Used:\* 4 times/);
    const target = /\[line 1\]\(([^)]+)\)/.exec(told)?.[1] ?? "";
    assert.equal(vscode.Uri.parse(target).path, document.uri.path);
  });

  it("covers the name and nothing else, once", async () => {
    const document = await openText("An antigen, molecular mimicry, is shown.\n");
    const hovers = await until(
      async () => {
        const found = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document, "molecular mimicry");
        return found.length > 0 && found;
      },
      { what: "the hover" },
    );
    assert.deepEqual(
      hovers.map(({ range }) => range && document.getText(range)),
      ["molecular mimicry"],
    );
  });

  it("says what became of an old name, and reads an HLA allele field by field", async () => {
    const document = await openText("Wegener's granulomatosis relapsed.\n\nThe allele HLA-DRB1\\*04:01:01 lends risk.\n");
    await untilTold(document, "Wegener", /superseded since 2011: use \*\*granulomatosis with polyangiitis\*\*/);
    const told = await hoverOver(document, "DRB1");
    assert.match(told, /^\*\*HLA\\?-DRB1/);
    assert.equal(told.match(/^- \d\d: /gm)?.length, 3, told);
  });

  it("says which of several meanings the draft has chosen, and why", async () => {
    const document = await openText("Crohn disease (CD) hurts.\n\nThe CD flared.\n");
    await untilTold(document, "CD flared", /Here “CD” means \*\*Crohn disease\*\*, because \[line 1\]\(.*\) defines it so/);
  });

  it("runs no command, shows no picture and no HTML, whatever a pack says", async () => {
    const nasty = "[x](command:immunolex.restartServer) ![y](https://example.org/y.png) <img src=https://example.org/z.png>";
    await writeFile("immunolex.yaml", `name: nasty\nconcepts:\n  - term: quagga cell\n    definition: "${nasty}"\n`);
    try {
      const document = await openText("The quagga cell is extinct.\n");
      await untilTold(document, "quagga cell", /restartServer/);
      const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document, "quagga cell");
      for (const content of hovers.flatMap(({ contents }) => contents)) {
        assert(content instanceof vscode.MarkdownString || (typeof content === "object" && "value" in content));
        const { isTrusted } = content as vscode.MarkdownString;
        // Links of ours may run three commands of ours; nothing may run another.
        const enabled = typeof isTrusted === "object" ? isTrusted.enabledCommands : isTrusted ? ["anything"] : [];
        assert(
          enabled.every((name) => ["immunolex.showTermCard", "immunolex.showUses", "immunolex.renameTerm"].includes(name)),
          `${enabled}`,
        );
        assert(!("supportHtml" in content && content.supportHtml), "no HTML");
        assert.doesNotMatch(content.value, /(?<!\\)\]\(command:(?!immunolex\.(?:showTermCard|showUses|renameTerm)\?)|(?<!\\)!\[/);
      }
    } finally {
      await deleteFile("immunolex.yaml");
    }
  });
});

describe("completion in a draft", () => {
  it("introduces the abbreviation behind a long form, in the writer's own words", async () => {
    const text = "Many regulatory T cells";
    const document = await openText(text);
    const list = await until(
      async () => {
        const found = await completions(document, document.positionAt(text.length));
        return found.some(({ label }) => name(label) === "regulatory T cells (Tregs)") && found;
      },
      { what: "“regulatory T cells (Tregs)”" },
    );
    const item = list.find(({ label }) => name(label) === "regulatory T cells (Tregs)");
    const { range } = item ?? {};
    assert(range);
    assert.equal(document.getText("start" in range ? range : range.replacing), "regulatory T cells");
  });

  it("continues a long form with and without its abbreviation, and no more once it is defined", async () => {
    const document = await openText("In systemic lupus ery");
    const end = () => document.positionAt(document.getText().length);
    const offered = async () => (await completions(document, end())).map(({ label }) => name(label));
    await until(async () => (await offered()).includes("systemic lupus erythematosus (SLE)"), { what: "the introduction", seen: offered });
    await replace(document, "In ", "Systemic lupus erythematosus (SLE). In ");
    await until(async () => !(await offered()).includes("systemic lupus erythematosus (SLE)"), { what: "no introduction", seen: offered });
    assert((await offered()).includes("systemic lupus erythematosus"));
  });

  it("is written into the draft as it was offered, with the definition on its side", async () => {
    const text = "Many regulatory T cells";
    const document = await openText(text);
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(text.length);
    editor.selection = new vscode.Selection(end, end);
    const resolved = await until(
      async () => {
        const list = await asked<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, end, undefined, 20);
        return list.items.find(({ label }) => name(label) === "regulatory T cells (Tregs)");
      },
      { what: "“regulatory T cells (Tregs)”" },
    );
    const { documentation } = resolved;
    assert.match(typeof documentation === "string" ? documentation : (documentation?.value ?? ""), /\*\*regulatory T cell\*\*/);
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    await until(
      async () => {
        // Does nothing until the list is drawn.
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return document.getText() !== text;
      },
      { what: "the suggestion to be taken" },
    );
    assert.equal(document.getText(), "Many regulatory T cells (Tregs)");
  });
});

describe("reading aids in a draft", () => {
  const draft = "# Lupus\n\nSystemic lupus erythematosus (SLE) \u{1d6fd}: SLE flares.\n\nIn SLE, Wegener's granulomatosis.\n";
  let document: vscode.TextDocument;
  const whole = () => new vscode.Range(0, 0, document.lineCount, 0);
  const hints = () => asked<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole());
  const lenses = () => asked<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);
  const tokens = () => asked<vscode.SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens", document.uri);
  beforeEach(async () => {
    document = await openText(draft);
    await untilTold(document, "SLE flares", /lupus/);
  });

  it("are not there unless they are wanted", async () => {
    assert.deepEqual([await hints(), await lenses(), (await tokens())?.data.length ?? 0], [[], [], 0]);
  });

  it("color the names that are known, and which of them are definitions or old", () =>
    withSetting("highlightTerms", true, async () => {
      const legend = await asked<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend", document.uri);
      const words = async () => named(document, (await tokens())?.data ?? new Uint32Array(), legend);
      await until(async () => (await words()).length > 0, { what: "the colors" });
      const found = await words();
      assert.deepEqual(found.slice(1, 4), [
        "Systemic lupus erythematosus immunolexTerm.definition",
        "SLE immunolexAbbreviation.definition",
        "SLE immunolexAbbreviation",
      ]);
      assert(found.includes("Wegener's granulomatosis immunolexTerm.deprecated"), JSON.stringify(found));
    }));

  it("say behind each n-th use what an abbreviation stands for", () =>
    withSetting("inlayHints.everyNthUse", 2, async () => {
      const [hint, ...more] = await until(async () => ((await hints()).length > 0 ? hints() : undefined), { what: "a hint" });
      assert(hint);
      const at = rangeOf(document, "SLE, ").start.translate(0, 3);
      assert.deepEqual([hint.label, hint.position, more], ["(systemic lupus erythematosus)", at, []]);
    }));

  it("count above a definition how often its abbreviation is used", () =>
    withSetting("codeLens", true, async () => {
      const titles = async () => (await lenses()).map(({ command }) => command?.title);
      await until(async () => (await titles()).length > 0, { what: "a lens" });
      assert.deepEqual(await titles(), ["SLE: defined here · 2 uses"]);
      await replace(document, "# Lupus", "# Lupus\n\nThe SLE");
      await until(async () => (await titles())[0] === "SLE: defined here · 3 uses · 1 before the definition", {
        what: "the lens to follow the edit",
        seen: titles,
      });
    }));
});

async function untilTold(document: vscode.TextDocument, over: string, says: RegExp): Promise<string> {
  return until(
    async () => {
      const told = await hoverOver(document, over);
      return says.test(told) && told;
    },
    { what: `the hover over “${over}” to say ${says}`, seen: () => hoverOver(document, over) },
  );
}

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionItem[]> {
  return (await asked<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, at)).items;
}

function name(label: string | vscode.CompletionItemLabel): string {
  return typeof label === "string" ? label : label.label;
}

/** The text of each colored place with its type and modifiers, from the five numbers that the API gives for each. */
function named(document: vscode.TextDocument, data: Uint32Array, legend: vscode.SemanticTokensLegend): string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.subarray(i, i + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const text = document.getText(new vscode.Range(line, character, line, character + length));
    found.push(`${text} ${[legend.tokenTypes[type], ...modifiers].join(".")}`);
  }
  return found;
}
