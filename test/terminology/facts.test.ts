import assert from "node:assert/strict";
import { readFacts } from "../../scripts/terminology/facts/read.ts";

const HEAD = `subject: cd-molecules
broader: IMX:1701
sources: [A list]
created: "2026-11-22"
reviewed: "2026-11-22"
record: draft
`;

function compose(kind: string, row: string) {
  const { concepts, problems } = readFacts(`kind: ${kind}\n${HEAD}rows:\n  ${row}\n`);
  assert.deepEqual(problems, []);
  return concepts[0]?.concept;
}

describe("terminology: tables of facts", () => {
  it("say what a CD molecule is, where it is found and what it binds", () => {
    const concept = compose("cd", "CD2: { gene: CD2, is: an adhesion receptor, on: T cells, binds: CD58, also: [LFA-2] }");
    assert.equal(concept?.definition, "CD molecule that is an adhesion receptor, found mainly on T cells, and binds CD58");
    assert.deepEqual([concept?.id, concept?.xrefs[0]?.id, concept?.designations[1]?.status], ["IMX:CD2", "HGNC.SYMBOL:CD2", "hidden"]);
  });

  it("name an interleukin in full and in short", () => {
    const concept = compose("interleukin", 'IL-3: { id: "IMX:1113", gene: IL3, family: the β family, from: T cells, does: grows cells }');
    assert.deepEqual(
      concept?.designations.map(({ text }) => text),
      ["interleukin-3", "IL-3"],
    );
    assert.equal(concept?.definition, "interleukin of the β family, made mainly by T cells, that grows cells");
    assert.equal(concept?.id, "IMX:1113");
  });

  it("tell chemokines from their receptors, and former names in a note", () => {
    const ligand = compose("chemokine", "CCL5: { gene: CCL5, binds: [CCR1, CCR3, CCR5], attracts: T cells, former: [RANTES] }");
    assert.equal(ligand?.definition, "chemokine of the CC family that binds CCR1, CCR3, and CCR5 and attracts mainly T cells");
    assert.equal(ligand?.note, "Formerly RANTES.");
    const receptor = compose("chemokine", "CX3CR1: { gene: CX3CR1, binds: [CX3CL1], on: monocytes }");
    assert.equal(receptor?.definition, "chemokine receptor of the CX3C family that binds CX3CL1 and is found mainly on monocytes");
    assert.deepEqual(receptor?.broader, ["IMX:1302"]);
  });

  it("say which antigen a serotype is a split of", () => {
    const concept = compose("hla-serotype", 'HLA-A23: { locus: HLA-A, split-of: HLA-A9, alleles: "A*23:01" }');
    assert.equal(concept?.definition, "HLA antigen of HLA-A molecules, a split of HLA-A9, that is carried by the products of A*23:01");
  });

  it("leave out a row that is wrong, say where, and keep the others", () => {
    const text = `kind: cd\n${HEAD}rows:\n  CD2: { is: 7 }\n  CD5: { is: a receptor, colour: red }\n  CD7: { is: a receptor }\n`;
    const { concepts, problems } = readFacts(text);
    assert.deepEqual(
      concepts.map(({ concept }) => concept.id),
      ["IMX:CD7"],
    );
    assert.deepEqual(
      problems.map(({ from }) => text.slice(0, from).split("\n").length),
      [9, 10],
    );
    assert.match(problems[0]?.message ?? "", /^CD2: is: .*"number".*"string"/);
    assert.match(problems[1]?.message ?? "", /^CD5: there is no key `colour`; the keys are id, gene, is, on/);
  });

  it("say that a table has no such kind, or is no YAML", () => {
    assert.match(readFacts(`kind: lectin\n${HEAD}rows: {}\n`).problems[0]?.message ?? "", /kind/);
    assert.equal(readFacts("rows: [\n").problems.length > 0, true);
  });
});
