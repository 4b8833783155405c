/** A concept as a symbol over real standard streams: definition, references, highlights and rename. */
import assert from "node:assert/strict";
import type { DocumentHighlight, Location, LocationLink, Range, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { Lines } from "../../server/src/core/index.ts";
import { Client, type OpenFile, Workspace } from "./support.ts";

const draft = "Acute immune storms (AISs) pass.\r\nAn autoimmune disorder is no AIS. “AIS” is a name; a zebra cell is not.\r\n";
const pack = "name: of-the-test\nconcepts:\n  - term: giraffe cell\n  - term: zebra cell\n    definition: cell with stripes\n";

const able = {
  textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true, honorsChangeAnnotations: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
};

describe("a concept as a symbol", () => {
  let client: Client;
  let workspace: Workspace;
  let file: OpenFile;
  afterEach(() => client.stop());

  async function start(options: object = { capabilities: able }, text = draft): Promise<void> {
    workspace = new Workspace({ "immunolex.yaml": pack });
    client = await Client.start({ folders: [workspace], ...options });
    file = client.open(workspace.at("draft.md"), text);
  }

  const at = (over: string) => ({ position: file.positionOf(over) });
  const rename = (over: string, newName: unknown) => file.ask<WorkspaceEdit | null>("rename", { ...at(over), newName });

  it("is announced", async () => {
    await start();
    const { definitionProvider, referencesProvider, documentHighlightProvider, renameProvider } = client.capabilities;
    assert.deepEqual(
      [definitionProvider, referencesProvider, documentHighlightProvider, renameProvider],
      [true, true, true, { prepareProvider: true }],
    );
  });

  it("is defined where the document says so", async () => {
    await start();
    const [link] = await file.ask<LocationLink[]>("definition", at("AIS. "));
    assert.equal(link?.targetUri, file.uri);
    assert.equal(inside(draft, link.targetSelectionRange), "Acute immune storms (AISs)");
    assert.equal(inside(draft, link.originSelectionRange as Range), "AIS");
  });

  it("is defined by the record in a pack's file, else nowhere", async () => {
    await start({});
    const record = await file.ask<Location>("definition", at("zebra"));
    assert.equal(record.uri, workspace.at("immunolex.yaml"));
    assert.equal(inside(pack, record.range), "term: zebra cell\n    definition: cell with stripes");
    assert.equal(await file.ask("definition", at("autoimmune")), null);
    assert.equal(await file.ask("definition", at("pass")), null);
    client.filesChanged(workspace.write("immunolex.yaml", `# A line more\n${pack}`));
    const moved = await file.ask<Location>("definition", at("zebra"));
    assert.equal(moved.range.start.line, record.range.start.line + 1);
  });

  it("is referred to in all documents of its folder", async () => {
    await start();
    const outside = new Workspace();
    client.open(workspace.at("more.md"), "Autoimmune diseases last. Acute immune storms, too.\n");
    client.open(outside.at("other.md"), "Autoimmune diseases last.\n");
    const texts = new Map([
      [file.uri, draft],
      [workspace.at("more.md"), "Autoimmune diseases last. Acute immune storms, too.\n"],
    ]);
    const references = async (over: string, includeDeclaration: boolean) => {
      const found = await file.ask<Location[]>("references", { ...at(over), context: { includeDeclaration } });
      return found.map(({ uri, range }) => inside(texts.get(uri) as string, range));
    };
    assert.deepEqual(await references("autoimmune disorder", true), ["autoimmune disorder", "Autoimmune diseases"]);
    assert.deepEqual(await references("AIS.", true), ["Acute immune storms", "AISs", "AIS", "AIS"]);
    assert.deepEqual(await references("AIS.", false), ["AIS", "AIS"]);
    assert.equal(await file.ask("references", { ...at("pass"), context: { includeDeclaration: true } }), null);
  });

  it("is highlighted, its definition as what is written", async () => {
    await start();
    const found = await file.ask<DocumentHighlight[]>("documentHighlight", at("AIS."));
    assert.deepEqual(
      found.map(({ range, kind }) => `${inside(draft, range)} ${kind}`),
      ["Acute immune storms 3", "AISs 3", "AIS 2", "AIS 2"],
    );
  });

  it("is renamed in all its forms", async () => {
    await start();
    const place = await file.ask<{ range: Range; placeholder: string }>("prepareRename", at("AIS."));
    assert.deepEqual([inside(draft, place.range), place.placeholder], ["AIS", "AIS"]);
    const edit = await rename("AIS.", "CIS");
    const [change] = changesOf(edit);
    assert.deepEqual(change?.textDocument, { uri: file.uri, version: 1 });
    assert.deepEqual(edit?.changeAnnotations, { name: { label: "The name in all its forms", needsConfirmation: false } });
    file.apply(change?.edits as { range: Range; newText: string }[]);
    assert.equal(file.text, draft.replace("AISs", "CISs").replace("no AIS", "no CIS"));
    assert.equal((await rename("CIS.", "CIS"))?.documentChanges?.length, 1, "the same name changes nothing");
  });

  const doubtful = "An autoimmune disorder. Lupus (formerly an autoimmune disorder).\n";

  it("asks an editor that can to confirm what is doubtful", async () => {
    await start({ capabilities: able }, doubtful);
    const edit = await rename("autoimmune", "immune malady");
    const [change] = changesOf(edit);
    const kinds = change?.edits.map((one) => ("annotationId" in one ? one.annotationId : ""));
    assert.deepEqual(kinds, ["name", "mentioned"]);
    assert.equal(edit?.changeAnnotations?.mentioned?.needsConfirmation, true);
  });

  it("leaves what is doubtful alone where an editor cannot ask", async () => {
    await start({ capabilities: { workspace: { workspaceEdit: { documentChanges: false } } } }, doubtful);
    assert.equal(client.capabilities.renameProvider, true);
    const edit = await rename("autoimmune", "immune malady");
    assert.equal(edit?.documentChanges, undefined);
    file.apply(edit?.changes?.[file.uri] ?? []);
    assert.equal(file.text, "An immune malady. Lupus (formerly an autoimmune disorder).\n");
  });

  it("says why it cannot be renamed", async () => {
    await start();
    await assert.rejects(rename("AIS.", "  "), /Type the new name/);
    await assert.rejects(rename("AIS.", null), /Type the new name/);
    await assert.rejects(rename("AIS.", "autoimmune disorder"), /already names “autoimmune disease” in this document/);
    await assert.rejects(file.ask("prepareRename", at("AIS” ")), /quotation/);
    assert.equal(await file.ask("prepareRename", at("pass")), null);
    assert.equal(await rename("pass", "stay"), null);
    assert.deepEqual(client.logs, [], "a refusal is no failure");
  });

  it("is unknown in a file that is not checked, and in none", async () => {
    await start();
    const yaml = client.open(workspace.at("immunolex.yaml"), pack, "yaml");
    assert.equal(await yaml.ask("definition", { position: yaml.positionOf("zebra") }), null);
    const nowhere = { textDocument: { uri: "file:///nowhere.md" }, position: { line: 0, character: 0 } };
    for (const feature of ["definition", "documentHighlight", "prepareRename"]) {
      assert.equal(await client.request(`textDocument/${feature}`, nowhere), null);
    }
    assert.equal(await client.request("textDocument/references", { ...nowhere, context: { includeDeclaration: true } }), null);
  });
});

function changesOf(edit: WorkspaceEdit | null): TextDocumentEdit[] {
  return (edit?.documentChanges ?? []) as TextDocumentEdit[];
}

/** The text of a range. */
function inside(text: string, range: Range): string {
  const lines = Lines.of(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}
