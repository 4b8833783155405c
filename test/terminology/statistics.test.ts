import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { statisticsOf, statisticsTable, withStatistics } from "../../scripts/terminology/statistics.ts";
import { loadTerminology, terminologyOf } from "../../scripts/terminology/terminology.ts";

describe("terminology: the statistics", () => {
  it("in terminology/README.md are those of today (else run npm run terminology:stats)", () => {
    const readme = readFileSync(new URL("../../terminology/README.md", import.meta.url), "utf8");
    assert.equal(readme, withStatistics(readme, statisticsTable(loadTerminology())));
  });

  it("count each subject field and all together", () => {
    const text = `
subjects: { a: Field A, b: Field B, empty: No records }
concepts:
  - { id: T:1, subject: a, term: one, abbreviation: O, definition: first, evidence: probable, xrefs: [MESH:D1], record: reviewed }
  - { id: T:2, subject: a, term: two }
  - { id: T:3, subject: b, term: three, definition: third }`;
    const { fields, total } = statisticsOf(terminologyOf([{ path: "a.yaml", text }]));
    const field = { subject: "Field A", records: 2, composed: 0, designations: 3, defined: 1, evidence: 1, referenced: 1, reviewed: 1 };
    assert.deepEqual(fields, [
      field,
      { subject: "Field B", records: 1, composed: 0, designations: 1, defined: 1, evidence: 0, referenced: 0, reviewed: 0 },
    ]);
    assert.deepEqual(total, { ...field, subject: "All subject fields", records: 3, designations: 4, defined: 2 });
  });

  it("have their place in the file, or it says what is missing", () => {
    assert.throws(() => withStatistics("# The terminology\n", "table"), /lacks the lines/);
  });
});
