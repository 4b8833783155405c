import MiniSearch from "minisearch";
import type { Concept, Designation } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";

/** What a search needs of a concept. */
export interface Searchable {
  readonly designations: readonly Pick<Designation, "text" | "status">[];
  readonly definition?: string;
}

/** A concept that answers a query, with the name by which it was found. */
export interface Match<C extends Searchable> {
  readonly concept: C;
  readonly designation: C["designations"][number];
}

/**
 * Concepts that answer a query, the best first: a name that is the query, begins with it or holds it; then what is
 * spelled nearly so, and definitions that hold its words.
 */
export type ConceptSearch<C extends Searchable> = (query: string, limit: number) => Match<C>[];

/** A name as queries are compared with it. */
interface Name<C extends Searchable> extends Match<C> {
  readonly key: string;
  readonly wordKeys: readonly string[];
}

/** Concepts made ready for searches, when the first asks; it holds for as long as the concepts stay. */
export interface SearchList<C extends Searchable> {
  names(): readonly Name<C>[];
  /**
   * Concepts with a name or a definition that nearly holds a query. `score` is 1 for the list's best answer and less for the
   * others; `words` counts the words of the query that it holds.
   */
  near(query: string): { readonly concept: C; readonly score: number; readonly words: number }[];
}

/** Makes a list for `searchLists`; making it ready for many concepts takes a quarter of a second. */
export function createSearchList<C extends Searchable>(concepts: readonly C[]): SearchList<C> {
  let names: Name<C>[] | undefined;
  let index: MiniSearch | undefined;
  return {
    names() {
      names ??= namesOf(concepts);
      return names;
    },
    near(query) {
      index ??= indexOf(concepts);
      const found = index.search(query);
      // The best comes first.
      const best = found[0]?.score ?? 1;
      return found.map(({ id, score, queryTerms }) => ({
        concept: concepts[Math.floor(id as number)] as C,
        score: score / best,
        words: queryTerms.length,
      }));
    },
  };
}

/** A search over concepts, as `searchLists` does it. */
export function createConceptSearch<C extends Searchable>(concepts: readonly C[], weight: (concept: C) => number): ConceptSearch<C> {
  return searchLists([createSearchList(concepts)], weight);
}

/**
 * A search over lists of concepts, the weakest first. `weight` says how much a concept matters, from 0 to 4: of equal answers the weightier
 * comes first, since it is the likelier one to be meant. Concepts that are not `inForce` are passed over.
 */
export function searchLists<C extends Searchable>(
  lists: readonly SearchList<C>[],
  weight: (concept: C) => number,
  inForce: (concept: C) => boolean = () => true,
): ConceptSearch<C> {
  return (query, limit) => {
    const wanted = query.trim();
    const key = normalisedName(wanted);
    if (key === "") return [];
    const best = new Map<C, { match: Match<C>; rank: number }>();
    for (const list of lists) {
      for (const name of list.names()) {
        const rank = rankOf(name, wanted, key);
        if (rank !== undefined && rank < (best.get(name.concept)?.rank ?? Number.POSITIVE_INFINITY) && inForce(name.concept)) {
          best.set(name.concept, { match: { concept: name.concept, designation: name.designation }, rank });
        }
      }
    }
    const found = [...best.values()].map(({ match, rank }) => ({ match, rank: rank - weight(match.concept) }));
    const matches = found.sort((a, b) => a.rank - b.rank).map(({ match }) => match);
    if (matches.length >= limit) return matches.slice(0, limit);
    // What is rare differs from list to list, so their scores are compared as shares; of equal ones the stronger list's is first.
    const near = [...lists].reverse().flatMap((list) => list.near(wanted));
    near.sort((a, b) => b.score * b.words - a.score * a.words);
    for (const concept of new Set(near.map((each) => each.concept))) {
      if (!best.has(concept) && inForce(concept)) matches.push({ concept, designation: concept.designations[0] as Designation });
    }
    return matches.slice(0, limit);
  };
}

/** How much each concept matters to the others, from 0 to 4, by how many records refer to it. */
export function referenceWeights(concepts: readonly Concept[]): (concept: Concept) => number {
  const referred = new Map<string, number>();
  for (const { broader, partOf, related, confusedWith } of concepts) {
    for (const id of [...broader, ...partOf, ...related, ...confusedWith]) referred.set(id, (referred.get(id) ?? 0) + 1);
  }
  return ({ id }) => Math.min(4, Math.log2(1 + (referred.get(id) ?? 0)) / 1.5);
}

function namesOf<C extends Searchable>(concepts: readonly C[]): Name<C>[] {
  return concepts.flatMap((concept) =>
    concept.designations.map((designation) => ({
      concept,
      designation,
      key: normalisedName(designation.text),
      wordKeys: designation.text
        .toLowerCase()
        .split(/[\s-]+/)
        .map(normalisedName),
    })),
  );
}

/**
 * Lower is better, in steps of ten: the name itself, a name that begins or ends so, one with a word that begins so, one
 * that holds the letters. Within a step shorter names come first. Undefined where the name does not answer.
 */
function rankOf({ designation, key: name, wordKeys }: Name<Searchable>, wanted: string, key: string): number | undefined {
  if (!name.includes(key)) return undefined;
  const status = designation.status === "preferred" ? 0 : designation.status === "hidden" ? 0.5 : 0.2;
  // A name that is only recognized says little about what is meant where it is not whole.
  const part = designation.status === "hidden" ? 5 : status;
  // What is the query to the letter is meant, whatever else has the same letters.
  if (designation.text === wanted) return status - 10;
  if (name === key) return status;
  const length = Math.min(name.length, 90) / 20;
  // The last word says what a thing is: "type 1 diabetes" is a diabetes, a "diabetes autoantibody" is none.
  if (name.startsWith(key) || wordKeys.at(-1) === key) return 10 + part + length;
  if (wordKeys.some((word) => word.startsWith(key))) return 20 + part + length;
  return 30 + part + length;
}

/** Letters of a word that may be wrong; two that changed places count as two. */
const fuzziness = (word: string) => (word.length < 4 ? 0 : word.length < 5 ? 1 : 2);

/** Each name and each definition is an entry of its own, so that a short name outdoes a long one that holds the word too. */
function indexOf(concepts: readonly Searchable[]): MiniSearch {
  const index = new MiniSearch({
    fields: ["name", "definition"],
    searchOptions: { boost: { name: 4 }, prefix: true, fuzzy: fuzziness, combineWith: "AND" },
  });
  concepts.forEach(({ designations, definition }, i) => {
    // The whole part of an entry's number is its concept's.
    for (const [n, { text }] of designations.entries()) index.add({ id: i + n / 1000, name: text });
    if (definition !== undefined) index.add({ id: i + 0.9999, definition });
  });
  return index;
}
