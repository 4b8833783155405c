import assert from "node:assert/strict";
import fc from "fast-check";
import { readPack, withRecord, withRuleOff } from "../../server/src/core/index.ts";

const house = `# Our house
locale: en-GB # British

rules:
  # too many of them
  abbr-unused: hint

exempt: [HLA, "NK"]

concepts:
  - term: zebra cell # our own
    also: [striped cell]

  # to be discussed
  - lupus nephritis
`;

describe("a pack that gets a record", () => {
  it("keeps its comments, its order and all else", () => {
    assert.equal(
      withRecord(house, { term: "made-up test enzyme", abbreviation: "MUTE" }),
      `${house}  - term: made-up test enzyme\n    abbreviation: MUTE\n`,
    );
  });
  for (const [text, expected] of [
    ["", "concepts:\n  - term: x\n"],
    ["# mine\n", "# mine\n\nconcepts:\n  - term: x\n"],
    ["{}", "concepts:\n  - term: x\n"],
    ["concepts:\n", "concepts:\n  - term: x\n"],
    ["concepts:\n- term: a\n", "concepts:\n- term: a\n- term: x\n"],
    ["- a\n- b\n", "- a\n- b\n- term: x\n"],
    ["\uFEFFlocale: en-US\r\n", "\uFEFFlocale: en-US\r\nconcepts:\r\n  - term: x\r\n"],
    ["concepts: 5\n", undefined],
    ["text", undefined],
    ["a: [", undefined],
    ["\tx: 1", undefined],
  ] as const) {
    it(`is read again: ${JSON.stringify(text)}`, () => assert.equal(withRecord(text, { term: "x" }), expected));
  }
  it("gets any term as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (raw) => {
        const term = `a ${raw.replace(/[\p{C}\s]+/gu, " ").trim()}`.trim();
        const { pack } = readPack(withRecord(house, { term, abbreviation: "NO" }) ?? "", { name: "house" });
        const last = pack.concepts.at(-1);
        assert.deepEqual(
          last?.designations.map(({ text }) => text.normalize()),
          [term.normalize(), "NO"],
        );
      }),
    );
  });
});

describe("a pack in which a rule is switched off", () => {
  it("keeps its comments, its order and all else", () => {
    assert.equal(withRuleOff(house, "abbr-unused"), house.replace("hint", "off"));
    assert.equal(withRuleOff(house, "term-variant"), house.replace("hint\n", "hint\n  term-variant: off\n"));
    assert.equal(withRuleOff("", "term-variant"), "rules:\n  term-variant: off\n");
    assert.equal(withRuleOff("rules:\nlocale: en-US\n", "term-variant"), "rules:\n  term-variant: off\nlocale: en-US\n");
    assert.deepEqual(readPack(withRuleOff(house, "term-variant") ?? "", { name: "house" }).settings.rules, {
      "abbr-unused": "hint",
      "term-variant": "off",
    });
  });
  it("is left alone where it holds something else", () => {
    for (const text of ["- a\n", "rules: [a]\n", "rules: 5\n", "a: [", "%x\n---\n&a [*a]", "x".repeat(600_000)])
      assert.equal(withRuleOff(text, "term-variant"), undefined, text.slice(0, 30));
  });
  it("never throws", () => {
    const piece = fc.constantFrom(
      "rules:",
      " ",
      "\n",
      "- ",
      "a: b",
      "[",
      "]",
      "{",
      "&x ",
      "*x",
      "'",
      '"',
      "#",
      "concepts:",
      "\t",
      "|",
      ">",
      "---",
      "? ",
      "!t ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
        (text) => {
          withRuleOff(text, "term-variant");
          withRecord(text, { term: "x" });
        },
      ),
    );
    withRuleOff("[".repeat(50_000), "term-variant");
    withRecord("- ".repeat(50_000), { term: "x" });
  });
});
