import type { DocumentMatch, DocumentTerm } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import { firstFrom } from "../scan/range-search.ts";
import { type Concept, isShortForm } from "../termbase/concept.ts";
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

/** The concept that a name most likely stands for; undefined where nothing is known of it. */
export function conceptOf({ readings, own }: Found): Concept | undefined {
  return readings[0]?.concept ?? own?.concept;
}

/** The names in one block, in order; as `foundIn`. */
export function foundInEntry(entry: Entry): Found[] {
  if (entry.scope === "references") return [];
  const { occurrences } = entry.facts;
  const { matches } = entry;
  const found: Found[] = [];
  const within = coverOf(matches);
  const exact = new Map<string, DocumentMatch>();
  for (const match of matches) {
    const key = `${match.from} ${match.to}`;
    if (!exact.has(key)) exact.set(key, match);
  }
  for (const occurrence of occurrences) {
    const longer = within(occurrence);
    if (longer && longer.to - longer.from > occurrence.to - occurrence.from) continue;
    const match = exact.get(`${occurrence.from} ${occurrence.to}`);
    const own = match?.term;
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
  const known = coverOf(occurrences);
  const starts = new Set(found.map(({ from }) => from));
  for (const { from, to, term, short, plural } of matches) {
    if (known({ from, to }) || starts.has(entry.from + from)) continue;
    starts.add(entry.from + from);
    found.push({ from: entry.from + from, to: entry.from + to, readings: [], own: term, short, plural, elliptic: false, entry });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Finds the longest of some ranges that covers a place; a block can hold thousands of names, so none is compared with all. */
function coverOf(ranges: readonly Range[]): (place: Range) => Range | undefined {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  // Of all that begin no later, the one that reaches farthest; of equal ones the first, which is the longest.
  let last: Range | undefined;
  const reach = sorted.map((range) => {
    if (!last || range.to > last.to) last = range;
    return last;
  });
  return ({ from, to }) => {
    const range = reach[firstFrom(sorted, from + 1) - 1];
    return range && range.to >= to ? range : undefined;
  };
}

/** A homonym means what the document defines it to mean. */
function resolved(readings: readonly Reading[], own: DocumentTerm): readonly Reading[] {
  return readings.filter((r) => r.concept.id === own.concept.id);
}
