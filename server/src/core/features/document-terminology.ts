import { type Concept, preferredAbbreviation, preferredTerm } from "../termbase/concept.ts";
import type { LayerKind } from "../termbase/termbase.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { foundIn } from "./occurrence-at.ts";

/** A concept as one document uses it. */
export interface DocumentConcept {
  readonly id: string;
  readonly term: string;
  readonly abbreviation: string | undefined;
  readonly definition: string | undefined;
  readonly origin: { readonly kind: LayerKind; readonly name: string };
  /** How the document writes it, with how often, the most frequent first. */
  readonly forms: readonly { readonly text: string; readonly count: number }[];
  readonly count: number;
  readonly first: Range;
}

/** The concepts a document speaks of, in the order of their first mention. */
export function documentTerminology(draft: Draft): DocumentConcept[] {
  const { termbase } = draft.analysis.context;
  const found = new Map<string, { concept: Concept; own: boolean; forms: Map<string, number>; count: number; first: Range }>();
  for (const { readings, own, from, to } of foundIn(draft)) {
    const concept = readings[0]?.concept ?? own?.concept;
    if (!concept) continue;
    const text = draft.document.slice(from, to).replace(/\s+/g, " ");
    const known = found.get(concept.id) ?? {
      concept,
      own: termbase.concept(concept.id) === undefined,
      forms: new Map(),
      count: 0,
      first: { from, to },
    };
    known.forms.set(text, (known.forms.get(text) ?? 0) + 1);
    known.count++;
    found.set(concept.id, known);
  }
  return [...found.values()].map(({ concept, own, forms, count, first }) => {
    const layer = termbase.layerOf(concept.id);
    const origin = own || !layer ? ({ kind: "document", name: "this document" } as const) : { kind: layer.kind, name: layer.name };
    return {
      id: concept.id,
      term: preferredTerm(concept).text,
      abbreviation: preferredAbbreviation(concept)?.text,
      definition: concept.definition,
      origin,
      forms: [...forms].map(([text, n]) => ({ text, count: n })).sort((a, b) => b.count - a.count),
      count,
      first,
    };
  });
}
