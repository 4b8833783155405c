import type { Concept } from "../termbase/concept.ts";
import type { Block } from "../text/block.ts";
import type { Document } from "../text/document.ts";
import { outlineAfter, outlineStart, sameOutline, scopeOf } from "../text/sections.ts";
import { type Shape, shapeKey } from "./abbreviation-shapes.ts";
import {
  type DocumentMatch,
  type DocumentTerm,
  type DocumentTerms,
  documentConcept,
  findDocumentTerms,
  indexDocumentTerms,
  listedTerms,
  singularShort,
} from "./document-terms.ts";
import { type BlockFacts, type Eponym, holdsWord, type ScanContext, type SpelledWord, scanBlock } from "./facts.ts";
import { type DirtyGroups, MentionGroups } from "./groups.ts";
import type { ConceptGroup, Entry, Mark, ShapeVariant, ShortFormMention } from "./mentions.ts";

/** What is dirty after an update: groups whose mentions changed, and blocks that are new or stand in another scope. */
export interface Dirt extends DirtyGroups {
  readonly blocks: ReadonlySet<Entry>;
  readonly removed: ReadonlySet<Entry>;
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
  private readonly groups = new MentionGroups();
  /** Entries that define names. */
  private readonly defining = new Set<Entry>();
  /** Entries whose list lines read otherwise since the last update. */
  private relisted: Entry[] = [];
  private readonly directives = new Set<Entry>();
  private blocks = new Set<Entry>();
  private removed = new Set<Entry>();

  constructor(context: ScanContext) {
    this.context = context;
  }

  /** Takes in a new version of the document. */
  update(document: Document): void {
    const { head, fresh, gone } = this.compare(document);
    // Groups find an entry by its index: what goes leaves while all indexes are those of the version before.
    for (const entry of gone) this.forget(entry);
    this.replaceEntries(document, head, fresh, gone.length);
    const moved = this.placeEntries(head, fresh.length);
    const touched = this.updateTerms(fresh, gone, moved);
    for (const entry of touched) {
      this.groups.remove(entry);
      this.groups.add(entry);
      this.blocks.add(entry);
      if (entry.block.directives) this.directives.add(entry);
    }
  }

  /** What changed since the last call. */
  takeDirt(): Dirt {
    const dirt = { ...this.groups.takeChanged(), blocks: this.blocks, removed: this.removed };
    this.blocks = new Set();
    this.removed = new Set();
    return dirt;
  }

  /** Everything said of a short form, in document order. */
  shortForm(short: string): ShortFormMention[] {
    return this.groups.shortForm(short);
  }

  /** Every short form that the document uses or defines, in no particular order. */
  shortFormNames(): string[] {
    return this.groups.shortFormNames();
  }

  /** How the document writes a concept. */
  concept(id: string): ConceptGroup {
    return this.groups.concept(id);
  }

  /** Every place that a rule's pattern fits, in document order. */
  marks(pattern: string): Mark[] {
    return this.groups.marks(pattern);
  }

  /** Every word whose spelling belongs to one locale, in document order. */
  spelled(): { entry: Entry; word: SpelledWord }[] {
    return this.groups.spelled();
  }

  /** Every disease named after a person, in document order. */
  eponyms(): { entry: Entry; eponym: Eponym }[] {
    return this.groups.eponyms();
  }

  /** Entries with a comment that speaks to Immunolex, in document order. */
  directiveEntries(): Entry[] {
    return inOrder(this.directives);
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

  private forget(entry: Entry): void {
    this.groups.remove(entry);
    this.removed.add(entry);
    this.blocks.delete(entry);
    this.directives.delete(entry);
    this.defining.delete(entry);
  }

  /** Finds the blocks that came and went between the blocks before and behind the change. */
  private compare(document: Document): { head: number; fresh: Entry[]; gone: Entry[] } {
    const old = this.entries;
    const { blocks, starts } = document;
    const shortest = Math.min(old.length, blocks.length);
    let head = 0;
    while (head < shortest && old[head]?.block === blocks[head] && old[head]?.from === starts[head]) head++;
    let tail = 0;
    while (tail < shortest - head && old[old.length - 1 - tail]?.block === blocks[blocks.length - 1 - tail]) tail++;
    const fresh: Entry[] = [];
    for (let i = head; i < blocks.length - tail; i++) {
      const block = blocks[i] as Block;
      const facts = factsOf(block, this.context);
      fresh.push({
        block,
        from: starts[i] as number,
        index: i,
        scope: "body",
        outline: outlineStart,
        facts,
        listed: [],
        matches: [],
        variants: [],
      });
    }
    return { head, fresh, gone: old.slice(head, old.length - tail) };
  }

  /** Puts new entries in the place of old ones and tells those behind where they stand now. */
  private replaceEntries({ starts }: Document, head: number, fresh: readonly Entry[], gone: number): void {
    this.entries = [...this.entries.slice(0, head), ...fresh, ...this.entries.slice(head + gone)];
    for (let i = head + fresh.length; i < this.entries.length; i++) {
      const entry = this.entries[i] as Entry;
      entry.from = starts[i] as number;
      entry.index = i;
    }
  }

  /** Gives the entries from `head` on their scope, as far as it can have changed; answers the old ones that got another. */
  private placeEntries(head: number, fresh: number): Entry[] {
    const moved: Entry[] = [];
    this.relisted = [];
    let outline = this.entries[head - 1]?.outline ?? outlineStart;
    for (let i = head; i < this.entries.length; i++) {
      const entry = this.entries[i] as Entry;
      const after = outlineAfter(outline, entry.block);
      const scope = scopeOf(entry.block, outline, after);
      const old = i >= head + fresh;
      const settled = old && scope === entry.scope && sameOutline(after, entry.outline);
      if (old && scope !== entry.scope) moved.push(entry);
      entry.scope = scope;
      entry.outline = after;
      this.readList(entry, this.entries[i - 1]?.block);
      if (settled) break;
      outline = after;
    }
    return moved;
  }

  /** Reads an entry's list lines; those of a definition list depend on the block before, so they are compared. */
  private readList(entry: Entry, before: Block | undefined): void {
    const { block, scope } = entry;
    const list = block.kind === "abbreviation" || block.setting.details || scope === "abbreviations" || scope === "glossary";
    if (!list && entry.listed.length === 0) return;
    const listed = listedTerms(block, scope, before);
    if (JSON.stringify(listed) === JSON.stringify(entry.listed)) return;
    entry.listed = listed;
    this.relisted.push(entry);
  }

  /** Files every touched entry under what it now speaks of, after the document's own names are settled. */
  private updateTerms(fresh: readonly Entry[], gone: readonly Entry[], moved: readonly Entry[]): Set<Entry> {
    const touched = new Set([...fresh, ...moved]);
    const defines = (entry: Entry) => entry.facts.definitions.length > 0 || entry.listed.length > 0;
    for (const entry of this.relisted) touched.add(entry);
    for (const entry of touched) {
      if (defines(entry)) this.defining.add(entry);
      else this.defining.delete(entry);
    }
    if (gone.some(defines) || fresh.some(defines) || this.relisted.length > 0 || moved.some(defines)) {
      for (const entry of this.replaceTerms()) touched.add(entry);
    }
    for (const entry of fresh) {
      entry.matches = this.matchesIn(entry);
      entry.variants = this.variantsIn(entry);
    }
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
    const keys = new Set([...added, ...removed].flatMap(({ short }) => (short === undefined ? [] : [shapeKey(short)])));
    const reshaped = this.entries.filter((entry) => entry.facts.shapes.some(({ key }) => keys.has(key)));
    for (const entry of reshaped) entry.variants = this.variantsIn(entry);
    return [...affected, ...reshaped];
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

  /** The shapes in a block that stand for an abbreviation of another shape. */
  private variantsIn(entry: Entry): readonly ShapeVariant[] {
    return entry.facts.shapes.flatMap((shape) => {
      const short = this.usualShape(shape);
      return short === undefined ? [] : [{ short, shape }];
    });
  }

  /** The abbreviation that a shape is a variant of; the document's own outranks the terminology's. */
  private usualShape({ key, text }: Shape): string | undefined {
    const own = this.terms.byShape.get(key) ?? [];
    const [first] = own;
    // Two that differ by case and mean different things do so on purpose.
    if (first && own.some(({ concept }) => concept.id !== first.concept.id)) return undefined;
    const short = first ? first.short : this.context.shortForms.known(key);
    if (short === undefined || short === text) return undefined;
    const { termbase } = this.context;
    const meant = first ? [first.concept.id] : termbase.abbreviated(short).map(({ concept }) => concept.id);
    const other = termbase.abbreviated(text);
    return other.length > 0 && !other.some(({ concept }) => meant.includes(concept.id)) ? undefined : short;
  }

  private matchesIn(entry: Entry): readonly DocumentMatch[] {
    const { terms, firstWords } = this.terms;
    if (terms.length === 0 || !firstWords.some((words) => words.some((word) => holdsWord(entry.facts.words, word)))) return [];
    return findDocumentTerms(entry.block, this.terms);
  }
}

function inOrder(entries: ReadonlySet<Entry>): Entry[] {
  return [...entries].sort((a, b) => a.index - b.index);
}
