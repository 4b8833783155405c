import assert from "node:assert/strict";
import fc from "fast-check";
import { composeEdits } from "../../server/src/core/features/edits.ts";
import { applyEdits, type TextEdit } from "../../server/src/core/index.ts";

/** Edits in order and apart, on a text of a length. */
function editsOn(length: number): fc.Arbitrary<TextEdit[]> {
  return fc.array(fc.record({ at: fc.nat(length), span: fc.nat(4), text: fc.string({ maxLength: 4 }) }), { maxLength: 6 }).map((raw) => {
    const edits: TextEdit[] = [];
    for (const { at, span, text } of raw.sort((a, b) => a.at - b.at)) {
      const last = edits.at(-1);
      if (last && at <= last.to) continue;
      edits.push({ from: at, to: Math.min(length, at + span), text });
    }
    return edits;
  });
}

describe("two lists of edits", () => {
  it("do as one what they do one after the other", () => {
    const cases = fc.string({ maxLength: 30 }).chain((text) =>
      editsOn(text.length).chain((first) => {
        const between = applyEdits(text, first);
        return editsOn(between.length).map((second) => ({ text, first, between, second }));
      }),
    );
    fc.assert(
      fc.property(cases, ({ text, first, between, second }) => {
        const composed = composeEdits(text, first, second);
        assert.equal(applyEdits(text, composed), applyEdits(between, second));
        for (let i = 1; i < composed.length; i++) assert.ok((composed[i] as TextEdit).from >= (composed[i - 1] as TextEdit).to);
      }),
      { numRuns: 2000 },
    );
  });
});
