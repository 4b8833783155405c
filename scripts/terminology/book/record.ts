/** One concept as a record of the book: its rows in the order in which they are read. */
import { referencePage, sourcePage } from "../../../server/src/core/features/web-pages.ts";
import {
  type Concept,
  type Designation,
  type DesignationStatus,
  type Evidence,
  preferredAbbreviation,
  preferredTerm,
} from "../../../server/src/core/termbase/concept.ts";
import type { Entry } from "../terminology.ts";
import type { Linker } from "./linker.ts";
import type { BookRecord, Row, Run } from "./model.ts";
import { anchorOf } from "./names.ts";
import type { Relations } from "./relations.ts";

/** What each class of evidence says about a disease. */
const evidence: Readonly<Record<Evidence, string>> = {
  established: "established as an autoimmune disease",
  probable: "probably an autoimmune disease",
  contested: "an autoimmune origin is contested",
  autoinflammatory: "autoinflammatory rather than autoimmune",
  "not-autoimmune": "not an autoimmune disease",
};

/** Names by status, in the order in which they are told, under words for a writer. */
const statuses: readonly (readonly [DesignationStatus, string])[] = [
  ["preferred", "Preferred"],
  ["admitted", "Also correct"],
  ["deprecated", "Avoid"],
  ["superseded", "Former names"],
  ["hidden", "Also found as"],
];

export function recordOf(entry: Entry, relations: Relations, link: Linker): BookRecord {
  const { concept } = entry;
  const term = preferredTerm(concept);
  const short = preferredAbbreviation(concept);
  const abbreviation = short === term ? undefined : short;
  const prose = (label: string, text: string | undefined): Row[] =>
    text === undefined ? [] : [{ label, form: "prose", items: [link(text, concept.id)] }];
  return {
    id: concept.id,
    anchor: anchorOf(concept.id),
    term: term.text,
    ...(abbreviation && { abbreviation: abbreviation.text }),
    definition: concept.definition === undefined ? [] : link(concept.definition, concept.id),
    ...(concept.plain !== undefined && { plain: sentence(concept.plain) }),
    rows: [
      ...prose("Scope", concept.scopeNote),
      ...prose("Note", concept.note),
      ...(concept.evidence ? [names("Evidence", [[{ text: evidence[concept.evidence] }]])] : []),
      ...nameRows(concept, term, abbreviation),
      ...relations(entry).map(({ label, runs }) =>
        names(
          label,
          runs.map((run) => [run]),
        ),
      ),
      ...referenceRow(concept),
      ...sourceRow(concept),
    ],
    standing: standingOf(entry),
    entry,
  };
}

/** The names that the heading does not show already, by status; those the record has more to say about, a line each. */
function nameRows(concept: Concept, term: Designation, abbreviation: Designation | undefined): Row[] {
  const rows = statuses.flatMap(([status, label]): Row[] => {
    const own = concept.designations.filter((d) => d.status === status && d !== term && d !== abbreviation);
    const groups = grouped(own, said);
    if (groups.every(([about]) => about === ""))
      return own.length > 0
        ? [
            names(
              label,
              own.map(({ text }) => [{ text }]),
            ),
          ]
        : [];
    const items = groups.map(([about, named]): Run[] => {
      const text = named.map((designation) => designation.text).join(", ");
      return about === "" ? [{ text }] : [{ text }, { text: ` – ${about}`, aside: true }];
    });
    return [{ label, form: "lines", items }];
  });
  return [...(term.plural ? [names("Plural", [[{ text: term.plural }]])] : []), ...rows];
}

/** What a record says about a name: its spelling, since when it is out of use, why and who says so. */
function said({ locale, type, status, since, reason, authority }: Designation): string {
  const parts = [
    locale === "en-GB" ? "British spelling" : locale === "en-US" ? "American spelling" : undefined,
    type === "eponym" && status !== "hidden" && reason === undefined ? "eponym" : undefined,
    since === undefined ? undefined : `since ${since}`,
    reason,
    authority,
  ];
  return parts.filter((part) => part !== undefined).join("; ");
}

function referenceRow({ xrefs }: Concept): Row[] {
  const items = xrefs.map(({ id, match, note }): Run[] => {
    const page = referencePage(id);
    const how = [match === "exact" ? undefined : `${match} match`, note].filter((part) => part !== undefined);
    const after: Run[] = how.length > 0 ? [{ text: ` (${how.join(": ")})`, aside: true }] : [];
    return [page ? { text: `${page.name} ${page.id}`, url: page.url } : { text: id }, ...after];
  });
  return items.length > 0 ? [names("Ontologies", items)] : [];
}

function sourceRow({ sources }: Concept): Row[] {
  const items = sources.map((source): Run[] => {
    const url = sourcePage(source) ?? (/^https?:\/\//.test(source.url ?? "") ? source.url : undefined);
    return [url === undefined ? { text: source.citation } : { text: source.citation, url }];
  });
  return items.length > 0 ? [{ label: items.length > 1 ? "Sources" : "Source", form: "lines", items }] : [];
}

function names(label: string, items: readonly (readonly Run[])[]): Row {
  return { label, form: "names", items };
}

function standingOf({ concept, composed }: Entry): string {
  const read =
    concept.record === "retired" ? "retired" : concept.record === "reviewed" ? `reviewed ${concept.reviewed ?? ""}`.trim() : "draft";
  return [concept.id, composed ? "composed from a table of facts" : undefined, read].filter((part) => part !== undefined).join(" · ");
}

/** A gloss as a sentence: some are written as clauses. */
function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** Items by what `keyOf` says of them, in the order in which each is first said. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
