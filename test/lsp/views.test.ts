/** What the side bar and the term card ask, over the real protocol. */
import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver";
import { Client, type OpenFile, Workspace } from "./support.ts";

const text = "# A draft\n\nPatients with systemic lupus erythematosus (SLE) were seen.\r\nSLE flares; 🧬 SLE hurts. HLA helps.\n";

interface Term {
  id: string;
  term: string;
  count: number;
  forms: { text: string; count: number }[];
}
interface Abbreviation {
  short: string;
  state: string;
  place: Range;
}
interface Card {
  id: string;
  term: string;
  count: number;
  places: { range: Range; text: string }[];
}

describe("the requests of the views", () => {
  let client: Client;
  let file: OpenFile;
  before(async () => {
    client = await Client.start();
    file = client.open("file:///views/draft.md", text);
  });
  after(() => client.stop());

  const ask = <Answer>(request: string, params: object = {}) =>
    client.request<Answer>(`immunolex/${request}`, { uri: file.uri, ...params });

  it("answer the terms of the draft as it is after an edit", async () => {
    const count = async () => (await ask<Term[]>("documentTerms")).find(({ term }) => term === "systemic lupus erythematosus")?.count;
    assert.equal(await count(), 4);
    file.replace("hurts", "hurts, SLE stays");
    assert.equal(await count(), 5);
    file.replace("hurts, SLE stays", "hurts");
  });

  it("answer the abbreviations with their states and where they stand", async () => {
    const found = await ask<Abbreviation[]>("abbreviations");
    assert.deepEqual(
      found.map(({ short, state, place }) => [short, state, place]),
      [
        ["HLA", "undefined", file.rangeOf("HLA")],
        ["SLE", "defined", file.rangeOf("SLE")],
      ],
    );
  });

  it("answer the places of a concept, of one form, and of an abbreviation, in the protocol's units", async () => {
    const terms = await ask<Term[]>("documentTerms");
    const { id } = terms.find(({ term }) => term === "systemic lupus erythematosus") as Term;
    assert.equal((await ask<Range[]>("places", { id })).length, 4);
    assert.deepEqual(await ask<Range[]>("places", { id, form: "systemic lupus erythematosus" }), [
      file.rangeOf("systemic lupus erythematosus"),
    ]);
    const last = (await ask<Range[]>("places", { abbreviation: "SLE" })).at(-1);
    assert.deepEqual(last, { start: file.positionOf("SLE hurts"), end: file.positionOf("🧬 SLE", true) });
  });

  it("answer the card of what stands at a position, and of a concept by its id", async () => {
    const card = await ask<Card>("termCard", { position: file.positionOf("SLE flares") });
    assert.equal(card.term, "systemic lupus erythematosus");
    assert.deepEqual(card.places[0]?.range, file.rangeOf("systemic lupus erythematosus"));
    const alone = await client.request<Card>("immunolex/termCard", { id: card.id });
    assert.deepEqual([alone.term, alone.count, alone.places], [card.term, 0, []]);
  });

  it("answer nothing for documents that are not checked, ids of nothing, and parameters that make no sense", async () => {
    const other = client.open("file:///views/notes.txt", text, "plaintext");
    for (const uri of [other.uri, "file:///views/closed.md", 7, null]) {
      assert.equal(await ask("documentTerms", { uri }), null);
      assert.equal(await ask("abbreviations", { uri }), null);
      assert.deepEqual(await ask("places", { uri, id: "IMX:0202" }), []);
    }
    assert.equal(await ask("termCard", { id: "IMX:none" }), null);
    assert.equal(await ask("termCard", { position: { line: 9e9, character: -1 } }), null);
    assert.equal(await ask("termCard", { id: 7, position: "here" }), null);
    assert.equal(await ask("termCard"), null);
    assert.deepEqual(await ask("places"), []);
  });

  it("follow a pack of the folder", async () => {
    const folder = new Workspace({ "immunolex.yaml": "concepts:\n  - term: zebra cell\n    definition: cell with stripes\n" });
    const inFolder = await Client.start({ folders: [folder] });
    const draft = inFolder.open(folder.at("draft.md"), "The zebra cell.\n");
    const terms = await inFolder.request<Term[]>("immunolex/documentTerms", { uri: draft.uri });
    assert.deepEqual(
      terms.map(({ term, forms }) => [term, forms[0]?.text]),
      [["zebra cell", "zebra cell"]],
    );
    await inFolder.stop();
  });
});
