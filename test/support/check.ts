import assert from "node:assert/strict";
import { applyEdits, Draft, mergeEdits, type TerminologySet } from "../../server/src/core/index.ts";
import type { TextFormat } from "../../server/src/core/text/syntax.ts";
import { builtinSet } from "./terminology.ts";

export interface Checked {
  readonly draft: Draft;
  /** The text without marks. */
  readonly text: string;
  /** Where ‸ stood; -1 without one. */
  readonly cursor: number;
}

export interface CheckOptions {
  readonly set?: TerminologySet;
  readonly format?: TextFormat;
  /** Findings of these rules alone are compared. */
  readonly rules?: readonly string[];
  /** The text once the first fix of each compared finding is applied. */
  readonly fixed?: string;
}

/**
 * Opens a draft and compares its findings with the marks in it: «rule-id|text» expects a finding of
 * that rule on just that text, and a text without marks expects none. ‸ marks a cursor.
 */
export function check(marked: string, options: CheckOptions = {}): Checked {
  const { text, expected, cursor } = readMarks(marked);
  const draft = new Draft(text, options.format ?? "markdown", options.set ?? builtinSet);
  const wanted = (rule: string) => !options.rules || options.rules.includes(rule);
  const found = draft.diagnostics().filter((d) => wanted(d.rule));
  assert.deepEqual(
    found.map((d) => `${d.from} ${d.rule}|${text.slice(d.from, d.to)}`),
    expected.map((e) => `${e.from} ${e.rule}|${text.slice(e.from, e.to)}`),
  );
  if (options.fixed !== undefined) {
    const fixes = found.flatMap((d) => d.fixes.slice(0, 1));
    assert.equal(applyEdits(text, mergeEdits(fixes)), options.fixed);
  }
  return { draft, text, cursor };
}

function readMarks(marked: string): { text: string; expected: { rule: string; from: number; to: number }[]; cursor: number } {
  const expected: { rule: string; from: number; to: number }[] = [];
  const open: { rule: string; from: number }[] = [];
  let text = "";
  let cursor = -1;
  for (const part of marked.split(/(«[\w-]+\||»|‸)/)) {
    if (part.startsWith("«") && part.endsWith("|")) open.push({ rule: part.slice(1, -1), from: text.length });
    else if (part === "»" && open.length > 0) expected.push({ ...(open.pop() as { rule: string; from: number }), to: text.length });
    else if (part === "‸") cursor = text.length;
    else text += part;
  }
  return { text, expected: expected.sort((a, b) => a.from - b.from || a.to - b.to), cursor };
}
