// Decides whether words give a short form, and from where to where, and makes the pair.
import { alignAll, alignBefore } from "./abbreviation-alignment.ts";
import { oneOfTwo } from "./abbreviation-coordination.ts";
import { costs, limits } from "./abbreviation-costs.ts";
import { isLongForm, namesNumber, withArabicTail, withLocants, withNumberBefore, wordsEnd } from "./abbreviation-long-forms.ts";
import { holdsNumber, reorderings } from "./abbreviation-reorderings.ts";
import type { Range } from "./abbreviation-short-forms.ts";
import { Atoms, Words } from "./abbreviation-words.ts";

/**
 * A short form and the long form that a paragraph gives for it. Offsets are UTF-16 units in the paragraph; `short`
 * and `long` are the text between them with each run of white space (and of U+FFFC) as one space. A long form that
 * shares words with another, "surfactant proteins A (SP-A) and D (SP-D)", has those words too.
 */
export interface AbbreviationDefinition {
  readonly short: string;
  readonly long: string;
  readonly shortFrom: number;
  readonly shortTo: number;
  readonly longFrom: number;
  readonly longTo: number;
  /** Set where only the terminology says that the two belong together, by a name that is merely recognized. */
  readonly loose?: boolean;
}
/** Scratch space of the alignment, used by one call at a time. */
export const atoms = new Atoms();
/** … of the words, likewise. */
export const words = new Words();
const digitRun = /\d+/;
const wordBefore = /[\p{L}\p{N}]/u;
const someSpace = /\s/;

export interface Options {
  /** What the alignment may cost, where the short form alone does not decide it. */
  readonly limit: number | undefined;
  /** What is taken off the limit. */
  readonly doubt: number;
  /** Whether the long form has to give the short form's number. */
  readonly members: boolean;
}

/** The definition of a short form by words that end there. */
export function endingAt(text: string, from: number, to: number, short: Range, options: Options): AbbreviationDefinition | undefined {
  const form = text.slice(short.from, short.to);
  if (!atoms.read(form) || atoms.size < 2) return undefined;
  const limit = options.limit ?? limitOf(form) - options.doubt;
  const spelled = spelling(text, from, to, form, limit);
  if (spelled === undefined) return undefined;
  const start = withLocants(text, spelled.start, from);
  const numbered = withNumber(text, start, from, to, spelled.digits);
  const letters = lettersOf(form);
  // One letter and a plural's "s" are too little: "human (Hs)" names Homo sapiens.
  if (letters < 2 && spelled.digits === undefined && /\p{Lu}s$/u.test(form)) return undefined;
  if (!numbered.whole && (options.members || letters < 2)) return undefined;
  const cost = spelled.cost - numbered.saved;
  // A short form that the text goes on to use is more surely one, above all when the long form's start is sure.
  const leeway = spelled.opens ? limits.usedAndOpen : limits.used;
  const most = atoms.size > 3 ? limit + leeway : Math.min(limit + leeway, costs.letterMissing);
  if (cost > limit && !(options.limit === undefined && cost <= most && isUsedAgain(text, form, short.to))) return undefined;
  const long = oneOfTwo(text, { from: numbered.from, to }, form);
  return long === undefined ? undefined : definition(text, short, long, long.words);
}

/** How words give a short form, in the order of its characters or in another that is usual. */
interface Spelling {
  /** Offset of the first word in the text. */
  readonly start: number;
  readonly cost: number;
  /** Whether a noun phrase is likely to begin there. */
  readonly opens: boolean;
  /** The number that the words still have to give, if any. */
  readonly digits: string | undefined;
}

/** Spells a short form by words that end at `to`, in the order of its characters or in another that costs less. */
function spelling(text: string, from: number, to: number, form: string, limit: number): Spelling | undefined {
  let best = aligned(text, from, to, digitRun.exec(form)?.[0]);
  const arabic = best === undefined || best.cost > limit ? withArabicTail(form) : undefined;
  if (arabic !== undefined && atoms.read(arabic.short)) best = aligned(text, from, to, arabic.digit);
  for (const { short, end, number } of arabic === undefined ? reorderings(text, from, to, form) : []) {
    if (!atoms.read(short) || atoms.size < 2) continue;
    const other = aligned(text, from, end, undefined);
    if (other === undefined || other.cost > limitOf(short) - limits.doubt) continue;
    if (other.cost + costs.otherOrder >= (best?.cost ?? Number.POSITIVE_INFINITY)) continue;
    if (number === undefined || holdsNumber(text.slice(other.start, to), number)) best = other;
  }
  atoms.read(form);
  return best;
}

/** The cheapest alignment of the short form that has been read with words that end at `to`. */
function aligned(text: string, from: number, to: number, digits: string | undefined): Spelling | undefined {
  words.read(text, from, to);
  const found = alignBefore(atoms, words);
  if (found === undefined) return undefined;
  return { start: words.at[found.start] as number, cost: found.cost, opens: words.opens[found.start] === 1, digits };
}

const notCapital = /\P{Lu}/gu;
const notSmall = /\P{Ll}|s$/gu;

/** How many letters a short form has, a plural "s" not counted: one is not enough for "enzymes (E2s)". */
function lettersOf(form: string): number {
  return form.replace(notCapital, "").length + form.replace(notSmall, "").length;
}

/**
 * Where a long form begins when the short form's digits count, what the alignment charged for them without need,
 * and whether the long form gives them at all.
 */
function withNumber(
  text: string,
  start: number,
  least: number,
  end: number,
  digits: string | undefined,
): { readonly from: number; readonly saved: number; readonly whole: boolean } {
  const long = text.slice(start, end);
  if (digits === undefined || long.includes(digits)) return { from: start, saved: 0, whole: true };
  const from = withNumberBefore(text, start, least, digits);
  if (from >= 0) return { from, saved: digits.length * costs.digitMissing, whole: true };
  if (namesNumber(long, digits)) return { from: start, saved: costs.digitMissing, whole: true };
  return { from: start, saved: 0, whole: false };
}

/** How far after its definition a short form is looked for, in UTF-16 units. */
const usedWithin = 1500;

/** Whether a short form stands again in what follows. */
function isUsedAgain(text: string, short: string, after: number): boolean {
  const rest = text.slice(after, after + usedWithin);
  for (let at = rest.indexOf(short); at >= 0; at = rest.indexOf(short, at + 1)) {
    if (!wordBefore.test(rest.charAt(at - 1)) && !wordBefore.test(rest.charAt(at + short.length))) return true;
  }
  return false;
}

/** A word in a short form: "nuclear ER". Its many letters leave no more room for one that is missing elsewhere. */
const plainWord = /\s\p{Ll}{4,}$|^\p{Ll}{4,}\s/u;

/** What the alignment of a short form may cost; its characters have been read. */
export function limitOf(short: string): number {
  const n = atoms.size;
  if (n > 4 && short === short.toLowerCase() && !digitRun.test(short)) return limits.wordLike * n;
  if (n <= 2) return limits.two;
  if (n === 3) return limits.three;
  if (n === 4) return limits.four;
  const most = limits.five + limits.more * (Math.min(n, 10) - 5);
  return plainWord.test(short) ? Math.min(most, costs.letterMissing) : most;
}

/** A definition, unless the long form cannot be one; its words are given where they are not one stretch of the text. */
export function definition(
  text: string,
  { from: shortFrom, to: shortTo }: Range,
  { from: longFrom, to: longTo }: Range,
  long = text.slice(longFrom, longTo),
): AbbreviationDefinition | undefined {
  const short = text.slice(shortFrom, shortTo);
  if (!isLongForm(long, short)) return undefined;
  return { short: collapse(short), long: collapse(long), shortFrom, shortTo, longFrom, longTo };
}

const whiteSpace = /[\s\ufffc]+/g;

function collapse(text: string): string {
  return text.replace(whiteSpace, " ");
}

/**
 * Where the long form ends that begins at `from`: at `stop`, or before a comma or bracket on the way, whichever
 * aligns best, and the farthest of equals; -1 when none is within the limit.
 */
export function cheapestEnd(text: string, from: number, stop: number, limit: number, short: string): number {
  let best = limit;
  let bestTo = -1;
  let tried = 0;
  for (let i = stop; i > from && tried < 5; i--) {
    const unit = text.charCodeAt(i);
    const ends =
      i === stop || (unit === 44 && someSpace.test(text.charAt(i + 1))) || ((unit === 40 || unit === 91) && text.charAt(i - 1) === " ");
    if (!ends) continue;
    tried++;
    const to = wordsEnd(text, i, from);
    words.read(text, from, to);
    const cost = alignAll(atoms, words);
    if ((bestTo < 0 ? cost <= best : cost < best) && isLongForm(text.slice(from, to), short)) {
      best = cost;
      bestTo = to;
    }
  }
  return bestTo;
}
