/**
 * `npm run terminology:check [FILES…]`: checks the built-in terminology, or the given files together
 * with its head and tables, and ends with 1 where something is wrong.
 */
import { basename, resolve } from "node:path";
import { checkAll } from "./checks/index.ts";
import { lines } from "./report-lines.ts";
import { builtinPaths, loadTerminology, shownPath } from "./terminology.ts";

const HEAD = new Set(["pack.yaml", "homonyms.yaml", "exempt.yaml"]);

const named = process.argv.slice(2).map((path) => resolve(path));
const rest = builtinPaths().filter((path) => !named.includes(path));
// Records refer to each other across files, so a named file is checked among all; only its findings are told.
const outside = named.filter((path) => !builtinPaths().includes(path));
const paths = outside.length > 0 ? [...rest.filter((path) => HEAD.has(basename(path))), ...named] : builtinPaths();

try {
  const terminology = loadTerminology(paths);
  const told = new Set(named.map(shownPath));
  const findings = checkAll(terminology).filter(({ file }) => named.length === 0 || told.has(file.path));
  for (const line of lines(findings)) console.log(line);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  console.log(`${terminology.entries.length} concepts, ${errors} errors, ${findings.length - errors} warnings.`);
  process.exitCode = errors > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
