import { didYouMeanTail } from "../../formats/did-you-mean.ts";
import { preferredTerm } from "../../termbase/concept.ts";
import type { Link, Problem } from "../../termbase/pack.ts";
import type { Layer } from "../../termbase/termbase.ts";

/** Most of them that are told of one file. */
const most = 50;

/** What is wrong with the links of a pack to concepts that none of these layers holds. */
export function unknownLinks(links: readonly Link[], layers: readonly Layer[]): Problem[] {
  const ids = new Set(layers.flatMap(({ concepts }) => concepts.map(({ id }) => id)));
  const unknown = links.filter(({ id }) => !ids.has(id)).slice(0, most);
  if (unknown.length === 0) return [];
  const byName = new Map(
    layers.flatMap(({ concepts }) => concepts.map((concept) => [preferredTerm(concept).text.toLowerCase(), concept.id])),
  );
  // Ids of the built-in terminology are numbers, of which each is like the next.
  const own = layers.flatMap(({ kind, concepts }) => (kind === "builtin" ? [] : concepts.map(({ id }) => id)));
  return unknown.map(({ id, place }) => {
    const meant = byName.get(id.toLowerCase());
    const tail = meant === undefined ? didYouMeanTail(id, own) : ` The id of “${id}” is \`${meant}\`.`;
    return { ...place, severity: "warning", message: `There is no concept \`${id}\`.${tail}` };
  });
}
