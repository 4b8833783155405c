import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rulePages } from "../../scripts/rule-pages.ts";

const folder = fileURLToPath(new URL("../../docs/rules/", import.meta.url));

describe("docs/rules", () => {
  const pages = rulePages();
  it("has a page for each rule and no other", () => assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort()));
  for (const [name, text] of pages) {
    it(`has ${name} as the rule has it (else run npm run docs)`, () => assert.equal(readFileSync(folder + name, "utf8"), text));
  }
});
