import assert from "node:assert/strict";
import { Draft, documentTerminology, lookUp } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

const { termbase } = builtinSet.context;

describe("a look-up", () => {
  const first = (query: string) => lookUp(termbase, query)[0]?.concept.designations[0]?.text;
  it("finds a term by its name, its abbreviation and its beginning", () => {
    assert.equal(first("molecular mimicry"), "molecular mimicry");
    assert.equal(first("SLE"), "systemic lupus erythematosus");
    assert.equal(first("molec"), "molecular mimicry");
  });
  it("puts what is meant most before what merely holds the word", () => {
    assert.equal(first("lupus"), "systemic lupus erythematosus");
    assert.equal(first("T cell"), "T cell");
  });
  it("puts the concept first that others refer to", () => {
    assert.equal(first("arthritis"), "arthritis");
    assert.equal(first("diabetes"), "diabetes mellitus");
    assert.equal(first("interferon"), "interferon");
    assert.equal(first("autoimm"), "autoimmune disease");
  });
  it("forgives a slip of the pen", () => {
    assert.equal(first("systemic lupus erythematosis"), "systemic lupus erythematosus");
    assert.equal(first("hashimotos thyroditis"), "Hashimoto thyroiditis");
    assert.equal(first("pemfigus vulgaris"), "pemphigus vulgaris");
    assert.equal(first("molecular mimickry"), "molecular mimicry");
    assert.equal(first("antibdy"), "antibody");
    assert.equal(first("cytokine strom"), "cytokine storm");
  });
  it("searches definitions", () => {
    assert.ok(
      lookUp(termbase, "acetylcholine receptor neuromuscular").some(
        ({ concept }) => concept.id === "IMX:2221" || /myasthenia/.test(concept.designations[0]?.text ?? ""),
      ),
    );
  });
  it("finds a concept in the words of the pack that has replaced its record, and not in the old ones", () => {
    const id = lookUp(termbase, "molecular mimicry")[0]?.concept.id ?? "";
    const own = setWithPack(
      `concepts:\n  - term: quagga likeness\n    id: ${id}\n  - term: quagga herd\n    definition: A quorum of quaggas.\n`,
    );
    const found = (query: string) => lookUp(own.context.termbase, query).map(({ concept }) => concept.designations[0]?.text);
    assert.equal(found("quaga likness")[0], "quagga likeness");
    assert.deepEqual(found("quorum quaggas"), ["quagga herd"]);
    assert.ok(!found("molecular mimicry").includes("molecular mimicry"));
    assert.equal(found("pemfigus vulgaris")[0], "pemphigus vulgaris");
  });
  it("weighs the words of a small pack as those of a large one", () => {
    const { context } = setWithPack(
      "concepts:\n  - term: house dendritic cell vaccine\n    definition: Dendritic cells loaded with tumour lysate for the trial.\n",
    );
    const found = (query: string) => lookUp(context.termbase, query).map(({ concept }) => concept.designations[0]?.text);
    assert.equal(found("lysate")[0], "house dendritic cell vaccine");
    assert.equal(found("loaded cells lysate")[0], "house dendritic cell vaccine");
    assert.equal(found("pemfigus vulgaris")[0], "pemphigus vulgaris");
  });
  it("costs little after a pack has changed", () => {
    lookUp(termbase, "pemfigus vulgaris");
    const costs = [1, 2, 3].map((round) => {
      const { context } = setWithPack(`concepts:\n  - term: quagga ${round}\n`);
      const start = performance.now();
      assert.equal(lookUp(context.termbase, "pemfigus vulgaris")[0]?.concept.designations[0]?.text, "pemphigus vulgaris");
      return performance.now() - start;
    });
    assert.ok(Math.min(...costs) < 60, costs.join());
  });
  it("finds nothing for nothing", () => assert.deepEqual(lookUp(termbase, "  "), []));
});

describe("the terminology of a document", () => {
  it("counts concepts, forms and origins", () => {
    const draft = new Draft("T cells and a T cell. The zeta zone factor (ZZF) helps; ZZF stays.", "markdown", builtinSet);
    const found = documentTerminology(draft).map(({ term, count, forms, origin }) => ({
      term,
      count,
      forms: forms.length,
      origin: origin.kind,
    }));
    assert.deepEqual(found, [
      { term: "T cell", count: 2, forms: 2, origin: "builtin" },
      { term: "zeta zone factor", count: 3, forms: 2, origin: "document" },
    ]);
  });
});
