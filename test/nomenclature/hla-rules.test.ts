import { check } from "../support/check.ts";

const rules = ["hla-asterisk-markdown", "hla-prefix", "hla-allele-obsolete", "hla-allele-syntax", "hla-serotype-allele", "hla-serotype-w"];

/** Compares the findings of the HLA rules with the marks, and what their first fixes make of the text. */
function reports(name: string, marked: string, fixed?: string, format: "markdown" | "plain" = "markdown"): void {
  it(name, () => check(marked, { rules, format, ...(fixed === undefined ? {} : { fixed }) }));
}

describe("the HLA rules together", () => {
  describe("leave a name whose asterisk Markdown ate to the rule of asterisks", () => {
    reports(
      "old names",
      "Both «hla-asterisk-markdown|HLA-DRB1*0401» and «hla-asterisk-markdown|HLA-DQB1*0302» were found.",
      "Both HLA-DRB1\\*0401 and HLA-DQB1\\*0302 were found.",
    );
    reports("broken names", "Both «hla-asterisk-markdown|HLA-A*02:1» and «hla-asterisk-markdown|HLA-Cw*07:02» were found.");
    reports("names of one digit", "Both «hla-asterisk-markdown|HLA-A*2:01» and «hla-asterisk-markdown|HLA-B*27:5» were found.");
    reports("names without a hyphen", "Both «hla-asterisk-markdown|HLA B*27:05» and «hla-asterisk-markdown|HLA B*07:02» were found.");
    reports("a gene in italics", "The *«hla-asterisk-markdown|HLA-DRB1*0401» allele was found.");
    reports(
      "a third name whose asterisk is left",
      "«hla-asterisk-markdown|A*02:01», «hla-asterisk-markdown|B*07:02» and «hla-asterisk-markdown|C*07:02»",
    );
    reports("but not in plain text", "Both HLA-DRB1*04:01 and «hla-allele-obsolete|HLA-DQB1*0302» were found.", undefined, "plain");
    reports(
      "but not where each stands in a cell of its own",
      "| HLA-A*02:01 | «hla-allele-obsolete|HLA-B*0702» |\n| --- | --- |\n| 1 | 2 |",
    );
  });

  describe("read asterisks however they are written", () => {
    reports("once", "The «hla-allele-obsolete|HLA-DRB1*0401» allele.", "The HLA-DRB1*04:01 allele.");
    reports("escaped", "The «hla-allele-obsolete|HLA-DRB1\\*0401» allele.", "The HLA-DRB1\\*04:01 allele.");
    reports("behind an italic gene", "The *«hla-allele-obsolete|HLA-DRB1*\\*0401» allele.");
    reports("in italics", "The *«hla-allele-obsolete|HLA-DRB1\\*0401»* allele.", "The *HLA-DRB1\\*04:01* allele.");
    reports("in bold", "The **«hla-allele-obsolete|HLA-DRB1*0401»** allele.", "The **HLA-DRB1*04:01** allele.");
    reports("as an operator", "The «hla-allele-obsolete|HLA-DRB1∗0401» allele.", "The HLA-DRB1∗04:01 allele.");
    reports("with a no-break hyphen", "The «hla-allele-obsolete|HLA‑DRB1\\*0401» allele.", "The HLA‑DRB1\\*04:01 allele.");
  });

  describe("mend lists of old names as a whole", () => {
    reports(
      "with asterisks",
      "«hla-allele-obsolete|HLA-DRB1\\*0401», \\«hla-allele-obsolete|*0404» and \\«hla-allele-obsolete|*0405» were found.",
      "HLA-DRB1\\*04:01, \\*04:04 and \\*04:05 were found.",
    );
    reports("with slashes", "«hla-allele-obsolete|DRB1\\*0401»/«hla-allele-obsolete|0404»/05", "DRB1\\*04:01/04:04/05");
    reports("as a haplotype", "«hla-allele-obsolete|DRB1\\*0301»-«hla-allele-obsolete|DQB1\\*0201»", "DRB1\\*03:01-DQB1\\*02:01");
    reports("as a range", "«hla-allele-obsolete|DRB1\\*1101»–«hla-allele-obsolete|1105»", "DRB1\\*11:01–11:05");
    reports("but not years", "«hla-allele-obsolete|DRB1\\*0401», 2004 and 1999", "DRB1\\*04:01, 2004 and 1999");
  });

  describe("mend two faults of one name", () => {
    reports("prefix and age", "The «hla-allele-obsolete|«hla-prefix|HLA Cw»\\*0602» allele.", "The HLA-C\\*06:02 allele.");
  });

  describe("leave other texts alone", () => {
    reports("quoted names", "The paper says “we typed HLA-DRB1\\*0401 and HLA B27”.");
    reports("references", "# References\n\n1. Smith J. HLA B27 and HLA-DRB1\\*0401. 1999.");
    reports("other species", "Mamu-A\\*01, DLA-DRB1\\*01501, BoLA-DRB3\\*0101, H2-K\\*1 and SLA-1\\*0401.");
    reports("other genes", "CYP2D6\\*4, TPMT\\*3A, KIR2DL1\\*003, IGHV3-23\\*01, TRBV20-1\\*01 and UGT1A1\\*28.");
    reports("arithmetic", "A\\*10, B\\*1000, C\\*2.5, N\\*1024 and 3A\\*0201.");
    reports("footnote marks", "The values A\\*, B\\*\\* and P\\*5 differ.");
    reports("enzymes", "Equine liver (HLADH) reduced it.");
    reports("complement", "C3, C4 and HLA with C4 deficiency.");
    reports("peptides", "The HLA-A\\*02:01/NY-ESO-1 and HLA-A2/MART-1 tetramers, and HLA-A\\*24:02-restricted T cells.");
  });
});
