// Finds where a text says what an abbreviation stands for.
//
// The places are those of Schwartz & Hearst (2003, PSB 8:451), a bracket with words before it or in it, and a few
// appositions. What the bracket means is decided by an alignment (abbreviation-alignment.ts); the look of short
// forms and the limits of long forms have files of their own.
import { alignAll } from "./abbreviation-alignment.ts";
import { shareOf, siblingOf } from "./abbreviation-coordination.ts";
import { limits } from "./abbreviation-costs.ts";
import { windowStart, wordsEnd } from "./abbreviation-long-forms.ts";
import { type AbbreviationDefinition, atoms, cheapestEnd, definition, endingAt, limitOf, words } from "./abbreviation-pairs.ts";
import { bracketParts, isNameLike, isReported, isShortForm, type Range } from "./abbreviation-short-forms.ts";
import { maxWindow } from "./abbreviation-words.ts";

export type { AbbreviationDefinition } from "./abbreviation-pairs.ts";

/** The longest bracket that is looked into, in UTF-16 units. */
const maxBracket = 300;

interface Bracket {
  /** Offsets of the two brackets. */
  readonly open: number;
  readonly close: number;
  /** Offset after the bracket around it that opened last, or 0. */
  readonly within: number;
}

/**
 * Finds the abbreviations that a paragraph defines, by the offset of the short form. The paragraph is readable
 * text: line breaks are soft, and U+FFFC stands for an inline object such as a citation. Every definition is
 * reported, also when one short form is given several long forms. Takes time in proportion to the text.
 */
export function findAbbreviationDefinitions(text: string): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  for (const bracket of findBrackets(text)) {
    const inside = definedInside(text, bracket);
    const definitions = inside.length > 0 ? inside : definedBefore(text, bracket, found[found.length - 1]);
    found.push(...(definitions.length > 0 ? definitions : definedAfter(text, bracket)));
  }
  findAppositions(text, found);
  return found.length > 1 ? found.sort((a, b) => a.shortFrom - b.shortFrom || a.longFrom - b.longFrom) : found;
}

/** Pairs of brackets by their opening; a bracket without partner is passed over. */
function findBrackets(text: string): Bracket[] {
  if (!text.includes("(") && !text.includes("[")) return [];
  const open: number[] = [];
  const pairs: Bracket[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 40 || unit === 91) open.push(i);
    else if (unit === 41 || unit === 93) {
      const last = open[open.length - 1];
      if (last === undefined || text.charCodeAt(last) !== (unit === 41 ? 40 : 91)) continue;
      open.pop();
      if (i - last <= maxBracket) pairs.push({ open: last, close: i, within: (open[open.length - 1] ?? -1) + 1 });
    }
  }
  return pairs.sort((a, b) => a.open - b.open);
}

/** "long form (SF)", with one short form in the bracket or several. */
function definedBefore(text: string, bracket: Bracket, previous: AbbreviationDefinition | undefined): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  if (isPartOfWord(text, bracket)) return found;
  const shorts = bracketParts(text, bracket.open + 1, bracket.close).filter((part) => isShortForm(text.slice(part.from, part.to)));
  if (shorts.length === 0) return singleLetter(text, bracket);
  const sibling = previous && shorts[0] && siblingOf(text, shorts[0], previous);
  if (sibling && shorts[0]) return [definition(text, shorts[0], sibling, sibling.words) as AbbreviationDefinition];
  const end = wordsEnd(text, bracket.open, bracket.within);
  const longest = shorts.reduce((most, part) => Math.max(most, part.to - part.from), 0);
  const from = windowStart(text, end, Math.max(bracket.within, end - reach(longest)));
  const glued = end === bracket.open;
  // Square brackets outside round ones mark more than abbreviations: "[PSI]" is a prion.
  const square = text.charAt(bracket.open) === "[" && bracket.within === 0 ? limits.doubt : 0;
  const members = areMembers(text, shorts);
  // From the last: with "A and B (SF1 and SF2)", the long form of SF1 ends where that of SF2 begins.
  for (let i = shorts.length - 1; i >= 0; i--) {
    const short = shorts[i] as Range;
    const options = { limit: isReported(text, short) ? limits.reported : undefined, doubt: square + (i > 0 ? limits.doubt : 0), members };
    let pair = endingAt(text, from, end, short, options);
    const next = found[found.length - 1];
    if (pair === undefined && next !== undefined) {
      const before = conjunctionStart(text, from, next.longFrom);
      if (before >= 0) pair = endingAt(text, from, before, short, options);
    }
    // "adenosine deaminase(ADA)" is a definition without its space; "lipoprotein(a)" is none.
    if (pair !== undefined && !(glued && !pair.long.includes(" "))) found.push(pair);
  }
  return shared(text, shorts, found) ?? found;
}

/** Two short forms whose long forms share words: each is given its own. */
function shared(text: string, [a, b, ...more]: readonly Range[], found: readonly AbbreviationDefinition[]) {
  const known = found.reduce<AbbreviationDefinition | undefined>(
    (most, pair) => (pair.long.length > (most?.long.length ?? 0) ? pair : most),
    undefined,
  );
  if (!a || !b || more.length > 0 || !known || found.some((pair) => !known.long.endsWith(pair.long))) return undefined;
  const [shortA, shortB] = [text.slice(a.from, a.to), text.slice(b.from, b.to)];
  const longs = [shareOf(known.long, shortA, shortB), shareOf(known.long, shortB, shortA)];
  const pairs = [a, b].map((short, i) => definition(text, short, { from: known.longFrom, to: known.longTo }, longs[i] ?? ""));
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

const oneWord = /(?:^|[\s("“-])(\p{L}\p{Ll}{2,})$/u;
/** Letters that number the points of a list. */
const enumerator = /[a-eiv]/;
/** What follows a letter that shortens an adjective: "heavy (H) and light (L) chains", "filamentous (F)-actin". */
const nounFollows = /^(?:\s?-?\p{L})/u;

/** "heavy (H) chain": a letter in brackets after one word that begins with it, where the noun is still to come. */
function singleLetter(text: string, { open, close }: Bracket): AbbreviationDefinition[] {
  if (close !== open + 2 || text.charAt(open - 1) !== " " || !nounFollows.test(text.slice(close + 1, close + 3))) return [];
  if (enumerator.test(text.charAt(open + 1))) return [];
  const word = oneWord.exec(text.slice(Math.max(0, open - 32), open - 1))?.[1];
  if (word === undefined || word.charAt(0).toLowerCase() !== text.charAt(open + 1).toLowerCase()) return [];
  const longFrom = open - 1 - word.length;
  return [{ short: text.charAt(open + 1), long: word, shortFrom: open + 1, shortTo: close, longFrom, longTo: open - 1 }];
}

/** How far before a bracket the long form of a short form is looked for, in UTF-16 units. */
function reach(shortLength: number): number {
  return Math.min(maxWindow, 60 + 40 * shortLength);
}

const wordBefore = /[\p{L}\p{N}]/u;
const wordAfter = /\p{L}/u;

/** Whether a bracket stands inside a word: "poly(A)denylation". */
function isPartOfWord(text: string, { open, close }: Bracket): boolean {
  return open > 0 && wordBefore.test(text.charAt(open - 1)) && wordAfter.test(text.charAt(close + 1));
}

const notLetters = /[^\p{L}]/gu;

/** Whether a bracket lists members of what stands before it, "Toll-like receptors (TLR2 and TLR4)", so that each number counts. */
function areMembers(text: string, shorts: readonly Range[]): boolean {
  if (shorts.length < 2) return false;
  const stems = shorts.map((part) => text.slice(part.from, part.to).replace(notLetters, ""));
  return new Set(stems).size < stems.length;
}

const conjunction = /(?:\s*,\s*|\s+)(?:and\s+|or\s+|&\s+)?$/;

/** Where the words before "…, and " end, or -1 when no conjunction or comma stands before an offset. */
function conjunctionStart(text: string, from: number, before: number): number {
  const match = conjunction.exec(text.slice(Math.max(from, before - 12), before));
  return match === null || match[0].trim() === "" ? -1 : before - match[0].length;
}

const partsFollow = /[,;:=]\s/;
const someSpace = /\s/;

/** "(long form, SF)" and "(SF, long form)", both in one bracket. */
function definedInside(text: string, bracket: Bracket): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  if (!partsFollow.test(text.slice(bracket.open + 1, bracket.close))) return found;
  const parts = bracketParts(text, bracket.open + 1, bracket.close);
  for (let i = 0; i + 1 < parts.length; i++) {
    const [a, b] = [parts[i] as Range, parts[i + 1] as Range];
    // "(interaction and regulatory domain, IRD)": what looks like two parts may be one long form.
    const all = { from: (parts[0] as Range).from, to: a.to };
    const pair = spelledBy(text, b, a) ?? spelledBy(text, a, b) ?? (i > 0 && i + 2 === parts.length ? spelledBy(text, b, all) : undefined);
    if (pair !== undefined) found.push(pair);
  }
  return found;
}

/** The definition of one part of a bracket by the whole of another. */
function spelledBy(text: string, short: Range, long: Range): AbbreviationDefinition | undefined {
  const form = text.slice(short.from, short.to);
  if (!isShortForm(form) || !isNameLike(form) || !someSpace.test(text.slice(long.from, long.to))) return undefined;
  if (!atoms.read(form) || atoms.size < 2) return undefined;
  words.read(text, long.from, long.to);
  if (alignAll(atoms, words) > limitOf(form) - limits.doubt) return undefined;
  return definition(text, short, long);
}

/** The last word before a bracket, which may stand in quotes or in a bracket itself. */
const lastWord = /(?:^|[\s("“‘'[])([^\s("“‘[]+)$/;
const trailing = /[,:;'"”’]+$/;
const functionWord =
  /^(?:the|an?|in|of|and|or|for|to|with|by|on|as|at|is|are|was|were|be|this|that|these|those|it|its|we|our|not|no|all|both)$/i;
const longFormCue =
  /^["“\s\ufffc]*(?:(?:which |that )?(?:stands for|is short for|denotes)\s|(?:(?:an?|the)\s)?(?:abbreviation|acronym|short)\s(?:for|of)\s|for\s|from\s|i\.e\.,?\s)?(?:(?:an?|the)\s)?["“]?/i;
/** The most long forms that one bracket gives: "SF (long form; other long form)". */
const maxLongForms = 3;

/** "SF (long form)". */
function definedAfter(text: string, bracket: Bracket): AbbreviationDefinition[] {
  const end = wordsEnd(text, bracket.open, bracket.within);
  const word = lastWord.exec(text.slice(Math.max(bracket.within, end - 30), end))?.[1]?.replace(trailing, "");
  if (word === undefined) return [];
  const from = text.lastIndexOf(word, end - word.length);
  const found = spelledIn(text, bracket, { from, to: from + word.length });
  const slash = word.lastIndexOf("/");
  // "p75/AIRM1 (adhesion inhibitory receptor molecule 1)" spells the second name only.
  return found.length > 0 || slash < 0 ? found : spelledIn(text, bracket, { from: from + slash + 1, to: from + word.length });
}

/** The definitions of a short form by what a bracket after it holds. */
function spelledIn(text: string, { open, close }: Bracket, short: Range): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  const form = text.slice(short.from, short.to);
  if (!isShortForm(form) || functionWord.test(form) || !atoms.read(form) || atoms.size < 2) return found;
  const plain = !isNameLike(form);
  const limit = limitOf(form) + limits.marked - (plain ? limits.doubt : 0);
  let from = open + 1;
  from += longFormCue.exec(text.slice(from, Math.min(close, from + 48)))?.[0].length ?? 0;
  for (let round = 0; round < maxLongForms && from < close; round++) {
    const semicolon = text.slice(from, close).indexOf(";");
    const stop = semicolon >= 0 ? from + semicolon : close;
    const to = cheapestEnd(text, from, stop, limit, form);
    // A plain word before a bracket needs a phrase in it: "rac (ras-related C3 botulinum toxin substrate)".
    const pair = to < 0 || (plain && !someSpace.test(text.slice(from, to))) ? undefined : definition(text, short, { from, to });
    if (pair !== undefined) found.push(pair);
    from = stop + 1;
    while (from < close && someSpace.test(text.charAt(from))) from++;
  }
  return found;
}

/** "…, abbreviated as SF", "…, hereafter SF", "…, or SF", "…, also called SF". */
const cuedShort =
  /\s+(?:(?:or|i\.e\.,?|hereafter|hereinafter|henceforth|here|also|often|commonly|usually|simply|abbreviated|called|known|referred|termed|designated|denoted|as|to|alias|aka|a\.k\.a\.)\s+){1,4}["“‘']?([\p{L}\p{N}][^\s,.;:()"”’]*)/uy;
/** "long form, SF, …", where nothing but two commas marks the short form: it has to be all initials. */
const bareShort = /\s(\p{Lu}{3,7})(?=[,)])/uy;

/** Finds "long form, hereafter SF" and "long form, SF, …". */
function findAppositions(text: string, found: AbbreviationDefinition[]): void {
  for (let comma = text.indexOf(","); comma >= 0; comma = text.indexOf(",", comma + 1)) {
    const next = text.charCodeAt(comma + 2);
    if (mayBeCue[next] === 1) addApposition(text, comma, cuedShort, limits.cued, found);
    else if (next >= 65 && next <= 90) addApposition(text, comma, bareShort, limits.bare, found);
  }
}

/** 1 for the letters with which cues begin: most commas are dismissed by one look. */
const mayBeCue = new Uint8Array(0x10000);
for (const letter of "oihuacktd") mayBeCue[letter.charCodeAt(0)] = 1;

function addApposition(text: string, comma: number, pattern: RegExp, limit: number, found: AbbreviationDefinition[]): void {
  pattern.lastIndex = comma + 1;
  const match = pattern.exec(text);
  const short = match?.[1];
  if (match === null || short === undefined || !isShortForm(short) || !isNameLike(short)) return;
  if (!atoms.read(short) || atoms.size < 3) return;
  const shortFrom = comma + 1 + match[0].lastIndexOf(short);
  const end = wordsEnd(text, comma);
  const from = windowStart(text, end, Math.max(0, end - reach(short.length)));
  const options = { limit: limit * atoms.size, doubt: 0, members: true };
  const pair = endingAt(text, from, end, { from: shortFrom, to: shortFrom + short.length }, options);
  if (pair?.long.includes(" ") !== true || found.some((known) => known.shortFrom === pair.shortFrom)) return;
  found.push(pair);
}
