import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { checkRows, compareExceptions, readTable } from "../../scripts/hla/table.ts";
import { builtinSet } from "../support/terminology.ts";

describe("the table of old HLA names", () => {
  const heading = "Current Name        Name as of April 2010\n============        =====================\n";

  it("is read row by row", () => {
    assert.deepEqual(readTable(`${heading}A*01010102N         A*01:01:01:02N\nA*0105N             None\n`), [
      { old: "A*01010102N", current: "A*01:01:01:02N" },
      { old: "A*0105N", current: undefined },
    ]);
  });
  it("agrees with the rules where it is right", () => {
    const rows = readTable("Cw*0602 C*06:02\nA*1150 A*11:50Q\nDPB1*0102 DPB1*100:01\nA*0105N None\nMICA*001 MICA*001");
    const { disagreements, ...figures } = checkRows(rows, builtinSet);
    assert.deepEqual(disagreements, []);
    assert.deepEqual(figures, { mended: 12, withdrawn: 4, same: 4, silent: 16 });
  });
  it("disagrees with the rules where they are wrong", () => {
    const rows = readTable("A*0101 A*01:02\nA*0201 None\nA*0105N A*01:05N\nB*2705 B*2705");
    const messages = checkRows(rows, builtinSet).disagreements.map(({ name, message }) => `${name} ${message}`);
    for (const name of [
      "A\\*0101 is mended to A\\*01:01",
      "A\\*0201 was withdrawn, but",
      "A\\*0105N is mended to nothing",
      "B\\*2705 is reported by",
    ]) {
      assert.ok(
        messages.some((message) => message.startsWith(name)),
        `${name} in ${messages.join("; ")}`,
      );
    }
  });
  it("tells exceptions that one side lacks", () => {
    const { derived, disagreements } = compareExceptions(readTable("A*0101 A*01:01\nA*0102 A*77:02"));
    assert.deepEqual(derived, [{ old: "A*0102", current: "A*77:02" }]);
    assert.ok(disagreements.some(({ name, message }) => name === "A*0102" && message.includes("does not know")));
    assert.ok(disagreements.some(({ name, message }) => name === "B*0806" && message.includes("not in the table")));
  });
  it("agrees with the rules in every row", function () {
    // The licence of the table keeps it out of the project; who has it names its path.
    const path = process.env.IMMUNOLEX_HLA_TABLE;
    if (path === undefined || !existsSync(path)) return this.skip();
    const rows = readTable(readFileSync(path, "utf8"));
    const { disagreements, ...figures } = checkRows(rows, builtinSet);
    assert.deepEqual([...compareExceptions(rows).disagreements, ...disagreements], []);
    assert.equal(figures.mended + figures.withdrawn + figures.same, 4 * rows.length);
  });
});
