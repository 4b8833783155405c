import type { Concept, Designation } from "../termbase/concept.ts";
import type { Layer, Termbase } from "../termbase/termbase.ts";
import { type ConceptSearch, createSearchList, referenceWeights, type SearchList, searchLists } from "./concept-search.ts";

/** A concept that answers a look-up, with the name by which it was found. */
export interface LookupResult {
  readonly concept: Concept;
  readonly designation: Designation;
  /** Where it comes from, as a writer would say it. */
  readonly origin: string;
}

/** Concepts that answer a query, the best first, as `searchLists` ranks them. */
export function lookUp(termbase: Termbase, query: string, limit = 20): LookupResult[] {
  return searchOf(termbase)(query, limit).map((match) => ({ ...match, origin: termbase.layerOf(match.concept.id)?.name ?? "" }));
}

const searches = new WeakMap<Termbase, ConceptSearch<Concept>>();

/** By layer, since the built-in one stays when a pack is read again. */
const lists = new WeakMap<Layer, SearchList<Concept>>();

function searchOf(termbase: Termbase): ConceptSearch<Concept> {
  let search = searches.get(termbase);
  if (search === undefined) {
    const inForce = (concept: Concept) => termbase.concept(concept.id) === concept;
    search = searchLists(termbase.layers.map(listOf), referenceWeights([...termbase.concepts()]), inForce);
    searches.set(termbase, search);
  }
  return search;
}

function listOf(layer: Layer): SearchList<Concept> {
  const list = lists.get(layer) ?? createSearchList(layer.concepts);
  lists.set(layer, list);
  return list;
}
