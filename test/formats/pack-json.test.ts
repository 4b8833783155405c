import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readPack } from "../../server/src/core/formats/pack.ts";
import { packFromJson, packToJson } from "../../server/src/core/formats/pack-json.ts";
import { read } from "./support.ts";

describe("pack as JSON", () => {
  it("leaves out the defaults", () => {
    const json = packToJson(read("- { id: X:1, term: self, also: [own], xrefs: [GO:1] }").pack);
    assert.deepEqual(JSON.parse(JSON.stringify(json)), {
      name: "my",
      subjects: {},
      concepts: [{ id: "X:1", designations: [{ text: "self", status: "preferred" }, { text: "own" }], xrefs: ["GO:1"] }],
    });
  });

  it("comes back as it was", () => {
    const text = readFileSync(new URL("../../terminology/immunology/tolerance.yaml", import.meta.url), "utf8");
    const { pack } = readPack(text, { name: "immunolex" });
    assert.ok(pack.concepts.length > 0);
    const back = packFromJson(JSON.parse(JSON.stringify(packToJson(pack))));
    assert.deepEqual(back, { ...pack, subjects: {}, positions: new Map() });
  });
});
