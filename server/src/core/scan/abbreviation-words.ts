// Short forms and the words around them as the alignment reads them: letters and digits only, folded, in columns.
import { CharClass, charClass, foldChar } from "../termbase/characters.ts";
import { costs } from "./abbreviation-costs.ts";

/** The longest stretch of text that is aligned, in UTF-16 units. */
export const maxWindow = 320;
/** The longest short form, in characters that count. */
export const maxAtoms = 16;

/** How a character begins something. */
export const enum Start {
  None,
  /** A word: after white space or a bracket. */
  Word,
  /** A part of one: after a hyphen, a slash or other punctuation. */
  Part,
  /** A number in a word, or a capital after a small letter. */
  Soft,
}

/** English ones, and those of the names of institutes: "Centre National de la Recherche Scientifique". */
const stopWords = new Set(
  `a an and as at between by during for from in into is its of on or that the their to under upon versus via vs which with
   within without de del des du et la las le les y und der des für zur`.split(/\s+/),
);
const genericWords = new Set(
  "gene genes protein proteins domain domains family complex complexes cell cells factor factors subunit subunits homolog homologue isoform type group".split(
    " ",
  ),
);
/** Words that stand before a name and are no part of it. */
const openers = new Set("also called designated encoding named new novel our putative termed these this those we".split(" "));
/** The Greek letters that names of molecules spell out; the others are too easily parts of words. */
const greekNames = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma", "omega"];
const romanNumerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
const numberWords = [
  "one first",
  "two second",
  "three third",
  "four fourth",
  "five fifth",
  "six sixth",
  "seven seventh",
  "eight eighth",
  "nine ninth",
];

/** What the alignment has to know about a word, whatever stands around it. */
interface WordKind {
  readonly stop: boolean;
  readonly generic: boolean;
  readonly opener: boolean;
  /** The name of a Greek letter, or the letter. */
  readonly greek: boolean;
  /** … or a word that begins with one: "alpha1". */
  readonly beginsGreek: boolean;
  /** The code of the digit that the word stands for ("II", "two"), or 0. */
  readonly digit: number;
}

const wordKinds = new Map<string, WordKind>();

/** The kind of a word, remembered: a document has few words, and they come again and again. */
function wordKind(word: string): WordKind {
  let kind = wordKinds.get(word);
  if (kind === undefined) {
    kind = classifyWord(word);
    if (wordKinds.size < 20_000) wordKinds.set(word, kind);
  }
  return kind;
}

function classifyWord(word: string): WordKind {
  const folded = word.toLowerCase();
  const roman = word === folded ? -1 : romanNumerals.indexOf(folded);
  const spelled = numberWords.findIndex((forms) => forms.split(" ").includes(folded));
  const value = roman >= 0 ? roman : spelled;
  const greekLetter = charClass(word.charCodeAt(0)) === CharClass.Greek;
  return {
    stop: stopWords.has(folded),
    generic: genericWords.has(folded),
    opener: openers.has(folded),
    greek: greekLetter || greekNames.includes(folded),
    beginsGreek: greekLetter || greekNames.some((name) => folded.startsWith(name)),
    digit: value >= 0 ? digit1 + value : 0,
  };
}

const digit0 = 48;
const digit1 = 49;
const upperA = 65;
const lowerA = 97;

function isDigit(code: number): boolean {
  return code >= digit0 && code <= 57;
}

function isUpper(code: number): boolean {
  return code >= upperA && code <= 90;
}

function isVowel(lower: number): boolean {
  return lower === lowerA || lower === 101 || lower === 105 || lower === 111 || lower === 117;
}

/** The first unit of what a character reads as: a Greek letter reads as its name. */
function foldedUnit(text: string, at: number, unit: number): number {
  return unit < 128 ? unit : foldChar(text.codePointAt(at) as number).charCodeAt(0);
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** The words before a bracket, or in one. Columns with "at a start" are filled for starts of words and parts only. */
export class Words {
  /** How many characters there are. */
  size = 0;
  /** The characters, in lower case. */
  readonly code = new Uint16Array(maxWindow + 1);
  /** The offset of each in the text. */
  readonly at = new Int32Array(maxWindow + 1);
  /** What begins with each, as `Start`. */
  readonly start = new Uint8Array(maxWindow + 1);
  /** At a start: the index after the word's last character. */
  readonly end = new Int32Array(maxWindow + 1);
  /** At a start: the digit that the word stands for ("II", "two"), or 0. */
  readonly digit = new Uint16Array(maxWindow + 1);
  /** At a start: 1 for a Greek letter or its name. */
  readonly greek = new Uint8Array(maxWindow + 1);
  /** At a start: 1 for a stop word. */
  readonly stop = new Uint8Array(maxWindow + 1);
  /** At a start: 1 where a noun phrase is likely to begin: after a stop word, a comma or nothing. */
  readonly opens = new Uint8Array(maxWindow + 1);
  /** At a start: what leaving the word out costs. */
  readonly skip = new Float64Array(maxWindow + 1);
  /** At a start: what beginning the long form there costs. */
  readonly first = new Float64Array(maxWindow + 1);
  /** At a start: what going on from the word before costs. */
  readonly join = new Float64Array(maxWindow + 1);

  /** Of the word before: whether it belongs to a noun phrase, and whether it is a locant. */
  private inPhrase = false;
  private isLocant = false;

  /** Reads the last `maxWindow` units of text[from, to). */
  read(text: string, from: number, to: number): void {
    let size = 0;
    let previous = CharClass.Other;
    let afterSmall = false;
    let space = true;
    let comma = false;
    let depth = 0;
    let open = false;
    let word = -1;
    this.inPhrase = false;
    this.isLocant = false;
    for (let i = Math.max(from, to - maxWindow); i < to; i++) {
      const unit = text.charCodeAt(i);
      if (isSecondHalf(unit)) continue;
      const kind = unit < 0xd800 ? charClass(unit) : charClass(text.codePointAt(i) as number);
      if (kind === CharClass.Ignored) continue;
      if (kind !== CharClass.Letter && kind !== CharClass.Digit && kind !== CharClass.Greek) {
        if (unit === 40 || unit === 91) depth++;
        else if (unit === 41 || unit === 93) depth--;
        else if (unit === 44 && size > 0 && !isDigit(text.charCodeAt(i + 1))) comma = true;
        if (kind === CharClass.Space || unit === 40 || unit === 91 || unit === 0xfffc) space = true;
        previous = CharClass.Other;
        continue;
      }
      const folded = foldedUnit(text, i, unit);
      const small = folded >= lowerA && folded <= 122;
      if (previous === CharClass.Other) {
        if (word >= 0) this.close(text, word, size, open, !space && charClass(text.charCodeAt(i - 1)) === CharClass.Hyphen);
        word = size;
        open = depth > 0;
        this.start[size] = space ? Start.Word : Start.Part;
        this.join[size] = comma ? costs.comma : 0;
        space = false;
        comma = false;
      } else {
        const turns = (kind === CharClass.Digit) !== (previous === CharClass.Digit) || kind === CharClass.Greek || (afterSmall && !small);
        this.start[size] = turns ? Start.Soft : Start.None;
      }
      this.code[size] = isUpper(folded) ? folded | 32 : folded;
      this.at[size] = i;
      size++;
      previous = kind;
      afterSmall = small;
    }
    if (word >= 0) this.close(text, word, size, open, false);
    this.start[size] = Start.Word;
    this.join[size] = 0;
    this.size = size;
  }

  /** Fills the columns of a word that has been read; `joined` tells that a hyphen joins it to the next. */
  private close(text: string, from: number, end: number, bracketed: boolean, joined: boolean): void {
    const word = text.slice(this.at[from], (this.at[end - 1] as number) + 1);
    const kind = wordKind(word);
    const single = end - from === 1;
    const number = isDigit(this.code[from] as number);
    const part = this.start[from] === Start.Part;
    // "A kinase" and "protein kinase A" name a letter; "A kinase" at the beginning of a sentence may not.
    const stop = kind.stop && !(single && (joined || (from > 0 && word === "A")));
    const locant = joined && (number || single || kind.greek);
    const midPhrase = from > 0 && (part || (this.inPhrase && this.join[from] === 0));
    this.end[from] = end;
    this.digit[from] = kind.digit;
    this.greek[from] = kind.beginsGreek ? 1 : 0;
    this.stop[from] = stop ? 1 : 0;
    this.opens[from] = midPhrase || stop || bracketed ? 0 : 1;
    this.first[from] =
      (stop ? costs.stopWordFirst : 0) +
      (bracketed ? costs.bracketFirst : 0) +
      (midPhrase && !part ? costs.midPhrase : 0) +
      (single && !joined ? costs.letterFirst : 0) +
      (part && !this.isLocant ? costs.partFirst : 0);
    if (bracketed) this.skip[from] = costs.bracketed;
    else if (stop) this.skip[from] = costs.stopWord;
    else if (locant) this.skip[from] = costs.locant;
    else if (number) this.skip[from] = costs.number;
    else if (single) this.skip[from] = costs.letter;
    else if (kind.generic) this.skip[from] = costs.generic;
    else this.skip[from] = part ? costs.part : costs.word;
    this.inPhrase = !stop && !kind.opener;
    this.isLocant = locant;
  }
}

const hasSmallLetters = /\p{Ll}{2}|^\p{Ll}/u;

/** The characters of a short form that count: letters, digits, and Greek letters, whose spelled names are one each. */
export class Atoms {
  size = 0;
  /** The characters, in lower case; a Greek letter is the first of its name. */
  readonly code = new Uint16Array(maxAtoms);
  readonly greek = new Uint8Array(maxAtoms);
  /** 1 for a plural "s" at the end. */
  readonly plural = new Uint8Array(maxAtoms);
  /** What it costs to find the character inside a word. */
  readonly inside = new Float64Array(maxAtoms);
  /** What it costs when nothing gives it. */
  readonly missing = new Float64Array(maxAtoms);

  /** Reads a short form; false when it has too many characters. */
  read(short: string): boolean {
    this.size = 0;
    const mixed = hasSmallLetters.test(short);
    for (let i = 0; i < short.length; i++) {
      const unit = short.charCodeAt(i);
      if (isSecondHalf(unit)) continue;
      const kind = charClass(short.codePointAt(i) as number);
      if (kind !== CharClass.Letter && kind !== CharClass.Digit && kind !== CharClass.Greek) continue;
      if (this.size === maxAtoms) return false;
      const nameLength = greekNameLength(short, i);
      const greek = nameLength > 0 || kind === CharClass.Greek;
      const code = foldedUnit(short, i, unit);
      const lower = isUpper(code) ? code | 32 : code;
      const at = this.size++;
      this.code[at] = lower;
      this.greek[at] = greek ? 1 : 0;
      this.plural[at] = 0;
      this.inside[at] = insideCost(code, lower, mixed);
      this.missing[at] = greek || kind === CharClass.Digit ? costs.digitMissing : costs.letterMissing;
      if (nameLength > 0) i += nameLength - 1;
      else if (i === short.length - 1) this.readSuffix(short, at);
    }
    return true;
  }

  /** A last "s" may be a plural's, as in "mAbs" and "E2s", and a last "p" a yeast protein's, as in "Ycf1p". */
  private readSuffix(short: string, at: number): void {
    if (at === 0) return;
    const before = short.charCodeAt(short.length - 2);
    if (this.code[at] === 115 && short.endsWith("s") && (isUpper(before) || isDigit(before))) this.plural[at] = 1;
    else if (!(short.endsWith("p") && isDigit(before))) return;
    this.missing[at] = costs.suffixMissing;
  }
}

function insideCost(code: number, lower: number, mixed: boolean): number {
  if (isDigit(code)) return costs.digitInside;
  const vowel = isVowel(lower);
  let cost = vowel ? costs.vowelInside : costs.consonantInside;
  if (isUpper(code)) cost += (mixed ? costs.capitalInside : 0) + (vowel ? costs.capitalVowelInside : 0);
  return cost;
}

/** The length of the Greek letter's name that begins there in a longer short form, or 0. */
function greekNameLength(short: string, at: number): number {
  for (const name of greekNames) {
    if (short.length <= name.length || (short.charCodeAt(at) | 32) !== name.charCodeAt(0)) continue;
    if (short.slice(at, at + name.length).toLowerCase() === name) return name.length;
  }
  return 0;
}
