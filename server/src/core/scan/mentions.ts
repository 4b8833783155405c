import { type Designation, isShortForm } from "../termbase/concept.ts";
import type { Block } from "../text/block.ts";
import type { Outline, Scope } from "../text/sections.ts";
import type { Shape } from "./abbreviation-shapes.ts";
import { type DocumentMatch, type ListedTerm, singularShort } from "./document-terms.ts";
import type { BlockFacts, BlockRange, InlineDefinition } from "./facts.ts";
import { hasCaseOf } from "./letter-case.ts";
import type { Occurrence } from "./occurrences.ts";
import { isGloss, isRunningText, mayGloss, startsSentence } from "./prose.ts";
import { RangeSet } from "./range-set.ts";
import { wordingOf } from "./wording.ts";

/** A block where it stands in the document as it is now. */
export interface Entry {
  readonly block: Block;
  /** Offset of the block's start in the document, in UTF-16 units. */
  from: number;
  /** Place among the document's blocks. */
  index: number;
  scope: Scope;
  /** Where a reader stands after the block. */
  outline: Outline;
  readonly facts: BlockFacts;
  listed: readonly ListedTerm[];
  /** The document's own names in this block. */
  matches: readonly DocumentMatch[];
  /** Words in this block that are another shape of an abbreviation that the document or the terminology has. */
  variants: readonly ShapeVariant[];
}

/** A word that is another shape of an abbreviation: "TREG" beside "Treg". */
export interface ShapeVariant {
  readonly short: string;
  readonly shape: Shape;
}

/** A range in one block; it stays right when the text before the block changes. UTF-16 units from the block's start. */
export interface Place extends BlockRange {
  readonly entry: Entry;
}

/** Something said of one short form at one place. */
export type ShortFormMention =
  | (Place & { readonly kind: "definition"; readonly definition: InlineDefinition })
  | (Place & { readonly kind: "listed"; readonly listed: ListedTerm })
  /** The short form itself, outside its definitions. */
  | (Place & { readonly kind: "use"; readonly plural: boolean })
  /** The long form that the short one stands for, outside its definitions. */
  | (Place & { readonly kind: "longUse"; readonly plural: boolean })
  /** The short form in another shape: "TREG" or "T-reg" for "Treg". `text` is without the plural s. */
  | (Place & { readonly kind: "variant"; readonly text: string; readonly plural: boolean });

/** A full name of a concept at one place. */
export interface ConceptMention extends Place {
  readonly plural: boolean;
}

/** One way in which a document writes a concept's name. */
export interface Wording {
  readonly designation: Designation;
  /** The name as this wording would have it, in the singular. */
  readonly text: string;
  readonly count: number;
  readonly first: ConceptMention;
  /** The first mention within a sentence that has just the capitals of the name. */
  readonly usual: ConceptMention | undefined;
  /** In document order; made when asked for, since most concepts have but one wording. */
  mentions(): ConceptMention[];
  /** Those within a sentence that have other capitals than the name. */
  odd(): ConceptMention[];
}

/** A place that a rule's pattern fits. */
export interface Mark extends Place {
  readonly shape: string;
  readonly key: string;
  readonly better: string | undefined;
  /** The words as a reader sees them. */
  readonly text: string;
}

/** What a pattern found in one block. */
export function marksIn(entry: Entry, pattern: string): Mark[] {
  return (entry.facts.patterns.get(pattern) ?? []).map(({ from, to, shape, key, better, text }) => ({
    entry,
    from,
    to,
    shape,
    key,
    better,
    text,
  }));
}

/** How a document writes one concept. */
export interface ConceptGroup {
  readonly id: string;
  /** In no particular order. */
  readonly wordings: readonly Wording[];
  /** Definitions of the concept's abbreviation. */
  readonly definitions: readonly (ShortFormMention & { kind: "definition" })[];
}

/** The names of one concept that one block writes alike. */
export interface Named {
  readonly concept: string;
  readonly designation: Designation;
  readonly wording: string;
  readonly mentions: readonly ConceptMention[];
  /** The first within a sentence that has the capitals of the name, and all that have others. */
  readonly usual: ConceptMention | undefined;
  readonly odd: readonly ConceptMention[];
}

/** What one block says, filed by whom it is said of. */
export interface Filed {
  readonly shortForms: ReadonlyMap<string, readonly ShortFormMention[]>;
  readonly names: readonly Named[];
  readonly definitions: ReadonlyMap<string, readonly (ShortFormMention & { kind: "definition" })[]>;
}

/** Files what an entry says. Runs once for each change of the entry. */
export function fileMentions(entry: Entry): Filed {
  const definitions = new Map<string, (ShortFormMention & { kind: "definition" })[]>();
  for (const definition of entry.facts.definitions) {
    if (definition.conceptId === undefined) continue;
    add(definitions, definition.conceptId, {
      kind: "definition" as const,
      entry,
      from: definition.range.from,
      to: definition.range.to,
      definition,
    });
  }
  return { shortForms: shortFormMentions(entry), names: conceptNames(entry), definitions };
}

/** Names in running text; titles and headings are worded otherwise. */
function conceptNames(entry: Entry): Named[] {
  if (!isRunningText(entry.scope)) return [];
  const names = new Map<string, Named & { mentions: ConceptMention[]; odd: ConceptMention[]; usual: ConceptMention | undefined }>();
  const glosses = mayGloss(entry.block.source);
  for (const occurrence of entry.facts.occurrences) {
    const concept = conceptKey(occurrence);
    const designation = occurrence.readings[0]?.designation;
    if (concept === undefined || !designation) continue;
    const { from, to, plural } = occurrence;
    const mention = { entry, from, to, plural };
    if (glosses && isGloss(mention)) continue;
    const wording = wordingOf(entry.block.source.slice(from, to), designation.text);
    const key = `${concept} ${wording}`;
    let named = names.get(key);
    if (!named) {
      named = { concept, designation, wording, mentions: [], odd: [], usual: undefined };
      names.set(key, named);
    }
    named.mentions.push(mention);
    const usual = hasCaseOf(entry.block.source, mention, designation.text);
    if ((usual && named.usual) || startsSentence(mention)) continue;
    if (usual) named.usual = mention;
    else named.odd.push(mention);
  }
  return [...names.values()];
}

/** The concept that an occurrence names in full, where it can be but one and the name may rival others. */
function conceptKey(occurrence: Occurrence): string | undefined {
  const [reading, rival] = occurrence.readings;
  if (!reading || rival || occurrence.elliptic || isShortForm(reading.designation)) return undefined;
  const { status } = reading.designation;
  return status === "preferred" || status === "admitted" ? reading.concept.id : undefined;
}

function shortFormMentions(entry: Entry): Map<string, ShortFormMention[]> {
  const found = new Map<string, ShortFormMention[]>();
  const ranges = new Map<string, BlockRange[]>();
  for (const definition of entry.facts.definitions) {
    const short = singularShort(definition.short, definition.long);
    add(ranges, short, definition.shortRange);
    add(ranges, short, definition.longRange);
    add(found, short, { kind: "definition", entry, from: definition.range.from, to: definition.range.to, definition });
  }
  for (const listed of entry.listed) {
    if (listed.short === undefined) continue;
    const short = singularShort(listed.short, listed.long);
    add(ranges, short, listed.range);
    add(found, short, { kind: "listed", entry, from: listed.range.from, to: listed.range.to, listed });
  }
  // A block can hold thousands of names, so each is compared with no other.
  const defined = new Map([...ranges].map(([short, places]) => [short, new RangeSet(places)]));
  const ownNames = shortestShortForms(entry);
  const used = new Set<string>();
  const use = (kind: "use" | "longUse", short: string, { from, to }: BlockRange, plural: boolean) => {
    const key = `${from} ${short}`;
    if (used.has(key) || defined.get(short)?.overlaps({ from, to })) return;
    used.add(key);
    add(found, short, { kind, entry, from, to, plural });
  };
  for (const match of entry.matches) {
    if (match.term.short !== undefined) use(match.short ? "use" : "longUse", match.term.short, match, match.plural);
  }
  for (const occurrence of entry.facts.occurrences) {
    const designation = occurrence.readings[0]?.designation;
    // "NK cell" where the document defines "natural killer (NK)": what it says of NK is all there is to say.
    if (designation?.type !== "abbreviation" || (ownNames.get(occurrence.from) ?? occurrence.to) < occurrence.to) continue;
    use("use", designation.text, occurrence, occurrence.plural);
  }
  for (const shape of entry.facts.shapes) {
    const inLonger = () =>
      entry.facts.occurrences.some((o) => o.from <= shape.from && o.to >= shape.to && o.to - o.from > shape.to - shape.from);
    if (shape.ambiguous && !inLonger()) use("use", shape.text, shape, shape.plural);
  }
  for (const { short, shape } of entry.variants) {
    add(found, short, { kind: "variant", entry, from: shape.from, to: shape.to, text: shape.text, plural: shape.plural });
  }
  for (const mentions of found.values()) mentions.sort((a, b) => a.from - b.from);
  return found;
}

/** Where the shortest of the document's own short forms that begin at a place ends, by that place. */
function shortestShortForms({ matches, facts }: Entry): Map<number, number> {
  const ends = new Map<number, number>();
  const ranges = [...matches.filter(({ short }) => short), ...facts.definitions.map(({ shortRange }) => shortRange)];
  for (const { from, to } of ranges) ends.set(from, Math.min(to, ends.get(from) ?? to));
  return ends;
}

function add<Value>(table: Map<string, Value[]>, key: string, value: Value): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
