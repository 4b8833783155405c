/**
 * `npm run eval:rules -- DRAFTS…`: how many planted faults the rules find, and how many findings on the drafts as they
 * are were judged right.
 *
 *   --list               prints the findings that nobody has judged, a line each: key, rule, file:line, words, surroundings
 *   --judge right|wrong --keys KEY,KEY   records verdicts
 *   --verdicts FILE      where verdicts are kept (test/eval/verdicts.yaml)
 */
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { allRules, type Diagnostic, Draft } from "../../server/src/core/index.ts";
import { plantsIn } from "./planting.ts";
import { builtinSet } from "./terminology.ts";
import { keyOf, readVerdicts, wordsOf, writeVerdicts } from "./verdicts.ts";

const usual = fileURLToPath(new URL("../../test/eval/verdicts.yaml", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "boolean" }, judge: { type: "string" }, keys: { type: "string" }, verdicts: { type: "string", default: usual } },
});
const files = globSync(positionals, { absolute: true })
  .filter((file) => file.endsWith(".md"))
  .sort();
if (files.length === 0) {
  console.error("No drafts. Name files or folders: npm run eval:rules -- DRAFTS…");
  process.exit(2);
}

interface Found {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly words: string;
  readonly around: string;
  readonly diagnostic: Diagnostic;
}

const set = builtinSet();
const on = allRules.filter((rule) => !rule.offByDefault && rule.checks.length > 0);
const verdicts = readVerdicts(values.verdicts);
const found = files.flatMap(findingsIn);
if (values.judge === "right" || values.judge === "wrong") judge(values.judge, new Set((values.keys ?? "").split(",")));
else if (values.list) list();
else {
  plantedFaults();
  judged();
}

function findingsIn(file: string): Found[] {
  const draft = new Draft(readFileSync(file, "utf8"), "markdown", set);
  const name = basename(file);
  return draft.diagnostics().map((diagnostic) => {
    const { from, to } = diagnostic;
    const around = draft.document.slice(Math.max(0, from - 90), Math.min(draft.document.length, to + 60)).replace(/\s+/g, " ");
    const line = draft.document.lines.positionAt(from).line + 1;
    return { key: keyOf(diagnostic, draft, name), file: name, line, words: wordsOf(diagnostic, draft), around, diagnostic };
  });
}

function list(): void {
  for (const { key, file, line, words, around, diagnostic } of found) {
    if (verdicts[key]) continue;
    console.log([key, diagnostic.severity, diagnostic.rule, `${file}:${line}`, words, diagnostic.message, around].join("\t"));
  }
}

function judge(verdict: "right" | "wrong", keys: ReadonlySet<string>): void {
  const chosen = found.filter(({ key }) => keys.has(key));
  for (const { key, file, words, diagnostic } of chosen) verdicts[key] = { rule: diagnostic.rule, file, text: words, verdict };
  writeVerdicts(values.verdicts, verdicts);
  console.log(
    `${chosen.length} findings judged ${verdict}; ${Object.keys(verdicts).length} verdicts in ${relative(process.cwd(), values.verdicts)}.`,
  );
}

function plantedFaults(): void {
  const tally = new Map(on.map(({ id }) => [id, { planted: 0, found: 0 }]));
  for (const file of files) {
    for (const plant of plantsIn(readFileSync(file, "utf8"), on, set)) {
      const counts = tally.get(plant.rule);
      if (!counts) continue;
      counts.planted++;
      const seen = new Draft(plant.text, "markdown", set).diagnostics();
      if (seen.some((d) => d.rule === plant.rule && d.from < plant.to && d.to > plant.from)) counts.found++;
    }
  }
  console.log("rule                              planted   found");
  let [planted, hits] = [0, 0];
  for (const [id, counts] of tally) {
    planted += counts.planted;
    hits += counts.found;
    console.log(`${id.padEnd(32)} ${String(counts.planted).padStart(8)} ${share(counts.found, counts.planted).padStart(7)}`);
  }
  console.log(`${"all".padEnd(32)} ${String(planted).padStart(8)} ${share(hits, planted).padStart(7)}\n`);
}

function judged(): void {
  for (const [name, severities] of [
    ["errors and warnings", ["error", "warning"]],
    ["information and hints", ["information", "hint"]],
  ] as const) {
    const some = found.filter(({ diagnostic }) => (severities as readonly string[]).includes(diagnostic.severity));
    const known = some.filter(({ key }) => verdicts[key]);
    const right = known.filter(({ key }) => verdicts[key]?.verdict === "right").length;
    console.log(`${name}: ${some.length} findings, ${known.length} judged, ${share(right, known.length)} of them right`);
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
