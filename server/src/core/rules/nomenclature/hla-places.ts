import type { Mark, Place } from "../../scan/mentions.ts";
import { textAfter, textAt } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Edit, RuleContext } from "../rule.ts";

/** Whether Markdown took an allele's asterisk for emphasis, which `hla-asterisk-markdown` reports. */
export function isAsteriskEaten(mark: Mark): boolean {
  return !/[*∗⁎＊]/.test(mark.text) && textAt(mark).includes("*");
}

/** Whether a name is another's words: in quotation marks, or told to be former or another author's. */
export function isQuotedName(place: Place): boolean {
  if (isQuoted(place)) return true;
  return /^[^.;)]{0,20}\b(?:old|former|previous|pre-2010|before 2010) (?:name|nomenclature|notation)/i.test(textAfter(place, 60));
}

/**
 * Edits that write another name, leaving the asterisk as it stands with its backslash or without. A name
 * that has lost its asterisk gets one.
 * @param better the whole name, with "HLA-" where `mark` has it
 * @returns none where markup stands in the way
 */
export function renameEdits(mark: Mark, better: string, context: RuleContext): Edit[] | undefined {
  const source = textAt(mark);
  const star = /\\?[*∗⁎＊]/.exec(source);
  const asterisk = context.format === "markdown" ? "\\*" : "*";
  if (!star) {
    if (/[_~^<>`[\]]/.test(source)) return undefined;
    return [{ entry: mark.entry, from: mark.from, to: mark.to, text: better.replace("*", asterisk) }];
  }
  const locus = source.slice(0, star.index);
  const fields = source.slice(star.index + star[0].length);
  if (!/^[\w‐-―− \u00a0\u202f-]*$/.test(locus) || !/^[\w:]+$/.test(fields)) return undefined;
  const [betterLocus, betterFields] = better.split("*") as [string, string];
  const edits: Edit[] = [];
  // A list may leave the locus out.
  if (locus !== "" && locus !== betterLocus) edits.push(minimal({ ...mark, to: mark.from + locus.length }, locus, betterLocus));
  if (fields !== betterFields) edits.push({ entry: mark.entry, from: mark.to - fields.length, to: mark.to, text: betterFields });
  return edits;
}

/** Only the characters that change, so that edits of other rules beside them can be made along. */
function minimal({ entry, from }: Place, old: string, text: string): Edit {
  let head = 0;
  while (head < old.length && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { entry, from: from + head, to: from + old.length - tail, text: text.slice(head, text.length - tail) };
}
