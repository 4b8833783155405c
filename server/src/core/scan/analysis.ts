import { type Concept, isShortForm } from "../termbase/concept.ts";
import type { Block } from "../text/block.ts";
import type { Document } from "../text/document.ts";
import { type Scope, scopesOf } from "../text/sections.ts";
import {
  type DocumentMatch,
  type DocumentTerm,
  type DocumentTerms,
  documentConcept,
  findDocumentTerms,
  indexDocumentTerms,
  type ListedTerm,
  listedTerms,
  singularShort,
} from "./document-terms.ts";
import {
  type BlockFacts,
  type BlockRange,
  type Eponym,
  holdsWord,
  type InlineDefinition,
  type ScanContext,
  type SpelledWord,
  scanBlock,
} from "./facts.ts";
import type { Occurrence } from "./occurrences.ts";

/** A block where it stands in the document as it is now. */
export interface Entry {
  readonly block: Block;
  /** Offset of the block's start in the document, in UTF-16 units. */
  from: number;
  /** Place among the document's blocks. */
  index: number;
  scope: Scope;
  readonly facts: BlockFacts;
  listed: readonly ListedTerm[];
  /** The document's own names in this block. */
  matches: readonly DocumentMatch[];
}

/** Something said of one short form at one place. */
export type ShortFormMention =
  | {
      readonly kind: "definition";
      readonly entry: Entry;
      readonly from: number;
      readonly to: number;
      readonly definition: InlineDefinition;
    }
  | { readonly kind: "listed"; readonly entry: Entry; readonly from: number; readonly to: number; readonly listed: ListedTerm }
  /** The short form itself, outside its definitions. */
  | { readonly kind: "use"; readonly entry: Entry; readonly from: number; readonly to: number; readonly plural: boolean }
  /** The long form that the short one stands for, outside its definitions. */
  | { readonly kind: "longUse"; readonly entry: Entry; readonly from: number; readonly to: number; readonly plural: boolean };

export interface ConceptMention {
  readonly entry: Entry;
  readonly occurrence: Occurrence;
}

/** What is dirty after an update: groups whose mentions changed, and blocks that are new or stand in another scope. */
export interface Dirt {
  readonly shortForms: Set<string>;
  readonly concepts: Set<string>;
  readonly blocks: Set<Entry>;
  readonly removed: Set<Entry>;
  spelling: boolean;
  eponyms: boolean;
}

const facts = new WeakMap<ScanContext, WeakMap<Block, BlockFacts>>();

/** The facts of a block, read once for as long as block and context live. */
function factsOf(block: Block, context: ScanContext): BlockFacts {
  let known = facts.get(context);
  if (!known) {
    known = new WeakMap();
    facts.set(context, known);
  }
  let found = known.get(block);
  if (!found) {
    found = scanBlock(block, context);
    known.set(block, found);
  }
  return found;
}

/**
 * All that a document says of its terms, kept up to date edit by edit. An update costs the blocks
 * that changed, a pass over the list of blocks, and whatever groups of mentions those blocks belong to.
 */
export class Analysis {
  readonly context: ScanContext;
  entries: Entry[] = [];
  terms: DocumentTerms = indexDocumentTerms([]);
  private readonly shortForms = new Map<string, Set<Entry>>();
  private readonly concepts = new Map<string, Set<Entry>>();
  private readonly spelledIn = new Set<Entry>();
  private readonly eponymsIn = new Set<Entry>();
  private readonly links = new Map<Entry, Links>();
  private readonly defining = new Set<Entry>();
  /** Entries whose list lines read otherwise since the last update. */
  private relisted: Entry[] = [];
  private dirt = cleanDirt();

  constructor(context: ScanContext) {
    this.context = context;
  }

  /** Takes in a new version of the document. */
  update(document: Document): void {
    const { fresh, gone } = this.replaceBlocks(document);
    const moved = this.placeEntries(document);
    const touched = this.updateTerms(fresh, gone, moved);
    for (const entry of gone) {
      this.unlink(entry);
      this.dirt.removed.add(entry);
    }
    for (const entry of touched) {
      this.unlink(entry);
      this.link(entry);
      this.dirt.blocks.add(entry);
    }
  }

  /** What changed since the last call. */
  takeDirt(): Dirt {
    const dirt = this.dirt;
    this.dirt = cleanDirt();
    return dirt;
  }

  /** Everything said of a short form, in document order. */
  shortForm(short: string): ShortFormMention[] {
    return inOrder(this.shortForms.get(short)).flatMap((entry) => mentionsIn(entry, short));
  }

  /** Every full name of a concept, in document order. */
  concept(id: string): ConceptMention[] {
    return inOrder(this.concepts.get(id)).flatMap((entry) =>
      entry.facts.occurrences.filter((o) => conceptKey(o) === id).map((occurrence) => ({ entry, occurrence })),
    );
  }

  /** Definitions of a concept's abbreviation, in document order. */
  definitionsOf(id: string): (ShortFormMention & { kind: "definition" })[] {
    return inOrder(this.concepts.get(id)).flatMap((entry) =>
      entry.facts.definitions
        .filter((definition) => definition.conceptId === id)
        .map((definition) => ({ kind: "definition" as const, entry, ...definition.range, definition })),
    );
  }

  /** Every word whose spelling belongs to one locale, in document order. */
  spelled(): { entry: Entry; word: SpelledWord }[] {
    return inOrder(this.spelledIn).flatMap((entry) => entry.facts.spelled.map((word) => ({ entry, word })));
  }

  /** Every disease named after a person, in document order. */
  eponyms(): { entry: Entry; eponym: Eponym }[] {
    return inOrder(this.eponymsIn).flatMap((entry) => entry.facts.eponyms.map((eponym) => ({ entry, eponym })));
  }

  /** The entry that covers an offset of the document, if one does. */
  entryAt(offset: number): Entry | undefined {
    let low = 0;
    let high = this.entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.entries[middle] as Entry).from <= offset) low = middle;
      else high = middle - 1;
    }
    const entry = this.entries[low];
    return entry && offset >= entry.from && offset <= entry.from + entry.block.source.length ? entry : undefined;
  }

  /** Reuses the entries of the blocks before and behind the change. */
  private replaceBlocks(document: Document): { fresh: Entry[]; gone: Entry[] } {
    const old = this.entries;
    const { blocks, starts } = document;
    let head = 0;
    while (head < old.length && head < blocks.length && (old[head] as Entry).block === blocks[head]) head++;
    let tail = 0;
    while (
      tail < old.length - head &&
      tail < blocks.length - head &&
      (old.at(-1 - tail) as Entry).block === blocks[blocks.length - 1 - tail]
    )
      tail++;
    const fresh: Entry[] = [];
    for (let i = head; i < blocks.length - tail; i++) {
      const block = blocks[i] as Block;
      fresh.push({
        block,
        from: starts[i] as number,
        index: i,
        scope: "body",
        facts: factsOf(block, this.context),
        listed: [],
        matches: [],
      });
    }
    const gone = old.slice(head, old.length - tail);
    this.entries = [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)];
    return { fresh, gone };
  }

  /** Gives every entry its place and scope; answers those whose scope is another one now. */
  private placeEntries(document: Document): Entry[] {
    const moved: Entry[] = [];
    this.relisted = [];
    const scopes = scopesOf(document.blocks);
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entries[i] as Entry;
      entry.from = document.starts[i] as number;
      entry.index = i;
      const scope = scopes[i] as Scope;
      if (entry.scope !== scope) {
        entry.scope = scope;
        moved.push(entry);
      }
      const list = entry.block.kind === "abbreviation" || entry.block.setting.details || scope === "abbreviations" || scope === "glossary";
      if (list || entry.listed.length > 0) this.readList(entry, this.entries[i - 1]?.block);
    }
    return moved;
  }

  /** Reads an entry's list lines; those of a definition list depend on the block before, so they are compared. */
  private readList(entry: Entry, before: Block | undefined): void {
    const listed = listedTerms(entry.block, entry.scope, before);
    if (JSON.stringify(listed) === JSON.stringify(entry.listed)) return;
    entry.listed = listed;
    this.relisted.push(entry);
  }

  /** Files every touched entry under what it now speaks of, after the document's own names are settled. */
  private updateTerms(fresh: readonly Entry[], gone: readonly Entry[], moved: readonly Entry[]): Set<Entry> {
    const touched = new Set([...fresh, ...moved]);
    const defines = (entry: Entry) => entry.facts.definitions.length > 0 || entry.listed.length > 0;
    for (const entry of gone) this.defining.delete(entry);
    for (const entry of this.relisted) touched.add(entry);
    for (const entry of touched) {
      if (defines(entry)) this.defining.add(entry);
      else this.defining.delete(entry);
    }
    if (gone.some(defines) || fresh.some(defines) || this.relisted.length > 0 || moved.some(defines)) {
      for (const entry of this.replaceTerms()) touched.add(entry);
    }
    for (const entry of fresh) entry.matches = this.matchesIn(entry);
    return touched;
  }

  /** Rebuilds the index of the document's names where they changed; answers the entries that may hold a changed one. */
  private replaceTerms(): Entry[] {
    const terms = new Map<string, DocumentTerm>();
    for (const entry of inOrder(this.defining)) {
      for (const { short, long, conceptId } of entry.facts.definitions) this.addTerm(terms, short, long, undefined, conceptId);
      for (const { short, long, definition } of entry.listed) this.addTerm(terms, short, long, definition, undefined);
    }
    const before = new Map(this.terms.terms.map((term) => [term.key, term]));
    const added = [...terms.values()].filter((term) => !before.has(term.key));
    const removed = new Set([...before.values()].filter((term) => !terms.has(term.key)));
    if (added.length === 0 && removed.size === 0) return [];
    // In the order of their keys, so that the answer does not depend on the edits that led here.
    const sorted = [...terms.keys()].sort().map((key) => before.get(key) ?? (terms.get(key) as DocumentTerm));
    this.terms = indexDocumentTerms(sorted);
    const words = this.terms.terms.flatMap((term, i) => (added.includes(term) ? (this.terms.firstWords[i] as number[]) : []));
    const affected = this.entries.filter(
      (entry) => entry.matches.some((m) => removed.has(m.term)) || words.some((word) => holdsWord(entry.facts.words, word)),
    );
    for (const entry of affected) entry.matches = this.matchesIn(entry);
    return affected;
  }

  private addTerm(
    terms: Map<string, DocumentTerm>,
    short: string | undefined,
    long: string,
    definition: string | undefined,
    conceptId: string | undefined,
  ): void {
    const name = short === undefined ? undefined : singularShort(short, long);
    const concept = (conceptId === undefined ? undefined : this.context.termbase.concept(conceptId)) ?? this.knownConcept(long);
    const key = `${name ?? ""}|${long}|${definition ?? ""}|${concept?.id ?? ""}`;
    if (!terms.has(key)) terms.set(key, { key, short: name, long, concept: concept ?? documentConcept({ short: name, long, definition }) });
  }

  private knownConcept(long: string): Concept | undefined {
    const found = this.context.termbase.named(long);
    return found.length === 1 ? found[0] : undefined;
  }

  private matchesIn(entry: Entry): readonly DocumentMatch[] {
    const { terms, firstWords } = this.terms;
    if (terms.length === 0 || !firstWords.some((words) => words.some((word) => holdsWord(entry.facts.words, word)))) return [];
    return findDocumentTerms(entry.block, this.terms);
  }

  private unlink(entry: Entry): void {
    const keys = this.links.get(entry);
    if (!keys) return;
    this.links.delete(entry);
    for (const key of keys.shortForms) {
      drop(this.shortForms, key, entry);
      this.dirt.shortForms.add(key);
    }
    for (const key of keys.concepts) {
      drop(this.concepts, key, entry);
      this.dirt.concepts.add(key);
    }
    if (this.spelledIn.delete(entry)) this.dirt.spelling = true;
    if (this.eponymsIn.delete(entry)) this.dirt.eponyms = true;
  }

  private link(entry: Entry): void {
    const keys = linksOf(entry);
    this.links.set(entry, keys);
    for (const key of keys.shortForms) {
      put(this.shortForms, key, entry);
      this.dirt.shortForms.add(key);
    }
    for (const key of keys.concepts) {
      put(this.concepts, key, entry);
      this.dirt.concepts.add(key);
    }
    if (entry.facts.spelled.length > 0) {
      this.spelledIn.add(entry);
      this.dirt.spelling = true;
    }
    if (entry.facts.eponyms.length > 0) {
      this.eponymsIn.add(entry);
      this.dirt.eponyms = true;
    }
  }
}

interface Links {
  readonly shortForms: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

function linksOf(entry: Entry): Links {
  const shortForms = new Set<string>();
  const concepts = new Set<string>();
  for (const { short, long, conceptId } of entry.facts.definitions) {
    shortForms.add(singularShort(short, long));
    if (conceptId !== undefined) concepts.add(conceptId);
  }
  for (const { short, long } of entry.listed) if (short !== undefined) shortForms.add(singularShort(short, long));
  for (const { term } of entry.matches) if (term.short !== undefined) shortForms.add(term.short);
  for (const occurrence of entry.facts.occurrences) {
    const short = shortFormKey(occurrence);
    if (short !== undefined) shortForms.add(short);
    const concept = conceptKey(occurrence);
    if (concept !== undefined) concepts.add(concept);
  }
  return { shortForms, concepts };
}

/** The short form that an occurrence is, if it is one of the terminology's abbreviations. */
function shortFormKey(occurrence: Occurrence): string | undefined {
  const designation = occurrence.readings[0]?.designation;
  return designation?.type === "abbreviation" ? designation.text : undefined;
}

/** The concept that an occurrence names in full, where it can be but one. */
export function conceptKey(occurrence: Occurrence): string | undefined {
  const [reading, rival] = occurrence.readings;
  if (!reading || rival || occurrence.elliptic || isShortForm(reading.designation)) return undefined;
  return reading.designation.status === "hidden" ? undefined : reading.concept.id;
}

function mentionsIn(entry: Entry, short: string): ShortFormMention[] {
  const found: ShortFormMention[] = [];
  const defined: BlockRange[] = [];
  for (const definition of entry.facts.definitions) {
    if (singularShort(definition.short, definition.long) !== short) continue;
    defined.push(definition.shortRange, definition.longRange);
    found.push({ kind: "definition", entry, ...definition.range, definition });
  }
  for (const listed of entry.listed) {
    if (listed.short === undefined || singularShort(listed.short, listed.long) !== short) continue;
    defined.push(listed.range);
    found.push({ kind: "listed", entry, ...listed.range, listed });
  }
  const outside = (range: BlockRange) => !defined.some((d) => range.from < d.to && range.to > d.from);
  const used: BlockRange[] = [];
  for (const match of entry.matches) {
    if (match.term.short !== short || !outside(match) || used.some((u) => u.from === match.from && u.to === match.to)) continue;
    used.push(match);
    found.push({ kind: match.short ? "use" : "longUse", entry, from: match.from, to: match.to, plural: match.plural });
  }
  for (const occurrence of entry.facts.occurrences) {
    if (shortFormKey(occurrence) !== short || !outside(occurrence) || used.some((u) => u.from === occurrence.from)) continue;
    found.push({ kind: "use", entry, from: occurrence.from, to: occurrence.to, plural: occurrence.plural });
  }
  return found.sort((a, b) => a.from - b.from);
}

function inOrder(entries: ReadonlySet<Entry> | undefined): Entry[] {
  return entries ? [...entries].sort((a, b) => a.index - b.index) : [];
}

function put(groups: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const group = groups.get(key);
  if (group) group.add(entry);
  else groups.set(key, new Set([entry]));
}

function drop(groups: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const group = groups.get(key);
  group?.delete(entry);
  if (group?.size === 0) groups.delete(key);
}

function cleanDirt(): Dirt {
  return { shortForms: new Set(), concepts: new Set(), blocks: new Set(), removed: new Set(), spelling: false, eponyms: false };
}
