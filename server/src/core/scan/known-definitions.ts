// Definitions that the terminology recognises, whatever the letters say: "helper T cell (TH)", "type 1 diabetes (T1DM)".
import { isShortForm } from "../termbase/concept.ts";
import type { AbbreviationDefinition } from "./abbreviation-definitions.ts";
import type { Occurrence } from "./occurrences.ts";

const opens = /^\s?[([]["“‘]?$/;
const closes = /^["”’]?\s?[)\]]/;
const endsName = /^["”’]?[)\],;]/;

/**
 * Adds to the definitions found in a text those in which a name of a concept stands before or in a bracket and its
 * abbreviation on the other side. A name that is more than recognised knows better than letters where it begins:
 * "complement component 3 (C3)". Takes time in proportion to the occurrences.
 */
export function withKnownDefinitions(
  text: string,
  occurrences: readonly Occurrence[],
  found: readonly AbbreviationDefinition[],
): readonly AbbreviationDefinition[] {
  const known = new Map<number, AbbreviationDefinition & { readonly sure: boolean }>();
  for (let i = 0; i + 1 < occurrences.length; i++) {
    const pair = definedBy(text, occurrences[i] as Occurrence, occurrences[i + 1] as Occurrence);
    if (pair) known.set(pair.shortFrom, pair);
  }
  if (known.size === 0) return found;
  const kept = found.filter((pair) => {
    const rival = known.get(pair.shortFrom);
    if (rival === undefined) return true;
    const wins = rival.shortTo === pair.shortTo && (rival.sure || rival.longTo - rival.longFrom > pair.longTo - pair.longFrom);
    if (!wins) known.delete(pair.shortFrom);
    return !wins;
  });
  const added = [...known.values()].map(({ sure, ...pair }) => (sure ? pair : { ...pair, loose: true }));
  return [...kept, ...added].sort((a, b) => a.shortFrom - b.shortFrom || a.longFrom - b.longFrom);
}

/** The definition that two names of one concept make, one of them in a bracket after the other. */
function definedBy(text: string, first: Occurrence, second: Occurrence): (AbbreviationDefinition & { readonly sure: boolean }) | undefined {
  if (second.from - first.to > 3 || !opens.test(text.slice(first.to, second.from)) || first.elliptic) return undefined;
  for (const a of first.readings) {
    const b = second.readings.find(({ concept }) => concept === a.concept);
    if (!b || isShortForm(a.designation) === isShortForm(b.designation)) continue;
    const after = text.slice(second.to, second.to + 3);
    const shortFirst = isShortForm(a.designation);
    if (!(shortFirst ? closes : endsName).test(after)) continue;
    const [short, long] = shortFirst ? [first, second] : [second, first];
    const { status } = (shortFirst ? b : a).designation;
    return {
      short: text.slice(short.from, short.to),
      long: text.slice(long.from, long.to).replace(/\s+/g, " "),
      shortFrom: short.from,
      shortTo: short.to,
      longFrom: long.from,
      longTo: long.to,
      sure: status !== "hidden",
    };
  }
  return undefined;
}
