import assert from "node:assert/strict";
import { createDocument } from "../../server/src/core/text/document.ts";
import { termsIn } from "../support/terms.ts";

/** The readable text of a document, segment by segment. */
function prose(text: string): string[] {
  return createDocument(text).blocks.flatMap((block) => block.segments.map((segment) => segment.text.trim()));
}

describe("the readable text of a document", () => {
  const cases: [name: string, source: string, expected: string[]][] = [
    ["emphasis", "a **bold** and *slanted* word", ["a bold and slanted word"]],
    ["soft line breaks", "one\ntwo", ["one\ntwo"]],
    ["block quotes", "> one\n> two", ["one\ntwo"]],
    ["superscript signs", "CD4<sup>+</sup> and CD4^+^", ["CD4+ and CD4+"]],
    ["subscripts", "T~reg~ and T<sub>reg</sub>", ["Treg and Treg"]],
    ["raised note numbers", "disease^1,2^ and flare<sup>3</sup>.", ["disease and flare."]],
    ["escapes", "HLA-DRB1\\*04:01", ["HLA-DRB1*04:01"]],
    ["entities", "TNF-&alpha; &amp; IL&#8209;6", ["TNF-α & IL‑6"]],
    ["links", "the [immune system](http://example.org/T-cell 'B cell')", ["the immune system"]],
    ["brackets that are no link", "factor [TNF]", ["factor [TNF]"]],
    ["citations", "shown [@smith2020, p. 3] by @jones2019", ["shown \uFFFC by \uFFFC"]],
    ["code", "run `HLA` now", ["run \uFFFC now"]],
    ["inline math, but not money", "$x_1$ costs $5 and $6", ["\uFFFC costs $5 and $6"]],
    ["display math", "$$\nHLA\n$$\n\ntext", ["text"]],
    ["tables with line breaks of Windows", "| a | b |\r\n|---|---|\r\n| c | d |\r\n", ["a", "b", "c", "d"]],
    ["tables with blanks behind them", "| a | b |  \n|---|---| \n| c | d |\t\n", ["a", "b", "c", "d"]],
    ["code blocks", "```\nHLA\n```\n\n    HLA\n", []],
    ["front matter", "---\ntitle: HLA\n---\ntext", ["text"]],
    ["HTML comments", "a <!-- HLA --> b", ["a  b"]],
    ["HTML blocks", "<div>\nHLA\n</div>\n\ntext", ["text"]],
    ["attributes", "# Title {#sec:hla .unnumbered}", ["Title"]],
    ["images", "![A caption](hla.png){#fig:x}", ["A caption", "\uFFFC"]],
    ["tables", "| a | b |\n|---|---|\n| c | *d* |", ["a", "b", "c", "d"]],
    ["lists", "- one\n- two\n\n  three", ["one", "two", "three"]],
    ["footnotes", "text[^1]\n\n[^1]: a note", ["text", "a note"]],
    ["definition lists", "Term\n: what it is", ["Term", "what it is"]],
    ["fenced divs", "::: {.abstract}\ntext\n:::", ["text"]],
    ["link reference definitions", "text\n\n[hla]: http://example.org", ["text"]],
    ["unclosed markup", "**bold and `code and [link", ["**bold and `code and [link"]],
    ["unclosed front matter", "---\nHLA and text", ["HLA and text"]],
  ];
  for (const [name, source, expected] of cases) it(`reads ${name}`, () => assert.deepEqual(prose(source), expected));
});

describe("a place in the readable text", () => {
  it("leads back to the source, whatever stands between", () => {
    const text = "> *Auto*immune\n> **dis**eases and TNF-&alpha; of CD4<sup>+</sup> cells";
    const [block] = createDocument(text).blocks;
    const [segment] = block?.segments ?? [];
    assert.ok(block && segment);
    const source = (part: string) => {
      const at = segment.text.indexOf(part);
      const { from, to } = segment.range(at, at + part.length);
      return block.source.slice(from, to);
    };
    assert.equal(source("Autoimmune\ndiseases"), "Auto*immune\n> **dis**eases");
    assert.equal(source("α"), "&alpha;");
    assert.equal(source("CD4+"), "CD4<sup>+");
  });
});

describe("terms", () => {
  it("are found across emphasis, line breaks, quote marks, entities and no-break spaces", () => {
    assert.deepEqual(termsIn("*Molecular* mimicry"), ["Molecular* mimicry → molecular mimicry"]);
    assert.deepEqual(termsIn("> molecular\n> mimicry"), ["molecular\n> mimicry → molecular mimicry"]);
    assert.deepEqual(termsIn("T\u00A0cells and T&nbsp;cells"), ["T\u00A0cells → T cell", "T&nbsp;cells → T cell"]);
    assert.deepEqual(termsIn("T~reg~ rises"), ["T~reg → Treg"]);
  });
  it("are not found across blocks, cells and objects", () => {
    assert.deepEqual(termsIn("molecular\n\nmimicry"), []);
    assert.deepEqual(termsIn("| molecular | mimicry |\n|---|---|\n"), []);
    assert.deepEqual(termsIn("molecular `x` mimicry"), []);
  });
  it("are not looked for in references and search strategies", () => {
    assert.deepEqual(termsIn("# References\n\nA T cell paper."), []);
    assert.deepEqual(termsIn('("Autoimmune Diseases"[Mesh]) AND ("T cell"[tiab])'), []);
  });

  it("keeps every block but the edited one, also where the text ends without a line break", () => {
    for (const end of ["", "\n", "\n\n- a list\n- of two", "\n\n# Heading", "\n\n| a |\n|---|\n| b |"]) {
      const text = `${"A paragraph of words.\n\n".repeat(20)}The last of them${end}`;
      const before = createDocument(text);
      const after = before.edit([{ from: 5, to: 5, insert: "x" }]);
      const kept = new Set(before.blocks);
      assert.equal(after.blocks.filter((block) => !kept.has(block)).length, 1, JSON.stringify(end));
      assert.deepEqual(
        after.starts.slice(1),
        before.starts.slice(1).map((start) => start + 1),
      );
    }
  });
});
