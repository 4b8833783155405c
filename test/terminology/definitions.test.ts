import assert from "node:assert/strict";
import { builtinPack } from "../../scripts/terminology/terminology.ts";
import { Draft } from "../../server/src/core/index.ts";
import { isShortForm } from "../../server/src/core/termbase/concept.ts";
import { builtinSet } from "../support/terminology.ts";

/** Each preferred name with each of its abbreviations that a writer may use. */
const pairs = builtinPack().concepts.flatMap(({ designations }) => {
  const full = designations.find(({ type, status }) => type === "full" && status === "preferred");
  const shorts = designations.filter((d) => isShortForm(d) && (d.status === "preferred" || d.status === "admitted"));
  return full ? shorts.map((short) => [full.text, short.text] as const) : [];
});

describe("terminology: names beside their abbreviations", () => {
  it("are definitions, and bring no complaint", () => {
    const complaints = pairs.flatMap(([full, short]) => {
      const draft = new Draft(`We studied ${full} (${short}) in mice, and ${short} in people.`, "markdown", builtinSet);
      const defined = [...draft.analysis.entries].flatMap(({ facts }) => facts.definitions.map(({ written }) => written));
      const missed = defined.some(({ short: s, long }) => s === short && long === full) ? [] : ["no definition"];
      const found = draft.diagnostics().filter(({ severity }) => severity !== "hint");
      return [...missed, ...found.map(({ message }) => message)].map((what) => `${full} (${short}): ${what}`);
    });
    assert.ok(pairs.length > 100);
    assert.deepEqual(complaints, []);
  });
});
