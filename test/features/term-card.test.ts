import assert from "node:assert/strict";
import { conceptAt, createLayer, Draft, readPack, Spelling, Termbase, termCard } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

const idOf = (name: string, set = builtinSet) => set.context.termbase.named(name)[0]?.id as string;
const terms = (nodes: readonly { term: string; children: readonly unknown[] }[]): unknown[] =>
  nodes.map(({ term, children }) => [term, ...terms(children as typeof nodes)]);

describe("a term card", () => {
  const text = "# Title\n\nPatients with systemic lupus erythematosus (SLE) were seen.\n\nSLE flares, and SLE hurts.";
  const draft = new Draft(text, "markdown", builtinSet);
  const card = termCard(idOf("systemic lupus erythematosus"), builtinSet.context.termbase, draft);

  it("holds the whole record", () => {
    assert(card);
    assert.equal(card.abbreviation, "SLE");
    assert.match(card.definition ?? "", /systemic autoimmune disease/);
    assert.equal(card.origin, "Immunology");
    assert(card.sources.some(({ url }) => url?.startsWith("https://doi.org/10.")));
    assert(card.references.some(({ text: name, url }) => name.startsWith("MeSH") && url?.startsWith("https://")));
  });

  it("counts the names that the draft uses and lists their places with the words around them", () => {
    assert(card);
    assert.deepEqual(
      card.names.filter(({ count }) => count > 0).map(({ text: name, count }) => [name, count]),
      [
        ["systemic lupus erythematosus", 1],
        ["SLE", 3],
      ],
    );
    assert.equal(card.count, 4);
    assert.deepEqual(
      card.places.map(({ before, text: name, after }) => before + name + after),
      [
        "Patients with systemic lupus erythematosus (SLE) were seen.",
        "Patients with systemic lupus erythematosus (SLE) were seen.",
        "SLE flares, and SLE hurts.",
        "SLE flares, and SLE hurts.",
      ],
    );
  });

  it("has no places without a draft", () => {
    assert.deepEqual(termCard(idOf("T cell"), builtinSet.context.termbase)?.places, []);
  });

  it("is that of the name at an offset", () => {
    assert.equal(conceptAt(draft, text.indexOf("SLE flares") + 1), card?.id);
    assert.equal(conceptAt(draft, text.indexOf("were")), undefined);
  });

  it("exists for what the draft alone defines", () => {
    const own = new Draft("The zeta zone factor (ZZF) helps; ZZF stays.", "markdown", builtinSet);
    const found = termCard(conceptAt(own, 6) ?? "", builtinSet.context.termbase, own);
    assert.deepEqual([found?.term, found?.abbreviation, found?.origin, found?.count], ["zeta zone factor", "ZZF", undefined, 3]);
  });

  it("does not exist for an id of nothing", () => assert.equal(termCard("IMX:none", builtinSet.context.termbase, draft), undefined));
});

describe("the hierarchy on a card", () => {
  const pack = `concepts:
  - { id: "A:1", term: alpha thing }
  - { id: "A:2", term: beta thing, broader: ["A:1"] }
  - { id: "A:3", term: gamma thing, broader: ["A:1"] }
  - { id: "A:4", term: delta thing, broader: ["A:2", "A:3"] }
  - { id: "A:5", term: epsilon thing, broader: ["A:4"] }
`;
  const set = setWithPack(pack);
  const { termbase } = set.context;

  it("leads from the broadest concept down to this one, by every way, and on to its kinds once", () => {
    assert.deepEqual(terms(termCard("A:4", termbase)?.hierarchy ?? []), [
      ["alpha thing", ["beta thing", ["delta thing", ["epsilon thing"]]], ["gamma thing", ["delta thing"]]],
    ]);
  });

  it("is the concept alone where nothing is broader or narrower", () => {
    const [node, ...others] = termCard("A:1", termbase)?.hierarchy ?? [];
    assert.deepEqual([node?.term, node?.current, others], ["alpha thing", true, []]);
  });

  it("ends although two packs lead each other in circles", () => {
    const layers = ['{ id: "C:1", term: one thing, broader: ["C:2"] }', '{ id: "C:2", term: two thing, broader: ["C:1"] }'].map(
      (record) => {
        const { pack } = readPack(`concepts:\n  - ${record}\n`, { name: "half" });
        return createLayer({ kind: "workspace", name: "half" }, pack.concepts, new Spelling([]));
      },
    );
    assert.deepEqual(terms(termCard("C:1", new Termbase(layers))?.hierarchy ?? []), [["two thing", ["one thing", ["two thing"]]]]);
  });
});
