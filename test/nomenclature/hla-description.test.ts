import assert from "node:assert/strict";
import { describeHlaName } from "../../server/src/core/nomenclature/hla-description.ts";

/** Every sentence of a description. */
function description(text: string): string {
  return (describeHlaName(text) ?? []).join(" ");
}

describe("descriptions of HLA names", () => {
  it("tell an allele field by field", () => {
    assert.deepEqual(describeHlaName("HLA-A*24:02:01:02L"), [
      "An allele of HLA-A, told by its DNA sequence.",
      "24: the allele group, as a rule named after the antigen A24.",
      "02: the protein; alleles with another number here differ in amino acids.",
      "01: a change within the coding sequence that leaves the protein as it is (synonymous).",
      "02: a change outside the coding sequence (noncoding).",
      "L: its protein is found on the cell surface, but at a low level.",
      "HLA-A is the gene of the heavy chain of HLA-A, a classical class I molecule.",
    ]);
  });
  it("tell antigen, allele group and allele apart", () => {
    assert.match(description("HLA-B27"), /an antigen of HLA-B as antibodies know it \(a serotype\), not an allele/);
    assert.match(description("HLA-B*27"), /^A group of alleles of HLA-B, not a single one/);
    assert.match(description("HLA-B*27:05"), /^An allele of HLA-B/);
  });
  it("know that MICA's first field is the protein", () => {
    assert.match(description("MICA*008:04"), /008: the protein\. 04: .*synonymous/);
  });
  it("tell groups, codes, lists and old names", () => {
    assert.match(description("A*02:01:01G"), /^A G group: .*same nucleotides.*HLA-A\*02:01:01\./);
    assert.match(description("A*02:01P"), /^A P group: .*same protein/);
    assert.match(description("DRB1*01AD"), /AD stands for one of a list/);
    assert.match(description("A*02:01+A*03:01"), /two copies of a gene/);
    assert.match(description("A*9201"), /now A\*02:101\. An allele of HLA-A/);
    assert.match(description("A*2401"), /withdrawn/);
    assert.match(description("DRB1*11011"), /before 2002/);
    assert.match(description("Bw4"), /shared by many HLA-B/);
    assert.match(description("A24(9)"), /split of the broader antigen A9/);
  });
  it("say what is wrong with a broken name", () => {
    assert.match(description("HLA-A*2:01"), /one digit in its first field.*It may be meant as HLA-A\*02:01\./);
  });
  it("say nothing of other names", () => assert.equal(describeHlaName("IL-6"), undefined));
});
