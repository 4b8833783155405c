import {
  type Concept,
  type Designation,
  type Evidence,
  type MatchType,
  preferredAbbreviation,
  preferredTerm,
  type RecordStatus,
} from "../termbase/concept.ts";
import type { Termbase } from "../termbase/termbase.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { type HierarchyNode, hierarchyOf } from "./hierarchy.ts";
import { conceptOf, type Found, foundAt, foundIn } from "./occurrence-at.ts";
import { referencePage, sourcePage } from "./web-pages.ts";

/** How another concept is tied to the one on the card. `sameName` is a homonym. */
export type Relation = "partOf" | "hasPart" | "related" | "confusedWith" | "sameName" | "replacedBy";

export interface CardName extends Pick<Designation, "text" | "type" | "status" | "locale" | "since" | "reason" | "authority"> {
  /** How often the document writes this name, in whatever number or case. */
  readonly count: number;
}

/** A name where the document has it, with a few words on both sides. */
export interface CardPlace extends Range {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** All that is known of a concept, as plain data: whoever shows it must escape it. */
export interface TermCard {
  readonly id: string;
  readonly term: string;
  readonly abbreviation: string | undefined;
  /** Title of the subject field. */
  readonly subject: string | undefined;
  readonly definition: string | undefined;
  /** The definition for a lay reader. */
  readonly plain: string | undefined;
  readonly scopeNote: string | undefined;
  readonly note: string | undefined;
  readonly evidence: Evidence | undefined;
  readonly record: RecordStatus | undefined;
  /** Day of the last review. */
  readonly reviewed: string | undefined;
  /** The pack that the record comes from; undefined for what the document itself defines. */
  readonly origin: string | undefined;
  readonly names: readonly CardName[];
  readonly hierarchy: readonly HierarchyNode[];
  readonly relations: readonly { readonly relation: Relation; readonly id: string; readonly term: string }[];
  /** Addresses are of known ontologies alone. */
  readonly references: readonly { readonly text: string; readonly url: string | undefined; readonly match: MatchType }[];
  readonly sources: readonly { readonly text: string; readonly url: string | undefined }[];
  /** The first ones in the document; `count` says how many there are. */
  readonly places: readonly CardPlace[];
  readonly count: number;
}

/** Most places that a card lists. */
const mostPlaces = 200;

/** UTF-16 units of context on each side of a place. */
const context = 50;

/** The id of the concept at an offset of a draft; undefined where nothing known stands there. */
export function conceptAt(draft: Draft, offset: number): string | undefined {
  const found = foundAt(draft, offset);
  return found && conceptOf(found)?.id;
}

/** The card of a concept of the terminology or, with a draft, of one that the draft defines; undefined for an id that is neither's. */
export function termCard(id: string, termbase: Termbase, draft?: Draft): TermCard | undefined {
  const concept = termbase.concept(id) ?? draft?.analysis.terms.terms.find((term) => term.concept.id === id)?.concept;
  if (!concept) return undefined;
  const layer = termbase.layerOf(id);
  const term = preferredTerm(concept, draft?.terminology.settings.locale);
  const abbreviation = preferredAbbreviation(concept);
  const found = draft ? [...foundIn(draft)].filter((each) => conceptOf(each)?.id === id) : [];
  return {
    id,
    term: term.text,
    abbreviation: abbreviation === term ? undefined : abbreviation?.text,
    subject: concept.subject === undefined ? undefined : (layer?.subjects[concept.subject] ?? concept.subject),
    definition: concept.definition,
    plain: concept.plain,
    scopeNote: concept.scopeNote,
    note: concept.note,
    evidence: concept.evidence,
    record: concept.record,
    reviewed: concept.reviewed,
    origin: layer?.name,
    names: namesOf(concept, found),
    hierarchy: hierarchyOf(concept, termbase),
    relations: relationsOf(concept, termbase),
    references: concept.xrefs.map(({ id: curie, match }) => {
      const page = referencePage(curie);
      const { name, url } = { name: page ? `${page.name} ${page.id}` : curie, url: page?.url };
      return { text: name, url, match };
    }),
    sources: concept.sources.map((source) => ({ text: source.citation, url: sourcePage(source) })),
    places: draft ? found.slice(0, mostPlaces).map((each) => placeIn(draft, each)) : [],
    count: found.length,
  };
}

/** The names that a reader may see; what is only recognised is no name to show. */
function namesOf(concept: Concept, found: readonly Found[]): CardName[] {
  const counts = new Map<Designation, number>();
  for (const { readings } of found) {
    const designation = readings[0]?.designation;
    if (designation) counts.set(designation, (counts.get(designation) ?? 0) + 1);
  }
  return concept.designations
    .filter((designation) => designation.status !== "hidden" || counts.has(designation))
    .map((designation) => {
      const { text, type, status, locale, since, reason, authority } = designation;
      const optional = Object.entries({ locale, since, reason, authority }).filter(([, value]) => value !== undefined);
      return { text, type, status, ...Object.fromEntries(optional), count: counts.get(designation) ?? 0 };
    });
}

function relationsOf(concept: Concept, termbase: Termbase): TermCard["relations"] {
  const homonyms = concept.designations.flatMap(({ text }) => termbase.abbreviated(text)).map((reading) => reading.concept.id);
  const parts = partsOf(concept.id, termbase);
  const lists: readonly [Relation, readonly string[]][] = [
    ["replacedBy", concept.replacedBy === undefined ? [] : [concept.replacedBy]],
    ["partOf", concept.partOf],
    ["hasPart", parts],
    ["confusedWith", concept.confusedWith],
    ["sameName", [...new Set(homonyms)]],
    ["related", concept.related],
  ];
  return lists.flatMap(([relation, ids]) =>
    ids
      .filter((id) => id !== concept.id)
      .map((id) => termbase.concept(id))
      .filter((other) => other !== undefined)
      .map((other) => ({ relation, id: other.id, term: preferredTerm(other).text })),
  );
}

/** Most parts that a card lists. */
const mostParts = 40;

function partsOf(id: string, termbase: Termbase): string[] {
  const parts: string[] = [];
  for (const concept of termbase.concepts()) if (concept.partOf.includes(id) && parts.length < mostParts) parts.push(concept.id);
  return parts;
}

function placeIn(draft: Draft, { from, to, entry }: Found): CardPlace {
  const end = entry.from + entry.block.source.length;
  const before = draft.document.slice(Math.max(entry.from, from - context), from);
  const after = draft.document.slice(to, Math.min(end, to + context));
  return {
    from,
    to,
    // A word that is cut in two is left out.
    before: flat(from - context > entry.from ? before.replace(/^\S*\s/, "… ") : before),
    text: flat(draft.document.slice(from, to)),
    after: flat(to + context < end ? after.replace(/\s\S*$/, " …") : after),
  };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}
