/** The terminology as a book to read: records as plain data that a page or a Markdown file only has to set. */
import type { Entry, Terminology } from "../terminology.ts";
import type { Linker } from "./linker.ts";
import { sortedByName } from "./names.ts";
import { recordOf } from "./record.ts";
import { relationsOf } from "./relations.ts";

/** A piece of text, linked to a record of the book, to a page on the web, or to nothing. */
export interface Run {
  readonly text: string;
  /** Anchor of a record. */
  readonly to?: string;
  readonly url?: string;
  /** Whether it only comments on what stands before it. */
  readonly aside?: true;
}

/** What a record says under one label. */
export interface Row {
  readonly label: string;
  /** Prose is a paragraph; names stand one after another, lines below each other. */
  readonly form: "prose" | "names" | "lines";
  readonly items: readonly (readonly Run[])[];
}

/** One concept as readers see it. */
export interface BookRecord {
  readonly id: string;
  /** Unique in the book: lower case letters, digits and hyphens. */
  readonly anchor: string;
  readonly term: string;
  readonly abbreviation?: string;
  readonly definition: readonly Run[];
  /** The definition for a lay reader. */
  readonly plain?: string;
  readonly rows: readonly Row[];
  /** Where the record stands: composed, draft or reviewed, and when. */
  readonly standing: string;
  readonly entry: Entry;
}

/** The records of one subject field, by name. */
export interface Section {
  readonly key: string;
  readonly anchor: string;
  readonly title: string;
  readonly records: readonly BookRecord[];
}

export interface Book {
  readonly title: string;
  readonly version: string;
  readonly sections: readonly Section[];
}

/** The whole terminology as a book; `link` finds the concepts that a text names. Retired records stay, as their ids do. */
export function bookOf(terminology: Terminology, head: { title: string; version: string }, link: Linker): Book {
  const relations = relationsOf(terminology);
  const sections = Object.entries(terminology.subjects).map(([key, title]) => {
    const own = [...terminology.byId.values()].filter(({ concept }) => concept.subject === key);
    const records = sortedByName(
      own.map((entry) => recordOf(entry, relations, link)),
      ({ term }) => term,
    );
    return { key, anchor: `subject-${key}`, title, records };
  });
  return { ...head, sections: sections.filter(({ records }) => records.length > 0) };
}

/** Every record of a book. */
export function recordsOf(book: Book): BookRecord[] {
  return book.sections.flatMap(({ records }) => records);
}
