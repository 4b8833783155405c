/** All drafts of a folder, as the editor gets them: references, renames and fixes that reach files nobody has open. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Views } from "../../../client/src/views.ts";
import { ask, deleteFile, extension, inWorkspace, until, writeFile } from "./support.ts";

const types = "Types HLA-DRB1*04:01 and HLA-DQB1*03:02 differ.";
const rule = "hla-asterisk-markdown";
const mended = (text: string) => text.replace("DRB1*", "DRB1\\*").replace("DQB1*", "DQB1\\*");

describe("the drafts of a folder", () => {
  const shelf: string[] = [];

  before(async () => {
    // The example and the drafts of other tests are none of ours.
    await shelve("immunolex.yaml", 'ignore: ["draft-*.md", autoimmune-disease.md]\nconcepts:\n  - term: quagga cell\n');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const name of shelf.splice(1)) await deleteFile(name);
  });
  after(async () => {
    for (const name of shelf.splice(0)) await deleteFile(name);
  });

  async function shelve(name: string, text: string): Promise<vscode.Uri> {
    shelf.push(name);
    return writeFile(name, text);
  }

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(await shelve(name, text));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }

  async function savedText(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  it("are looked through for a concept, in files that nobody has open, too", async () => {
    const document = await open("folder-a.md", "A quagga cell.\n");
    await shelve("folder-b.markdown", "Quagga cells and more quagga cells.\n");
    const places = () => ask<vscode.Location[]>("vscode.executeReferenceProvider", document, "quagga");
    const names = async () => (await places()).map(({ uri }) => uri.path.slice(uri.path.lastIndexOf("/") + 1)).sort();
    await until(async () => (await names()).join() === "folder-a.md,folder-b.markdown,folder-b.markdown", {
      what: "the references of both drafts",
      seen: names,
    });
  });

  it("are renamed along, as edits to tick in the preview", async () => {
    const document = await open("folder-a.md", "A quagga cell.\n");
    const other = await shelve("folder-b.md", "Quagga-cell care; quagga cells.\n");
    const renamed = () => ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document, "quagga", "kiang cell");
    const edit = await until(
      async () => {
        const found = await renamed();
        return found.size === 2 && found;
      },
      { what: "a rename of both drafts", seen: async () => (await renamed()).entries() },
    );
    assert.deepEqual(
      edit.get(other).map(({ newText }) => newText),
      ["Kiang-cell", "kiang cells"],
    );
  });

  describe("are fixed together", () => {
    let fixes: Views["folderFixes"];
    before(async () => {
      fixes = ((await extension().activate()) as Views).folderFixes;
    });
    const folder = () => inWorkspace("");
    const previews = (title: string) =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ label }) => label.startsWith(title)));

    async function untilRead(drafts: number): Promise<void> {
      const counts = async () => (await fixes.rules(folder()))?.find((each) => each.rule === rule);
      await until(async () => (await counts())?.drafts === drafts, { what: `fixes in ${drafts} drafts`, seen: counts });
    }

    it("by rule, after they were shown before and after", async () => {
      const document = await open("folder-a.md", `${types}\r\nAn 𝛽 oedema.\r\n`);
      const closed = await shelve("folder-b.md", `${types}\n`);
      await untilRead(2);
      const preview = await fixes.preview(folder(), [rule]);
      assert.match(preview?.title ?? "", /^Fixes: 4 changes in 2 drafts$/);
      await until(() => previews(preview?.title ?? "").length === 1, {
        what: "the preview",
        seen: () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      });
      assert.equal(document.getText(), `${types}\r\nAn 𝛽 oedema.\r\n`, "nothing is changed by looking");
      assert(preview);
      assert.deepEqual(await fixes.apply(preview), { changes: 4, drafts: 2, left: [] });
      assert.equal(document.getText(), `${mended(types)}\r\nAn 𝛽 oedema.\r\n`);
      assert.equal((await vscode.workspace.openTextDocument(closed)).getText(), `${mended(types)}\n`);
      await until(async () => (await savedText(closed)) === `${mended(types)}\n`, {
        what: "the closed draft to be saved",
        seen: () => savedText(closed),
      });
    });

    it("but for those that have changed since they were shown", async () => {
      const document = await open("folder-a.md", `${types}\n`);
      const closed = await shelve("folder-b.md", `${types}\n`);
      await untilRead(2);
      const preview = await fixes.preview(folder(), [rule]);
      assert(preview);
      const typed = new vscode.WorkspaceEdit();
      typed.insert(document.uri, new vscode.Position(0, 0), "Now: ");
      assert(await vscode.workspace.applyEdit(typed));
      const { changes, drafts, left } = await fixes.apply(preview);
      assert.deepEqual([changes, drafts, left.map(String)], [2, 1, [document.uri.toString()]]);
      assert.equal(document.getText(), `Now: ${types}\n`);
      assert.equal((await vscode.workspace.openTextDocument(closed)).getText(), `${mended(types)}\n`);
      await document.save();
    });
  });
});
