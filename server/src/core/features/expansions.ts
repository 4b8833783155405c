import { isBareUse, isSystematicName, isUse, type Use } from "../rules/abbreviations/uses.ts";
import { singularLong } from "../scan/document-terms.ts";
import { preferredTerm } from "../termbase/concept.ts";
import { definitionSites } from "./definition-sites.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { entriesWithin } from "./highlights.ts";
import { isShort } from "./meanings.ts";
import { foundInEntry } from "./occurrence-at.ts";

/** What an abbreviation stands for, to be shown behind one of its uses. */
export interface Expansion {
  /** The end of the use, in UTF-16 units. */
  readonly at: number;
  readonly short: string;
  readonly long: string;
  /** Which use of the abbreviation this is, counted from 1 through the running text. */
  readonly use: number;
  /** The line of the definition, counted from 1; undefined where the document has none. */
  readonly definedIn: number | undefined;
}

/** Expansions within a range at every n-th use of an abbreviation: the n-th, the 2n-th and so on. None for n below 1. */
export function expansions(draft: Draft, everyNth: number, within?: Range): Expansion[] {
  if (!(everyNth >= 1)) return [];
  const sites = definitionSites(draft);
  const counted = new Map<string, ReadonlyMap<number, number>>();
  const found: Expansion[] = [];
  for (const entry of entriesWithin(draft, within)) {
    for (const name of foundInEntry(entry)) {
      const { from, to, readings, own } = name;
      if (!isShort(name) || readings.length > 1 || (within && (to < within.from || from > within.to))) continue;
      const [reading] = readings;
      const short = own?.short ?? reading?.designation.text;
      const concept = own?.concept ?? reading?.concept;
      // IL-6 and CD4 are the very names by which a reader knows the thing.
      if (short === undefined || !concept || (!own && (reading?.designation.type === "symbol" || isSystematicName(short)))) continue;
      const uses = counted.get(short) ?? usesOf(draft, short);
      counted.set(short, uses);
      const use = uses.get(from);
      if (use === undefined || use % Math.floor(everyNth) !== 0) continue;
      const site = sites.find((s) => s.short === short && s.concept.id === concept.id);
      const long =
        own && concept.id.startsWith("document:") ? singularLong(own.long) : preferredTerm(concept, draft.terminology.settings.locale).text;
      if (long !== short) found.push({ at: to, short, long, use, definedIn: site?.line });
    }
  }
  return found;
}

/** Which use of an abbreviation begins at an offset, counted from 1 through the running text. */
function usesOf({ analysis }: Draft, short: string): ReadonlyMap<number, number> {
  const uses = analysis.shortForm(short).filter((mention): mention is Use => isUse(mention) && isBareUse(mention));
  return new Map(uses.map(({ entry, from }, i) => [entry.from + from, i + 1]));
}
