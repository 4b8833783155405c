/** The drafts of a folder, open or not, over real standard streams: references and rename reach all of them. */
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { CancellationTokenSource } from "vscode-jsonrpc";
import type { Location, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { applyEdits, type Draft, Lines } from "../../server/src/core/index.ts";
import { FolderDrafts } from "../../server/src/lsp/folder-drafts.ts";
import { nodeFiles } from "../../server/src/lsp/node-files.ts";
import type { Scope } from "../../server/src/lsp/scopes.ts";
import { defaultSettings } from "../../server/src/lsp/settings.ts";
import { builtinSet } from "../support/terminology.ts";
import { Client, type ClientOptions, type OpenFile, Workspace } from "./support.ts";

const draft = "Acute immune storms (AISs) pass.\r\nAn autoimmune disorder is no AIS.\r\n";

/** The files of a folder: some drafts, and much that is none. */
const files = {
  "b.md": "Two autoimmune diseases. The acute immune storm (AIS) again; AISs.\n",
  "parts/c.qmd": "An \u{1d6fd} autoimmune\ndisorder of autoimmune-disorder clinics.\n",
  "parts/other.markdown": "An acquired itch syndrome (AIS). One AIS.\n",
  "notes.txt": "An autoimmune disorder in plain text.\n",
  "data.csv": "autoimmune disorder\n",
  "old/d.md": "An autoimmune disorder that is left out.\n",
  "node_modules/x/README.md": "An autoimmune disorder.\n",
  ".git/e.md": "An autoimmune disorder.\n",
  "immunolex.yaml": "ignore: [old/]\nconcepts:\n  - term: zebra cell\n",
};

const able = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };

describe("the drafts of a folder", () => {
  let client: Client;
  let workspace: Workspace;
  let file: OpenFile;
  afterEach(() => client.stop());

  async function start(options: ClientOptions = {}): Promise<void> {
    workspace = new Workspace({ ...files, "a.md": "What is on the disk does not count.\n" });
    client = await Client.start({ folders: [workspace], capabilities: able, ...options });
    file = client.open(workspace.at("a.md"), draft);
  }

  /** The name of each file and what is referred to in it. */
  async function references(over: string, texts: Readonly<Record<string, string>> = files): Promise<Record<string, string[]>> {
    const found = await file.ask<Location[]>("references", { position: file.positionOf(over), context: { includeDeclaration: true } });
    const byFile: Record<string, string[]> = {};
    for (const { uri, range } of found) {
      const name = uri.slice(workspace.uri.length + 1);
      const text = uri === file.uri ? file.text : (texts[name] as string);
      const lines = Lines.of(text);
      byFile[name] = [...(byFile[name] ?? []), text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))];
    }
    return byFile;
  }

  const rename = (over: string, newName: string) => file.ask<WorkspaceEdit>("rename", { position: file.positionOf(over), newName });

  it("are all referred to, open or not, and nothing else is", async () => {
    await start();
    assert.deepEqual(await references("autoimmune"), {
      "a.md": ["autoimmune disorder"],
      "b.md": ["autoimmune diseases"],
      "parts/c.qmd": ["autoimmune\ndisorder", "autoimmune-disorder"],
    });
  });

  it("define an abbreviation each for itself", async () => {
    await start();
    assert.deepEqual(await references("AIS."), {
      "a.md": ["Acute immune storms", "AISs", "AIS"],
      "b.md": ["acute immune storm", "AIS", "AISs"],
    });
  });

  it("count as they are in the editor, before what is on the disk", async () => {
    await start();
    client.open(workspace.at("b.md"), "Nothing.\n").replace("Nothing", "No autoimmune disorders");
    assert.deepEqual((await references("autoimmune", { ...files, "b.md": "No autoimmune disorders.\n" }))["b.md"], [
      "autoimmune disorders",
    ]);
  });

  it("are read again where their text, the terminology or the settings are others", async () => {
    await start();
    const names = async () => Object.keys(await references("autoimmune", { ...files, ...changed }));
    const changed = { "b.md": "Autoimmune disorders, once.\n", "new.md": "Autoimmune disorders, too.\n" };
    assert.deepEqual(await names(), ["a.md", "b.md", "parts/c.qmd"]);
    for (const [name, text] of Object.entries(changed)) workspace.write(name, text);
    workspace.remove("parts");
    assert.deepEqual(await references("autoimmune", { ...files, ...changed }), {
      "a.md": ["autoimmune disorder"],
      "b.md": ["Autoimmune disorders"],
      "new.md": ["Autoimmune disorders"],
    });
    client.filesChanged(workspace.write("immunolex.yaml", "concepts:\n  - term: autoimmune ailment\n    also: [autoimmune disorder]\n"));
    workspace.write("new.md", "Autoimmune ailments.\n");
    assert.deepEqual(Object.keys(await references("autoimmune", { ...files, "new.md": "Autoimmune ailments.\n" })), [
      "a.md",
      "b.md",
      "new.md",
      "old/d.md",
    ]);
    workspace.write("b.md", "Autoimmune disorders, at length. ".repeat(9));
    client.setSettings({ languages: ["markdown", "plaintext"], maxFileSize: 0.0001 });
    assert.deepEqual(Object.keys(await references("autoimmune", { ...files, "new.md": "" })), ["a.md", "new.md", "notes.txt", "old/d.md"]);
  });

  it("are those of the kinds that are checked, in the folder that the draft lies in", async () => {
    workspace = new Workspace({ ...files, "a.md": draft });
    client = await Client.start({
      folders: [workspace, { uri: workspace.at("parts") }],
      settings: { languages: ["markdown", "plaintext"] },
    });
    file = client.open(workspace.at("a.md"), draft);
    assert.deepEqual(Object.keys(await references("autoimmune")), ["a.md", "b.md", "notes.txt"]);
  });

  it("are found once where links lead in circles", async () => {
    await start();
    symlinkSync(workspace.path, join(workspace.path, "parts", "up"), "dir");
    symlinkSync(join(workspace.path, "b.md"), join(workspace.path, "also-b.md"));
    assert.deepEqual(Object.keys(await references("autoimmune")), ["a.md", "b.md", "parts/c.qmd"]);
  });

  it("are read through the editor where they are on no disk", async () => {
    const text = "An autoimmune disorder.\n";
    const serving = {
      "memfs:/w/b.md": "Autoimmune disorders.\n",
      "memfs:/w/.hidden/c.md": text,
      "memfs:/w/node_modules/c.md": text,
      "memfs:/w/gone.md": undefined as unknown as string,
    };
    client = await Client.start({
      folders: [{ uri: "memfs:/w" }],
      serving,
      initializationOptions: { clientFiles: true, terminologyUri: undefined },
    });
    const own = client.open("memfs:/w/a.md", text);
    const found = await own.ask<Location[]>("references", {
      position: own.positionOf("autoimmune"),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      ["memfs:/w/a.md", "memfs:/w/b.md"],
    );
  });

  describe("while they are looked through", () => {
    const folder = "memfs:/w";
    const text = "An autoimmune disorder.\n";
    const names = Array.from({ length: 20 }, (_, i) => `${folder}/m${String(i).padStart(2, "0")}.md`);
    const [early, late] = [names[0] as string, names[19] as string];
    let own: OpenFile;

    beforeEach(async () => {
      const serving = { ...Object.fromEntries(names.map((name) => [name, text])), [`${folder}/immunolex.yaml`]: "ignore: [old/]\n" };
      client = await Client.start({
        folders: [{ uri: folder }],
        serving,
        capabilities: able,
        initializationOptions: { clientFiles: true },
      });
      own = client.open(`${folder}/a.md`, text);
    });

    /** Opens a file of another text than it has on the disk when the server asks for the last one. */
    function openOnTheWay(uri: string): void {
      client.connection.onRequest("immunolex/readFile", (asked: { uri: string }) => {
        if (asked.uri === late) client.open(uri, `One.\n\nTwo.\n\n${text}`);
        return { text };
      });
    }

    const asked = () => ({ position: own.positionOf("autoimmune"), context: { includeDeclaration: true } });
    const places = (found: Location[], uri: string) => found.filter((one) => one.uri === uri).map(({ range }) => range.start.line);

    for (const [name, uri] of [
      ["before", late],
      ["after", early],
    ] as const) {
      it(`are taken from the editor where they are opened ${name} their turn`, async () => {
        await own.hover("autoimmune");
        openOnTheWay(uri);
        assert.deepEqual(places(await own.ask<Location[]>("references", asked()), uri), [4]);
      });

      it(`are renamed as the editor has them where they are opened ${name} their turn`, async () => {
        await own.hover("autoimmune");
        openOnTheWay(uri);
        const { documentChanges } = await own.ask<WorkspaceEdit>("rename", { ...asked(), newName: "immune malady" });
        const changes = (documentChanges as TextDocumentEdit[]).filter(({ textDocument }) => textDocument.uri === uri);
        assert.deepEqual(
          changes.map(({ textDocument, edits }) => [textDocument.version, edits.map((edit) => "range" in edit && edit.range.start.line)]),
          [[1, [4]]],
        );
        assert.equal(documentChanges?.length, 21);
      });
    }

    it("are found although the settings are read again meanwhile", async () => {
      await own.hover("autoimmune");
      const read = new Promise<void>((resolve) => client.connection.onNotification("immunolex/terminologyChanged", resolve));
      client.connection.onRequest("immunolex/findDrafts", async () => {
        client.filesChanged(`${folder}/immunolex.yaml`);
        await read;
        return names;
      });
      assert.equal((await own.ask<Location[]>("references", asked())).length, 21);
    });
  });

  it("do not keep typing waiting, and are left when nobody asks any more", async () => {
    await start();
    const gone = new CancellationTokenSource();
    const params = { textDocument: { uri: file.uri }, position: file.positionOf("autoimmune"), context: { includeDeclaration: true } };
    const asked = client.connection.sendRequest("textDocument/references", params, gone.token);
    gone.cancel();
    await assert.rejects(asked, /cancelled/);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`many/${i}.md`, `${files["b.md"]}\n`.repeat(40)]));
    for (const [name, text] of Object.entries(many)) workspace.write(name, text);
    const order: string[] = [];
    const all = references("autoimmune", { ...files, ...many }).then((found) => {
      order.push("references");
      return found;
    });
    const typed = file.hover("autoimmune").then(() => order.push("hover"));
    await Promise.all([all, typed]);
    assert.deepEqual(order, ["hover", "references"]);
    assert.equal(Object.keys(await all).length, 303);
  });

  describe("after a rename", () => {
    it("are changed each in its own forms, once the writer agrees, and in nothing else", async () => {
      await start();
      const edit = await rename("autoimmune", "immune malady");
      assert.deepEqual(edit.changeAnnotations, {
        name: { label: "The name in all its forms", needsConfirmation: false },
        elsewhere: { label: "In the other drafts of this folder", needsConfirmation: true },
      });
      assert.deepEqual(applied(edit, workspace, { ...files, "a.md": draft }), {
        "a.md": [1, draft.replace("autoimmune disorder", "immune malady")],
        "parts/c.qmd": [null, "An \u{1d6fd} immune\nmalady of immune-malady clinics.\n"],
      });
    });

    it("stay as they are where the new name means something else", async () => {
      await start();
      workspace.write("parts/c.qmd", "The acute immune storm (AIS). A calm itch syndrome (CIS). One CIS.\n");
      assert.deepEqual(applied(await rename("AIS.", "CIS"), workspace, { ...files, "a.md": draft }), {
        "a.md": [1, draft.replace("AISs", "CISs").replace("no AIS", "no CIS")],
        "b.md": [null, files["b.md"].replaceAll("AIS", "CIS")],
      });
      await client.until(() => client.messages.includes("The old name stays in c.qmd, where “CIS” means something else already."));
    });

    it("stay as they are where the editor cannot ask", async () => {
      await start({ capabilities: {} });
      const edit = await rename("autoimmune", "immune malady");
      assert.deepEqual(Object.keys(applied(edit, workspace, { "a.md": draft })), ["a.md"]);
    });

    it("carry the version of those that are open", async () => {
      await start();
      const other = client.open(workspace.at("b.md"), "One.\n");
      other.replace("One", "One autoimmune disorder");
      const edit = await rename("autoimmune", "immune malady");
      assert.deepEqual(applied(edit, workspace, { ...files, "a.md": draft, "b.md": other.text })["b.md"], [2, "One immune malady.\n"]);
    });
  });
});

describe("the drafts of a folder that are kept", () => {
  const never = new CancellationTokenSource().token;

  /** Reads a folder with room for so many UTF-16 units. */
  function reader(workspace: Workspace, room?: number): { read(): Promise<Draft[]>; drafts: FolderDrafts } {
    const packs = { ignores: () => false, files: new Set<string>() } as unknown as Scope["packs"];
    const scope: Scope = { folder: workspace.uri, settings: defaultSettings, packs, layers: [], set: builtinSet };
    const nothingOpen = { openDocuments: () => [], openDocument: () => undefined };
    const world = { files: nodeFiles, nextTurn: setImmediate, ...nothingOpen, scopeAt: () => scope, tooMany: () => assert.fail() };
    const drafts = new FolderDrafts(world, room);
    return { drafts, read: () => drafts.ask(scope, undefined, ({ draft }) => draft, never) };
  }

  it("are the same as long as their text is", async () => {
    const workspace = new Workspace({ "a.md": "One HLA.\n", "b.md": "Two HLAs.\n" });
    const { read } = reader(workspace);
    const [a, b] = await read();
    workspace.write("b.md", "Three HLAs.\n");
    const [again, other] = await read();
    assert.equal(again, a);
    assert.notEqual(other, b);
    assert.equal(other?.document.text, "Three HLAs.\n");
  });

  it("are dropped where the editor opens them, which makes room for others", async () => {
    const text = "One HLA.\n";
    const workspace = new Workspace({ "a.md": text, "b.md": text });
    const { read, drafts } = reader(workspace, text.length);
    await read();
    drafts.forget(workspace.at("a.md").replace("a.md", "%61.md"));
    workspace.remove("a.md");
    const [b] = await read();
    assert.equal((await read())[0], b);
  });

  it("are as many as there is room for, and make room where they are gone", async () => {
    const text = "One HLA.\n";
    const workspace = new Workspace({ "a.md": text, "b.md": text, "c.md": text });
    const { read } = reader(workspace, 2 * text.length);
    const first = await read();
    const second = await read();
    assert.deepEqual(
      second.map((draft, i) => draft === first[i]),
      [true, true, false],
    );
    workspace.remove("a.md");
    await read();
    const [b, c] = await read();
    const [sameB, sameC] = await read();
    assert.deepEqual([sameB === b, sameC === c, b === first[1]], [true, true, true]);
  });
});

/** Version and text of each file that an edit changes. */
function applied(
  edit: WorkspaceEdit,
  workspace: Workspace,
  texts: Readonly<Record<string, string>>,
): Record<string, [number | null, string]> {
  const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    changes.map(({ textDocument: { uri, version }, edits }) => {
      const name = uri.slice(workspace.uri.length + 1);
      const text = texts[name] as string;
      const lines = Lines.of(text);
      const list = edits.map((one) => {
        assert("range" in one && "newText" in one);
        return { from: lines.offsetAt(one.range.start), to: lines.offsetAt(one.range.end), text: one.newText };
      });
      return [name, [version, applyEdits(text, list)]];
    }),
  );
}
