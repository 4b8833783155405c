/** Applies the fixes that need no person to look at them. */
import { applyEdits, Draft, fixAll, type TerminologySet } from "../core/index.ts";

/** One fix can make room for another; beyond this many rounds something is wrong with the rules, not the text. */
const rounds = 10;

/** The draft with nothing left that is safe to fix, and in how many places it was changed. */
export function fixed(draft: Draft, set: TerminologySet): { draft: Draft; places: number } {
  let current = draft;
  let places = 0;
  for (let round = 0; round < rounds; round++) {
    const edits = fixAll(current)?.edits ?? [];
    const { text, format } = current.document;
    const next = applyEdits(text, edits);
    if (next === text) break;
    places += edits.length;
    current = new Draft(next, format, set);
  }
  return { draft: current, places };
}
