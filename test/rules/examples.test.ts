import assert from "node:assert/strict";
import { allRules, applyEdits, Draft, mergeEdits } from "../../server/src/core/index.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

/** Rules that are off until a writer asks for them are asked for here. */
const optional = allRules.filter((rule) => rule.offByDefault !== undefined);
const withOptional = setWithPack(["rules:", ...optional.map(({ id }) => `  ${id}: on`), "concepts: []"].join("\n"));

/** Findings of one rule, with that rule's fixes applied once. */
function run(id: string, text: string): { count: number; fixed: string } {
  const set = optional.some((rule) => rule.id === id) ? withOptional : builtinSet;
  const found = new Draft(text, "markdown", set).diagnostics().filter((d) => d.rule === id);
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
