import assert from "node:assert/strict";
import { allRules, applyEdits, Draft, mergeEdits } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

/** Findings of one rule, with that rule's fixes applied once. */
function run(id: string, text: string): { count: number; fixed: string } {
  const found = new Draft(text, "markdown", builtinSet).diagnostics().filter((d) => d.rule === id);
  return { count: found.length, fixed: applyEdits(text, mergeEdits(found.flatMap((d) => d.fixes.slice(0, 1)))) };
}

for (const rule of allRules) {
  describe(`rule ${rule.id}`, () => {
    rule.examples.forEach(({ bad, good }, i) => {
      it(`reports example ${i + 1}`, () => assert.ok(run(rule.id, bad).count > 0, bad));
      if (good === undefined) return;
      it(`mends example ${i + 1}`, () => assert.equal(run(rule.id, bad).fixed, good));
      it(`is silent on what example ${i + 1} becomes`, () => assert.equal(run(rule.id, good).count, 0, good));
    });
    rule.traps.forEach((trap, i) => {
      it(`is silent on trap ${i + 1}`, () => assert.equal(run(rule.id, trap).count, 0, trap));
    });
  });
}
