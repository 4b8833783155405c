/** What a hover says of a name in this document. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { referenceLink } from "../../server/src/core/features/markdown.ts";
import { Draft, type HoverOptions, hover, type TerminologySet } from "../../server/src/core/index.ts";
import { check } from "../support/check.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

/** The hover at ‸, as one string. */
function hoverAt(marked: string, set: TerminologySet = builtinSet, options?: HoverOptions): string {
  const { draft, cursor } = check(marked, { set, rules: [] });
  return hover(draft, cursor, options)?.markdown ?? "";
}

describe("a hover over a name", () => {
  it("says first what became of the name, then what it means, and last whose word that is", () => {
    const text = hoverAt("Wegener's granu‸lomatosis relapsed.");
    const order = [
      "**granulomatosis with polyangiitis** (GPA)",
      "superseded since 2011: use",
      "vasculitis with",
      "*Evidence:*",
      "*Source:*",
    ];
    const places = order.map((part) => text.indexOf(part));
    assert.ok(!places.includes(-1), text);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it("says why a name is superseded and who decided so", () =>
    assert.match(hoverAt("Wegener's granu‸lomatosis."), /Friedrich Wegener's ties.*\(Falk RJ, et al\./));

  it("gives the preferred name of one that is right too", () => {
    const set = setWithPack("concepts:\n  - { term: zeta zone factor, also: [zinc zone factor] }");
    assert.match(
      hoverAt("The zinc zone fac‸tor rose.", set),
      /“zinc zone factor” is right too; the preferred name is \*\*zeta zone factor\*\*/,
    );
    assert.doesNotMatch(hoverAt("The zeta zone fac‸tor rose.", set), /right too/);
  });

  it("tells the evidence and what is often confused in words", () => {
    const text = hoverAt("Systemic lupus erythema‸tosus.");
    assert.match(text, /\*Evidence:\* well established as an autoimmune disease/);
    assert.match(text, /\*Often confused with:\* lupus erythematosus/);
    assert.match(text, /\*In plain words:\* A disease/);
  });
});

describe("what a hover says of this document", () => {
  it("is where the abbreviation is defined", () => {
    const text = "# Abstract\n\nSystemic lupus erythematosus (SLE).\n\n# Methods\n\nSystemic lupus erythematosus (SLE). S‸LE rose.";
    assert.match(hoverAt(text), /“SLE” is defined in line 3 \(abstract\) and line 7 *\n/);
    assert.match(hoverAt("SL‸E rose. Systemic lupus erythematosus (SLE)."), /defined in line 1, only after this place/);
  });

  it("leads to the line where the editor can open it", () => {
    const options = { lineAddress: (line: number) => `file:///my (old) draft.md#L${line}` };
    const text = hoverAt("Systemic lupus erythematosus (SLE).\n\nS‸LE rose.", builtinSet, options);
    assert.match(text, /defined in \[line 1\]\(file:\/\/\/my%20%28old%29%20draft\.md#L1\)/);
  });

  it("is that an abbreviation is not defined, unless nobody has to define it", () => {
    assert.match(hoverAt("The S‸LE flared."), /“SLE” is used and not defined/);
    for (const text of ["The IL-‸6 rose.", "The DN‸A broke.", "The CD‸4 rose."]) assert.doesNotMatch(hoverAt(text), /not defined/, text);
  });

  it("is how often it is named, and in which forms", () => {
    const text = "Autoantibodies bind. An autoanti‸body and auto-antibodies bind autoantibodies.";
    assert.match(hoverAt(text), /\*Used:\* 4 times \(autoantibody 3 · auto\\-antibodies 1\)/);
    assert.match(hoverAt("An autoanti‸body."), /\*Used:\* once(?! \()/);
  });

  it("counts out four forms at most", () => {
    const names = ["a one", "a two", "a three", "a four", "a five", "a six"];
    const set = setWithPack(`concepts:\n  - { term: a one, also: [${names.slice(1).join(", ")}] }`);
    const text = hoverAt(`${names.join(", ")}, a o‸ne.`, set);
    assert.match(text, /\*Used:\* 7 times \(a one 2 (?:· a \w+ 1 ){3}· 2 other forms\)/);
  });

  it("is the same after any edits as in a fresh start", () => {
    const pieces = fc.constantFrom(
      "SLE ",
      "systemic lupus erythematosus (SLE) ",
      "\n\n",
      "CD ",
      "Crohn disease (CD) ",
      "# Abstract\n\n",
      ". ",
    );
    const edits = fc.array(fc.record({ at: fc.nat(60), length: fc.nat(8), insert: pieces }), { maxLength: 6 });
    fc.assert(
      fc.property(edits, fc.nat(60), (changes, offset) => {
        const draft = new Draft("SLE and CD.\n\nSystemic lupus erythematosus (SLE). CD", "markdown", builtinSet);
        for (const { at, length, insert } of changes) draft.edit([{ from: at, to: at + length, insert }]);
        assert.deepEqual(hover(draft, offset), hover(new Draft(draft.document.text, "markdown", builtinSet), offset));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a hover over a homonym", () => {
  it("says which meaning the document chose, why, and what else there is", () => {
    const text = hoverAt("Crohn disease (CD) hurts.\n\nThe C‸D flared.");
    assert.match(text, /^\*\*Crohn disease\*\* \(CD\)/);
    assert.match(text, /Here “CD” means \*\*Crohn disease\*\*, because line 1 defines it so\./);
    assert.match(text, /Elsewhere it can mean cluster of differentiation, celiac disease or contact dermatitis\./);
  });

  it("says so where the document has both meanings", () => {
    const text = hoverAt("Crohn disease (CD) hurts.\n\nCluster of differentiation (CD) counts. The C‸D flared.");
    assert.match(text, /defines “CD” in 2 ways: as \*\*.*\*\* in line \d and as \*\*.*\*\* in line \d\./);
  });

  it("takes the meaning that the document names in full for the likely one", () =>
    assert.match(hoverAt("Crohn disease hurts.\n\nThe C‸D flared."), /probably means \*\*Crohn disease\*\*, which line 1 names in full/));

  it("lists all meanings where nothing decides", () => {
    const text = hoverAt("The C‸D flared.");
    assert.match(text, /^\*\*2 meanings\.\*\* This document does not say which one “CD” has\.\n/);
    assert.match(
      text,
      /\n- \*\*cluster of differentiation\*\*.*: molecule[\s\S]*\n- \*\*Crohn disease\*\*.*\n\nIt can also mean celiac disease/,
    );
  });
});

describe("a hover over an HLA allele", () => {
  it("explains it field by field, whether Markdown took its asterisk or not", () => {
    for (const text of ["HLA-DRB1\\*04:‸01 and HLA-DQB1\\*03:02.", "HLA-DRB1*04:‸01 and HLA-DQB1*03:02."]) {
      const markdown = hoverAt(text);
      assert.match(markdown, /^\*\*HLA\\-DRB1\\\*04:01\*\*/);
      assert.match(markdown, /\n- 04: the allele group.*\n- 01: the protein/);
    }
  });
  it("gives the current name of an old one", () => assert.match(hoverAt("DRB1\\*04‸01 is old."), /now DRB1\\\*04:01/));
  it("leaves an antigen to the terminology", () => assert.match(hoverAt("HLA-B‸27 is common."), /^\*\*HLA\\-B27\*\*[\s\S]*\*Source:\*/));
});

describe("links", () => {
  const pages: [string, string][] = [
    ["MONDO:0012105", "https://monarchinitiative.org/MONDO:0012105"],
    ["DOID:12132", "https://disease-ontology.org/?id=DOID:12132"],
    ["MESH:D014890", "https://meshb.nlm.nih.gov/record/ui?ui=D014890"],
    ["CL:0000624", "http://purl.obolibrary.org/obo/CL_0000624"],
    ["GO:0002456", "http://purl.obolibrary.org/obo/GO_0002456"],
    ["HP:0002633", "https://hpo.jax.org/browse/term/HP:0002633"],
    ["HGNC:6018", "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:6018"],
    ["HGNC.SYMBOL:HLA-DRB1", "https://www.genenames.org/data/gene-symbol-report/#!/symbol/HLA-DRB1"],
    ["UniProt:P05231", "https://www.uniprot.org/uniprotkb/P05231"],
    ["NCBIGene:3569", "https://www.ncbi.nlm.nih.gov/gene/3569"],
    ["ORPHA:900", "https://www.orpha.net/en/disease/detail/900"],
  ];
  for (const [id, url] of pages)
    it(`lead from ${id} to its page`, () => assert.ok(referenceLink(id).endsWith(`](${url})`), referenceLink(id)));

  it("say how a page stands to the concept that is about another one", () =>
    assert.match(referenceLink("CL:0000624", "broad"), /\) \(broader\)$/));

  it("are for known identifiers alone", () => {
    for (const id of ["EVIL:1", "MONDO:x](http://evil)", "MESH:javascript", "constructor:1", "GO:12", "x"])
      assert.doesNotMatch(referenceLink(id), /\]\(/, id);
  });

  it("do not come of an address that a pack writes", () => {
    const set = setWithPack(
      'concepts:\n  - { term: evil term, definition: "see https://evil.example or www.evil.example or a@evil.example" }',
    );
    const text = hoverAt("An evil te‸rm.", set);
    assert.match(text, /https\\:\/\/evil.*www\\\.evil.*a\\@evil/);
  });
});
