import type { Concept, Designation } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";
import type { Termbase } from "../termbase/termbase.ts";

/** A concept that answers a look-up, with the name by which it was found. */
export interface LookupResult {
  readonly concept: Concept;
  readonly designation: Designation;
  /** Where it comes from, as a writer would say it. */
  readonly origin: string;
}

/** Concepts that answer a query, the best first: a name that is the query, begins with it, holds it, a definition that does. */
export function lookUp(termbase: Termbase, query: string, limit = 20): LookupResult[] {
  const wanted = query.trim();
  const key = normalisedName(wanted);
  if (key === "") return [];
  const ranked: { result: LookupResult; rank: number }[] = [];
  for (const concept of termbase.concepts()) {
    let best: { designation: Designation; rank: number } | undefined;
    for (const designation of concept.designations) {
      const rank = rankOf(designation, wanted, key);
      if (rank !== undefined && (!best || rank < best.rank)) best = { designation, rank };
    }
    if (!best && key.length > 3 && concept.definition?.toLowerCase().includes(wanted.toLowerCase())) {
      best = { designation: concept.designations[0] as Designation, rank: 100 };
    }
    if (best)
      ranked.push({
        result: { concept, designation: best.designation, origin: termbase.layerOf(concept.id)?.name ?? "" },
        rank: best.rank,
      });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ result }) => result);
}

/** Lower is better; shorter names of equal kind come first. Undefined where the name does not answer. */
function rankOf(designation: Designation, wanted: string, key: string): number | undefined {
  const name = normalisedName(designation.text);
  const status = designation.status === "preferred" ? 0 : designation.status === "hidden" ? 0.5 : 0.2;
  if (designation.text === wanted) return status;
  if (name === key) return 1 + status;
  const length = Math.min(name.length, 90) / 100;
  if (name.startsWith(key)) return 10 + status + length;
  const word = designation.text
    .toLowerCase()
    .split(/[\s-]+/)
    .some((w) => normalisedName(w).startsWith(key));
  if (word) return 20 + status + length;
  return name.includes(key) ? 30 + status + length : undefined;
}
