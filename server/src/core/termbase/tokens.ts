import { CharClass, charClass, foldChar } from "./characters.ts";

/** What stands before a token. */
export const enum Gap {
  None,
  Space,
  Hyphen,
  /** Anything else; it is part of the token's key, so that it must be the same on both sides. */
  Other,
}

/**
 * The words of a text in columns, reused from one text to the next. A token is a run of letters, a
 * run of digits, one Greek letter or one plus sign; "IL-6" is two tokens, "T cell" two, "CD4+" three.
 */
export class Tokens {
  count = 0;
  /** Hash of the folded token, mixed with the gap before it where that is `Other`. */
  key = new Int32Array(256);
  /** Hash of the folded token alone. */
  word = new Int32Array(256);
  gap = new Uint8Array(256);
  /** Offsets (UTF-16 units) in the text; the possessive 's is outside. */
  from = new Int32Array(256);
  to = new Int32Array(256);
  /** Length of the possessive mark that follows: 0, 1 for a bare apostrophe, 2 for 's. */
  possessive = new Uint8Array(256);
  /** 1 where the token holds a capital letter. */
  capital = new Uint8Array(256);

  grow(): void {
    const size = this.key.length * 2;
    this.key = enlarge(this.key, new Int32Array(size));
    this.word = enlarge(this.word, new Int32Array(size));
    this.from = enlarge(this.from, new Int32Array(size));
    this.to = enlarge(this.to, new Int32Array(size));
    this.gap = enlarge(this.gap, new Uint8Array(size));
    this.possessive = enlarge(this.possessive, new Uint8Array(size));
    this.capital = enlarge(this.capital, new Uint8Array(size));
  }
}

function enlarge<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const offset = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** Case-folded class and value of the ASCII characters, so that the common path is two table reads. */
const asciiClass = Uint8Array.from({ length: 128 }, (_, code) => charClass(code));

/** Reads the tokens of a text into `tokens`. */
export function tokenise(text: string, tokens: Tokens): void {
  let count = 0;
  let at = 0;
  let gapFrom = 0;
  const length = text.length;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (asciiClass[code] as CharClass) : charClass(wide(text, at, code));
    if (kind !== CharClass.Letter && kind !== CharClass.Digit && kind !== CharClass.Greek && kind !== CharClass.Sign) {
      at += code >= 0xd800 && code < 0xdc00 ? units(text, at) : 1;
      continue;
    }
    const from = at;
    let hash = offset;
    let capital = 0;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit < 128) {
        if (unit >= 65 && unit <= 90) {
          capital = 1;
          hash = Math.imul(hash ^ (unit | 32), prime);
        } else hash = Math.imul(hash ^ unit, prime);
        at++;
      } else {
        const point = wide(text, at, unit);
        if (charClass(point) !== CharClass.Ignored) {
          const fold = foldChar(point);
          const lower = fold.toLowerCase();
          if (fold !== lower) capital = 1;
          for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), prime);
        }
        at += point > 0xffff ? 2 : 1;
      }
      if (kind === CharClass.Greek || kind === CharClass.Sign || at >= length) break;
      const next = text.charCodeAt(at);
      const nextKind = next < 128 ? (asciiClass[next] as CharClass) : charClass(wide(text, at, next));
      if (nextKind !== kind && nextKind !== CharClass.Ignored) break;
    }
    if (count === tokens.key.length) tokens.grow();
    let gap = readGap(text, gapFrom, from, count === 0);
    if (gap === Gap.Other && count > 0 && closesShortForm(text, gapFrom, from)) gap = Gap.Space;
    tokens.word[count] = hash;
    tokens.key[count] = gap === Gap.Other && count > 0 ? Math.imul(hash ^ gapHash(text, gapFrom, from), prime) : hash;
    tokens.gap[count] = gap;
    tokens.from[count] = from;
    tokens.to[count] = at;
    tokens.capital[count] = capital;
    const possessive = kind === CharClass.Letter ? possessiveLength(text, at) : 0;
    tokens.possessive[count] = possessive;
    at += possessive;
    gapFrom = at;
    count++;
  }
  tokens.count = count;
}

/** The code point at an offset; a lone surrogate answers itself. */
function wide(text: string, at: number, code: number): number {
  return code >= 0xd800 && code < 0xdc00 ? (text.codePointAt(at) as number) : code;
}

function units(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/** Length of the possessive mark behind a word: 2 for 's, 1 for the bare apostrophe of "Graves’ disease", else 0. */
function possessiveLength(text: string, at: number): 0 | 1 | 2 {
  if (at >= text.length || classAt(text, at) !== CharClass.Apostrophe) return 0;
  const s = at + 1 < text.length && (text.charCodeAt(at + 1) | 32) === 115;
  const end = s ? at + 2 : at + 1;
  const next = end < text.length ? classAt(text, end) : CharClass.Other;
  if (s) return next !== CharClass.Letter && next !== CharClass.Digit ? 2 : 0;
  const before = text.charCodeAt(at - 1) | 32;
  return (before === 115 || before === 120 || before === 122) && next === CharClass.Space ? 1 : 0;
}

function classAt(text: string, at: number): CharClass {
  return charClass(wide(text, at, text.charCodeAt(at)));
}

function readGap(text: string, from: number, to: number, first: boolean): Gap {
  if (first) return Gap.Other;
  if (from === to) return Gap.None;
  let hyphens = 0;
  let spaces = 0;
  let lastSpace = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? (asciiClass[code] as CharClass) : charClass(code);
    if (kind === CharClass.Space) {
      spaces++;
      if (code === 10) lastSpace = 1;
    } else if (kind === CharClass.Hyphen) {
      // A hyphen counts as a joint only where it touches the word before it.
      if (spaces > 0) return Gap.Other;
      hyphens++;
    } else if (kind !== CharClass.Ignored) return Gap.Other;
  }
  if (hyphens === 0) return spaces > 0 ? Gap.Space : Gap.None;
  // "auto-" at a line's end goes on in the next line.
  return hyphens === 1 && (spaces === 0 || lastSpace === 1) ? Gap.Hyphen : Gap.Other;
}

/**
 * Whether the gap is the bracket behind a short form just defined, as in "human leukocyte antigen (HLA) genes":
 * a reader reads on over it.
 */
function closesShortForm(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== 41) return false;
  for (let i = from + 1; i < to; i++) if (classAt(text, i) !== CharClass.Space) return false;
  for (let i = from - 1; i >= Math.max(0, from - 12); i--) {
    const code = text.charCodeAt(i);
    if (code === 40) return to > from + 1;
    if (classAt(text, i) === CharClass.Space) return false;
  }
  return false;
}

/** Hash of a gap with its spaces as one and its dashes and apostrophes folded. */
function gapHash(text: string, from: number, to: number): number {
  let hash = offset;
  let space = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = charClass(code);
    if (kind === CharClass.Ignored) continue;
    if (kind === CharClass.Space) {
      if (space) continue;
      space = true;
    } else space = false;
    const folded = kind === CharClass.Space ? 32 : kind === CharClass.Hyphen ? 45 : kind === CharClass.Apostrophe ? 39 : code;
    hash = Math.imul(hash ^ folded, prime);
  }
  return hash;
}

/** Hash of a folded, lower-case word, as tokens carry it. */
export function wordHash(word: string): number {
  let hash = offset;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), prime);
  return hash;
}

/**
 * The letters, digits and signs of text[from, to) with accents and look folded and case kept:
 * "TNF-α" → "TNFalpha". Two texts of equal tokens have equal letters but for case.
 */
export function foldedLetters(text: string, from: number, to: number): string {
  let letters = "";
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    const point = wide(text, at, code);
    const kind = charClass(point);
    if (kind === CharClass.Letter || kind === CharClass.Digit || kind === CharClass.Greek || kind === CharClass.Sign) {
      letters += foldChar(point);
    }
    at += point > 0xffff ? 2 : 1;
  }
  return letters;
}

/** Columns for short texts, apart from those of a scan under way. */
const apart = new Tokens();

/** The tokens of a short text as objects; for building an index, not for scanning. */
export function tokensOf(text: string): { text: string; gap: Gap; between: string; letters: boolean }[] {
  const tokens = apart;
  tokenise(text, tokens);
  return Array.from({ length: tokens.count }, (_, i) => {
    const from = tokens.from[i] as number;
    const end = i === 0 ? from : (tokens.to[i - 1] as number) + (tokens.possessive[i - 1] as number);
    const token = foldedLetters(text, from, tokens.to[i] as number);
    const kind = charClass(text.codePointAt(from) as number);
    return { text: token, gap: tokens.gap[i] as Gap, between: text.slice(end, from), letters: kind === CharClass.Letter };
  });
}
