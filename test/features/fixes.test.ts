import assert from "node:assert/strict";
import fc from "fast-check";
import { actionsAt, applyEdits, Draft, fixAll } from "../../server/src/core/index.ts";
import { check } from "../support/check.ts";
import { builtinSet } from "../support/terminology.ts";

const drifting =
  "Autoimmune diseases are common; autoimmune diseases last. An autoimmune disorder may stay mild. Autoimmune conditions differ.";

describe("an action", () => {
  it("mends one place", () => {
    const draft = new Draft(drifting, "markdown", builtinSet);
    const [first] = actionsAt(draft, { from: drifting.indexOf("disorder"), to: drifting.indexOf("disorder") });
    assert.equal(first?.title, "Use “autoimmune disease”");
    assert.match(applyEdits(drifting, first?.edits ?? []), /An autoimmune disease may stay mild\. Autoimmune conditions/);
  });
  it("mends all of a kind, keeping number and capitals", () => {
    const draft = new Draft(drifting, "markdown", builtinSet);
    const at = drifting.indexOf("disorder");
    const all = actionsAt(draft, { from: at, to: at }).find((a) => a.title.endsWith("in all 2 places"));
    assert.equal(
      applyEdits(drifting, all?.edits ?? []),
      "Autoimmune diseases are common; autoimmune diseases last. An autoimmune disease may stay mild. Autoimmune diseases differ.",
    );
  });
  it("adapts the article before a name", () => {
    check("A «term-variant|T lymphocyte» met a T cell and another T cell.", {
      rules: ["term-variant"],
      fixed: "A T cell met a T cell and another T cell.",
    });
  });
});

describe("an action that defines an abbreviation", () => {
  it("says what it writes, in the number that stands there", () => {
    const text = "They are called NSAIDs. NSAIDs help.";
    const at = text.indexOf("NSAIDs");
    const [first] = actionsAt(new Draft(text, "markdown", builtinSet), { from: at, to: at });
    assert.equal(first?.title, "Define here: “nonsteroidal anti-inflammatory drugs (NSAIDs)”");
    assert.equal(applyEdits(text, first.edits), "They are called nonsteroidal anti-inflammatory drugs (NSAIDs). NSAIDs help.");
  });
});

describe("of a Greek letter and its name", () => {
  it("the letter stands where both are used equally often, and otherwise the more frequent", () => {
    const rules = ["greek-form"];
    check("Cytokines such as «greek-form|TNF-alpha» rose. TNF-α fell.", { rules, fixed: "Cytokines such as TNF-α rose. TNF-α fell." });
    check("TNF-alpha rose. «greek-form|TNF-α» fell. TNF-alpha stayed.", {
      rules,
      fixed: "TNF-alpha rose. TNF-alpha fell. TNF-alpha stayed.",
    });
  });
});

describe("the first letter of a name that takes another's place", () => {
  const cases: [before: string, mended: string][] = [
    ["As others have shown (Smith et al.)", "granulomatosis with polyangiitis"],
    ["As others have shown (**Smith *et al.***)", "granulomatosis with polyangiitis"],
    ["As others have shown [see Smith et al.]", "granulomatosis with polyangiitis"],
    ["It passes. The kit (Abcam, Inc. (Cambridge, U.K.))", "granulomatosis with polyangiitis"],
    ["It passes. The kit (Abcam, Inc.) [No. 7.]", "granulomatosis with polyangiitis"],
    ["A list that closes alone, et al.)", "granulomatosis with polyangiitis"],
    ["It passes. (It did.)", "Granulomatosis with polyangiitis"],
    ["It passes. (It did (in **all**.).) [So they say.]", "Granulomatosis with polyangiitis"],
    ["It passes.[12]", "Granulomatosis with polyangiitis"],
    ["It passes.^3,4^", "Granulomatosis with polyangiitis"],
    ["It passes.<sup>3</sup>", "Granulomatosis with polyangiitis"],
    ["It passes.²", "Granulomatosis with polyangiitis"],
    ["They have one disease, e.g.", "granulomatosis with polyangiitis"],
    ["It is lupus vs.", "granulomatosis with polyangiitis"],
    ["“It passes.”", "Granulomatosis with polyangiitis"],
    ["They say *“it passes.”*", "Granulomatosis with polyangiitis"],
    ["It passes (often).", "Granulomatosis with polyangiitis"],
  ];
  for (const [before, mended] of cases) {
    it(`is the sentence's behind: ${before}`, () => {
      const text = `${before} Wegener's granulomatosis is rare.\n`;
      const edits = fixAll(new Draft(text, "markdown", builtinSet))?.edits ?? [];
      assert.equal(applyEdits(text, edits), `${before} ${mended} is rare.\n`);
    });
  }
});

describe("fix all", () => {
  const text =
    "Human leukocyte antigen (HLA) types and human leukocyte antigen (HLA) genes: HLA-DRB1*04:01 or HLA-DQB1*03:02, HLA. Edema, estrogen, anaemia.";
  it("mends what is safe and leaves nothing safe to mend", () => {
    const draft = new Draft(text, "markdown", builtinSet);
    const fixed = applyEdits(text, fixAll(draft)?.edits ?? []);
    assert.equal(
      fixed,
      "Human leukocyte antigen (HLA) types and HLA genes: HLA-DRB1\\*04:01 or HLA-DQB1\\*03:02, HLA. Edema, estrogen, anemia.",
    );
    assert.equal(fixAll(new Draft(fixed, "markdown", builtinSet)), undefined);
  });
  it("settles on any text", () => {
    const part = fc.constantFrom(
      ...text.split(/(?<= )/),
      "(EBV) ",
      "Epstein-Barr virus ",
      "Graves' disease ",
      "Crohn disease ",
      "\n\n",
      "# ",
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join("")),
        (start) => {
          let current = start;
          for (let round = 0; round < 8; round++) {
            const action = fixAll(new Draft(current, "markdown", builtinSet));
            if (!action) return;
            current = applyEdits(current, action.edits);
          }
          assert.fail(`still something to fix in ${JSON.stringify(start)}, now ${JSON.stringify(current)}`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
