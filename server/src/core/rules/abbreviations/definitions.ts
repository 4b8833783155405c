import { longFormKey } from "../../scan/document-terms.ts";
import type { InlineDefinition } from "../../scan/facts.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { readingUnit } from "../../scan/prose.ts";
import type { Spelling } from "../../termbase/spelling.ts";

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

/** One spelling for both locales, each word in the singular, without hyphens and accents. */
function canonical(long: string, spelling: Spelling): string {
  const words = long.split(/[\s\u00A0-]+/).map((word) => {
    const reading = spelling.read(word);
    return longFormKey(reading?.locale === "en-GB" ? reading.other : word);
  });
  return words.join("");
}
