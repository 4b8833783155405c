/** Finds what a writer probably meant by a word that is not known here. */

import { t } from "../l10n/l10n.ts";

/**
 * The known word nearest to `word`, if it is near enough to be a slip of the keyboard: at most a
 * third of its letters differ.
 */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  if (word.length > 60) return undefined;
  const folded = fold(word);
  for (const candidate of known) {
    const distance = editDistance(folded, fold(candidate));
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

/** Optimal string alignment distance: letters added, dropped, changed, or two neighbours swapped. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, (previous[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
