// Aligns the characters of a short form with the words of a long form by dynamic programming.
//
// Schwartz & Hearst (2003, PSB 8:451) take the first alignment that they meet from the right; Sohn et al. (2008,
// Ab3P, BMC Bioinformatics 9:402) try strategies in the order of their precision. Here every way of spelling the
// short form has a cost, and the cheapest of all ways from all starts is taken. Costs grow with what makes a pair
// unlikely: characters inside words, words that give no character, characters of the short form that nothing gives.
import { CharClass, charClass, foldChar } from "../termbase/characters.ts";

/** What each step of an alignment costs. One unit is about one reason to doubt. */
export const costs = {
  /** The first character of a part of a word: "immuno-deficiency", "X/Y". */
  partStart: 0.11,
  /** The first character of a number or of a capitalised part: "alpha1", "GalNAc". */
  softStart: 0.26,
  /** A character right after the one matched before it: "Trx" in "thioredoxin". */
  adjacent: 0.43,
  /** A consonant further on in a word whose first character counts already. */
  consonantInside: 0.45,
  /** A vowel there: abbreviations leave vowels out. */
  vowelInside: 0.28,
  /** A capital inside a word, in addition, where the short form has small letters too. */
  capitalInside: 0.11,
  /** A vowel in capitals there, in addition. */
  capitalVowelInside: 0.14,
  /** A character of a word whose first character was passed over, in addition. */
  initialPassed: 0.55,
  /** A digit inside a number. */
  digitInside: 2.0,
  /** A word that gives no character: a preposition, article or conjunction. */
  stopWord: 0.61,
  /** … a part of a hyphenated word. */
  part: 0.03,
  /** … any other word. */
  word: 1.2,
  /** … a number. */
  number: 0.19,
  /** … a word inside brackets of its own. */
  bracketed: 0.43,
  /** … a noun that closes long forms and says little: "gene", "protein". */
  generic: 0.1,
  /** … a locant: a number, a single letter or the name of a Greek letter that a hyphen joins to the next word. */
  locant: 0.05,
  /** … a single letter. */
  letter: 0.32,
  /** … in addition, where no later word gives a character either. */
  tail: 0.22,
  /** A comma in the long form. */
  comma: 0.35,
  /** A Greek letter of the short form given by a word that is not one. */
  notGreek: 1.1,
  /** A digit of the short form that the long form does not give: "MRP1". */
  digitMissing: 1.86,
  /** A letter that the long form does not give. */
  letterMissing: 2.31,
  /** The yeast protein's "p" or a plural "s" that the long form does not give. */
  suffixMissing: 0.65,
  /** A long form that begins with a stop word. */
  stopWordFirst: 1.4,
  /** A long form that begins after a word that is no stop word: it may well begin earlier. */
  midPhrase: 0.15,
  /** A long form that begins inside a hyphenated word. */
  partFirst: 0.21,
  /** … in brackets. */
  bracketFirst: 0.6,
  /** … with a single letter. */
  letterFirst: 0.56,
};

/** The longest window that is aligned, in characters. */
export const maxWindow = 320;
/** The longest short form, in characters that count. */
export const maxAtoms = 16;

const enum Start {
  None,
  /** After white space or a bracket. */
  Word,
  /** After a hyphen, a slash or other punctuation. */
  Part,
  /** Where a number begins in a word, or a capital follows a small letter. */
  Soft,
}

const stopWords = new Set(
  "a an and as at between by during for from in into is its of on or that the their to under upon versus via vs which with within without".split(" "),
);
const genericWords = new Set(
  "gene genes protein proteins domain domains family complex complexes cell cells factor factors subunit subunits homolog homologue isoform type group".split(" "),
);
/** Words that stand before a name and are no part of it. */
const openers = new Set("also called designated encoding named new novel our putative termed these this those we".split(" "));
const greekNames = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma", "omega"];
const romanDigits: Record<string, number> = { i: 49, ii: 50, iii: 51, iv: 52, v: 53, vi: 54, vii: 55, viii: 56, ix: 57 };
const numberWords: Record<string, number> = {
  one: 49, first: 49, two: 50, second: 50, three: 51, third: 51, four: 52, fourth: 52, five: 53, fifth: 53, six: 54,
  sixth: 54, seven: 55, seventh: 55, eight: 56, eighth: 56, nine: 57, ninth: 57,
};

/** The words before a bracket (or in one), as the aligner reads them: letters and digits only, folded. */
export class Words {
  /** How many characters there are. */
  size = 0;
  readonly code = new Uint16Array(maxWindow + 1);
  /** The offset of each character in the text. */
  readonly at = new Int32Array(maxWindow + 1);
  readonly start = new Uint8Array(maxWindow + 1);
  /** At a start: the digit that the word stands for ("II", "two"), or 0. */
  readonly digit = new Uint16Array(maxWindow + 1);
  /** At a start: the index after the word's last character. */
  readonly end = new Int32Array(maxWindow + 1);
  /** At a start: what leaving the word out costs. */
  readonly skip = new Float64Array(maxWindow + 1);
  /** At a start: what going on from the word before costs. */
  readonly join = new Float64Array(maxWindow + 1);
  /** At a start: what beginning the long form there costs. */
  readonly first = new Float64Array(maxWindow + 1);
  /** At a start: 1 for the name of a Greek letter, or the letter. */
  readonly greek = new Uint8Array(maxWindow + 1);
  /** At a start: 1 where a noun phrase is likely to begin, after a stop word, a comma or the like. */
  readonly opens = new Uint8Array(maxWindow + 1);
  /** At a start: 1 for a stop word. */
  readonly stop = new Uint8Array(maxWindow + 1);

  /** Whether the word before is no stop word. */
  private phrase = false;
  /** Whether the word before is a locant. */
  private locant = false;

  /** Reads text[from, to). */
  read(text: string, from: number, to: number): void {
    let size = 0;
    let previous = CharClass.Other;
    let lower = false;
    let space = true;
    let comma = false;
    let depth = 0;
    let wordFrom = -1;
    this.locant = false;
    for (let i = Math.max(from, to - maxWindow); i < to; i++) {
      const unit = text.charCodeAt(i);
      const kind = unit >= 0xd800 && unit < 0xe000 ? CharClass.Letter : charClass(unit);
      if (kind === CharClass.Ignored) continue;
      if (kind !== CharClass.Letter && kind !== CharClass.Digit && kind !== CharClass.Greek) {
        if (unit === 40 || unit === 91) depth++;
        else if (unit === 41 || unit === 93) depth--;
        else if (unit === 44 && size > 0 && !(i + 1 < to && isDigit(text.charCodeAt(i + 1)))) comma = true;
        if (kind === CharClass.Space || unit === 40 || unit === 91 || unit === 0xfffc) space = true;
        previous = CharClass.Other;
        continue;
      }
      const folded = unit < 128 ? unit : foldChar(unit).charCodeAt(0);
      const small = folded >= 97 && folded <= 122;
      const first = previous === CharClass.Other;
      if (first) {
        if (wordFrom >= 0) this.close(text, wordFrom, size, !space && text.charCodeAt(i - 1) === 45);
        wordFrom = size;
        this.start[size] = space ? Start.Word : Start.Part;
        this.skip[size] = depth > 0 ? costs.bracketed : -1;
        this.join[size] = comma ? costs.comma : 0;
        space = false;
        comma = false;
      } else {
        const soft = (kind === CharClass.Digit) !== (previous === CharClass.Digit) || kind === CharClass.Greek || (lower && !small);
        this.start[size] = soft ? Start.Soft : Start.None;
      }
      this.code[size] = folded >= 65 && folded <= 90 ? folded | 32 : folded;
      this.at[size] = i;
      this.digit[size] = 0;
      size++;
      previous = kind;
      lower = small;
    }
    if (wordFrom >= 0) this.close(text, wordFrom, size, false);
    this.start[size] = Start.Word;
    this.join[size] = 0;
    this.size = size;
  }

  private close(text: string, from: number, end: number, joined: boolean): void {
    const afterLocant = this.locant;
    this.locant = false;
    this.end[from] = end;
    const word = text.slice(this.at[from], (this.at[end - 1] as number) + 1);
    const folded = word.toLowerCase();
    const first = this.code[from] as number;
    const single = end - from === 1;
    const number = isDigit(first);
    const greek = greekNames.includes(folded) || charClass(word.charCodeAt(0)) === CharClass.Greek;
    const stop = stopWords.has(folded) && !(single && (joined || (from > 0 && word === "A")));
    const bracketed = (this.skip[from] as number) >= 0;
    this.digit[from] = (word !== folded ? romanDigits[folded] : undefined) ?? numberWords[folded] ?? 0;
    this.stop[from] = stop ? 1 : 0;
    this.greek[from] = greek || greekNames.some((name) => folded.startsWith(name)) ? 1 : 0;
    const midPhrase = from > 0 && (this.start[from] === Start.Part || (this.phrase && this.join[from] === 0));
    this.opens[from] = midPhrase || stop || bracketed ? 0 : 1;
    this.phrase = !stop && !openers.has(folded);
    this.first[from] =
      (midPhrase && this.start[from] === Start.Word ? costs.midPhrase : 0) +
      (stop ? costs.stopWordFirst : 0) +
      (bracketed ? costs.bracketFirst : 0) +
      (single && !joined ? costs.letterFirst : 0) +
      (this.start[from] === Start.Part && !afterLocant ? costs.partFirst : 0);
    this.locant = joined && (number || single || greek);
    if (bracketed) return;
    this.skip[from] = stop
      ? costs.stopWord
      : joined && (number || single || greek)
        ? costs.locant
        : number
          ? costs.number
          : single
            ? costs.letter
            : genericWords.has(folded)
              ? costs.generic
              : this.start[from] === Start.Part
                ? costs.part
                : costs.word;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A short form as the aligner reads it: the characters that count, folded. */
export class Atoms {
  size = 0;
  readonly code = new Uint16Array(maxAtoms);
  /** What it costs when nothing gives the character. */
  readonly missing = new Float64Array(maxAtoms);
  readonly greek = new Uint8Array(maxAtoms);
  /** What it costs to find the character inside a word. */
  readonly inside = new Float64Array(maxAtoms);
  /** 1 for a plural "s" at the end. */
  readonly plural = new Uint8Array(maxAtoms);

  /** Reads a short form; false when it has too many characters. */
  read(short: string): boolean {
    this.size = 0;
    const mixed = /\p{Ll}{2}|^\p{Ll}/u.test(short);
    for (let i = 0; i < short.length; i++) {
      const unit = short.charCodeAt(i);
      const kind = charClass(unit);
      if (kind !== CharClass.Letter && kind !== CharClass.Digit && kind !== CharClass.Greek) continue;
      if (this.size === maxAtoms) return false;
      const greek = greekNameAt(short, i);
      const code = unit < 128 ? unit : foldChar(unit).charCodeAt(0);
      const at = this.size++;
      this.code[at] = code >= 65 && code <= 90 ? code | 32 : code;
      this.plural[at] = 0;
      this.inside[at] = insideCost(isDigit(code) ? code : code | 32) + (code >= 65 && code <= 90 ? (mixed ? costs.capitalInside : 0) + (isVowel(code | 32) ? costs.capitalVowelInside : 0) : 0);
      this.greek[at] = greek > 0 || kind === CharClass.Greek ? 1 : 0;
      this.missing[at] = kind === CharClass.Digit || greek > 0 || kind === CharClass.Greek ? costs.digitMissing : costs.letterMissing;
      if (greek > 0) i += greek - 1;
      else if (i === short.length - 1 && i > 0) {
        if (unit === 115 && /[\p{Lu}\d]/u.test(short[i - 1] as string)) {
          this.plural[at] = 1;
          this.missing[at] = costs.suffixMissing;
        } else if (unit === 112 && /\d/.test(short[i - 1] as string)) this.missing[at] = costs.suffixMissing;
      }
    }
    return true;
  }
}

/** The length of the Greek letter's name that begins there in a longer short form, or 0. */
function greekNameAt(short: string, at: number): number {
  for (const name of greekNames) {
    if (short.length > name.length && (short.charCodeAt(at) | 32) === name.charCodeAt(0) && short.slice(at, at + name.length).toLowerCase() === name) return name.length;
  }
  return 0;
}

export interface Alignment {
  /** Index in the words at which the long form begins. */
  start: number;
  cost: number;
}

const stride = maxWindow + 2;
/** Costs of giving the characters from i on by the words from j on, where j … */
const fresh = new Float64Array((maxAtoms + 1) * stride); // … stands at a word's start;
const used = new Float64Array((maxAtoms + 1) * stride); // … is in a word that has given something;
const next = new Float64Array((maxAtoms + 1) * stride); // … follows the character that was given last.

/** Fills the tables; afterwards every start can be priced. */
function fill(atoms: Atoms, words: Words): void {
  const n = atoms.size;
  const m = words.size;
  let tail = 0;
  for (let i = n; i >= 0; i--) {
    if (i < n) tail += atoms.missing[i] as number;
    const row = i * stride + m;
    fresh[row] = used[row] = next[row] = tail;
  }
  let wordStart = m;
  while (wordStart > 0) {
    const wordEnd = wordStart;
    do wordStart--;
    while (words.start[wordStart] !== Start.Word && words.start[wordStart] !== Start.Part);
    const skip = words.skip[wordStart] as number;
    const join = words.join[wordEnd] as number;
    for (let i = n; i >= 0; i--) {
      const row = i * stride;
      // Inside the word, from its end.
      const onward = (fresh[row + wordEnd] as number) + join;
      let u = onward;
      let v = onward + skip + (i === n ? costs.tail : 0);
      used[row + wordEnd] = next[row + wordEnd] = onward;
      const below = row + stride;
      const atom = i < n ? (atoms.code[i] as number) : 0;
      const plural = i < n && atoms.plural[i] === 1;
      for (let j = wordEnd - 1; j > wordStart; j--) {
        let r = u;
        if (atom === words.code[j]) {
          const gain = next[below + j + 1] as number;
          const soft = words.start[j] === Start.Soft;
          const inside = plural && j === wordEnd - 1 ? 0 : soft ? costs.softStart : (atoms.inside[i] as number);
          const near = inside < costs.adjacent ? inside : costs.adjacent;
          if (gain + near < r) r = gain + near;
          if (gain + inside < u) u = gain + inside;
          const passed = plural ? skip + gain : gain + inside + costs.initialPassed;
          if (passed < v) v = passed;
        }
        used[row + j] = u;
        next[row + j] = r;
      }
      // At the word's start.
      let best = v;
      if (i < n) {
        const begin = givenAtStart(atoms, words, i, wordStart, wordEnd, below);
        if (begin < best) best = begin;
        const without = (fresh[below + wordStart] as number) + (atoms.missing[i] as number);
        if (without < best) best = without;
      }
      fresh[row + wordStart] = best;
    }
  }
}

function givenAtStart(atoms: Atoms, words: Words, i: number, start: number, end: number, below: number): number {
  let best = Infinity;
  const extra = words.start[start] === Start.Part ? costs.partStart : 0;
  const atom = atoms.code[i] as number;
  const code = words.code[start] as number;
  if (atom === code) best = (next[below + start + 1] as number) + extra + (atoms.greek[i] && !words.greek[start] ? costs.notGreek : 0);
  else if (atom === 120 && code === 101 && words.code[start + 1] === 120) best = (next[below + start + 2] as number) + extra;
  if (words.digit[start] !== 0 && atoms.code[i] === words.digit[start]) {
    const whole = (fresh[below + end] as number) + (words.join[end] as number) + extra;
    if (whole < best) best = whole;
  }
  return best;
}

function insideCost(code: number): number {
  if (code >= 48 && code <= 57) return costs.digitInside;
  return isVowel(code) ? costs.vowelInside : costs.consonantInside;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117;
}

/** The cheapest alignment of a short form with words that end the window; it begins with the short form's first character. */
export function alignBefore(atoms: Atoms, words: Words): Alignment | undefined {
  if (atoms.size === 0 || words.size === 0) return undefined;
  fill(atoms, words);
  let best = Infinity;
  let at = -1;
  for (let j = words.size - 1; j >= 0; j--) {
    const kind = words.start[j];
    if (kind !== Start.Word && kind !== Start.Part) continue;
    const cost = givenAtStart(atoms, words, 0, j, words.end[j] as number, stride) + (words.first[j] as number);
    if (cost < best) {
      best = cost;
      at = j;
    }
  }
  return at < 0 ? undefined : { start: at, cost: best };
}

/** The cost of aligning a short form with all the words; the first of them, locants apart, gives the first character. */
export function alignAll(atoms: Atoms, words: Words): number {
  if (atoms.size === 0 || words.size === 0) return Infinity;
  fill(atoms, words);
  let best = Infinity;
  let skipped = 0;
  for (let j = 0; j < words.size && skipped <= costs.number; j = words.end[j] as number) {
    const cost = skipped + givenAtStart(atoms, words, 0, j, words.end[j] as number, stride) + (words.stop[j] ? costs.stopWordFirst : 0);
    if (cost < best) best = cost;
    skipped += words.skip[j] as number;
  }
  return best;
}
