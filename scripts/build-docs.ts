/**
 * `npm run docs`: writes docs/rules and the rules in package.json from the rules themselves. With `--check` it writes
 * nothing and ends with 1 where a page is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { manifestRules } from "./manifest-rules.ts";
import { manifestSettings } from "./manifest-settings.ts";
import { rulePages } from "./rule-pages.ts";

const folder = fileURLToPath(new URL("../docs/rules/", import.meta.url));
mkdirSync(folder, { recursive: true });
const pages = rulePages();
const stale: string[] = [];
for (const name of readdirSync(folder)) if (!pages.has(name)) stale.push(name);
for (const [name, text] of pages) if (read(folder + name) !== text) stale.push(name);
if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`docs/rules/${name} is stale: run \`npm run docs\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const name of stale) if (!pages.has(name)) rmSync(folder + name);
  for (const [name, text] of pages) writeFileSync(folder + name, text);
  writeManifest();
  console.log(`docs/rules: ${pages.size - 1} rules, ${stale.length} pages changed`);
}

function writeManifest(): void {
  const path = fileURLToPath(new URL("../package.json", import.meta.url));
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const rules = manifestSettings<{ properties: object }>(manifest)["immunolex.rules"];
  if (rules) rules.properties = manifestRules();
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
