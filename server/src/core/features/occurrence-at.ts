import type { DocumentTerm } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import type { Concept } from "../termbase/concept.ts";
import type { Reading } from "../termbase/termbase.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** What stands at a place: the terminology's readings of it, and what the document itself says it is. */
export interface Found extends Range {
  /** The likeliest first; those the document's own definition rules out are left out. */
  readonly readings: readonly Reading[];
  /** Set where the document defines the name. */
  readonly own: DocumentTerm | undefined;
  readonly entry: Entry;
}

/** Every name in the document, in order; of overlapping ones the longest, and the document's own before a pack's. */
export function* foundIn(draft: Draft): IterableIterator<Found> {
  for (const entry of draft.analysis.entries) yield* foundInEntry(entry);
}

/** The name at an offset of the document, its end included. */
export function foundAt(draft: Draft, offset: number): Found | undefined {
  const entry = draft.analysis.entryAt(offset);
  if (!entry) return undefined;
  let best: Found | undefined;
  for (const found of foundInEntry(entry)) {
    if (found.from <= offset && offset <= found.to && (!best || best.to === offset)) best = found;
  }
  return best;
}

/** The concept that a name most likely stands for; undefined where nothing is known of it. */
export function conceptOf({ readings, own }: Found): Concept | undefined {
  return readings[0]?.concept ?? own?.concept;
}

function foundInEntry(entry: Entry): Found[] {
  if (entry.scope === "references") return [];
  const occurrences = entry.facts.occurrences;
  const found: Found[] = [];
  for (const occurrence of occurrences) {
    const own = entry.matches.find((m) => m.from === occurrence.from && m.to === occurrence.to)?.term;
    const longer = entry.matches.some(
      (m) => m.from <= occurrence.from && m.to >= occurrence.to && m.to - m.from > occurrence.to - occurrence.from,
    );
    if (longer) continue;
    found.push({
      from: entry.from + occurrence.from,
      to: entry.from + occurrence.to,
      readings: own ? resolved(occurrence.readings, own) : occurrence.readings,
      own,
      entry,
    });
  }
  for (const match of entry.matches) {
    const known = occurrences.some((o) => o.from <= match.from && o.to >= match.to);
    if (!known && !found.some((f) => f.from === entry.from + match.from)) {
      found.push({ from: entry.from + match.from, to: entry.from + match.to, readings: [], own: match.term, entry });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A homonym means what the document defines it to mean. */
function resolved(readings: readonly Reading[], own: DocumentTerm): readonly Reading[] {
  return readings.filter((r) => r.concept.id === own.concept.id);
}
