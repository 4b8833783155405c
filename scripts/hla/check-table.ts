/**
 * `npx tsx scripts/hla/check-table.ts TABLE`: compares what the project knows of old HLA names with the
 * official table of April 2010, `Nomenclature_2009.txt` of ANHIG/IMGTHLA: derives the exceptions to
 * "split the digits by two" from it, and writes every name of both columns in drafts to see what the
 * rules say. The table's licence (CC BY-ND) keeps it out of the project, so its path is always given.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createTerminologySet } from "../../server/src/core/index.ts";
import { loadLanguage } from "../terminology/language.ts";
import { checkRows, compareExceptions, readTable } from "./table.ts";

function checkTable(path: string): void {
  const rows = readTable(readFileSync(path, "utf8"));
  if (rows.length === 0) {
    console.error(`${path} has no row of two columns such as "A*010101  A*01:01:01".`);
    process.exitCode = 2;
    return;
  }
  const { derived, disagreements } = compareExceptions(rows);
  // What is off until a writer asks for it must be silent too.
  const set = createTerminologySet([], loadLanguage(), [{ rules: { "hla-serotype-allele": "on" } }]);
  const figures = checkRows(rows, set);
  const all = [...disagreements, ...figures.disagreements];
  for (const { name, message } of all) console.log(`${name} ${message}`);
  const gone = derived.filter(({ current }) => current === undefined).length;
  console.log(`${rows.length} rows; ${derived.length} of them are more than digits split by two, ${gone} of those withdrawn.`);
  console.log("Each name written in four ways:");
  console.log(`  ${figures.mended} old names mended to just the official one`);
  console.log(`  ${figures.withdrawn} withdrawn names reported without a fix`);
  console.log(`  ${figures.same} names that did not change left alone`);
  console.log(`  ${figures.silent} new names left alone`);
  console.log(all.length === 0 ? "No disagreement." : `${all.length} disagreements.`);
  process.exitCode = all.length === 0 ? 0 : 1;
}

const path = process.argv[2];
if (path === undefined || !existsSync(path) || !statSync(path).isFile()) {
  console.error(
    path === undefined
      ? "Give the path of the official table: npx tsx scripts/hla/check-table.ts Nomenclature_2009.txt"
      : `There is no file ${path}. The official table is Nomenclature_2009.txt of github.com/ANHIG/IMGTHLA.`,
  );
  process.exitCode = 2;
} else checkTable(path);
