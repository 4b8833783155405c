import assert from "node:assert/strict";
import { Draft, hover, type TerminologySet } from "../../server/src/core/index.ts";
import { check } from "../support/check.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

/** The hover at ‸, as one string. */
function hoverAt(marked: string, set: TerminologySet = builtinSet): string {
  const { draft, cursor } = check(marked, { set, rules: [] });
  return hover(draft, cursor)?.markdown ?? "";
}

describe("the document's terminology set", () => {
  it("has the built-in terminology", () => {
    const text = hoverAt("This is molecular mim‸icry.");
    for (const part of ["**molecular mimicry**", "immune response", "*Also:*", "MeSH D018716", "*Source:*"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  it("lets a pack overrule the built-in record", () => {
    const set = setWithPack("concepts:\n  - { id: IMX:0226, term: molecular mimicry, definition: what our team means by it }");
    assert.match(hoverAt("molecular mim‸icry", set), /what our team means by it/);
  });

  it("has what the front matter says", () => {
    const acronyms = "---\nacronyms:\n  keys:\n    - shortname: ZZF\n      longname: zeta zone factor\n---\n\n";
    assert.match(hoverAt(`${acronyms}The ZZ‸F rises.`), /zeta zone factor/);
    const own = "---\nimmunolex:\n  concepts:\n    - { term: zeta zone factor, definition: a factor }\n---\n\n";
    assert.match(hoverAt(`${own}The zeta zone fact‸ors rise.`), /a factor/);
  });

  const definitions: [name: string, text: string][] = [
    ["a definition in the text", "The zeta zone factor (ZZF) rises. When ZZ‸F falls, it ends."],
    ["the reverse", "The ZZF (zeta zone factor) rises. When ZZ‸F falls, it ends."],
    ["an abbreviation list", "When ZZ‸F falls.\n\n## Abbreviations\n\nABC, alpha beta cell; ZZF, zeta zone factor"],
    ["an abbreviation list in lines", "When ZZ‸F falls.\n\n## List of abbreviations\n\n- **ZZF**: zeta zone factor"],
    ["an abbreviation table", "When ZZ‸F falls.\n\n## Abbreviations\n\n| Short | Long |\n|---|---|\n| ZZF | zeta zone factor |"],
    ["an abbreviation line", "When ZZ‸F falls.\n\n*[ZZF]: zeta zone factor"],
    ["a definition list", "When ZZ‸F falls.\n\n## Abbreviations\n\nZZF\n: zeta zone factor"],
    ["a glossary", "The zeta zone fac‸tors rise.\n\n## Glossary\n\nzeta zone factor: a factor of our own"],
  ];
  for (const [name, text] of definitions) {
    it(`has ${name}`, () => assert.match(hoverAt(text), /zeta zone factor/));
  }

  it("follows a definition as it comes and goes", () => {
    const draft = new Draft("The zeta zone factor rises. ZZF falls.", "markdown", builtinSet);
    const at = () => draft.document.text.indexOf("ZZF falls") + 1;
    assert.equal(hover(draft, at()), undefined);
    draft.edit([{ from: 20, to: 20, insert: " (ZZF)" }]);
    assert.match(hover(draft, at())?.markdown ?? "", /zeta zone factor/);
    draft.edit([{ from: 20, to: 26, insert: "" }]);
    assert.equal(hover(draft, at()), undefined);
  });

  it("shows a changed layer in a draft that is open", () => {
    const draft = new Draft("A zeta zone factor.", "markdown", builtinSet);
    assert.equal(hover(draft, 5), undefined);
    draft.useTerminology(setWithPack("concepts:\n  - { term: zeta zone factor, definition: new here }"));
    assert.match(hover(draft, 5)?.markdown ?? "", /new here/);
  });
});

describe("a homonym", () => {
  const set = setWithPack(`
concepts:
  - { id: h:1, term: zeta zone factor, abbreviation: ZZF }
  - { id: h:2, term: zinc zeta finger, abbreviation: ZZF }
`);
  it("carries every meaning until the document decides", () => {
    const text = hoverAt("The ZZ‸F rises.", set);
    assert.match(text, /2 meanings/);
    assert.match(text, /zeta zone factor[\s\S]*zinc zeta finger/);
  });
  it("means what the document defines", () => {
    const text = hoverAt("Zinc zeta finger (ZZF) binds; ZZ‸F folds.", set);
    assert.match(text, /^\*\*zinc zeta finger\*\*/);
    assert.match(
      text,
      /Here “ZZF” means \*\*Zinc zeta finger\*\*, because line 1 defines it so\. Elsewhere it can mean zeta zone factor\./,
    );
    assert.doesNotMatch(text, /meanings/);
  });
});

describe("a hover", () => {
  it("does nothing but show what a pack says", () => {
    const set = setWithPack(
      'concepts:\n  - { term: evil term, definition: "<img src=x> [click](command:evil) ![i](http://x) `code` **bold**" }',
    );
    const text = hoverAt("An evil te‸rm.", set);
    assert.doesNotMatch(text, /(?<!\\)<img|(?<!\\)\[click|(?<!\\)!(?<!\\)\[/);
  });
  it("says that a name is superseded and by what", () => {
    assert.match(hoverAt("Wegener gran‸ulomatosis."), /superseded since 2011[\s\S]*use \*\*granulomatosis with polyangiitis\*\*/);
  });
  it("is silent on words it does not know", () => assert.equal(hoverAt("Nothing he‸re."), ""));
});
