import type { DocumentTerm } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import { isShortForm } from "../termbase/concept.ts";
import type { Reading } from "../termbase/termbase.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** What stands at a place: the terminology's readings of it, and what the document itself says it is. */
export interface Found extends Range {
  /** The likeliest first; those the document's own definition rules out are left out. */
  readonly readings: readonly Reading[];
  /** Set where the document defines the name. */
  readonly own: DocumentTerm | undefined;
  /** Whether the name here is an abbreviation or a symbol. */
  readonly short: boolean;
  readonly plural: boolean;
  /** Set where the head noun stands only in the next name: "genetic" in "genetic and environmental factors". */
  readonly elliptic: boolean;
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

/** The names in one block, in order. */
export function foundInEntry(entry: Entry): Found[] {
  if (entry.scope === "references") return [];
  const occurrences = entry.facts.occurrences;
  const found: Found[] = [];
  for (const occurrence of occurrences) {
    const match = entry.matches.find((m) => m.from === occurrence.from && m.to === occurrence.to);
    const own = match?.term;
    const longer = entry.matches.some(
      (m) => m.from <= occurrence.from && m.to >= occurrence.to && m.to - m.from > occurrence.to - occurrence.from,
    );
    if (longer) continue;
    const readings = own ? resolved(occurrence.readings, own) : occurrence.readings;
    found.push({
      from: entry.from + occurrence.from,
      to: entry.from + occurrence.to,
      readings,
      own,
      short: readings[0] ? isShortForm(readings[0].designation) : match?.short === true,
      plural: readings[0] || !match ? occurrence.plural : match.plural,
      elliptic: occurrence.elliptic,
      entry,
    });
  }
  for (const match of entry.matches) {
    const known = occurrences.some((o) => o.from <= match.from && o.to >= match.to);
    if (!known && !found.some((f) => f.from === entry.from + match.from)) {
      const { from, to, term, short, plural } = match;
      found.push({ from: entry.from + from, to: entry.from + to, readings: [], own: term, short, plural, elliptic: false, entry });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A homonym means what the document defines it to mean. */
function resolved(readings: readonly Reading[], own: DocumentTerm): readonly Reading[] {
  return readings.filter((r) => r.concept.id === own.concept.id);
}
