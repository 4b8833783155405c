// What can be a short form, and where the short forms stand in a bracket.

/** A range of the text, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The most short forms that are looked for in one bracket. */
const maxCandidates = 6;
/** The longest short form, in UTF-16 units: "GFP-centaurin-α1" has 16. */
const maxLength = 20;

const letter = /\p{L}/u;
const begins = /^[\p{L}\p{N}(]/u;
const capitalOrDigit = /[\p{Lu}\p{N}]/u;
/** Signs of a formula, a result or an address: "(n = 12)", "(P < .05)", "(5 ± 1)". */
const formula = /[=<>%±≥≤≈~@×°•|{}]/;
const spaces = /\s+/;
/** Pointers and Latin tags, which no long form stands before: "(Fig. 1)", "(see text)", "(Smith et al., 2003)". */
const pointer =
  /^(?:[Ff]igs?|[Ff]igures?|[Tt]ables?|[Bb]ox|[Rr]efs?|[Rr]eferences?|[Ee]qs?|[Ee]quations?|[Ss]ections?|[Aa]ppendix|[Ss]upplementary|[Ss]ee|cf|vs|versus|pp?|nos?|[Cc]hapters?)\.?(?:\s|$)|(?:^|\s)et\.?\s+al\.?$|^(?:e\.?g|i\.?e|etc|viz|ibid|al)\.?$/;
/** A count with its unit: "(5 mg)", "(12 h)". */
const quantity = /^[\p{N}.,]+\s/u;
/** Numbers of a list, a grade or a stage: "(ii)", "(IV)". */
const romanNumeral = /^(?:[ivx]+|[IVX]+)$/;
const greekWord = /(?:^|\s)(?:alpha|beta|gamma|delta|epsilon|zeta|kappa|lambda|sigma)(?:\s|$)/;

/**
 * Whether a string has the look of a short form. Schwartz & Hearst (2003) ask for 2 to 10 characters in at most
 * two words with a letter among them; molecular names need a little more ("RNA pol II", "PtdIns(4,5)P2").
 */
export function isShortForm(short: string): boolean {
  if (short.length < 2 || short.length > maxLength) return false;
  if (!begins.test(short) || !letter.test(short) || formula.test(short)) return false;
  if (romanNumeral.test(short) || quantity.test(short) || pointer.test(short)) return false;
  const words = short.split(spaces).length;
  if (words > 3) return false;
  if (capitalOrDigit.test(short)) return true;
  // Small letters alone are most often a word: "bp", "cdc" and "serpin" are let in, "pol epsilon" too.
  if (short.includes("/")) return false;
  return words === 1 ? short.length <= 7 : short.length < 14 && greekWord.test(short);
}

const namelike = /\p{Lu}.*[\p{Lu}\p{N}]|\p{Ll}.*\p{Lu}/u;

/** Whether a string could not be a plain word: two capitals, a capital and a digit, or a capital after a small letter. */
export function isNameLike(short: string): boolean {
  return namelike.test(short);
}

/** Estimates that papers report in brackets without defining them there. */
const estimates = new Set(["CI", "SD", "SE", "SEM", "OR", "AOR", "HR", "RR", "RD", "IQR", "NS", "ES", "DF", "AUC"]);
const valueFollows = /^\s?[,:=]?\s?[-−+<>≤≥]?\s?[.\d]/;

/**
 * Whether a bracket more likely reports a value than defines a name: "(OR, 1.5; 95% CI, 1.1–2.0)", "(SD 3.4)".
 * Such a short form is believed only when every word before it gives its initial: "hazard ratio (HR, 0.6)".
 */
export function isReported(text: string, short: Range): boolean {
  return estimates.has(text.slice(short.from, short.to)) || valueFollows.test(text.slice(short.to, short.to + 8));
}

/** Between the parts of a bracket: "(SF1; SF2)", "(SF1 and SF2)", "(SF, also called X)". */
const separator = /[,;:=]\s|;|\s(?:or|and|=)\s/g;
const edge = /[\s'"`‘’“”´\ufffc.,:;]/;
/** What leads up to a short form: "(hereafter SF)", "(also known as SF)", "(HGMW-approved symbol SF)". */
const cue =
  /^(?:or|also|and|i\.e\.|e\.g\.|hereafter|hereinafter|henceforth|here|herein|hence|abbreviated|abbrev\.|abbreviation|acronym|designated|called|known|termed|named|denoted|referred|as|to|by|alias|aka|a\.k\.a\.|the|an?|in short|for short|short|simply|encoded|gene|symbol|HGMW-approved|HGNC-approved)[\s,:]+/i;
/** What may follow it: "(SF family)", "(SF1 and SF2, respectively)", "(SF [12])", and the allele of a gene: "(psd1Δ)", "(pak2+)". */
const trailer =
  /[\s,]+(?:respectively|family|for short|hereafter|\[[\d\s,;–-]+\]|\([\d\s,;–-]+\))$|(?<=^\s*[a-z]{3}\d+)(?:\+|\s?(?:Delta|Δ))$/;
const dotted = /^\p{L}(?:\.\p{L})+$/u;

/** The parts of text[from, to) between separators, each without its quotes, cues and trailers; empty parts are left out. */
export function bracketParts(text: string, from: number, to: number): Range[] {
  const parts: Range[] = [];
  const content = text.slice(from, to);
  let start = from;
  separator.lastIndex = 0;
  for (let match = separator.exec(content); match !== null && parts.length < maxCandidates; match = separator.exec(content)) {
    const part = trimPart(text, start, from + match.index);
    if (part !== undefined) parts.push(part);
    start = from + match.index + match[0].length;
  }
  if (parts.length < maxCandidates) {
    const part = trimPart(text, start, to);
    if (part !== undefined) parts.push(part);
  }
  return parts;
}

function trimPart(text: string, from: number, to: number): Range | undefined {
  for (;;) {
    while (from < to && edge.test(text.charAt(from))) from++;
    while (to > from && edge.test(text.charAt(to - 1))) to--;
    const led = cue.exec(text.slice(from, Math.min(to, from + 24)));
    const trailed = trailer.exec(text.slice(Math.max(from, to - 24), to));
    if (led === null && trailed === null) break;
    from += led?.[0].length ?? 0;
    to = Math.max(from, to - (trailed?.[0].length ?? 0));
  }
  if (from >= to) return undefined;
  // "a.a." keeps its last full stop.
  if (text.charAt(to) === "." && to - from < 8 && dotted.test(text.slice(from, to))) to++;
  return { from, to };
}
