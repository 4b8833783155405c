// Finds where a text says what an abbreviation stands for.
//
// The places are those of Schwartz & Hearst (2003, PSB 8:451), a bracket with words before it or in it, and a few
// appositions. What the bracket means is decided by an alignment (abbreviation-alignment.ts); the look of short
// forms and the limits of long forms have files of their own.
import { alignAll, alignBefore } from "./abbreviation-alignment.ts";
import { costs, limits } from "./abbreviation-costs.ts";
import {
  firstOfTwo,
  isLongForm,
  namesNumber,
  windowStart,
  withArabicTail,
  withLocants,
  withNumberBefore,
  wordsEnd,
} from "./abbreviation-long-forms.ts";
import { bracketParts, isNameLike, isReported, isShortForm, type Range } from "./abbreviation-short-forms.ts";
import { Atoms, maxWindow, Words } from "./abbreviation-words.ts";

/**
 * A short form and the long form that a paragraph gives for it. Offsets are UTF-16 units in the paragraph; `short`
 * and `long` are the text between them with each run of white space (and of U+FFFC) as one space.
 */
export interface AbbreviationDefinition {
  readonly short: string;
  readonly long: string;
  readonly shortFrom: number;
  readonly shortTo: number;
  readonly longFrom: number;
  readonly longTo: number;
}

/** The longest bracket that is looked into, in UTF-16 units. */
const maxBracket = 300;

/** Scratch space of the alignment, used by one call at a time. */
const atoms = new Atoms();
const words = new Words();

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
    const definitions = inside.length > 0 ? inside : definedBefore(text, bracket);
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
function definedBefore(text: string, bracket: Bracket): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  if (isPartOfWord(text, bracket)) return found;
  const shorts = bracketParts(text, bracket.open + 1, bracket.close).filter((part) => isShortForm(text.slice(part.from, part.to)));
  if (shorts.length === 0) return singleLetter(text, bracket);
  const end = wordsEnd(text, bracket.open, bracket.within);
  const longest = shorts.reduce((most, part) => Math.max(most, part.to - part.from), 0);
  const from = windowStart(text, end, Math.max(bracket.within, end - reach(longest)));
  const glued = end === bracket.open;
  const members = areMembers(text, shorts);
  // From the last: with "A and B (SF1 and SF2)", the long form of SF1 ends where that of SF2 begins.
  for (let i = shorts.length - 1; i >= 0; i--) {
    const short = shorts[i] as Range;
    const options = { limit: isReported(text, short) ? limits.reported : undefined, doubt: i > 0 ? limits.doubt : 0, members };
    let pair = endingAt(text, from, end, short, options);
    const next = found[found.length - 1];
    if (pair === undefined && next !== undefined) {
      const before = conjunctionStart(text, from, next.longFrom);
      if (before >= 0) pair = endingAt(text, from, before, short, options);
    }
    // "adenosine deaminase(ADA)" is a definition without its space; "lipoprotein(a)" is none.
    if (pair !== undefined && !(glued && !pair.long.includes(" "))) found.push(pair);
  }
  return found;
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

const digitRun = /\d+/;
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

interface Options {
  /** What the alignment may cost, where the short form alone does not decide it. */
  readonly limit: number | undefined;
  /** What is taken off the limit. */
  readonly doubt: number;
  /** Whether the long form has to give the short form's number. */
  readonly members: boolean;
}

/** The definition of a short form by words that end there. */
function endingAt(text: string, from: number, to: number, short: Range, options: Options): AbbreviationDefinition | undefined {
  const form = text.slice(short.from, short.to);
  if (!atoms.read(form) || atoms.size < 2) return undefined;
  const limit = options.limit ?? limitOf(form) - options.doubt;
  words.read(text, from, to);
  let alignment = alignBefore(atoms, words);
  const arabic = alignment === undefined || alignment.cost > limit ? withArabicTail(form) : undefined;
  if (arabic !== undefined && atoms.read(arabic.short)) alignment = alignBefore(atoms, words);
  if (alignment === undefined) return undefined;
  const start = withLocants(text, words.at[alignment.start] as number, from);
  const numbered = withNumber(text, start, from, to, arabic?.digit ?? digitRun.exec(form)?.[0]);
  if (!numbered.whole && (options.members || lettersOf(form) < 2)) return undefined;
  const cost = alignment.cost - numbered.saved;
  // A short form that the text goes on to use is more surely one, above all when the long form's start is sure.
  const leeway = words.opens[alignment.start] === 1 ? limits.usedAndOpen : limits.used;
  const most = atoms.size > 3 ? limit + leeway : Math.min(limit + leeway, costs.letterMissing);
  if (cost > limit && !(options.limit === undefined && cost <= most && isUsedAgain(text, form, short.to))) return undefined;
  const longTo = firstOfTwo(text, numbered.from, to, form);
  return longTo === undefined ? undefined : definition(text, short, { from: numbered.from, to: longTo });
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

/** What the alignment of a short form may cost; its characters have been read. */
function limitOf(short: string): number {
  const n = atoms.size;
  if (n > 4 && short === short.toLowerCase() && !digitRun.test(short)) return limits.wordLike * n;
  if (n <= 2) return limits.two;
  if (n === 3) return limits.three;
  if (n === 4) return limits.four;
  return limits.five + limits.more * (Math.min(n, 10) - 5);
}

/** A definition, unless the long form cannot be one. */
function definition(
  text: string,
  { from: shortFrom, to: shortTo }: Range,
  { from: longFrom, to: longTo }: Range,
): AbbreviationDefinition | undefined {
  const short = text.slice(shortFrom, shortTo);
  if (!isLongForm(text, longFrom, longTo, short)) return undefined;
  return { short: collapse(short), long: collapse(text.slice(longFrom, longTo)), shortFrom, shortTo, longFrom, longTo };
}

const whiteSpace = /[\s\ufffc]+/g;

function collapse(text: string): string {
  return text.replace(whiteSpace, " ");
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
    const pair = spelledBy(text, b, a) ?? spelledBy(text, a, b);
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

/**
 * Where the long form ends that begins at `from`: at `stop`, or before a comma or bracket on the way, whichever
 * aligns best, and the farthest of equals; -1 when none is within the limit.
 */
function cheapestEnd(text: string, from: number, stop: number, limit: number, short: string): number {
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
    if ((bestTo < 0 ? cost <= best : cost < best) && isLongForm(text, from, to, short)) {
      best = cost;
      bestTo = to;
    }
  }
  return bestTo;
}

/** "…, abbreviated as SF", "…, hereafter SF", "…, or SF", "…, also called SF". */
const cuedShort =
  /\s+(?:(?:or|i\.e\.,?|hereafter|hereinafter|henceforth|here|also|often|commonly|usually|simply|abbreviated|called|known|referred|termed|designated|denoted|as|to|alias|aka|a\.k\.a\.)\s+){1,4}["“‘']?([\p{L}\p{N}][^\s,.;:()"”’]*)/uy;
/** Finds "long form, hereafter SF". */
function findAppositions(text: string, found: AbbreviationDefinition[]): void {
  for (let comma = text.indexOf(","); comma >= 0; comma = text.indexOf(",", comma + 1)) {
    if (mayBeCue[text.charCodeAt(comma + 2)] === 1) addApposition(text, comma, found);
  }
}

/** 1 for the letters with which cues begin: most commas are dismissed by one look. */
const mayBeCue = new Uint8Array(0x10000);
for (const letter of "oihuacktd") mayBeCue[letter.charCodeAt(0)] = 1;

function addApposition(text: string, comma: number, found: AbbreviationDefinition[]): void {
  cuedShort.lastIndex = comma + 1;
  const match = cuedShort.exec(text);
  const short = match?.[1];
  if (match === null || short === undefined || !isShortForm(short) || !isNameLike(short)) return;
  if (!atoms.read(short) || atoms.size < 3) return;
  const shortFrom = comma + 1 + match[0].lastIndexOf(short);
  const end = wordsEnd(text, comma);
  const from = windowStart(text, end, Math.max(0, end - reach(short.length)));
  const options = { limit: limits.cued * atoms.size, doubt: 0, members: true };
  const pair = endingAt(text, from, end, { from: shortFrom, to: shortFrom + short.length }, options);
  if (pair?.long.includes(" ") === true) found.push(pair);
}
