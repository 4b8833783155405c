import { longFormKey } from "../../scan/document-terms.ts";
import type { InlineDefinition } from "../../scan/facts.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { readingUnit } from "../../scan/prose.ts";
import type { Spelling } from "../../termbase/spelling.ts";
import type { Termbase } from "../../termbase/termbase.ts";

/** A place where running text introduces an abbreviation. */
export type Definition = ShortFormMention & { kind: "definition" };

export function isDefinition(mention: ShortFormMention): mention is Definition {
  return mention.kind === "definition";
}

/** Definitions by the part of the manuscript they hold for; those in headings, captions and tables hold for their place alone. */
export function definitionsByUnit(mentions: readonly ShortFormMention[]): Map<"abstract" | "text", Definition[]> {
  const units = new Map<"abstract" | "text", Definition[]>();
  for (const mention of mentions.filter(isDefinition)) {
    const { scope } = mention.entry;
    if (scope !== "abstract" && scope !== "body") continue;
    const unit = scope === "abstract" ? "abstract" : "text";
    const known = units.get(unit);
    if (known) known.push(mention);
    else units.set(unit, [mention]);
  }
  return units;
}

/** Whether a mention stands in a part of the manuscript. */
export function standsIn(mention: ShortFormMention, unit: "abstract" | "text"): boolean {
  return readingUnit(mention.entry.scope) === unit;
}

/** Whether two long forms are the same but for number, spelling, hyphens, or a word that belongs to the sentence. */
export function sameLongForm(a: string, b: string, spelling: Spelling): boolean {
  const [left, right] = [canonical(a, spelling), canonical(b, spelling)];
  return [left.startsWith(right), left.endsWith(right), right.startsWith(left), right.endsWith(left)].includes(true);
}

export function sameDefinition(a: InlineDefinition, b: InlineDefinition, spelling: Spelling): boolean {
  return (a.conceptId !== undefined && a.conceptId === b.conceptId) || sameLongForm(a.long, b.long, spelling);
}

/**
 * Whether two long forms may well mean the same, though they are worded otherwise: most of their words begin alike, or one
 * of them holds an abbreviation, as "TNF receptor" does.
 */
export function isAkin(a: string, b: string, spelling: Spelling): boolean {
  if (/\p{Lu}{2}/u.test(a) || /\p{Lu}{2}/u.test(b)) return true;
  const [left, right] = [wordKeys(a, spelling), wordKeys(b, spelling)];
  const shared = left.filter((word) => right.some((other) => beginAlike(word, other))).length;
  return shared >= (2 / 3) * Math.min(left.length, right.length);
}

/** "locus" and "loci", "polyposis" and "polypois". */
function beginAlike(a: string, b: string): boolean {
  const least = Math.max(3, Math.ceil(0.6 * Math.min(a.length, b.length)));
  return (
    a === b || (a.length > 3 && b.length > 3 && a.slice(0, least) === b.slice(0, least)) || (least === 3 && a.slice(0, 3) === b.slice(0, 3))
  );
}

/** Whether a definition is whole, so that it can be cut out: its brackets and quotation marks pair up, and no other name stands in it. */
export function isWhole({ entry, from, to, definition: { longRange, shortRange } }: Definition): boolean {
  const { source } = entry.block;
  const between = source.slice(Math.min(longRange.to, shortRange.to), Math.max(longRange.from, shortRange.from));
  // "(CR1 and CR2)" defines two, of which neither can go without a look at the other.
  if (/\p{Lu}/u.test(between)) return false;
  const whole = source.slice(from, to);
  // Signs that open and close alike: code and straight quotation marks.
  if (["`", '"'].some((sign) => whole.split(sign).length % 2 === 0)) return false;
  let open = 0;
  for (const sign of whole) {
    if (sign === "(" || sign === "[" || sign === "“") open++;
    else if (sign === ")" || sign === "]" || sign === "”") open--;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * Whether a short form has the look of an abbreviation that a reader has to be told: two capitals, or the terminology's.
 * "(Shh)" is a gene, "(A)" an arrow in a picture, "(cc)" a label in it, and "(NY)" in "New York (NY)" an address.
 */
export function isAbbreviation(short: string, termbase: Termbase): boolean {
  if (/[&*/]/.test(short)) return false;
  return (short.match(/[\p{Lu}\p{Script=Greek}]/gu)?.length ?? 0) > 1 || termbase.abbreviated(short).length > 0;
}

/** Whether a long form is made of words, not a symbol like "Mtf1Mx-cre". */
export function isWorded(long: string): boolean {
  return /[\p{L}\p{N}]\s\S/u.test(long) || !/[\p{N}\p{Lu}]/u.test(long.slice(1));
}

/** "New York, NY". */
export function isAddress({ definition }: Definition): boolean {
  const { short, long, conceptId } = definition;
  return conceptId === undefined && /^\p{Lu}{2}$/u.test(short) && /^\p{Lu}\p{Ll}+(?:,?\s\p{Lu}\p{Ll}+)*$/u.test(long);
}

/** One spelling for both locales, each word in the singular, without hyphens and accents. */
function canonical(long: string, spelling: Spelling): string {
  return wordKeys(long, spelling).join("");
}

/** The words of a long form as they are compared: in one spelling, in the singular, without accents. */
export function wordKeys(long: string, spelling: Spelling): string[] {
  return long.split(/[\s\u00A0/-]+/).map((word) => {
    const reading = spelling.read(word);
    return longFormKey(reading?.locale === "en-GB" ? reading.other : word);
  });
}
