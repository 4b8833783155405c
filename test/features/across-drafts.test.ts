/** A concept across several drafts: what is the same thing in another draft, and a rename that goes along there. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, Draft, namingAt, type Renaming, references, rename, renameAlong } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

/** Every name in another text of the concept behind ‸. */
function namesElsewhere(marked: string, other: string): string {
  const naming = namingAt(new Draft(marked.replace("‸", ""), "markdown", builtinSet), marked.indexOf("‸"));
  assert(naming, marked);
  return references(new Draft(other, "markdown", builtinSet), naming.key)
    .map(({ from, to }) => other.slice(from, to))
    .join(", ");
}

function renaming(marked: string, to: string): Renaming {
  const answer = rename(new Draft(marked.replace("‸", ""), "markdown", builtinSet), marked.indexOf("‸"), to);
  assert(answer && "edits" in answer, JSON.stringify(answer));
  return answer;
}

/** Another text after a rename of what stands behind ‸ in the first. */
function renamedElsewhere(marked: string, to: string, other: string): string {
  return applyEdits(other, renameAlong(new Draft(other, "markdown", builtinSet), renaming(marked, to).change).edits);
}

describe("a concept in another draft", () => {
  it("has every name that it has there", () => {
    assert.equal(
      namesElsewhere("An ‸autoimmune disorder.", "Autoimmune diseases; an *auto­immune* life; autoimmune-disease care."),
      "Autoimmune diseases, autoimmune-disease",
    );
    assert.equal(
      namesElsewhere("‸Acute immune storms (AISs) pass.", "An acute immune storm (ASt). One ASt."),
      "acute immune storm, ASt, ASt",
    );
  });

  it("is not what the same abbreviation stands for there", () => {
    assert.equal(namesElsewhere("Acute immune storms (AISs) pass; ‸AIS.", "An acquired itch syndrome (AIS). One AIS."), "");
    assert.equal(namesElsewhere("Acute immune storms (AISs) pass; ‸AIS.", "One AIS that nobody defines."), "");
  });

  it("is known by its long form where front matter defines it, and not by the short one", () => {
    const header = (long: string) => `---\nacronyms:\n  QZT: ${long}\n---\n`;
    const one = `${header("quick zebra test")}A ‸QZT.`;
    assert.equal(namesElsewhere(one, `${header("quiet zone therapy")}A QZT.`), "");
    assert.equal(namesElsewhere(one, `${header("quick zebra test")}A QZT.`), "QZT");
    assert.equal(namesElsewhere(one, "A quick zebra test (QT). One QT."), "quick zebra test, QT, QT");
    assert.equal(
      namesElsewhere("---\nacronyms:\n  AID: autoimmune disease\n---\nAn ‸AID.", "Autoimmune disorders."),
      "Autoimmune disorders",
    );
  });
});

describe("a rename that goes along to another draft", () => {
  it("gives the name the forms that it has there", () => {
    assert.equal(
      renamedElsewhere(
        "An ‸autoimmune disorder.",
        "immune malady",
        "Autoimmune disorders’ course; autoimmune-disorder care; autoimmune diseases.",
      ),
      "Immune maladies’ course; immune-malady care; autoimmune diseases.",
    );
    assert.equal(
      renamedElsewhere("Acute immune storms (AISs) pass; ‸AIS.", "CIS", "An acute immune storm (AIS). AISs: “AIS”."),
      "An acute immune storm (CIS). CISs: “AIS”.",
    );
  });

  it("leaves a draft alone where the abbreviation means something else, or nothing that it says", () => {
    const { change } = renaming("Acute immune storms (AISs) pass; ‸AIS.", "CIS");
    for (const text of ["An acquired itch syndrome (AIS). One AIS.", "One AIS.", ""]) {
      assert.deepEqual(renameAlong(new Draft(text, "markdown", builtinSet), change), { edits: [], taken: false }, text);
    }
  });

  it("leaves a draft alone where the new name is another's, and says so", () => {
    const { change } = renaming("Acute immune storms (AISs) pass; ‸AIS.", "CIS");
    const text = "An acute immune storm (AIS). A calm itch syndrome (CIS). One CIS.";
    assert.deepEqual(renameAlong(new Draft(text, "markdown", builtinSet), change), { edits: [], taken: true });
  });

  const kept = [
    "`autoimmune disorder`. ",
    "“An autoimmune disorder.” ",
    "[x](autoimmune-disorder.md). ",
    "\r\n\r\n",
    "𝛽 word. ",
    "Autoimmune disease. ",
  ];
  const names = ["An autoimmune disorder rests. ", "Autoimmune disorders last. ", "*autoimmune disorder*. ", "autoimmune-disorder care. "];

  it("changes nothing but the names, in any number of drafts, and back again restores each", () => {
    const text = fc.array(fc.constantFrom(...kept, ...names), { maxLength: 10 }).map((parts) => parts.join(""));
    const there = renaming("An ‸autoimmune disorder.", "autoimmune condition").change;
    const back = renaming("An ‸autoimmune condition.", "autoimmune disorder").change;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        for (const one of texts) {
          const draft = new Draft(one, "markdown", builtinSet);
          const places = references(draft, there.key);
          const { edits } = renameAlong(draft, there);
          for (const edit of edits) {
            assert(
              places.some(({ from, to }) => edit.from >= from - 3 && edit.to <= to + 2),
              `${JSON.stringify(edit)} in ${JSON.stringify(one)}`,
            );
          }
          const after = applyEdits(one, edits);
          assert(!after.includes("disorders last"), after);
          for (const part of kept) assert.equal(after.split(part).length, one.split(part).length, part);
          assert.equal(applyEdits(after, renameAlong(new Draft(after, "markdown", builtinSet), back).edits), one);
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    );
  });
});
