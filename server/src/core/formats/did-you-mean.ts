/** Finds what a writer probably meant by a word that is not known here. */

import { t } from "../l10n/l10n.ts";

/** In UTF-16 units: longer words are not guessed. */
const longest = 60;

/**
 * The known word nearest to `word`, if it is near enough to be a slip of the keyboard: at most a
 * third of its letters differ. Costs little for a word that is unlike `word`.
 */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  if (word.length > longest) return undefined;
  const folded = fold(word);
  for (const candidate of known) {
    const distance = editDistance(folded, fold(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** ` Did you mean …?` as the tail of a message, or nothing. */
export function didYouMeanTail(word: string, known: Iterable<string>): string {
  const guess = didYouMean(word, known);
  return guess === undefined ? "" : ` ${t("Did you mean `{0}`?", guess)}`;
}

// Case, hyphens and underscores are the commonest slips: scope-note for scopeNote.
function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/** Rows of the table that `editDistance` fills, so that asking many words makes no garbage. */
const rows = [new Uint8Array(4 * longest), new Uint8Array(4 * longest), new Uint8Array(4 * longest)] as const;

/**
 * Optimal string alignment distance: letters added, dropped, changed, or two neighbours swapped. What is not below
 * `limit` is told as `limit`. Folding a word of `longest` letters may double them,
 * and `b` is not much longer than `a`, so the rows are long enough.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let [before, previous, current] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Only what is nearer than the limit to the diagonal can come to less than the limit.
    const [from, to] = [Math.max(1, i - limit + 1), Math.min(b.length, i + limit - 1)];
    let least = from === 1 ? Math.min(i, limit) : limit;
    current[from - 1] = least;
    if (to > 0 && i + limit - 1 <= b.length) previous[to] = limit;
    for (let j = from; j <= to; j++) {
      const letter = a.charCodeAt(i - 1);
      const change = (previous[j - 1] as number) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      let cost = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, change);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    // No later row has less than this one, even by a swap, which costs as much as a change did.
    if (least >= limit) return limit;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(limit, previous[b.length] as number);
}
