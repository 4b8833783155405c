import { mentions, wordsOf } from "../names.ts";
import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

/** The genus stands at the beginning; a longer way to it hides it. */
const OPENING_WORDS = 12;

/** A definition opens with its genus: a name of the recorded broader concept, or else of the whole. */
export function definitionGenus({ entries, byId }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { definition, broader, partOf } = entry.concept;
    const parents = (broader.length > 0 ? broader : partOf).map((id) => byId.get(id)).filter((parent) => parent !== undefined);
    if (definition === undefined || parents.length === 0) return [];
    const opening = openingOf(definition);
    if (parents.some((parent) => isNamedIn(opening, parent))) return [];
    const names = parents.map((parent) => `"${nameOf(parent)}"`).join(" or ");
    return [finding(entry, "definition", `The definition does not open with its broader concept, ${names}.`)];
  });
}

function isNamedIn(text: string, { concept }: Entry): boolean {
  return concept.designations.some((name) => mentions(text, name));
}

function openingOf(definition: string): string {
  const words = wordsOf(definition);
  const last = words[Math.min(OPENING_WORDS, words.length) - 1];
  return definition.slice(0, last?.to ?? 0);
}
