import assert from "node:assert/strict";
import fc from "fast-check";
import { readFrontMatter } from "../../server/src/core/formats/front-matter.ts";
import { conceptsOf, problemsOf, read } from "./support.ts";

const MEGABYTE = 1_000_000;

describe("pack: files that were never meant well", () => {
  it("takes an empty file, comments and blank lines as an empty pack", () => {
    for (const text of ["", "\n\n", "# nothing yet\n", "concepts:\n", "---\n", "\uFEFF"]) {
      assert.deepEqual(problemsOf(text), [], JSON.stringify(text));
      assert.deepEqual(read(text).pack.concepts, []);
    }
  });

  it("says what a pack is to a file that is none", () => {
    assert.deepEqual(problemsOf("hello"), ["1 error «hello» A pack has `concepts:` at its top, or is a list of concepts."]);
    assert.deepEqual(problemsOf("concepts: hello"), ["1 error «concepts» `concepts` must be a list: one `- term: …` for each concept."]);
  });

  it("reports tabs at their place", () => {
    assert.deepEqual(problemsOf("concepts:\n\t- term: a\n"), ["2 error «\t» This line is indented with a tab; YAML needs spaces."]);
  });

  it("keeps places right behind a byte order mark, carriage returns and wide characters", () => {
    const text = "\uFEFF# 𝛽\r\nconcepts:\r\n  - term: 𝛽 cell\r\n    colour: red\r\n";
    assert.deepEqual(problemsOf(text), ["4 warning «colour» `colour` is not a key that Immunolex knows here; it is not used."]);
  });

  it("reads on after a syntax error", () => {
    const text = "concepts:\n  - term: a\n    note: b: c\n  - term: d\n";
    assert.deepEqual(problemsOf(text), ["3 error «b» A text that holds `: ` must stand in quotes."]);
    assert.deepEqual(conceptsOf(read(text)), ["my:a: a", "my:d: d"]);
    assert.match(problemsOf('- term: "a\n- term: b\n').join(), /quotation mark is opened and never closed/);
  });

  it("follows an alias and refuses a bomb", () => {
    const good = "- { term: a, sources: [&s A book] }\n- { term: b, sources: [*s] }\n";
    assert.deepEqual(problemsOf(good), []);
    assert.deepEqual(read(good).pack.concepts[1]?.sources, [{ citation: "A book" }]);
    assert.match(problemsOf("- { term: a, sources: [*s] }").join(), /`\*s` stands for nothing/);

    const lines = ["concepts: [{ term: a }]", "a: &a [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 20; i++) {
      const before = String.fromCharCode(96 + i);
      const here = String.fromCharCode(97 + i);
      lines.push(`${here}: &${here} [${Array(9).fill(`*${before}`).join(", ")}]`);
    }
    const bomb = lines.join("\n");
    assert.match(problemsOf(bomb).join("\n"), /references \(`\*name`\) of this file stand for too much/);
    assert.deepEqual(conceptsOf(read(bomb)), ["my:a: a"]);
    assert.match(problemsOf("concepts: &a [*a]").join(), /stands for nothing/);
  });

  it("survives a megabyte of anything", function () {
    this.timeout(240_000);
    const pieces = [
      "[",
      "{",
      "- ",
      "? ",
      ": ",
      '"',
      "&a ",
      "*a ",
      "!a ",
      "|\n",
      "%a\n",
      "]",
      "[a]\n",
      "a: 1\n",
      "- term: [a]\n",
      "\t",
      "\0",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(MEGABYTE / piece.length);
      const start = performance.now();
      const { problems } = read(text);
      assert.ok(performance.now() - start < 20_000, `${JSON.stringify(piece)} took too long`);
      assert.ok(problems.length <= 201);
      for (const { from, to } of problems) assert.ok(from >= 0 && to >= from && to <= text.length);
    }
  });

  it("survives tens of thousands of mistakes", function () {
    this.timeout(120_000);
    const many = Array.from({ length: 40_000 }, (_, i) => `   k${i}: 1`).join("\n");
    for (const text of [many, `-  term: x\n${many}`, `- term: x\n  also: [${"1,".repeat(60_000)}]`]) {
      assert.match(problemsOf(text).join("\n"), /Too much is wrong here/);
    }
  });

  it("takes keys and names that mean something to JavaScript", () => {
    const text =
      "__proto__: 1\nconcepts:\n  - { term: toString, constructor: 2, __proto__: { id: x } }\n  - { id: __proto__, term: valueOf }\n";
    assert.equal(read(text).problems.length, 3);
    assert.deepEqual(conceptsOf(read(text)), ["my:tostring: toString", "__proto__: valueOf"]);
  });

  it("takes lone surrogates", () => {
    assert.deepEqual(conceptsOf(read("- { term: 'a \uD800 b', \uD801: 1 }")), ["my:a-b: a \uD800 b"]);
    assert.equal(read("- { term: '\uDC00' }").pack.concepts.length, 1);
  });

  it("never throws, and problems lie within the text", () => {
    const words = [
      "concepts",
      "term",
      "designations",
      "broader",
      "rules",
      "id",
      "x",
      "&a",
      "*a",
      "- ",
      ": ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      ",",
      '"',
      "'",
      "#",
      "|",
      ">",
      "\t",
      "\r",
      "\uFEFF",
      "immunolex",
      "acronyms",
      "keys",
      "short",
      "long",
      "\uD83D",
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        for (const { from, to } of read(yaml).problems) assert.ok(from >= 0 && from <= to && to <= yaml.length);
        for (const { from, to } of readFrontMatter(yaml, 4, { name: "doc" }).problems)
          assert.ok(from >= 4 && from <= to && to <= yaml.length + 4);
      }),
      { numRuns: 3000 },
    );
  }).timeout(60_000);

  it("takes any value under any key", () => {
    const keys = ["id", "term", "abbreviation", "designations", "also", "avoid", "definition", "broader", "xrefs", "sources", "created"];
    const inner = ["text", "type", "status", "locale", "since", "exact", "citation", "pmid", "match", "plural"];
    const name = fc.dictionary(
      fc.constantFrom(...inner),
      fc.oneof(fc.constantFrom("full", "preferred", "en-GB", "", "a"), fc.jsonValue({ maxDepth: 1 })),
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), name, fc.array(fc.oneof(name, fc.string(), fc.constantFrom("a", "b:c", null))));
    const record = fc.dictionary(fc.constantFrom(...keys), value);
    const file = fc.record(
      {
        concepts: fc.oneof(fc.array(record), value),
        rules: fc.oneof(fc.dictionary(fc.constantFrom("abbr-unused", "x"), fc.oneof(fc.constantFrom("off", true, "loud"), value)), value),
        subjects: value,
        packs: value,
        locale: value,
        name: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(file, (data) => {
        const { pack, settings } = read(JSON.stringify(data));
        for (const concept of pack.concepts) {
          assert.equal(typeof concept.id, "string");
          for (const { text, type, status } of concept.designations) {
            assert.ok(text.trim() !== "" && ["full", "abbreviation", "symbol", "variant", "eponym"].includes(type));
            assert.ok(["preferred", "admitted", "deprecated", "superseded", "hidden"].includes(status));
          }
          for (const key of ["broader", "partOf", "related", "confusedWith"] as const) {
            assert.ok(concept[key].every((id) => typeof id === "string"));
          }
        }
        assert.ok([...settings.packs, ...settings.ignore].every((path) => typeof path === "string"));
        for (const rule of Object.values(settings.rules))
          assert.ok(["off", "hint", "information", "warning", "error", "on"].includes(rule));
        for (const title of Object.values(pack.subjects)) assert.equal(typeof title, "string");
      }),
      { numRuns: 600 },
    );
  }).timeout(120_000);
});
