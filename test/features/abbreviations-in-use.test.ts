import assert from "node:assert/strict";
import fc from "fast-check";
import { abbreviationsInUse, Draft } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

const inUse = (text: string, set = builtinSet) => abbreviationsInUse(new Draft(text, "markdown", set));
const states = (text: string, set = builtinSet) => inUse(text, set).map(({ short, state }) => `${short} ${state}`);

describe("the abbreviations in use", () => {
  it("are defined where the text writes them out", () => {
    const [found] = inUse("Human leukocyte antigen (HLA) genes vary. HLA helps; human leukocyte antigen again.");
    assert.deepEqual(found, {
      short: "HLA",
      long: "human leukocyte antigen",
      state: "defined",
      message: undefined,
      uses: 1,
      longUses: 1,
      definitions: 1,
      place: { from: 25, to: 28 },
    });
  });
  it("are defined by a list, too", () => {
    assert.deepEqual(states("ZZF rose.\n\n## Abbreviations\n\nZZF: zeta zone factor"), ["ZZF defined"]);
  });
  it("are early where the definition comes too late", () => {
    const [found] = inUse("HLA helps. Human leukocyte antigen (HLA) genes vary. HLA stays.");
    assert.equal(found?.state, "early");
    assert.match(found?.message ?? "", /before it is defined/);
  });
  it("are undefined where nothing explains them, be they known or not", () => {
    assert.deepEqual(states("The SLE flared. QRST rose."), ["QRST undefined", "SLE undefined"]);
  });
  it("are undefined in the text where the abstract alone defines them", () => {
    const text = "## Abstract\n\nHuman leukocyte antigen (HLA) genes vary; HLA helps.\n\n## Introduction\n\nHLA genes vary.";
    assert.deepEqual(states(text), ["HLA undefined"]);
  });
  it("are unused where the short form never comes back", () => {
    assert.deepEqual(states("Epstein-Barr virus (EBV) is common."), ["EBV unused"]);
  });
  it("are not unused where only the abstract has no use for its definition", () => {
    const text =
      "## Abstract\n\nMultiple sclerosis (MS) is common.\n\n## Results\n\nMS hurts.\n\n## Abbreviations\n\nMS: multiple sclerosis";
    const [found] = inUse(text);
    assert.equal(found?.state, "defined");
    assert.match(found?.message ?? "", /not used again in the abstract/);
  });
  it("conflict where one stands for two things", () => {
    assert.deepEqual(states("Contact dermatitis (CD) itches. Celiac disease (CD) does not. CD is common."), ["CD conflicting"]);
  });
  it("need no definition where the folder's settings say so", () => {
    assert.deepEqual(states("The SLE flared.", setWithPack("exempt: [SLE]")), ["SLE exempt"]);
  });
  it("are written out by the name that they shorten", () => {
    assert.match(inUse("Belimumab binds BLyS.")[0]?.message ?? "", /“B-lymphocyte stimulator \(BLyS\)”/);
    assert.match(inUse("Belimumab binds BAFF.")[0]?.message ?? "", /“B-cell activating factor \(BAFF\)”/);
  });
  it("keep their state where the rule is off, so that the list is whole", () => {
    assert.deepEqual(states("Epstein-Barr virus (EBV) is common.", setWithPack("rules:\n  abbr-unused: off")), ["EBV unused"]);
  });
  it("are neither numerals, nor genes with digits, nor words of a heading in capitals", () => {
    assert.deepEqual(states("## RESULTS AND MORE\n\nPhase III ended; STAT3 and CD4 rose."), []);
  });
  it("stand where their place says, in any text", () => {
    const words = [
      "HLA",
      "human leukocyte antigen (HLA)",
      "Tregs",
      "regulatory T cells (Tregs)",
      "QRST",
      "SLE",
      "(",
      ")",
      "and",
      "\n\n## Abstract\n\n",
      "\n\n",
      "*[ZZF]: zeta zone factor\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const text = parts.join(" ");
        for (const { short, place, definitions } of inUse(text)) {
          if (definitions === 0) assert.equal(text.slice(place.from, place.to).replace(/s$/, ""), short);
          else assert(text.slice(place.from, place.to).includes(short));
        }
      }),
      { numRuns: 100 },
    );
  });
});
