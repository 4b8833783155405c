import type { Concept, Designation } from "../termbase/concept.ts";
import type { Termbase } from "../termbase/termbase.ts";
import { type ConceptSearch, createConceptSearch, referenceWeights } from "./concept-search.ts";

/** A concept that answers a look-up, with the name by which it was found. */
export interface LookupResult {
  readonly concept: Concept;
  readonly designation: Designation;
  /** Where it comes from, as a writer would say it. */
  readonly origin: string;
}

/** Concepts that answer a query, the best first, as `createConceptSearch` ranks them. */
export function lookUp(termbase: Termbase, query: string, limit = 20): LookupResult[] {
  return searchOf(termbase)(query, limit).map((match) => ({ ...match, origin: termbase.layerOf(match.concept.id)?.name ?? "" }));
}

const searches = new WeakMap<Termbase, ConceptSearch<Concept>>();

function searchOf(termbase: Termbase): ConceptSearch<Concept> {
  let search = searches.get(termbase);
  if (search === undefined) {
    const concepts = [...termbase.concepts()];
    search = createConceptSearch(concepts, referenceWeights(concepts));
    searches.set(termbase, search);
  }
  return search;
}
