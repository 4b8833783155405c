import { didYouMeanTail } from "../../formats/did-you-mean.ts";
import { t } from "../../l10n/l10n.ts";
import { quote } from "../../l10n/phrases.ts";
import { preferredTerm } from "../../termbase/concept.ts";
import type { Link, Problem } from "../../termbase/pack.ts";
import type { Layer } from "../../termbase/termbase.ts";

/** Most of them that are told of one file. */
const most = 50;

/** Those for which a nearby id is looked for: a guess asks every id, and many at once are one prefix or pack that is gone. */
const mostGuesses = 5;

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
  return unknown.map(({ id, place }, i) => {
    const meant = byName.get(id.toLowerCase());
    const message = t("There is no concept `{0}`.", id);
    const guess = i < mostGuesses ? didYouMeanTail(id, own) : "";
    const tail = meant === undefined ? guess : ` ${t("The id of {0} is `{1}`.", quote(id), meant)}`;
    return { ...place, severity: "warning", message: message + tail };
  });
}
