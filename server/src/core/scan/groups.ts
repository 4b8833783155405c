import type { Designation } from "../termbase/concept.ts";
import type { Eponym, SpelledWord } from "./facts.ts";
import {
  type ConceptGroup,
  type ConceptMention,
  type Entry,
  type Filed,
  fileMentions,
  type Mark,
  marksIn,
  type Named,
  type ShortFormMention,
  type Wording,
} from "./mentions.ts";

/** Entries in document order, found by their index; all indexes must be of one version of the document. */
class EntryList {
  readonly entries: Entry[] = [];

  add(entry: Entry): void {
    const at = this.placeOf(entry);
    if (this.entries[at] !== entry) this.entries.splice(at, 0, entry);
  }

  remove(entry: Entry): void {
    const at = this.placeOf(entry);
    if (this.entries[at] === entry) this.entries.splice(at, 1);
  }

  private placeOf(entry: Entry): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as Entry).index < entry.index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Which groups changed since somebody asked. */
export interface DirtyGroups {
  readonly shortForms: Set<string>;
  readonly concepts: Set<string>;
  /** Ids of patterns. */
  readonly patterns: Set<string>;
  spelling: boolean;
  eponyms: boolean;
}

/** The entries that write a concept in one way, and how often they do. */
interface WordingGroup {
  readonly designation: Designation;
  readonly text: string;
  readonly list: EntryList;
  /** Entries with a mention in the usual case within a sentence, and those with one in another. */
  readonly usual: EntryList;
  readonly odd: EntryList;
  count: number;
}

/** All mentions of a document by what they are about. Adding or removing a block costs what the block says. */
export class MentionGroups {
  private readonly filed = new Map<Entry, Filed>();
  private readonly shortForms = new Map<string, EntryList>();
  private readonly definitions = new Map<string, EntryList>();
  private readonly wordings = new Map<string, Map<string, WordingGroup>>();
  private readonly patterns = new Map<string, EntryList>();
  private readonly spelledIn = new EntryList();
  private readonly eponymsIn = new EntryList();
  private changed = nothing();

  /** What changed since the last call. */
  takeChanged(): DirtyGroups {
    const { changed } = this;
    this.changed = nothing();
    return changed;
  }

  add(entry: Entry): void {
    const filed = fileMentions(entry);
    this.filed.set(entry, filed);
    this.mark(entry, filed);
    for (const short of filed.shortForms.keys()) listIn(this.shortForms, short).add(entry);
    for (const concept of filed.definitions.keys()) listIn(this.definitions, concept).add(entry);
    for (const name of filed.names) this.addName(entry, name);
    for (const pattern of entry.facts.patterns.keys()) listIn(this.patterns, pattern).add(entry);
    if (entry.facts.spelled.length > 0) this.spelledIn.add(entry);
    if (entry.facts.eponyms.length > 0) this.eponymsIn.add(entry);
  }

  remove(entry: Entry): void {
    const filed = this.filed.get(entry);
    if (!filed) return;
    this.filed.delete(entry);
    this.mark(entry, filed);
    for (const short of filed.shortForms.keys()) unlist(this.shortForms, short, entry);
    for (const concept of filed.definitions.keys()) unlist(this.definitions, concept, entry);
    for (const name of filed.names) this.removeName(entry, name);
    for (const pattern of entry.facts.patterns.keys()) unlist(this.patterns, pattern, entry);
    this.spelledIn.remove(entry);
    this.eponymsIn.remove(entry);
  }

  /** Everything said of a short form, in document order. */
  shortForm(short: string): ShortFormMention[] {
    return (this.shortForms.get(short)?.entries ?? []).flatMap((entry) => this.filed.get(entry)?.shortForms.get(short) ?? []);
  }

  /** Every short form that anything is said of, in no particular order. */
  shortFormNames(): string[] {
    return [...this.shortForms.keys()];
  }

  concept(id: string): ConceptGroup {
    const definitions = (this.definitions.get(id)?.entries ?? []).flatMap((entry) => this.filed.get(entry)?.definitions.get(id) ?? []);
    return { id, wordings: [...(this.wordings.get(id)?.values() ?? [])].map((group) => this.wording(id, group)), definitions };
  }

  /** Every place that a pattern fits, in document order. */
  marks(pattern: string): Mark[] {
    return (this.patterns.get(pattern)?.entries ?? []).flatMap((entry) => marksIn(entry, pattern));
  }

  /** Every word whose spelling belongs to one locale, in document order. */
  spelled(): { entry: Entry; word: SpelledWord }[] {
    return this.spelledIn.entries.flatMap((entry) => entry.facts.spelled.map((word) => ({ entry, word })));
  }

  /** Every disease named after a person, in document order. */
  eponyms(): { entry: Entry; eponym: Eponym }[] {
    return this.eponymsIn.entries.flatMap((entry) => entry.facts.eponyms.map((eponym) => ({ entry, eponym })));
  }

  private wording(concept: string, { designation, text, list, usual, odd, count }: WordingGroup): Wording {
    const named = (entry: Entry) => this.filed.get(entry)?.names.find((name) => name.concept === concept && name.wording === text);
    const [first, model] = [list.entries[0], usual.entries[0]];
    return {
      designation,
      text,
      count,
      first: (first && named(first)?.mentions[0]) as ConceptMention,
      usual: model && named(model)?.usual,
      mentions: () => list.entries.flatMap((entry) => named(entry)?.mentions ?? []),
      odd: () => odd.entries.flatMap((entry) => named(entry)?.odd ?? []),
    };
  }

  private mark(entry: Entry, filed: Filed): void {
    for (const short of filed.shortForms.keys()) this.changed.shortForms.add(short);
    for (const concept of filed.definitions.keys()) this.changed.concepts.add(concept);
    for (const { concept } of filed.names) this.changed.concepts.add(concept);
    for (const pattern of entry.facts.patterns.keys()) this.changed.patterns.add(pattern);
    if (entry.facts.spelled.length > 0) this.changed.spelling = true;
    if (entry.facts.eponyms.length > 0) this.changed.eponyms = true;
  }

  private addName(entry: Entry, { concept, designation, wording, mentions, usual, odd }: Named): void {
    let groups = this.wordings.get(concept);
    if (!groups) {
      groups = new Map();
      this.wordings.set(concept, groups);
    }
    let group = groups.get(wording);
    if (!group) {
      group = { designation, text: wording, list: new EntryList(), usual: new EntryList(), odd: new EntryList(), count: 0 };
      groups.set(wording, group);
    }
    group.list.add(entry);
    if (usual) group.usual.add(entry);
    if (odd.length > 0) group.odd.add(entry);
    group.count += mentions.length;
  }

  private removeName(entry: Entry, { concept, wording, mentions }: Named): void {
    const groups = this.wordings.get(concept);
    const group = groups?.get(wording);
    if (!groups || !group) return;
    for (const list of [group.list, group.usual, group.odd]) list.remove(entry);
    group.count -= mentions.length;
    if (group.count === 0) groups.delete(wording);
    if (groups.size === 0) this.wordings.delete(concept);
  }
}

function nothing(): DirtyGroups {
  return { shortForms: new Set(), concepts: new Set(), patterns: new Set(), spelling: false, eponyms: false };
}

function listIn(lists: Map<string, EntryList>, key: string): EntryList {
  let list = lists.get(key);
  if (!list) {
    list = new EntryList();
    lists.set(key, list);
  }
  return list;
}

function unlist(lists: Map<string, EntryList>, key: string, entry: Entry): void {
  const list = lists.get(key);
  list?.remove(entry);
  if (list?.entries.length === 0) lists.delete(key);
}
