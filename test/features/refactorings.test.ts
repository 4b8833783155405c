import assert from "node:assert/strict";
import fc from "fast-check";
import { allowances, applyEdits, Draft, recordAt, refactoringsAt } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

/** What becomes of a text with the cursor at ‸ by the change whose title begins so; undefined where it is not offered. */
function become(marked: string, title: string): string | undefined {
  const at = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const found = refactoringsAt(new Draft(text, "markdown", builtinSet), { from: at, to: at }).find((r) => r.title.startsWith(title));
  return found && applyEdits(text, found.edits);
}

describe("an abbreviation", () => {
  it("is written out here as the document defines it", () => {
    assert.equal(
      become("Human leukocyte antigen (HLA) types. The H‸LA genes; HLAs too.", "Write out here: “human leukocyte antigen”"),
      "Human leukocyte antigen (HLA) types. The human leukocyte antigen genes; HLAs too.",
    );
    assert.equal(become("A test enzyme (MUTE) acts. M‸UTE acts.", "Write out here"), undefined);
    assert.equal(
      become("The made-up test enzyme (MUTE) acts. M‸UTE acts.", "Write out here"),
      "The made-up test enzyme (MUTE) acts. Made-up test enzyme acts.",
    );
    assert.equal(become("An S‸LE flare.", "Write out here"), "A systemic lupus erythematosus flare.");
  });
  it("is not written out in the name of an HLA gene, antigen or allele", () => {
    for (const name of ["HL‸A-DRB1*15:01", "HL‸A-DRB1\\*15:01", "HL‸A-B27", "H‸LA-A"]) {
      assert.equal(become(`HLA genes vary. ${name} is one; HLA counts.`, "Write out here"), undefined, name);
    }
    assert.equal(become("The H‸LA was typed.", "Write out here"), "The human leukocyte antigen was typed.");
  });
  it("takes the place of a long form", () => {
    assert.equal(become("Two regulatory T ce‸lls rest.", "Abbreviate here: “Treg”"), "Two Tregs rest.");
    assert.equal(become("Juvenile rheumatoid ar‸thritis (JRA) is another.", "Abbreviate here: “RA”"), undefined);
  });
  it("is neither in a definition nor in a quotation", () => {
    assert.equal(become("Rheumatoid arthritis (R‸A) hurts.", "Write out here"), undefined);
    assert.equal(become("She said “R‸A hurts”.", "Write out here"), undefined);
  });
  it("is defined at first use and used from there on, in the abstract and in the text", () => {
    assert.equal(
      become(
        "## Abstract\n\nSLE flares. Systemic lupus erythematosus (SLE) hurts.\n\n## Introduction\n\nWith systemic lupus erythematosus. An S‸LE flare in systemic lupus erythematosus (SLE), “systemic lupus erythematosus”.",
        "Define “systemic lupus erythematosus (SLE)” at first use",
      ),
      "## Abstract\n\nSystemic lupus erythematosus (SLE) flares. SLE hurts.\n\n## Introduction\n\nWith systemic lupus erythematosus (SLE). An SLE flare in SLE, “systemic lupus erythematosus”.",
    );
  });
  it("is not defined for a single use", () => {
    assert.equal(become("Rheumatoid ar‸thritis hurts.", "Define"), undefined);
  });
});

describe("a name of a concept", () => {
  const text =
    "# Autoimmune Disorders in Practice\n\nAutoimmune diseases last. An autoimmune dis‸order patient; an autoimmune-disorder clinic; “autoimmune disorders”, autoimmune conditions, formerly called autoimmune disorders, `autoimmune disorder`.";
  it("can be made the preferred one of the document", () => {
    assert.equal(
      become(text, "Use “autoimmune disorder” throughout (replaces 2 other names)"),
      text.replace("‸", "").replace("Autoimmune diseases", "Autoimmune disorders").replace("autoimmune conditions", "autoimmune disorders"),
    );
  });
  it("gives way to the preferred term with its number, capitals and hyphens", () => {
    assert.equal(
      become(text, "Use the preferred term “autoimmune disease” throughout (replaces 4 other names)"),
      "# Autoimmune Diseases in Practice\n\nAutoimmune diseases last. An autoimmune disease patient; an autoimmune-disease clinic; “autoimmune disorders”, autoimmune diseases, formerly called autoimmune disorders, `autoimmune disorder`.",
    );
  });
  it("stays where there is no other", () => {
    assert.equal(become("Autoimmune dis‸eases last; autoimmune diseases hurt.", "Use"), undefined);
  });
});

describe("what may be added to a pack", () => {
  const record = (marked: string) => {
    const [from, to] = [marked.indexOf("«"), marked.indexOf("»") - 1];
    return recordAt(new Draft(marked.replace(/[«»]/g, ""), "markdown", builtinSet), { from, to: Math.max(from, to) });
  };
  it("is what is selected, with its abbreviation", () => {
    assert.deepEqual(record("A «made-up test enzyme (MUTE)» acts."), { term: "made-up test enzyme", abbreviation: "MUTE" });
    assert.deepEqual(record("A made-up test enzyme (MUTE) acts. «MUTE» rests."), { term: "made-up test enzyme", abbreviation: "MUTE" });
    assert.deepEqual(record("«**Zebra cells**, » run."), { term: "zebra cells", abbreviation: undefined });
  });
  it("is what the document defines under the cursor", () => {
    assert.deepEqual(record("A made-up test enzyme (MUTE) acts. «»MUTE rests."), { term: "made-up test enzyme", abbreviation: "MUTE" });
    assert.equal(record("Nothing h«»ere."), undefined);
  });
  it("is nothing that is known, too long or no term", () => {
    for (const text of ["«Molecular mimicry» is known.", "«One ends. Another begins»", "« ... »", `«${"word ".repeat(60)}»`])
      assert.equal(record(text), undefined, text);
  });
});

describe("a comment that allows a finding", () => {
  const texts = [
    "The human leukocyte antigen (HLA) genes carry risk.\n",
    "Before.\n\nOne line,\nthe human leukocyte antigen (HLA) genes carry risk.\n\nAfter.\n",
    "---\ntitle: x\n---\n\n- one\n- the human leukocyte antigen (HLA) genes carry risk\n- three\n\nAfter.",
    "| a | b |\n|---|---|\n| The human leukocyte antigen (HLA) genes carry | risk |",
    "> The human leukocyte antigen (HLA) genes carry risk.\n\nOther text. Auto-antibodies, autoantibodies and autoantibodies.",
    "The human leukocyte antigen (HLA) genes,\r\nand Epstein-Barr virus (EBV).\r\n",
  ];
  for (const text of texts) {
    it(`leaves no other finding and takes no other away: ${JSON.stringify(text)}`, () => {
      const draft = new Draft(text, "markdown", builtinSet);
      for (const diagnostic of draft.diagnostics()) {
        const [here, file] = allowances(draft, diagnostic);
        for (const allowance of [here, file]) {
          const fixed = applyEdits(text, allowance?.edits ?? []);
          const left = new Draft(fixed, "markdown", builtinSet).diagnostics().map(({ rule }) => rule);
          assert(!left.includes("unused-suppression"), fixed);
          assert(left.length < draft.diagnostics().length, fixed);
          assert.equal(fixed.replace(/<!-- immunolex-[\w -]+ -->/g, "").replace(/\s/g, ""), text.replace(/\s/g, ""));
        }
      }
    });
  }
  it("is not written into plain text", () => {
    const draft = new Draft(texts[0] as string, "plain", builtinSet);
    assert.deepEqual(
      draft.diagnostics().flatMap((d) => allowances(draft, d)),
      [],
    );
  });
});

describe("a definition in quotation marks", () => {
  it("is not cut out, which would leave one of them alone", () => {
    for (const text of [
      "RA. regulatory T cells (Tregs) ” (RA) RA. ",
      "RA. rheumatoid arthritis `(RA) ",
      "SLE. “Systemic lupus erythematosus” (SLE) is rare; SLE, SLE.",
    ]) {
      const edits = refactoringsAt(new Draft(text, "markdown", builtinSet), { from: 0, to: 0 }).flatMap((each) => each.edits);
      assert(edits.every(({ from, to }) => !/[“”`]/.test(text.slice(from, to))));
    }
  });
});

describe("a refactoring of any text", () => {
  const piece = fc.constantFrom(
    ..."human leukocyte antigen (HLA) |HLA |HLAs, |regulatory T cells (Tregs) |a Treg |rheumatoid arthritis |(RA) |RA. |An SLE |“|” |*|**|`|\n\n|\n|# |## Abstract\n\n|> |- |autoimmune disorder |Autoimmune diseases |autoimmune condition |an autoimmune-disease |(|) |Graves' disease |HLA: human leukocyte antigen\n|## Abbreviations\n\n|formerly called |[@key] ".split(
      "|",
    ),
  );
  it("changes names alone, in order and apart", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("")),
        fc.nat(400),
        (text, place) => {
          const draft = new Draft(text, "markdown", builtinSet);
          const from = place % (text.length + 1);
          for (const { edits } of refactoringsAt(draft, { from, to: from })) {
            assert(edits.length > 0);
            edits.forEach((edit, i) => {
              assert(edit.from >= (edits[i - 1]?.to ?? 0));
              // Nothing but names, an article before one, and the brackets of a definition goes away.
              assert.doesNotMatch(text.slice(edit.from, edit.to), /[“”`#\]@]|\n\n|formerly/);
              assert.notEqual(edit.text, "");
            });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
