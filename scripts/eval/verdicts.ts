import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { Diagnostic, Draft } from "../../server/src/core/index.ts";

/** What a person has said of a finding. */
export interface Verdict {
  readonly rule: string;
  readonly file: string;
  /** The words that were reported, cut short. */
  readonly text: string;
  readonly verdict: "right" | "wrong";
}

/** Verdicts by the key of the finding they are about. */
export type Verdicts = Record<string, Verdict>;

const longestText = 60;
const surroundings = 30;

/** A key that stays when the draft changes elsewhere: rule, file, words and what stands around them. */
export function keyOf(diagnostic: Diagnostic, draft: Draft, file: string): string {
  const { from, to, rule } = diagnostic;
  const around = draft.document.slice(Math.max(0, from - surroundings), Math.min(draft.document.length, to + surroundings));
  return createHash("sha256").update(`${rule}\n${file}\n${around}`).digest("hex").slice(0, 12);
}

/** The words of a finding on one line, short enough to quote. */
export function wordsOf({ from, to }: Diagnostic, draft: Draft): string {
  return draft.document.slice(from, Math.min(to, from + longestText)).replace(/\s+/g, " ");
}

export function readVerdicts(path: string): Verdicts {
  return existsSync(path) ? ((parse(readFileSync(path, "utf8")) as Verdicts | null) ?? {}) : {};
}

export function writeVerdicts(path: string, verdicts: Verdicts): void {
  const sorted = Object.fromEntries(Object.entries(verdicts).sort(([, a], [, b]) => compare(a, b)));
  writeFileSync(path, `# What was judged of findings on real drafts; see npm run eval:rules.\n${stringify(sorted, { lineWidth: 0 })}`);
}

function compare(a: Verdict, b: Verdict): number {
  return a.rule.localeCompare(b.rule, "en") || a.file.localeCompare(b.file, "en") || a.text.localeCompare(b.text, "en");
}
