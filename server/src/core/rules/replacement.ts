import type { Place } from "../scan/mentions.ts";
import { startsSentence, textAt, textBefore } from "../scan/prose.ts";
import type { Designation } from "../termbase/concept.ts";
import { pluralDesignation } from "../termbase/inflection.ts";
import type { Edit } from "./rule.ts";

/** The plural of a designation as a writer would set it. */
export function pluralForm(designation: Pick<Designation, "text" | "type" | "plural">): string {
  if (designation.type === "abbreviation" && designation.plural === undefined) {
    return /\p{L}$/u.test(designation.text) ? `${designation.text}s` : designation.text;
  }
  return pluralDesignation(designation.text, designation.plural) ?? designation.text;
}

/**
 * An edit that puts another name in place of one, with the number and the capital that the old one had.
 * Where the article before it no longer fits ("an autoimmune …" → "a …"), the article goes along.
 */
export function replaceName(place: Place, designation: Pick<Designation, "text" | "type" | "plural">, plural: boolean): Edit {
  const old = textAt(place);
  const name = plural ? pluralForm(designation) : designation.text;
  const text = keepsCapital(place) && designation.type !== "abbreviation" ? capitalised(name) : name;
  const article = /(?<![\p{L}\p{N}-])(an?)(\s+)$/iu.exec(textBefore(place, 6));
  if (!article || soundsVowel(old) === soundsVowel(text)) return { ...place, text };
  // The A of "vitamin A" is no article.
  if (article[0].startsWith("A") && !startsSentence({ ...place, from: place.from - article[0].length })) return { ...place, text };
  const [whole, word, space] = article as unknown as [string, string, string];
  const fitting = soundsVowel(text) ? `${word[0] as string}n` : (word[0] as string);
  return { ...place, from: place.from - whole.length, text: fitting + space + text };
}

/** A capital that the sentence gave, not the name. */
function keepsCapital(place: Place): boolean {
  return /^\p{Lu}/u.test(textAt(place)) && startsSentence(place);
}

export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Whether "an" goes before a name: by its first letter, or by the name of that letter in an abbreviation. */
function soundsVowel(text: string): boolean {
  if (/^\p{Lu}{2}/u.test(text)) return /^[AEFHILMNORSX]/.test(text);
  return /^(?:[aeio]|u(?!ni|s[ei]|ti))/i.test(text);
}
