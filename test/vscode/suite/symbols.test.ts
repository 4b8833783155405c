/** A concept as a symbol: definition, references, highlights and rename, as the editor gets them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { apply, ask, deleteFile, openText, placeIn, undo, until, writeFile } from "./support.ts";

/** With two line ends of Windows and a letter of two UTF-16 units, which offsets must survive. */
const draft =
  "# Storms \u{1d6fd}\r\n\r\nAcute immune storms (AISs) pass.\r\nAn autoimmune disorder is no AIS. “AIS” is a name; autoimmune disorders last, `AIS` is code.\r\n";

const definitions = "vscode.executeDefinitionProvider";
const references = "vscode.executeReferenceProvider";
const rename = "vscode.executeDocumentRenameProvider";

describe("a concept as a symbol", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await openText(draft);
  });

  it("is defined where the draft says so", async () => {
    const [found, ...more] = await untilSome<vscode.LocationLink | vscode.Location>(definitions, document, "AIS. ");
    assert(found);
    const [uri, range] = "targetUri" in found ? [found.targetUri, found.targetSelectionRange] : [found.uri, found.range];
    assert.equal(uri.toString(), document.uri.toString());
    assert.equal(range && document.getText(range), "Acute immune storms (AISs)");
    assert.deepEqual(more, []);
  });

  it("is defined by its record in a file of the folder, which opens there", async () => {
    const pack = "name: of-the-symbols\nconcepts:\n  - term: okapi cell\n  - term: gnu cell\n    definition: cell with horns\n";
    await writeFile("immunolex.yaml", pack);
    try {
      const used = await openText("The gnu cell has horns.\n");
      await untilSome(definitions, used, "gnu cell");
      const editor = await vscode.window.showTextDocument(used);
      editor.selection = new vscode.Selection(placeIn(used, "gnu cell"), placeIn(used, "gnu cell"));
      await vscode.commands.executeCommand("editor.action.revealDefinition");
      const shown = await until(
        () => vscode.window.activeTextEditor?.document.uri.path.endsWith("/immunolex.yaml") && vscode.window.activeTextEditor,
        {
          what: "the record to open",
          seen: () => vscode.window.activeTextEditor?.document.uri.path,
        },
      );
      await until(() => shown.selection.active.line === 3, { what: "the cursor at the record", seen: () => shown.selection.active.line });
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    } finally {
      await deleteFile("immunolex.yaml");
    }
  });

  it("is defined by its record in the terminology, which opens as a page to read", async () => {
    const used = await openText("In molecular mimicry, it is alike.\n");
    const [found] = await untilSome<vscode.LocationLink | vscode.Location>(definitions, used, "molecular mimicry");
    assert(found);
    const page = await vscode.workspace.openTextDocument("targetUri" in found ? found.targetUri : found.uri);
    assert.match(page.getText(), /^molecular mimicry\n\nAutoimmunity and tolerance · .*\n\nmechanism of autoimmunity/);
    assert.match(page.getText(), /\n- antigenic mimicry: another accepted name\n/);
    assert.match(page.fileName, /molecular mimicry$/);
  });

  it("is referred to by every name it has, in this draft and in the others", async () => {
    const other = await openText("One AIS, and no acute immune storm.\n\nAutoimmune diseases last.\n");
    const found = async () => {
      const places = await ask<vscode.Location[]>(references, document, "autoimmune disorder is");
      return places.map(({ uri, range }) => [documentAt(uri, [document, other]), range] as const).filter(([of]) => of !== undefined);
    };
    const texts = async () => (await found()).map(([of, range]) => of?.getText(range)).sort();
    await until(async () => same(await texts(), ["Autoimmune diseases", "autoimmune disorder", "autoimmune disorders"]), {
      what: "the references of both drafts",
      seen: texts,
    });
    const own = await ask<vscode.Location[]>(references, document, "AIS. ");
    assert.deepEqual(
      own.filter(({ uri }) => uri.toString() === document.uri.toString()).map(({ range }) => document.getText(range)),
      ["Acute immune storms", "AISs", "AIS", "AIS"],
    );
  });

  it("is highlighted, and so is where it is defined", async () => {
    const found = await untilSome<vscode.DocumentHighlight>("vscode.executeDocumentHighlights", document, "AIS. ");
    const write = vscode.DocumentHighlightKind.Write;
    assert.deepEqual(
      found.map(({ range, kind }) => `${document.getText(range)}${kind === write ? " defined" : ""}`),
      ["Acute immune storms defined", "AISs defined", "AIS", "AIS"],
    );
  });

  it("can be renamed where it stands, under the name that it has there", async () => {
    const place = await until(() => ask<{ range: vscode.Range; placeholder: string }>("vscode.prepareRename", document, "AIS. "), {
      what: "the place to rename",
    });
    assert.deepEqual([document.getText(place.range), place.placeholder], ["AIS", "AIS"]);
    await assert.rejects(ask("vscode.prepareRename", document, "AIS” "), /quotation/);
    await assert.rejects(ask(rename, document, "AIS. ", "autoimmune disorder"), /already names “autoimmune disease”/);
  });

  for (const { over, to, change } of [
    { over: "AIS. ", to: "CIS", change: (text: string) => text.replace("AISs", "CISs").replace("no AIS", "no CIS") },
    {
      over: "autoimmune disorder is",
      to: "immune malady",
      change: (text: string) =>
        text.replace("autoimmune disorder is", "immune malady is").replace("autoimmune disorders", "immune maladies"),
    },
  ]) {
    it(`is renamed to “${to}” in all its forms and nowhere else, and comes back in one step`, async () => {
      await untilSome(definitions, document, "AIS. ");
      const edit = await ask<vscode.WorkspaceEdit>(rename, document, over, to);
      // Drafts of other tests come along as edits to be ticked.
      const own = new vscode.WorkspaceEdit();
      own.set(document.uri, edit.get(document.uri));
      await apply(own);
      assert.equal(document.getText(), change(draft));
      await undo(document);
      assert.equal(document.getText(), draft);
    });
  }
});

/** Waits for a provider that has started to know of a place. */
function untilSome<T>(command: string, document: vscode.TextDocument, over: string): Promise<T[]> {
  return until(
    async () => {
      const found = await ask<T[] | undefined>(command, document, over);
      return found !== undefined && found.length > 0 && found;
    },
    { what: `${command} at “${over}”` },
  );
}

function documentAt(uri: vscode.Uri, documents: readonly vscode.TextDocument[]): vscode.TextDocument | undefined {
  return documents.find((each) => each.uri.toString() === uri.toString());
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
