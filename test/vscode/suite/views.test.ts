/** The side bar, the term card and the first contact, in a real editor. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Views } from "../../../client/src/views.ts";
import { append, extension, openText, rangeOf, replace, until } from "./support.ts";

const draft = `# Molecular mimicry

In molecular mimicry, a foreign antigen resembles a self-antigen.

Variants of the human leukocyte antigen (HLA) genes carry risk; HLA matters. SLE was seen.
Molecular mimicry is common. He had Wegener's granulomatosis.
`;

describe("the Terms view", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
    await vscode.commands.executeCommand("immunolex.terms.focus");
  });

  it("lists the concepts of the draft by subject field, with counts, old names and findings", async () => {
    const views = await exported();
    await untilRow(views.terms, "molecular mimicry", /^3\u202f×$/);
    await untilRow(views.terms, "granulomatosis with polyangiitis", /GPA · 1\u202f× · 1 finding/);
    await untilRow(views.terms, "Wegener's granulomatosis", /superseded since 2011/);
    assert(rows(views.terms).some(({ label, level }) => label === "Autoimmunity and tolerance" && level === 0));
  });

  it("leads from one occurrence to the next and from the last to the first", async () => {
    const { terms } = await exported();
    const { command } = (await untilRow(terms, "molecular mimicry", /3/)).item;
    const seen: string[] = [];
    for (let click = 0; click < 4; click++) {
      await run(command);
      const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
      assert(editor);
      seen.push(`${editor.selection.start.line} ${document.getText(editor.selection)}`);
    }
    assert.deepEqual(seen, ["0 Molecular mimicry", "2 molecular mimicry", "5 Molecular mimicry", "0 Molecular mimicry"]);
  });

  it("follows an edit and another draft", async () => {
    const { terms } = await exported();
    await untilRow(terms, "molecular mimicry", /3/);
    await append(document, "\nOnce more: molecular mimicry.\n");
    await untilRow(terms, "molecular mimicry", /4/);
    await openText("The regulatory T cell rests.\n");
    await untilRow(terms, "regulatory T cell", /1/);
    assert(!rows(terms).some(({ label }) => label === "molecular mimicry"));
  });

  it("shows what fits the filter, and all again without it", async () => {
    const { terms } = await exported();
    await untilRow(terms, "molecular mimicry", /3/);
    terms.setFilter("wegener");
    assert.deepEqual(labels(terms), ["Vasculitides", "granulomatosis with polyangiitis", "Wegener's granulomatosis"]);
    terms.setFilter("nothing like it");
    assert.deepEqual(labels(terms), []);
    await vscode.commands.executeCommand("immunolex.clearTermsFilter");
    assert(labels(terms).includes("molecular mimicry"));
  });
});

describe("the Abbreviations view", () => {
  it("shows each abbreviation under its state and follows the draft", async () => {
    const document = await openText(draft);
    await vscode.commands.executeCommand("immunolex.abbreviations.focus");
    const { abbreviations } = await exported();
    await until(() => same(labels(abbreviations), ["Undefined", "SLE", "Defined", "HLA"]), {
      what: "SLE to be undefined and HLA defined",
      seen: () => labels(abbreviations),
    });
    const { item } = await untilRow(abbreviations, "HLA", /human leukocyte antigen · 1 use/);
    await run(item.command);
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    assert.deepEqual(editor?.selection.start, rangeOf(document, "HLA").start);
    await replace(document, "SLE was", "systemic lupus erythematosus (SLE) was");
    await until(() => same(labels(abbreviations), ["Defined and not used", "SLE", "Defined", "HLA"]), {
      what: "SLE to be unused",
      seen: () => labels(abbreviations),
    });
  });
});

describe("the term card", () => {
  it("shows what stands at the cursor, leads to a related concept and back, and to a place in the draft", async () => {
    const document = await openText(draft);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(rangeOf(document, "mimicry, a").start, rangeOf(document, "mimicry, a").start);
    const { card } = await exported();
    await until(
      async () => {
        // The first answer waits for the server; before that there is nothing at the cursor.
        await vscode.commands.executeCommand("immunolex.showTermCard");
        return card.page?.includes('<h1 tabindex="-1">molecular mimicry</h1>');
      },
      { what: "the card of molecular mimicry" },
    );
    assert.match(card.page ?? "", /In this draft: 3/);
    const other = /data-message="\{&quot;open&quot;:&quot;([^&]+)&quot;\}">([^<]+)</.exec(card.page ?? "");
    assert(other);
    await card.follow({ open: other[1] });
    assert(card.page?.includes(`<h1 tabindex="-1">${other[2]}`), card.page);
    await vscode.commands.executeCommand("immunolex.termCardBack");
    assert(card.page?.includes('<h1 tabindex="-1">molecular mimicry</h1>'));

    await append(document, "\nThe end.\n");
    await replace(document, "# Molecular mimicry", "# Mimicry\n\nMolecular mimicry");
    await card.follow({ place: 1 });
    const shown = vscode.window.visibleTextEditors.find((each) => each.document === document);
    assert.deepEqual(shown?.selection, new vscode.Selection(4, 3, 4, 20));
    for (const nonsense of [undefined, null, 7, {}, { open: 7 }, { place: "first" }, { place: 9999 }]) await card.follow(nonsense);
  });
});

describe("the first contact", () => {
  it("opens a sample draft that has findings and is no file yet", async () => {
    await vscode.commands.executeCommand("immunolex.openSample");
    const document = vscode.window.activeTextEditor?.document;
    assert(document);
    assert.deepEqual([document.isUntitled, document.languageId], [true, "markdown"]);
    await until(() => vscode.languages.getDiagnostics(document.uri).length >= 4, { what: "the findings of the sample draft" });
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("opens the folder's own terms, made with an example that is right", async () => {
    await openText(draft);
    await vscode.commands.executeCommand("immunolex.openOwnTerms");
    const document = vscode.window.activeTextEditor?.document;
    assert(document && /immunolex\.yaml$/.test(document.uri.path));
    const text = document.getText();
    assert.match(text, /term: house dust mite/);
    // A style in this file would outrank the one that was chosen in the settings.
    assert.doesNotMatch(text, /^extends:/m);
    const used = await openText("The house dust mite (HDM) lives; the HDM lives on.\n");
    await vscode.commands.executeCommand("immunolex.terms.focus");
    await untilRow((await exported()).terms, "house dust mite", /HDM · 3/);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert(used);
    await vscode.workspace.fs.delete(document.uri);
  });

  it("has keys that no other command has", async () => {
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse("vscode://defaultsettings/keybindings.json"))).getText();
    const bindings = [...text.matchAll(/"key":\s*"([^"]+)",\s*"command":\s*"([^"]+)"(?:,\s*"when":\s*"([^"]*)")?/g)].map(
      ([, key, command, when]) => ({ key, command, when }),
    );
    // Where our own panel has the keys, what they do elsewhere is not meant.
    const own = bindings.filter(({ command, when }) => command?.startsWith("immunolex.") && !when?.includes("immunolex."));
    assert(own.length >= 2);
    for (const { key } of own) {
      assert.deepEqual(
        bindings
          .filter((other) => other.key === key)
          .map(({ command }) => command)
          .filter((command) => !command?.startsWith("immunolex.")),
        [],
        key,
      );
    }
  });

  it("has a walkthrough that opens", async () => {
    await vscode.commands.executeCommand("immunolex.getStarted");
    await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label.match(/Welcome|Walkthrough/), {
      what: "the walkthrough",
      seen: () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});

/** What the extension shows beside the editor; the API lets nobody look into a tree or a panel. */
async function exported(): Promise<Views> {
  return (await extension().activate()) as Views;
}

interface Row {
  readonly level: number;
  readonly label: string;
  readonly item: vscode.TreeItem;
}

/** Every row of a tree as it would be drawn, open or not. */
function rows<Node>(tree: vscode.TreeDataProvider<Node>, parent?: Node, level = 0): Row[] {
  return (tree.getChildren(parent) as Node[]).flatMap((node) => {
    const item = tree.getTreeItem(node) as vscode.TreeItem;
    return [{ level, label: String(item.label), item }, ...rows(tree, node, level + 1)];
  });
}

function labels<Node>(tree: vscode.TreeDataProvider<Node>): string[] {
  return rows(tree).map(({ label }) => label);
}

function untilRow<Node>(tree: vscode.TreeDataProvider<Node>, label: string, description: RegExp): Promise<Row> {
  return until(() => rows(tree).find((row) => row.label === label && description.test(String(row.item.description))), {
    what: `the row “${label}” with ${description}`,
    seen: () => rows(tree).map((row) => `${row.label}: ${row.item.description}`),
  });
}

async function run(command: vscode.Command | undefined): Promise<void> {
  assert(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
