/** What a draft's terms mean, for those who read findings and want to know why. */
import { annotation, type DocumentConcept, type Draft, documentTerminology, type Range } from "../core/index.ts";

/** Answers the concept that a place is about, where there is one with a definition. */
export type Explain = (place: Range) => DocumentConcept | undefined;

/** Looks up all terms of a draft once. */
export function explainer(draft: Draft): Explain {
  const concepts = new Map(documentTerminology(draft).map((concept) => [concept.id, concept]));
  const terms = annotation(draft).terms;
  return ({ from, to }) => {
    // Terms stand in order and apart, so those that touch the place stand together.
    const touching = [];
    for (let i = firstEndingAfter(terms, from); i < terms.length; i++) {
      const term = terms[i] as (typeof terms)[number];
      if (term.start >= to) break;
      touching.push(term);
    }
    const [longest] = touching.sort((a, b) => b.end - b.start - (a.end - a.start));
    const concept = longest && concepts.get(longest.conceptId);
    return concept?.definition ? concept : undefined;
  };
}

function firstEndingAfter(terms: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
