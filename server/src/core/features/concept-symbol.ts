/**
 * A concept as a symbol: wherever a document names it, in whatever form, is a mention of the same thing.
 * Definition, references, highlights and rename are all asked of this.
 */
import { type DocumentTerm, type DocumentTerms, longFormKey, singularLong, singularShort } from "../scan/document-terms.ts";
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
  for (const entry of draft.analysis.entries) if (mayName(entry, key)) yield* namingsInEntry(draft, entry, key);
}

/** Whether a block may name a concept; most do not, and an editor asks at every step of the cursor. */
function mayName({ facts, matches }: Entry, key: string): boolean {
  if (facts.definitions.length > 0 || matches.length > 0) return true;
  return facts.occurrences.some(({ readings }) => readings.some(({ concept }) => concept.id === key || isOfFrontMatter(concept)));
}

/** Every place where a document names a concept, and whether it defines the name there; offsets of the document. */
export function references(draft: Draft, key: string): Reference[] {
  return [...namingsOf(draft, key)].map(({ entry, from, to, defines }) => ({ from: entry.from + from, to: entry.from + to, defines }));
}

/** The places of every name of the concept at an offset; none where no name stands. */
export function documentHighlights(draft: Draft, offset: number): Reference[] {
  const naming = namingAt(draft, offset);
  return naming ? references(draft, naming.key) : [];
}

/** The names in one block, in order; those of one concept alone where its key is given. */
export function namingsInEntry(draft: Draft, entry: Entry, wanted?: string): ConceptNaming[] {
  if (entry.scope === "references") return [];
  const found = foundInEntry(entry);
  const byStart = new Map(found.map((one) => [one.from, one]));
  // "HLA" in "human leukocyte antigen (HLA) genes" is read as part of "HLA genes"; the definition knows better.
  const inDefinitions = entry.facts.definitions.flatMap((definition) => definedNames(draft, entry, definition, byStart));
  const defined = new RangeSet(inDefinitions);
  const listing = listingRanges(draft, entry);
  const namings = inDefinitions.filter(({ key }) => wanted === undefined || key === wanted);
  for (const one of found) {
    const concept = one.readings[0]?.concept ?? one.own?.concept;
    if (!concept) continue;
    const key = keyOf(draft, concept, one.own);
    if (wanted !== undefined && key !== wanted) continue;
    const { short, plural, elliptic } = one;
    const [from, to] = [one.from - entry.from, one.to - entry.from];
    if (defined.overlaps({ from, to })) continue;
    const defines = listing.some((range) => range.from <= from && to <= range.to && range.keys.has(key));
    namings.push({ entry, from, to, key, concept, name: nameOf(one), short, plural, elliptic, defines, definition: undefined });
  }
  return namings.sort((a, b) => a.from - b.from);
}

/** The concept that a term of the document's own stands for, by its key. */
export function keyOfTerm(draft: Draft, term: DocumentTerm): string {
  return keyOf(draft, term.concept, term);
}

/** Terminology gives a concept an identity; what only documents define is known by its long form. */
function keyOf(draft: Draft, concept: Concept, own: DocumentTerm | undefined): string {
  const { termbase } = draft.analysis.context;
  const isRecord = termbase.concept(concept.id) !== undefined;
  if (isRecord && !isOfFrontMatter(concept)) return concept.id;
  const name = concept.designations[0]?.text ?? concept.id;
  if (!isRecord) return `document:${longFormKey(own?.long ?? name)}`;
  const [known, ...homonyms] = draft.folderTerminology.context.termbase.named(name);
  return known && homonyms.length === 0 ? known.id : `document:${longFormKey(name)}`;
}

/** Ids that front matter makes from an abbreviation mean nothing elsewhere: another document's MS is something else. */
function isOfFrontMatter({ id }: Concept): boolean {
  return id.startsWith("front-matter:");
}

function nameOf({ readings, own, short }: Found): Name {
  const designation = readings[0]?.designation;
  if (designation) return designation;
  return short ? { text: own?.short ?? "", type: "abbreviation" } : { text: singularLong(own?.long ?? ""), type: "full" };
}

const byNames = new WeakMap<DocumentTerms, Map<string, DocumentTerm[]>>();

/** The document's own terms that a definition or a list line makes. */
export function termsDefined(draft: Draft, { short, long }: { short: string | undefined; long: string }): readonly DocumentTerm[] {
  const { terms } = draft.analysis;
  let table = byNames.get(terms);
  if (!table) {
    table = new Map();
    for (const term of terms.terms) {
      const key = `${term.short ?? ""}|${term.long}`;
      table.set(key, [...(table.get(key) ?? []), term]);
    }
    byNames.set(terms, table);
  }
  return table.get(`${short === undefined ? "" : singularShort(short, long)}|${long}`) ?? [];
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
  const [short, long] = [singularShort(definition.short, definition.long), singularLong(definition.long)];
  const fixed = { key, concept, elliptic: false, defines: true, definition };
  const full: ConceptNaming = {
    entry,
    from: longRange.from,
    to: longRange.to,
    name: knownLong ? nameOf(knownLong) : { text: long, type: "full" },
    short: false,
    plural: knownLong ? knownLong.plural : written.long !== singularLong(written.long),
    ...fixed,
  };
  const abbreviation: ConceptNaming = {
    entry,
    from: shortRange.from,
    to: shortRange.to,
    name: { text: short, type: "abbreviation" },
    short: true,
    plural: written.short === `${short}s`,
    ...fixed,
  };
  return definition.longFirst ? [full, abbreviation] : [abbreviation, full];
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
