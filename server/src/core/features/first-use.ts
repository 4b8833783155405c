import { readingUnit } from "../scan/prose.ts";
import { type Concept, preferredAbbreviation } from "../termbase/concept.ts";
import type { Draft } from "./draft.ts";
import { type Found, foundAt } from "./occurrence-at.ts";

/**
 * The abbreviation that a long form may introduce at an offset: the concept's, where this part of the manuscript defines
 * it nowhere, the document gives it no other meaning, and readers have to be told it.
 */
export function newAbbreviation(draft: Draft, concept: Concept, offset: number): string | undefined {
  const short = preferredAbbreviation(concept)?.text;
  const unit = readingUnit(draft.analysis.entryAt(offset)?.scope ?? "body");
  // "NK cell" is introduced within its long form: "natural killer (NK) cell".
  if (short === undefined || unit === undefined || /\s/.test(short)) return undefined;
  const { exempt, settings } = draft.terminology;
  if (exempt.has(short) || settings.exempt?.includes(short)) return undefined;
  if (draft.analysis.terms.terms.some((term) => term.short === short && term.concept.id !== concept.id)) return undefined;
  const defined = draft.analysis
    .shortForm(short)
    .some(
      ({ kind, entry }) =>
        kind === "definition" && (unit === "abstract" || entry.scope !== "abstract") && readingUnit(entry.scope) === unit,
    );
  return defined ? undefined : short;
}

/** The long form that ends at an offset, and the same with the abbreviation it may introduce behind it. */
export function longFormBefore(draft: Draft, offset: number): { found: Found; concept: Concept; text: string } | undefined {
  const found = foundAt(draft, offset);
  const [reading, rival] = found?.readings ?? [];
  if (!found || found.to !== offset || !reading || rival) return undefined;
  const { concept, designation } = reading;
  if (designation.type === "abbreviation" || designation.type === "symbol") return undefined;
  if (designation.status !== "preferred" && designation.status !== "admitted") return undefined;
  const short = newAbbreviation(draft, concept, offset);
  // A bracket that is there already may hold the abbreviation, or will.
  if (short === undefined || /^\s*[([]/.test(draft.document.slice(offset, offset + 8))) return undefined;
  const { from, to, entry } = found;
  const plural = entry.facts.occurrences.some((o) => o.plural && o.from === from - entry.from && o.to === to - entry.from);
  return {
    found,
    concept,
    text: `${draft.document.slice(from, to)} (${short}${plural && /\p{L}$/u.test(short) && !/s$/.test(short) ? "s" : ""})`,
  };
}
