/**
 * A concept as a symbol: wherever a document names it, in whatever form, is a mention of the same thing.
 * Definition, references, highlights and rename are all asked of this.
 */
import { type DocumentTerm, longFormKey, singularLong, singularShort } from "../scan/document-terms.ts";
import type { InlineDefinition } from "../scan/facts.ts";
import type { Entry, Place } from "../scan/mentions.ts";
import { RangeSet } from "../scan/range-set.ts";
import type { Concept, Designation } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { type Found, foundIn, foundInEntry } from "./occurrence-at.ts";

/** A name as a writer would give it, in the singular. */
export type Name = Pick<Designation, "text" | "type" | "plural">;

/** One place where a document names a concept. As a place it counts from its block's start. */
export interface ConceptNaming extends Place {
  /** Equal for all names of one concept, in whatever document. */
  readonly key: string;
  readonly concept: Concept;
  readonly name: Name;
  /** Whether the name is an abbreviation or a symbol. */
  readonly short: boolean;
  readonly plural: boolean;
  readonly elliptic: boolean;
  /** Whether the document defines the name here. */
  readonly defines: boolean;
  /** The definition around the name, where that is one in running text. */
  readonly definition: InlineDefinition | undefined;
}

/** A place of a concept's name in offsets of the document. */
export interface Reference extends Range {
  readonly defines: boolean;
}

/** The concept named at an offset of the document, the name's end included. Names in a reference list are none. */
export function namingAt(draft: Draft, offset: number): ConceptNaming | undefined {
  const entry = draft.analysis.entryAt(offset);
  if (!entry) return undefined;
  let best: ConceptNaming | undefined;
  for (const naming of namingsInEntry(draft, entry)) {
    const [from, to] = [entry.from + naming.from, entry.from + naming.to];
    if (from <= offset && offset <= to && (!best || entry.from + best.to === offset)) best = naming;
  }
  return best;
}

/** Every place where a document names a concept, in order. */
export function* namingsOf(draft: Draft, key: string): IterableIterator<ConceptNaming> {
  for (const entry of draft.analysis.entries) {
    for (const naming of namingsInEntry(draft, entry)) if (naming.key === key) yield naming;
  }
}

/** Every place where a document names a concept, and whether it defines the name there; offsets of the document. */
export function references(draft: Draft, key: string): Reference[] {
  return [...namingsOf(draft, key)].map(({ entry, from, to, defines }) => ({ from: entry.from + from, to: entry.from + to, defines }));
}

/** The places of every name of the concept at an offset; none where no name stands. */
export function highlights(draft: Draft, offset: number): Reference[] {
  const naming = namingAt(draft, offset);
  return naming ? references(draft, naming.key) : [];
}

/** The names in one block, in order, none overlapping another. */
export function namingsInEntry(draft: Draft, entry: Entry): ConceptNaming[] {
  if (entry.scope === "references") return [];
  const found = foundInEntry(entry);
  const byStart = new Map(found.map((one) => [one.from, one]));
  // "HLA" in "human leukocyte antigen (HLA) genes" is read as part of "HLA genes"; the definition knows better.
  const namings = entry.facts.definitions.flatMap((definition) => definedNames(draft, entry, definition, byStart));
  const defined = new RangeSet(namings);
  const listing = listingRanges(draft, entry);
  for (const one of found) {
    const place = { entry, from: one.from - entry.from, to: one.to - entry.from };
    const concept = one.readings[0]?.concept ?? one.own?.concept;
    if (!concept || defined.overlaps(place)) continue;
    const key = keyOf(draft, concept, one.own);
    const defines = listing.some((range) => range.from <= place.from && place.to <= range.to && range.keys.has(key));
    const { short, plural, elliptic } = one;
    namings.push({ ...place, key, concept, name: nameOf(one), short, plural, elliptic, defines, definition: undefined });
  }
  return namings.sort((a, b) => a.from - b.from);
}

/** The concept that a term of the document's own stands for, by its key. */
export function keyOfTerm(draft: Draft, term: DocumentTerm): string {
  return keyOf(draft, term.concept, term);
}

/** Terminology gives a concept an identity; what only documents define is known by its long form. */
function keyOf(draft: Draft, concept: Concept, own: DocumentTerm | undefined): string {
  if (draft.analysis.context.termbase.concept(concept.id)) return concept.id;
  return `document:${longFormKey(own?.long ?? concept.designations[0]?.text ?? concept.id)}`;
}

function nameOf({ readings, own, short }: Found): Name {
  const designation = readings[0]?.designation;
  if (designation) return designation;
  return short ? { text: own?.short ?? "", type: "abbreviation" } : { text: singularLong(own?.long ?? ""), type: "full" };
}

/** The document's own terms that a definition or a list line makes. */
export function termsDefined(draft: Draft, { short, long }: { short: string | undefined; long: string }): DocumentTerm[] {
  const name = short === undefined ? undefined : singularShort(short, long);
  return draft.analysis.terms.terms.filter((term) => term.short === name && term.long === long);
}

/** Both names of a definition in running text. */
function definedNames(draft: Draft, entry: Entry, definition: InlineDefinition, found: ReadonlyMap<number, Found>): ConceptNaming[] {
  const terms = termsDefined(draft, definition);
  const term = terms.find(({ concept }) => concept.id === definition.conceptId) ?? terms[0];
  if (!term) return [];
  const { concept } = term;
  const key = keyOfTerm(draft, term);
  const { written, longRange, shortRange } = definition;
  const known = found.get(entry.from + longRange.from);
  const knownLong = known?.to === entry.from + longRange.to && known.readings[0]?.concept.id === concept.id ? known : undefined;
  const base = { key, concept, elliptic: false, defines: true, definition, entry };
  const long = singularLong(definition.long);
  const short = singularShort(definition.short, definition.long);
  const whole = { text: long, type: "full" as const };
  return [
    {
      ...base,
      from: longRange.from,
      to: longRange.to,
      name: knownLong ? nameOf(knownLong) : whole,
      short: false,
      plural: knownLong ? knownLong.plural : written.long !== singularLong(written.long),
    },
    {
      ...base,
      from: shortRange.from,
      to: shortRange.to,
      name: { text: short, type: "abbreviation" as const },
      short: true,
      plural: written.short !== short && written.short === `${short}s`,
    },
  ].sort((a, b) => a.from - b.from);
}

/** Where an abbreviation list, a glossary or a line `*[HLA]: …` gives names in a block, and for which concepts. */
function listingRanges(draft: Draft, entry: Entry): (Range & { keys: ReadonlySet<string> })[] {
  const ranges = entry.listed.map((listed) => ({ ...listed.range, keys: keysOf(draft, listed) }));
  // In a definition list the name stands in the block before what is said of it.
  const next = draft.analysis.entries[entry.index + 1];
  if (next?.block.setting.details) {
    for (const listed of next.listed) ranges.push({ from: 0, to: entry.block.source.length, keys: keysOf(draft, listed) });
  }
  return ranges;
}

function keysOf(draft: Draft, names: { short: string | undefined; long: string }): ReadonlySet<string> {
  return new Set(termsDefined(draft, names).map((term) => keyOfTerm(draft, term)));
}

/** Whether two names are the same but for number, case and hyphens; in abbreviations case counts. */
export function isSameName(a: { name: Name; short: boolean }, b: { name: Name; short: boolean }): boolean {
  if (a.short !== b.short) return false;
  return a.short ? a.name.text === b.name.text : normalisedName(a.name.text) === normalisedName(b.name.text);
}

/** What every found name of a document is a name of, each concept once. */
export function* conceptsIn(draft: Draft): IterableIterator<{ key: string; concept: Concept; own: DocumentTerm | undefined }> {
  const seen = new Set<string>();
  for (const { readings, own } of foundIn(draft)) {
    const concept = readings[0]?.concept ?? own?.concept;
    if (!concept) continue;
    const key = keyOf(draft, concept, own);
    const mark = `${key} ${own?.key ?? ""}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    yield { key, concept, own };
  }
}
