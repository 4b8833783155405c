import { firstFrom } from "../scan/range-search.ts";
import type { QuickFix, Range, TextEdit } from "./diagnostics.ts";

/** The edits of several fixes as one: in order, each once, and none that overlaps one of an earlier fix. */
export function mergeEdits(fixes: readonly QuickFix[]): TextEdit[] {
  return mergeFixes(fixes).edits;
}

/** As `mergeEdits`, with the fixes that went in. */
export function mergeFixes<Fix extends QuickFix>(fixes: readonly Fix[]): { edits: TextEdit[]; taken: Fix[] } {
  const edits: TextEdit[] = [];
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.map((edit) => ({ edit, at: firstFrom(edits, edit.from) })).filter(({ edit, at }) => !same(edits[at], edit));
    // A fix is applied whole or not at all.
    if (fresh.some(({ edit, at }) => overlap(edit, edits[at]) || overlap(edit, edits[at - 1]))) continue;
    for (const { edit } of fresh) edits.splice(firstFrom(edits, edit.from), 0, edit);
    taken.push(fix);
  }
  return { edits, taken };
}

function same(a: TextEdit | undefined, b: TextEdit): boolean {
  return a !== undefined && a.from === b.from && a.to === b.to && a.text === b.text;
}

function overlap(a: Range, b: Range | undefined): boolean {
  return b !== undefined && ((a.from < b.to && b.from < a.to) || a.from === b.from);
}

/** The text with edits applied; they must be in order and apart, as `mergeEdits` answers them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/**
 * Two lists of edits, the second in the coordinates the first left, as one list in the coordinates of the text
 * before both. Both must be in order and apart.
 */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const between = applyEdits(text, first);
  const after = applyEdits(between, second);
  const composed: TextEdit[] = [];
  let [a, b] = [0, 0];
  // How far the text between is ahead of the text before, and the text after ahead of the one between.
  let [shiftA, shiftB] = [0, 0];
  while (a < first.length || b < second.length) {
    const [startA, startB] = [shiftA, shiftB];
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    // Edits that touch each other, seen in the text between, become one.
    for (;;) {
      const [one, two] = [first[a], second[b]];
      const oneFrom = one ? one.from + shiftA : Number.POSITIVE_INFINITY;
      const twoFrom = two ? two.from : Number.POSITIVE_INFINITY;
      if (Math.min(oneFrom, twoFrom) > to && to >= from) break;
      if (one && oneFrom <= twoFrom) {
        from = Math.min(from, oneFrom);
        to = Math.max(to, oneFrom + one.text.length);
        shiftA += one.text.length - (one.to - one.from);
        a++;
      } else if (two) {
        from = Math.min(from, twoFrom);
        to = Math.max(to, two.to);
        shiftB += two.text.length - (two.to - two.from);
        b++;
      } else break;
    }
    composed.push({ from: from - startA, to: to - shiftA, text: after.slice(from + startB, to + shiftB) });
  }
  return composed;
}
