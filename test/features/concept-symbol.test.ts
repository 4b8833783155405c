import assert from "node:assert/strict";
import { Draft, definitionAt, documentHighlights } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

/** The text that defines the name behind ‸. */
function definition(marked: string, set = builtinSet): string | undefined {
  const text = marked.replace("‸", "");
  const found = definitionAt(new Draft(text, "markdown", set), marked.indexOf("‸"));
  return found?.range && text.slice(found.range.from, found.range.to);
}

/** Every name of the concept behind ‸; one that defines is followed by an asterisk. */
function names(marked: string): string {
  const text = marked.replace("‸", "");
  return documentHighlights(new Draft(text, "markdown", builtinSet), marked.indexOf("‸"))
    .map(({ from, to, defines }) => text.slice(from, to) + (defines ? "*" : ""))
    .join(", ");
}

describe("the names of a concept", () => {
  it("are found in all their forms", () => {
    assert.equal(
      names("An ‸autoimmune disorder. Autoimmune diseases; autoimmune conditions. “Autoimmune disease” here. An allergy."),
      "autoimmune disorder, Autoimmune diseases, autoimmune conditions, Autoimmune disease",
    );
  });
  it("are told apart where they define", () => {
    assert.equal(
      names("The human leukocyte antigen (HLA) genes vary; ‸HLA matters.\n\n## Abbreviations\n\nHLA: human leukocyte antigen\n"),
      "human leukocyte antigen*, HLA*, HLA, HLA*, human leukocyte antigen*",
    );
    assert.equal(
      names("An ‸acute immune storm.\n\n## Glossary\n\nAcute immune storm\n: A storm of the body’s own.\n"),
      "acute immune storm, Acute immune storm*",
    );
  });
  it("are those of the meaning that the document chose", () => {
    assert.equal(names("Mitral stenosis (MS) is old. ‸MS stays; multiple sclerosis is another."), "Mitral stenosis*, MS*, MS");
  });
  it("are none in a reference list or among words", () => {
    assert.equal(names("Just ‸words."), "");
    assert.equal(names("An autoimmune disease.\n\n## References\n\n1. Smith J. ‸Autoimmune disease. Lancet. 2020;3:1."), "");
  });
});

describe("the definition of a name", () => {
  const text = "Acute immune storm (AIS) is rare.";
  const list = "## Abbreviations\n\nAIS: acute immune storm\n";
  const glossary = "## Glossary\n\nAcute immune storm\n: A storm of many days and nights in all of the body.\n";
  it("is the one in the text, else the abbreviation list’s, else the glossary’s", () => {
    assert.equal(definition(`${text} An ‸AIS.\n\n${glossary}\n${list}`), "Acute immune storm (AIS)");
    assert.equal(definition(`An ‸AIS.\n\n${glossary}\n${list}`), "AIS: acute immune storm");
    assert.equal(
      definition(`An ‸acute immune storm.\n\n${glossary}`),
      "Acute immune storm\n: A storm of many days and nights in all of the body.",
    );
    assert.equal(definition("An ‸AIS.\n\n*[AIS]: acute immune storm\n"), "*[AIS]: acute immune storm");
  });
  it("is that of the abstract in the abstract", () => {
    const parts = (abstract: string, body: string) => `# T\n\n## Abstract\n\n${abstract}\n\n## Introduction\n\n${body}\n`;
    assert.equal(definition(parts("Acute immune storms (AISs) are rare. ‸AISs pass.", text)), "Acute immune storms (AISs)");
    assert.equal(definition(parts("Acute immune storms (AISs) are rare.", `${text} ‸AIS passes.`)), "Acute immune storm (AIS)");
  });
  it("leads on from itself to the next", () => {
    assert.equal(definition(`‸${text}\n\n${list}`), "AIS: acute immune storm");
    assert.equal(definition(`‸${text}`), "Acute immune storm (AIS)");
  });
  it("may stand in the front matter", () => {
    const yaml = "---\nimmunolex:\n  concepts:\n    - term: zebra cell\n---\n\n";
    assert.equal(definition(`${yaml}A ‸zebra cell.`), "term: zebra cell");
  });
  it("is a record where the document has none", () => {
    const set = setWithPack("concepts:\n  - term: zebra cell\n");
    const found = definitionAt(new Draft("A zebra cell.", "markdown", set), 4);
    assert.equal(found?.range, undefined);
    assert.deepEqual(found?.record && [found.record.layer.kind, found.record.id], ["workspace", "house:zebra-cell"]);
  });
});
