// Where a long form may begin and end, beyond what the alignment says.

const space = /\s/;
const edgeAfter = /[\s'"`‘’“”´\ufffc,;:]/;
/** "[12]" or " (12)"; "leukotriene B(4)" is a name. */
const citation = /(?:\s*\[|\s\()[\d\s,;–-]+[\])]$/;

/** How far back `wordsEnd` steps, in UTF-16 units: over any sensible row of citations. */
const maxStep = 200;

/** The end of the words before an offset: steps back over white space, quotes, and citations such as "[12]" or U+FFFC. */
export function wordsEnd(text: string, before: number, floor = 0): number {
  const least = Math.max(floor, before - maxStep);
  let to = before;
  for (;;) {
    while (to > least && edgeAfter.test(text.charAt(to - 1))) to--;
    const last = text.charAt(to - 1);
    if (last !== "]" && last !== ")") return to;
    const cited = citation.exec(text.slice(Math.max(least, to - 24), to));
    if (cited === null) return to;
    to -= cited[0].length;
  }
}

/** The start of the words that can belong to a long form that ends there: of its sentence, clause or bracket. */
export function windowStart(text: string, to: number, least: number): number {
  let depth = 0;
  for (let i = to - 1; i >= least; i--) {
    const unit = text.charCodeAt(i);
    if (unit > 93) continue;
    if (unit === 41 || unit === 93) depth++;
    else if (unit === 40 || unit === 91) {
      if (--depth < 0) return i + 1;
    } else if (depth > 0) continue;
    else if (unit === 59 || unit === 63 || unit === 33) return i + 1;
    else if (unit === 58 && space.test(text.charAt(i + 1))) return i + 1;
    else if (unit === 46 && space.test(text.charAt(i + 1)) && endsSentence(text, i)) return i + 1;
  }
  return least;
}

const lastWord = /[\p{L}\p{N}.]*$/u;
const dottedWord = /^(?:vs|al|spp?|subsp|ssp|var|no|approx|ca|i\.e|e\.g|dr|mr|ms|st|str)$/i;

/** Whether a full stop ends a sentence; it does not in "S. aureus" and "vs. ". */
function endsSentence(text: string, dot: number): boolean {
  const word = lastWord.exec(text.slice(Math.max(0, dot - 12), dot))?.[0] ?? "";
  return word.length !== 1 && !dottedWord.test(word);
}

/** Locants and descriptors before the first word of a chemical or molecular name: "2,3,7,8-", "β-", "trans-4-", "c-". */
const locants =
  /(?:^|[\s(])((?:(?:\d[\d,'′]*(?:, ?\d[\d'′]*)*(?:alpha|beta|[\p{Lu}α-ω])?|\p{L}|alpha|beta|gamma|[Dd]elta(?:\(\d+\))?|trans|cis)-)+)$/u;
/** … but a strand's end is no part of a name: "5'-untranslated region (UTR)". */
const strandEnd = /^[35]['′]-$/;

/** A locant inside a name: two of them in one word make it a chemical's, "7,8-dihydro-8-oxoguanine", which is never cut. */
const locantInside = /(?:^|-)\d[\d,'′]*(?=-)/g;
/** What needs the word that a hyphen joins to it: "cofactor-dependent". */
const complement =
  /^(?:activated|associated|based|binding|dependent|derived|driven|encoded|induced|like|linked|mediated|related|specific)\b/;
const wholeWord = /[^\s()[\]/]*$/;
const restOfWord = /^[^\s()[\]/]*/;

/** Where a long form begins whose first counted word begins at `from`: before what a hyphen joins to it for good. */
export function withLocants(text: string, from: number, least: number): number {
  if (from <= least) return from;
  const before = text.charAt(from - 1);
  // "(TBM) antibody-mediated nephritis": a long form cannot begin after the bracket that opens before it.
  if (before === "(" || before === "[") return from - 1;
  if (before !== "-") return from;
  const start = wholeWord.exec(text.slice(Math.max(least, from - 60), from))?.[0] ?? "";
  const rest = restOfWord.exec(text.slice(from, from + 60))?.[0] ?? "";
  if (complement.test(rest) || ((start + rest).match(locantInside)?.length ?? 0) > 1) return from - start.length;
  const prefix = locants.exec(text.slice(Math.max(least, from - 24), from))?.[1];
  return prefix === undefined || strandEnd.test(prefix) ? from : from - prefix.length;
}

const numerals: Readonly<Record<string, string>> = {
  I: "1",
  II: "2",
  III: "3",
  IV: "4",
  V: "5",
  VI: "6",
  VII: "7",
  VIII: "8",
  IX: "9",
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  fifth: "5",
  sixth: "6",
  seventh: "7",
  eighth: "8",
  ninth: "9",
};
const numberBefore = /(?:^|[\s(])((?:[Tt]ype\s(\p{L}+|\d+)|(\p{L}+)|(\d+)[- ]k[Dd]a?)[-\s])$/u;

/**
 * Where a long form begins when the short form's digits are named in front of it, or -1:
 * "70-kDa heat shock protein (HSP70)", "type 2 NO synthase (NOS2)", "first transmembrane domain (TMD1)".
 */
export function withNumberBefore(text: string, from: number, least: number, digits: string): number {
  const before = numberBefore.exec(text.slice(Math.max(least, from - 24), from));
  if (before === null) return -1;
  const number = before[2] ?? before[3] ?? before[4] ?? "";
  return number === digits || numerals[number] === digits ? from - (before[1] as string).length : -1;
}

const multipliers: Readonly<Record<string, RegExp>> = {
  "2": /(?:^|[\s\d-])(?:bis|di)\p{Ll}{4}/u,
  "3": /(?:^|[\s\d-])tri\p{Ll}{4}/u,
  "4": /(?:^|[\s\d-])tetra\p{Ll}{4}/u,
  "5": /(?:^|[\s\d-])penta\p{Ll}{4}/u,
  "6": /(?:^|[\s\d-])hexa\p{Ll}{4}/u,
};

/** Whether a multiplying prefix in a long form gives the short form's digit: "inositol trisphosphate (IP3)". */
export function namesNumber(long: string, digit: string): boolean {
  return multipliers[digit]?.test(long) ?? false;
}

const romanTail = /[-\s]?(I{1,3}|IV|V|VI)$/;

/** A short form with the Roman numeral at its end as a digit, "IGF-I" → "IGF1", or undefined when there is none. */
export function withArabicTail(short: string): { readonly short: string; readonly digit: string } | undefined {
  const tail = romanTail.exec(short);
  const digit = tail === null ? undefined : numerals[tail[1] as string];
  return tail === null || digit === undefined ? undefined : { short: short.slice(0, tail.index) + digit, digit };
}

/** At least one real word: symbols such as "hB1F-2" and "p40(phox)" are names themselves. */
const spelledOut = /\p{Ll}{3}|\p{Lu}{5}/u;
/** A bracket that is part of a symbol. */
const glued = /(?<=\d)\([^()]*\)/g;
const looseEnd = /\s(?:and|or|of|the|in|to|by|for|with|from|an?|as|at|on|is|are|was|were|that|which)$/;
/** "(SF1) and …", "(SF1) complex": the bracket belongs to what stands before it. */
const looseStart = /^[([][^()[\]]*[)\]],?\s(?:and|or)\s/;
const wordCharacter = /[\p{L}\p{N}]/u;
const smallLetter = /\p{Ll}/u;
const endsInLetter = /\p{L}$/u;

/** Whether words can be what a short form stands for. */
export function isLongForm(long: string, short: string): boolean {
  if (long.length <= short.length || !spelledOut.test(long.replace(glued, "")) || looseEnd.test(long) || looseStart.test(long))
    return false;
  return isBalanced(long) && !holdsShortForm(long, short) && !holdsStem(long, short) && !prolongs(long, short);
}

const numberAtEnd = /\d+$/;

/** Whether a bracket in the long form defines the short form without its number: "domains (NBD) of X (NBD1)". */
function holdsStem(long: string, short: string): boolean {
  const stem = short.replace(numberAtEnd, "");
  return stem !== short && long.includes(`(${stem})`);
}

/** Whether a long form is the short form and an ending of its own: "TAFs (TAFdep)" tells kinds apart. */
function prolongs(long: string, short: string): boolean {
  return !long.includes(" ") && short.length > 3 && short.endsWith("s") && long.startsWith(short.slice(0, -1));
}

function isBalanced(long: string): boolean {
  let depth = 0;
  for (let i = 0; i < long.length; i++) {
    const unit = long.charCodeAt(i);
    if (unit === 40 || unit === 91) depth++;
    else if ((unit === 41 || unit === 93) && --depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Whether the long form names the short form itself (Schwartz & Hearst 2003): "Ras" in "H-Ras", "Sir2" in "Sir2p".
 * A word that merely begins so is cut short: "dexamethasone (DEX)".
 */
function holdsShortForm(long: string, short: string): boolean {
  const folded = long.toLowerCase();
  const sought = short.toLowerCase();
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    const after = long.charAt(at + sought.length);
    const ends = !wordCharacter.test(after);
    if (at > 0 && wordCharacter.test(folded.charAt(at - 1))) {
      if (ends && sought.length > 2 && !sought.includes(" ")) return true;
    } else if (ends || !endsInLetter.test(short) || !smallLetter.test(after)) return true;
  }
  return false;
}
