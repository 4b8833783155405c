import MiniSearch from "minisearch";
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

/**
 * Concepts that answer a query, the best first: a name that is the query, begins with it or holds it; then what is
 * spelled nearly so, and definitions that hold its words. Of equal answers, the concept that more records refer to
 * comes first, since it is the likelier one to be meant.
 */
export function lookUp(termbase: Termbase, query: string, limit = 20): LookupResult[] {
  const wanted = query.trim();
  const key = normalisedName(wanted);
  if (key === "") return [];
  const search = searchOf(termbase);
  const found: { concept: Concept; designation: Designation; rank: number }[] = [];
  for (const concept of termbase.concepts()) {
    let best: { designation: Designation; rank: number } | undefined;
    for (const designation of concept.designations) {
      const rank = rankOf(designation, wanted, key);
      if (rank !== undefined && (!best || rank < best.rank)) best = { designation, rank };
    }
    if (best) found.push({ concept, designation: best.designation, rank: best.rank - search.weight(concept) });
  }
  found.sort((a, b) => a.rank - b.rank);
  const named = new Set(found.map(({ concept }) => concept));
  const near = found.length < limit ? search.near(wanted).filter((concept) => !named.has(concept)) : [];
  return [...found, ...near.map((concept) => ({ concept, designation: concept.designations[0] as Designation }))]
    .slice(0, limit)
    .map(({ concept, designation }) => ({ concept, designation, origin: termbase.layerOf(concept.id)?.name ?? "" }));
}

/**
 * Lower is better, in steps of ten: the name itself, a name that begins or ends so, one with a word that begins so, one
 * that holds the letters. Within a step shorter names come first. Undefined where the name does not answer.
 */
function rankOf(designation: Designation, wanted: string, key: string): number | undefined {
  const name = normalisedName(designation.text);
  const status = designation.status === "preferred" ? 0 : designation.status === "hidden" ? 0.5 : 0.2;
  // A name that is only recognized says little about what is meant where it is not whole.
  const part = designation.status === "hidden" ? 5 : status;
  // What is the query to the letter is meant, whatever else has the same letters.
  if (designation.text === wanted) return status - 10;
  if (name === key) return status;
  const length = Math.min(name.length, 90) / 20;
  const words = designation.text.toLowerCase().split(/[\s-]+/);
  // The last word says what a thing is: "type 1 diabetes" is a diabetes, a "diabetes autoantibody" is none.
  if (name.startsWith(key) || normalisedName(words[words.length - 1] as string) === key) return 10 + part + length;
  if (words.some((word) => normalisedName(word).startsWith(key))) return 20 + part + length;
  return name.includes(key) ? 30 + part + length : undefined;
}

/** What is made of a termbase when it is first searched. */
interface Search {
  /** How much a concept matters to the other records, from 0 to 4. */
  weight(concept: Concept): number;
  /** Concepts whose names or definitions hold words like those of a query, the best first. */
  near(query: string): Concept[];
}

const searches = new WeakMap<Termbase, Search>();

function searchOf(termbase: Termbase): Search {
  let search = searches.get(termbase);
  if (search === undefined) {
    search = createSearch([...termbase.concepts()]);
    searches.set(termbase, search);
  }
  return search;
}

function createSearch(concepts: readonly Concept[]): Search {
  const referred = new Map<string, number>();
  for (const { broader, partOf, related, confusedWith } of concepts) {
    for (const id of [...broader, ...partOf, ...related, ...confusedWith]) referred.set(id, (referred.get(id) ?? 0) + 1);
  }
  let index: MiniSearch | undefined;
  return {
    weight: ({ id }) => Math.min(4, Math.log2(1 + (referred.get(id) ?? 0)) / 1.5),
    near(query) {
      index ??= indexOf(concepts);
      return [...new Set(index.search(query).map(({ id }) => concepts[Math.floor(id as number)] as Concept))];
    },
  };
}

/** Letters of a word that may be wrong; two that changed places count as two. */
const fuzziness = (word: string) => (word.length < 4 ? 0 : word.length < 5 ? 1 : 2);

/** Each name and each definition is an entry of its own, so that a short name outdoes a long one that holds the word too. */
function indexOf(concepts: readonly Concept[]): MiniSearch {
  const index = new MiniSearch({
    fields: ["name", "definition"],
    searchOptions: { boost: { name: 4 }, prefix: true, fuzzy: fuzziness, combineWith: "AND" },
  });
  concepts.forEach(({ designations, definition }, i) => {
    // The whole part of an entry's number is its concept's.
    designations.forEach(({ text }, n) => index.add({ id: i + n / 1000, name: text }));
    if (definition !== undefined) index.add({ id: i + 0.9999, definition });
  });
  return index;
}
