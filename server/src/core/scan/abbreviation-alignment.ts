// Aligns the characters of a short form with the words of a long form by dynamic programming.
//
// Schwartz & Hearst (2003, PSB 8:451) take the first alignment that they meet from the right; Sohn et al. (2008,
// Ab3P, BMC Bioinformatics 9:402) try strategies in the order of their precision. Here every way of spelling the
// short form has a cost, and the cheapest of all ways from all starts is taken. Costs grow with what makes a pair
// unlikely: characters inside words, words that give no character, characters of the short form that nothing gives.
import { costs } from "./abbreviation-costs.ts";
import { type Atoms, maxAtoms, maxWindow, Start, type Words } from "./abbreviation-words.ts";

/** How a short form is best spelled by words. */
export interface Alignment {
  /** Index in the words of the long form's first character that counts. */
  readonly start: number;
  /** The sum of what the steps cost: 0 when each word gives its initial. */
  readonly cost: number;
}

const stride = maxWindow + 2;
const cells = (maxAtoms + 1) * stride;
// The least cost of giving the characters from i on by the words from j on, at [i * stride + j], where j …
/** … stands at the start of a word, or … */
const atWord = new Float64Array(cells);
/** … follows the character that was given last. */
const afterGiven = new Float64Array(cells);

/** The cheapest alignment of a short form with words up to the end; the first of them gives its first character. */
export function alignBefore(atoms: Atoms, words: Words): Alignment | undefined {
  if (atoms.size === 0 || words.size === 0) return undefined;
  fill(atoms, words);
  let cost = Infinity;
  let start = -1;
  // From the right, so that the shorter of two equal long forms is taken.
  for (let j = words.size - 1; j >= 0; j--) {
    if (words.start[j] !== Start.Word && words.start[j] !== Start.Part) continue;
    const candidate = givenAtStart(atoms, words, 0, j) + (words.first[j] as number);
    if (candidate < cost) {
      cost = candidate;
      start = j;
    }
  }
  return start < 0 ? undefined : { start, cost };
}

/** The cost of aligning a short form with all the words, of which the first, locants apart, gives the first character. */
export function alignAll(atoms: Atoms, words: Words): number {
  if (atoms.size === 0 || words.size === 0) return Infinity;
  fill(atoms, words);
  let best = Infinity;
  let skipped = 0;
  for (let j = 0; j < words.size && skipped <= costs.number; j = words.end[j] as number) {
    best = Math.min(best, skipped + givenAtStart(atoms, words, 0, j) + (words.stop[j] ? costs.stopWordFirst : 0));
    skipped += words.skip[j] as number;
  }
  return best;
}

/** Fills the tables, word by word from the right. */
function fill(atoms: Atoms, words: Words): void {
  let missing = 0;
  for (let i = atoms.size; i >= 0; i--) {
    if (i < atoms.size) missing += atoms.missing[i] as number;
    atWord[i * stride + words.size] = missing;
  }
  for (let end = words.size; end > 0; ) {
    let start = end - 1;
    while (words.start[start] !== Start.Word && words.start[start] !== Start.Part) start--;
    for (let i = atoms.size; i >= 0; i--) fillWord(atoms, words, i, start, end);
    end = start;
  }
}

/** Fills the row of character i between the start and end of one word; the rows below are filled. */
function fillWord(atoms: Atoms, words: Words, i: number, start: number, end: number): void {
  const row = i * stride;
  const below = row + stride;
  const last = i === atoms.size;
  const onward = (atWord[row + end] as number) + (words.join[end] as number);
  const skip = words.skip[start] as number;
  // With the word used, and with the word not used so far.
  let used = onward;
  let unused = onward + skip + (last ? costs.tail : 0);
  afterGiven[row + end] = onward;
  const atom = last ? 0 : (atoms.code[i] as number);
  const plural = !last && atoms.plural[i] === 1;
  for (let j = end - 1; j > start; j--) {
    let near = used;
    if (atom === words.code[j]) {
      const rest = afterGiven[below + j + 1] as number;
      const ending = plural && j === end - 1;
      const step = ending ? 0 : words.start[j] === Start.Soft ? costs.softStart : (atoms.inside[i] as number);
      near = Math.min(near, rest + Math.min(step, costs.adjacent));
      used = Math.min(used, rest + step);
      // A plural "s" alone does not make a word count.
      unused = Math.min(unused, rest + (plural ? skip : step + costs.initialPassed));
    }
    afterGiven[row + j] = near;
  }
  if (!last) {
    unused = Math.min(unused, givenAtStart(atoms, words, i, start), (atWord[below + start] as number) + (atoms.missing[i] as number));
  }
  atWord[row + start] = unused;
}

const letterE = 101;
const letterX = 120;

/** The cost of giving the characters from i on when the word that starts at j gives character i by its first. */
function givenAtStart(atoms: Atoms, words: Words, i: number, j: number): number {
  const below = (i + 1) * stride;
  const atom = atoms.code[i] as number;
  const code = words.code[j] as number;
  const end = words.end[j] as number;
  const step = words.start[j] === Start.Part ? costs.partStart : 0;
  let cost = Infinity;
  if (atom === code) cost = (afterGiven[below + j + 1] as number) + (atoms.greek[i] && !words.greek[j] ? costs.notGreek : 0);
  // "X" stands for "ex-": "export", "exchange".
  else if (atom === letterX && code === letterE && words.code[j + 1] === letterX && j + 1 < end) cost = afterGiven[below + j + 2] as number;
  // "2" is given by "II" and "two" as a whole.
  if (words.digit[j] === atom) cost = Math.min(cost, (atWord[below + end] as number) + (words.join[end] as number));
  return cost + step;
}
