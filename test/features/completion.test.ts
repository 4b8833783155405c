/** What is offered while a writer types. */
import assert from "node:assert/strict";
import { completions, Draft, type TerminologySet } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

/** What is offered at ‸, or at the end of the text. */
function itemsAt(marked: string, set: TerminologySet = builtinSet) {
  const at = marked.includes("‸") ? marked.indexOf("‸") : marked.length;
  return completions(new Draft(marked.replace("‸", ""), "markdown", set), at).items;
}

function offered(marked: string, set?: TerminologySet): string[] {
  const items = itemsAt(marked, set);
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  assert.deepEqual(sorted, items, "an editor that sorts the list shows it in this order");
  return items.map(({ text }) => text);
}

describe("completion", () => {
  it("continues a name over several words", () => {
    assert.ok(offered("This is molecular mi").includes("molecular mimicry"));
    assert.ok(offered("a regul").includes("regulatory T cell"));
    const [item] = itemsAt("one antibody-dependent cellular cyto");
    assert.equal(item?.range.from, "one ".length);
  });

  it("offers the document's own names first", () => {
    assert.equal(offered("The zeta zone factor (ZZF) and ZZF rise. Zet")[0], "Zeta zone factor");
    assert.equal(offered("Zeta zone factor (ZZF) and ZZF rise. A zet")[0], "zeta zone factor");
  });

  it("ranks names by how often the document has them, then by status", () => {
    const set = setWithPack("concepts:\n  - { term: zeta one, also: [zeta alpha] }\n  - { term: zeta two }\n  - { term: zeta three }");
    assert.deepEqual(offered("A zet", set), ["zeta one", "zeta three", "zeta two", "zeta alpha"]);
    assert.deepEqual(offered("The zeta two and zeta two, zeta alpha. A zet", set), ["zeta two", "zeta alpha", "zeta one", "zeta three"]);
  });

  it("counts the uses of an abbreviation for the meaning that the document gives it", () => {
    const set = setWithPack(
      "concepts:\n  - { term: zeta zone factor, abbreviation: ZZF }\n  - { term: zeta zinc hand, abbreviation: ZZH }",
    );
    assert.deepEqual(offered("The zeta zinc hand (ZZH). ZZH and ZZH. A ZZ", set), ["ZZH", "ZZF"]);
  });

  it("offers neither old names nor hidden ones, not even where the document has them", () => {
    assert.ok(!offered("Wegen").includes("Wegener granulomatosis"));
    assert.ok(!offered("Wegener granulomatosis (WG) is old, WG too. A wegen").some((name) => /wegener gran/i.test(name)));
  });

  it("offers one spelling where the writer has chosen it", () => {
    const pack = (locale: string) =>
      `locale: ${locale}\nconcepts:\n  - term: zeta tumor\n    designations:\n      - { text: zeta tumour, status: preferred, locale: en-GB }\n      - { text: zeta tumorlet, locale: en-US }\n`;
    assert.ok(offered("A zeta tumo", setWithPack(pack("en-US"))).includes("zeta tumorlet"));
    assert.ok(!offered("A zeta tumo", setWithPack(pack("en-US"))).includes("zeta tumour"));
    assert.ok(offered("A zeta tumo", setWithPack(pack("en-GB"))).includes("zeta tumour"));
  });

  it("keeps the capital that a sentence begins with", () => {
    assert.ok(offered("Molecular mi").includes("Molecular mimicry"));
    assert.ok(offered("Treg").every((name) => !/^TREG/.test(name)));
  });

  it("waits for the second letter, and leaves code and what is no text alone", () => {
    assert.deepEqual(offered("a m"), []);
    assert.deepEqual(offered("Text.\n\n```\nmolecular mi‸\n```\n"), []);
    assert.deepEqual(offered("---\ntitle: molecular mi‸\n---\n"), []);
  });

  it("gives the definition on the side", () => {
    const item = itemsAt("A molecular mi").find(({ text }) => text === "molecular mimicry");
    assert.match(item?.markdown ?? "", /^\*\*molecular mimicry\*\*[\s\S]*immune response/);
  });

  it("says that more would come, and offers a hundred at most of them", () => {
    const names = Array.from({ length: 150 }, (_, i) => `  - zeta name ${i}`).join("\n");
    const { items, incomplete } = completions(new Draft("A zeta", "markdown", setWithPack(`concepts:\n${names}`)), 6);
    assert.ok(incomplete && items.length === 100);
  });
});

describe("completion of a long form", () => {
  it("introduces the abbreviation at first use", () => {
    const list = offered("In systemic lupus ery");
    assert.deepEqual(list.slice(0, 2), ["systemic lupus erythematosus", "systemic lupus erythematosus (SLE)"]);
  });

  it("introduces it behind a long form that has just been written, in the writer's own words", () => {
    assert.equal(offered("Systemic lupus erythematosus")[0], "Systemic lupus erythematosus (SLE)");
    assert.equal(offered("many regulatory T cells")[0], "regulatory T cells (Tregs)");
  });

  it("does not where the abbreviation is defined, is there already or has another meaning", () => {
    const introduces = (text: string) => offered(text).some((name) => name.includes("(SLE)"));
    assert.ok(!introduces("Systemic lupus erythematosus (SLE) is rare. In systemic lupus ery"));
    assert.ok(!introduces("Systemic lupus erythematosus‸ (SLE) is rare."));
    assert.ok(!introduces("The small lipid element (SLE) is rare. In systemic lupus ery"));
    assert.ok(!introduces("# Systemic lupus ery"));
  });

  it("does in the text what the abstract has done for itself", () => {
    const abstract = "# Abstract\n\nSystemic lupus erythematosus (SLE) is rare.\n\n";
    assert.ok(offered(`${abstract}# Introduction\n\nIn systemic lupus ery`).includes("systemic lupus erythematosus (SLE)"));
    assert.ok(!offered(`${abstract}In systemic lupus ery`).includes("systemic lupus erythematosus (SLE)"));
  });

  it("does not for an abbreviation that needs no introduction", () =>
    assert.ok(!offered("The deoxyribonucleic ac").some((name) => name.includes("(DNA"))));
});
