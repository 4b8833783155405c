import assert from "node:assert/strict";
import fc from "fast-check";
import { Draft, placesOfAbbreviation, placesOfConcept, termsInUse } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

const draftOf = (text: string) => new Draft(text, "markdown", builtinSet);

describe("the terms in use", () => {
  const used = (text: string, term: string) => termsInUse(draftOf(text)).find((each) => each.term === term);

  it("count a concept by the forms that the draft writes, whatever a sentence's beginning does to them", () => {
    const found = used(
      "Autoimmune diseases are many. Some autoimmune diseases are rare. An autoimmune disease hurts.",
      "autoimmune disease",
    );
    assert.deepEqual(
      found?.forms.map(({ text, count }) => `${text} ${count}`),
      ["autoimmune diseases 2", "autoimmune disease 1"],
    );
    assert.equal(found?.count, 3);
    assert.equal(found?.subject, "Autoimmunity and tolerance");
  });

  it("keep the capital that belongs to a name", () => {
    assert.equal(used("Hashimoto thyroiditis is common.", "Hashimoto thyroiditis")?.forms[0]?.text, "Hashimoto thyroiditis");
  });

  it("say which form is an old name, and count what the rules find there", () => {
    const found = used(
      "He had Wegener's granulomatosis. Later, granulomatosis with polyangiitis it was.",
      "granulomatosis with polyangiitis",
    );
    assert.deepEqual(
      found?.forms.map(({ status }) => status),
      ["superseded", "preferred"],
    );
    assert(found && found.findings > 0);
  });

  it("count a finding for the concept where it stands and for no other", () => {
    const text = "Molecular mimicry is one cause. Epstein-Barr virus (EBV) is common.";
    assert.equal(used(text, "Epstein-Barr virus")?.findings, 1);
    assert.equal(used(text, "molecular mimicry")?.findings, 0);
  });

  it("name what the draft itself defines", () => {
    const found = used("The zeta zone factor (ZZF) helps; ZZF stays.", "zeta zone factor");
    assert.deepEqual([found?.origin.kind, found?.abbreviation, found?.count, found?.subject], ["document", "ZZF", 3, undefined]);
  });

  it("lead to as many places as they count, form by form", () => {
    const words = [
      "T cells",
      "a T cell",
      "HLA",
      "human leukocyte antigen (HLA)",
      "the zeta zone factor (ZZF)",
      "ZZF",
      "Autoimmune disease",
      "and",
      "rose.",
      "\n\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const draft = draftOf(parts.join(" "));
        for (const { id, count, forms } of termsInUse(draft)) {
          assert.equal(placesOfConcept(draft, id).length, count);
          assert.equal(
            forms.reduce((sum, form) => sum + form.count, 0),
            count,
          );
          for (const form of forms) assert.equal(placesOfConcept(draft, id, form.text).length, form.count);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the places of an abbreviation", () => {
  it("are its definitions and uses, not the long form", () => {
    const text = "Human leukocyte antigen (HLA) genes. HLA helps. Human leukocyte antigen again.";
    const places = placesOfAbbreviation(draftOf(text), "HLA").map(({ from, to }) => [from, text.slice(from, to)]);
    assert.deepEqual(places, [
      [25, "HLA"],
      [37, "HLA"],
    ]);
  });
  it("are none for what does not stand there", () => assert.deepEqual(placesOfAbbreviation(draftOf("Nothing."), "HLA"), []));
});
