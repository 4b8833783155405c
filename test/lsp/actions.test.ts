/** Actions beside quick fixes, as an editor asks for them and applies them. */
import assert from "node:assert/strict";
import type { CodeAction, TextDocumentEdit, TextEdit } from "vscode-languageserver";
import { applyEdits, Lines } from "../../server/src/core/index.ts";
import { Client, type OpenFile, Workspace } from "./support.ts";

const draft = `# Draft

The human leukocyte antigen (HLA) genes. HLA, HLA and HLA. A made-up test enzyme (MUTE) acts.

## References

1. A book.
`;
const creating = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } };

function editOf(action: CodeAction | undefined): TextDocumentEdit[] {
  return (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = Lines.of(text);
  const all = edits.map(({ range, newText }) => ({ from: lines.offsetAt(range.start), to: lines.offsetAt(range.end), text: newText }));
  return applyEdits(text, all);
}

const named = (actions: readonly CodeAction[], title: string) => actions.find((action) => action.title.startsWith(title));

describe("the server's refactorings and lists", () => {
  let client: Client;
  const folder = new Workspace({ "immunolex.yaml": "# ours\nrules:\n  term-variant: hint # less\n" });
  const bare = new Workspace();
  before(async () => {
    client = await Client.start({ folders: [folder, bare], capabilities: creating });
  });
  after(() => client.stop());

  let names = 0;
  const open = (place: Workspace, text = draft): OpenFile => client.open(place.at(`draft-${++names}.md`), text);

  it("changes the wording at a place", async () => {
    const file = open(folder);
    const actions = await file.actions("HLA, HLA", { only: ["refactor.rewrite"] });
    assert(actions.every(({ kind }) => kind === "refactor.rewrite"));
    file.apply(editOf(named(actions, "Write out here: “human leukocyte antigen”"))[0]?.edits as TextEdit[]);
    assert.match(file.text, /genes\. Human leukocyte antigen, HLA and HLA/);
    assert(named(await file.actions("HLA and", { only: ["refactor"] }), "Write out here"));
  });

  it("keeps to quick fixes where the cursor only moves", async () => {
    const actions = await open(folder).actions("MUTE", { triggerKind: 2 });
    assert(actions.length > 0);
    assert.deepEqual(new Set(actions.map(({ kind }) => kind)), new Set(["quickfix"]));
  });

  it("adds a term to the folder's pack, whose comments stay", async () => {
    const file = open(folder);
    const [edit, ...more] = editOf(named(await file.actions("MUTE"), "Add “made-up test enzyme (MUTE)” to the terms"));
    assert.deepEqual([edit?.textDocument, more], [{ uri: folder.at("immunolex.yaml"), version: null }, []]);
    assert.equal(
      applied("# ours\nrules:\n  term-variant: hint # less\n", edit?.edits as TextEdit[]),
      "# ours\nrules:\n  term-variant: hint # less\nconcepts:\n  - term: made-up test enzyme\n    abbreviation: MUTE\n",
    );
  });

  it("makes the folder's pack where there is none", async () => {
    const file = open(bare);
    const changes = editOf(named(await file.actions("MUTE"), "Add “made-up test enzyme (MUTE)”"));
    assert.deepEqual(changes[0], { kind: "create", uri: bare.at("immunolex.yaml"), options: { ignoreIfExists: true } });
    assert.equal(applied("", changes[1]?.edits as TextEdit[]), "concepts:\n  - term: made-up test enzyme\n    abbreviation: MUTE\n");
  });

  it("allows a rule here, in the file and in the folder", async () => {
    const file = open(folder);
    const actions = await file.actions("MUTE", { only: ["quickfix"] });
    const titles = actions.map(({ title }) => title).filter((title) => title.startsWith("Allow"));
    assert.deepEqual(titles, ["Allow “abbr-unused” here", "Allow “abbr-unused” in this file", "Allow “abbr-unused” in this folder"]);
    assert(named(actions, "Allow")?.diagnostics?.some(({ code }) => code === "abbr-unused"));
    const [edit] = editOf(named(actions, "Allow “abbr-unused” in this folder"));
    assert.match(
      applied("# ours\nrules:\n  term-variant: hint # less\n", edit?.edits as TextEdit[]),
      /hint # less\n {2}abbr-unused: off\n$/,
    );
    file.apply(editOf(named(actions, "Allow “abbr-unused” here"))[0]?.edits as TextEdit[]);
    const left = await file.diagnostics();
    assert(!left.some(({ code }) => code === "abbr-unused" || code === "unused-suppression"));
  });

  it("speaks of the settings file as the editor has it open", async () => {
    const place = new Workspace({ "immunolex.yaml": "locale: en-GB\n" });
    const other = await Client.start({ folders: [place], capabilities: creating });
    other.open(place.at("immunolex.yaml"), "locale: en-US # typed\n", "yaml");
    const file = other.open(place.at("a.md"), draft);
    const [edit] = editOf(named(await file.actions("MUTE"), "Add"));
    assert.equal(edit?.textDocument.version, 1);
    assert.match(applied("locale: en-US # typed\n", edit?.edits as TextEdit[]), /^locale: en-US # typed\nconcepts:/);
    await other.stop();
  });

  it("offers nothing for a folder's settings where there is no folder, or no way to make a file", async () => {
    const loose = client.open("untitled:Untitled-9", draft);
    assert(named(await loose.actions("MUTE"), "Allow “abbr-unused” here"));
    const plain = await Client.start({ folders: [bare] });
    const file = plain.open(bare.at("b.md"), draft);
    assert.equal(named(await file.actions("MUTE"), "Add"), undefined);
    await plain.stop();
  });

  it("inserts a list when asked, updates it once it is out of date, and is silent when it is not", async () => {
    const file = open(folder);
    const only = { only: ["source.abbreviationList"] };
    assert.equal(named(await file.actions("Draft"), "Insert abbreviation list"), undefined);
    const [insert, ...others] = await file.actions("Draft", only);
    assert.deepEqual(
      [insert?.title, insert?.kind, others],
      ["Insert abbreviation list (1 entry)", "source.abbreviationList.immunolex", []],
    );
    file.apply(editOf(insert)[0]?.edits as TextEdit[]);
    assert.match(
      file.text,
      /## Abbreviations\n\n\| Abbreviation \| Meaning \|\n\|---\|---\|\n\| HLA \| human leukocyte antigen \|\n\n## References/,
    );
    assert.deepEqual(await file.actions("Draft", only), []);
    file.replace("acts.", "acts. MUTE, MUTE and MUTE.");
    assert(named(await file.actions("Draft"), "Update abbreviation list (1 new)"));
  });

  it("answers a list as a text", async () => {
    const { uri } = open(folder);
    const ask = (what: unknown, form: unknown, of = uri) =>
      client.request<{ text: string } | null>("immunolex/list", { uri: of, what, form });
    assert.equal((await ask("abbreviations", "csv"))?.text, "Abbreviation,Meaning\r\nHLA,human leukocyte antigen\r\n");
    assert.match((await ask("glossary", "tbx"))?.text ?? "", /<term>human leukocyte antigen<\/term>/);
    assert.equal(await ask("figures", "csv"), null);
    assert.equal(await ask("glossary", { a: 1 }), null);
    assert.equal(await ask("glossary", "csv", "file:///nowhere.md"), null);
    assert.equal(await client.request("immunolex/list", {}), null);
  });

  it("says how the list in a draft stands", async () => {
    const state = async (text: string) => {
      const { uri } = client.open(folder.at("stands.md"), text);
      const params = { uri, what: "abbreviations", form: "table" };
      return (await client.request<{ state: string }>("immunolex/list", params)).state;
    };
    const text = "The human leukocyte antigen (HLA) genes vary. HLA, HLA and HLA matter.\n";
    assert.equal(await state("Nothing is abbreviated here.\n"), "empty");
    assert.equal(await state(text), "open");
    const list = "\n## Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| HLA | human leukocyte antigen |\n";
    assert.equal(await state(text + list), "current");
    assert.equal(await state(`${text}${list}| HLA | another reading |\n`), "byHand");
  });
});
