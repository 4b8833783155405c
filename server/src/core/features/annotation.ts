import type { Draft } from "./draft.ts";
import { foundIn } from "./occurrence-at.ts";

/** What `immunolex annotate` writes for a document. Offsets are UTF-16 units. */
export interface Annotation {
  readonly abbreviations: readonly {
    readonly short: string;
    readonly long: string;
    readonly shortRange: readonly [number, number];
    readonly longRange: readonly [number, number];
  }[];
  readonly terms: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly conceptId: string;
    readonly designation: string;
  }[];
}

/** Every abbreviation definition and every term of a document. */
export function annotation(draft: Draft): Annotation {
  const { text } = draft.document;
  const abbreviations = draft.analysis.entries.flatMap((entry) =>
    entry.facts.definitions.map(({ written, shortRange, longRange }) => ({
      short: written.short,
      long: written.long,
      shortRange: [entry.from + shortRange.from, entry.from + shortRange.to] as const,
      longRange: [entry.from + longRange.from, entry.from + longRange.to] as const,
    })),
  );
  const terms = [...foundIn(draft)].map(({ from, to, readings, own }) => {
    const [reading] = readings;
    const conceptId = reading?.concept.id ?? own?.concept.id ?? "";
    return { start: from, end: to, text: text.slice(from, to), conceptId, designation: reading?.designation.text ?? own?.long ?? "" };
  });
  return { abbreviations, terms };
}
