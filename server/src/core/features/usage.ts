import { singularLong } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import type { Draft } from "./draft.ts";
import { type Found, foundInEntry } from "./occurrence-at.ts";

/** How often a document speaks of a concept, and in which forms, the most frequent first. */
export interface Usage {
  readonly count: number;
  readonly forms: readonly { readonly text: string; readonly count: number }[];
}

/**
 * Counts the names of a concept in a document, the reference list aside. A plural and a capital at a sentence's start are
 * no forms of their own. Costs a pass over the names of the document, so it is for requests alone.
 */
export function usageOf(draft: Draft, conceptId: string): Usage {
  const forms = new Map<string, Map<string, number>>();
  let count = 0;
  for (const entry of draft.analysis.entries) {
    if (!speaksOf(entry, conceptId)) continue;
    for (const found of foundInEntry(entry)) {
      if (conceptIdOf(found) !== conceptId) continue;
      count++;
      const text = writtenText(found);
      const key = formKey(text);
      const form = forms.get(key) ?? new Map<string, number>();
      form.set(text, (form.get(text) ?? 0) + 1);
      forms.set(key, form);
    }
  }
  const counted = [...forms.values()].map((form) => ({ text: usual(form), count: [...form.values()].reduce((sum, n) => sum + n, 0) }));
  return { count, forms: counted.sort((a, b) => b.count - a.count) };
}

/** The concept that a name means here; undefined where it can mean several and the document does not say which. */
export function conceptIdOf({ readings, own }: Found): string | undefined {
  return readings.length > 1 ? undefined : (readings[0]?.concept.id ?? own?.concept.id);
}

/** A name as it stands in the text, on one line and without marks of emphasis. */
export function writtenText({ entry, from, to }: Found): string {
  return entry.block.source
    .slice(from - entry.from, to - entry.from)
    .replace(/[*_\\]|\n\s*>/g, "")
    .replace(/\s+/g, " ");
}

/** Most entries are told apart from those that matter without looking at each name's readings in full. */
function speaksOf({ facts, matches }: Entry, id: string): boolean {
  return (
    facts.occurrences.some(({ readings }) => readings.some((r) => r.concept.id === id)) || matches.some((m) => m.term.concept.id === id)
  );
}

/** Equal for texts that are one form: of an abbreviation the capitals count, of words they do not. */
function formKey(text: string): string {
  return /\p{Lu}.*\p{Lu}|\d/u.test(text) && !/\s/.test(text) ? text.replace(/(?<=\p{L})s$/u, "") : singularLong(text.toLowerCase());
}

/** Of the ways to write one form the most frequent; of two equal ones that without a sentence's capital. */
function usual(form: ReadonlyMap<string, number>): string {
  const [best] = [...form].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? 1 : -1));
  return best?.[0] ?? "";
}
