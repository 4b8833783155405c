/** Turns terminology/ into dist/terminology.json, the form in which the product loads it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prebuild } from "../server/src/core/index.ts";
import { loadLanguage } from "./terminology/language.ts";
import { lines } from "./terminology/report-lines.ts";
import { builtinPack, loadTerminology } from "./terminology/terminology.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const terminology = loadTerminology();
const errors = terminology.problems.filter(({ severity }) => severity === "error");
if (errors.length > 0) {
  for (const line of lines(errors)) console.error(line);
  process.exit(1);
}
const pack = builtinPack(terminology);
// Text of ASCII alone is read and parsed faster, and every start reads it.
const json = JSON.stringify(prebuild(pack, loadLanguage())).replace(
  /[^\x20-\x7e]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
);
mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}terminology.json`, json);
console.log(`dist/terminology.json: ${pack.concepts.length} concepts, ${Math.round(json.length / 1024)} KB`);
