import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readPack } from "../../server/src/core/formats/pack.ts";
import { packFromJson, packToJson } from "../../server/src/core/formats/pack-json.ts";

describe("pack as JSON", () => {
  it("comes back as it was", () => {
    const text = readFileSync(new URL("../../terminology/immunology/tolerance.yaml", import.meta.url), "utf8");
    const { pack } = readPack(text, { name: "immunolex" });
    assert.ok(pack.concepts.length > 0);
    const back = packFromJson(JSON.parse(JSON.stringify(packToJson(pack))));
    assert.deepEqual(back, { ...pack, subjects: {}, positions: new Map() });
  });
});
