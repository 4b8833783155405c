import type { ShortFormMention } from "../scan/mentions.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { conceptOf, foundIn } from "./occurrence-at.ts";
import { formOf } from "./terms-in-use.ts";

/** Most places that are answered for one name: more than anybody walks through. */
export const mostPlaces = 5000;

/** Where a document names a concept, in order; with `form`, only where it writes the name so. */
export function placesOfConcept(draft: Draft, id: string, form?: string): Range[] {
  const places: Range[] = [];
  for (const found of foundIn(draft)) {
    if (conceptOf(found)?.id !== id || (form !== undefined && formOf(draft, found) !== form)) continue;
    places.push({ from: found.from, to: found.to });
    if (places.length === mostPlaces) break;
  }
  return places;
}

/** Where a document defines an abbreviation or uses it, in order. Places where only the long form stands are left out. */
export function placesOfAbbreviation(draft: Draft, short: string): Range[] {
  return draft.analysis
    .shortForm(short)
    .filter(({ kind }) => kind !== "longUse")
    .slice(0, mostPlaces)
    .map(placeOf);
}

/** A mention where it stands in the document; a definition where its short form stands. */
export function placeOf(mention: ShortFormMention): Range {
  const { from, to } = mention.kind === "definition" ? mention.definition.shortRange : mention;
  return { from: mention.entry.from + from, to: mention.entry.from + to };
}
