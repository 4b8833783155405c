import type { Locale } from "../termbase/concept.ts";
import { type Concept, type Designation, type Evidence, isShortForm, preferredAbbreviation, preferredTerm } from "../termbase/concept.ts";
import type { Layer, Reading, Termbase } from "../termbase/termbase.ts";
import { escapeMarkdown, referenceLink, shortList, sourceLink } from "./markdown.ts";

/** How many names, related concepts, links and sources one line holds. */
const most = { names: 4, links: 5, sources: 2 };

/** What a card says beside the record. */
export interface CardOptions {
  /** Spelling in which the name is given, where the record has several. */
  readonly locale?: Locale | undefined;
  /** Markdown above the definition and below it: what one document makes of the concept. */
  readonly meant?: string | undefined;
  readonly here?: string | undefined;
  /** The abbreviation that the document gives the concept. */
  readonly short?: string | undefined;
  /** Whether to leave out what a writer at work can do without. */
  readonly brief?: boolean;
  /** Whether the title is the name alone. */
  readonly bare?: boolean;
}

/** A concept as Markdown, what matters most first: name, status, definition, names, relations, identifiers, source. */
export function conceptCard({ concept, designation, layer }: Reading, termbase: Termbase, options: CardOptions = {}): string {
  const parts = [
    titleOf(concept, layer, options),
    statusLine(concept, designation, options),
    retiredLine(concept, termbase),
    options.meant,
    concept.definition ? sentence(concept.definition) : undefined,
    concept.plain ? `*In plain words:* ${escapeMarkdown(concept.plain)}` : undefined,
    options.here,
    factLines(concept, designation, termbase),
    concept.note && !options.brief ? `*Note:* ${escapeMarkdown(concept.note)}` : undefined,
    concept.xrefs.length > 0 ? links(concept) : undefined,
    `*Source:* ${sources(concept, layer)}`,
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

/** A concept's name, its abbreviation and its subject field, on one line of Markdown. */
export function titleOf(concept: Concept, layer: Layer | undefined, { locale, short, bare }: CardOptions): string {
  const term = preferredTerm(concept, locale).text;
  const abbreviation = short ?? preferredAbbreviation(concept)?.text;
  const title = `**${escapeMarkdown(term)}**${abbreviation && abbreviation !== term ? ` (${escapeMarkdown(abbreviation)})` : ""}`;
  const subject = concept.subject && !bare ? (layer?.subjects[concept.subject] ?? concept.subject) : undefined;
  return subject ? `${title} · ${escapeMarkdown(subject)}` : title;
}

/** What became of the name that stands in the text, and which one to use; undefined where it is the preferred one. */
function statusLine(concept: Concept, designation: Designation, { locale, short, meant }: CardOptions): string | undefined {
  const { status, since, reason, authority, exact } = designation;
  const current = (isShortForm(designation) ? preferredAbbreviation(concept) : undefined) ?? preferredTerm(concept, locale);
  const use = `**${escapeMarkdown(current.text)}**`;
  const name = `“${escapeMarkdown(designation.text)}”`;
  // An abbreviation that the document itself introduces needs no other.
  if (short !== undefined && isShortForm(designation) && status !== "superseded" && status !== "deprecated") return undefined;
  if (status === "admitted" && current.text !== designation.text && current.locale === undefined)
    return `${name} is right too; the preferred name is ${use}.`;
  // Where the document's choice is told, it names the concept already.
  if (status === "hidden" && meant !== undefined) return undefined;
  if (status === "hidden") return `${name} is understood; the name to use is ${use}.`;
  if (status !== "superseded" && status !== "deprecated") return undefined;
  const state = `${name} is ${status === "superseded" ? "superseded" : "not recommended"}${since ? ` since ${escapeMarkdown(since)}` : ""}`;
  const advice = exact || !reason ? `use ${use}` : status === "superseded" ? `mostly ${use} is meant` : `the preferred name is ${use}`;
  const why = reason ? ` ${capitalised(escapeMarkdown(reason))}${authority ? ` (${escapeMarkdown(authority)})` : ""}.` : "";
  return `${state}: ${advice}.${why}`;
}

/** A definition with its full stop, whether its writer set one or not. */
function sentence(definition: string): string {
  return `${escapeMarkdown(definition.replace(/[.\s]+$/, ""))}.`;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{Ll}* )/u, (letter) => letter.toUpperCase());
}

function retiredLine({ record, replacedBy }: Concept, termbase: Termbase): string | undefined {
  if (record !== "retired") return undefined;
  const next = replacedBy === undefined ? undefined : termbase.concept(replacedBy);
  return `This record is retired${next ? `; see **${escapeMarkdown(preferredTerm(next).text)}**` : ""}.`;
}

/** The classes of evidence as a sentence would have them. */
const evidence: Readonly<Record<Evidence, string>> = {
  established: "well established as an autoimmune disease",
  probable: "probably an autoimmune disease",
  contested: "whether it is an autoimmune disease is contested",
  autoinflammatory: "autoinflammatory rather than autoimmune",
  "not-autoimmune": "not an autoimmune disease",
};

/** Names and relations, a line each. */
function factLines(concept: Concept, at: Designation, termbase: Termbase): string | undefined {
  const also = concept.designations.filter((d) => d.status === "admitted" && d !== at);
  const avoid = concept.designations.filter((d) => (d.status === "deprecated" || d.status === "superseded") && d !== at);
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => termbase.concept(id))
      .filter((c) => c !== undefined)
      .map((c) => preferredTerm(c).text);
  const lines: [string, readonly string[]][] = [
    ["Also", also.map((d) => d.text)],
    ["Avoid", avoid.map((d) => d.text)],
    ["Often confused with", names(concept.confusedWith)],
    ["Evidence", concept.evidence ? [evidence[concept.evidence]] : []],
    ["Kind of", names(concept.broader)],
    ["Part of", names(concept.partOf)],
  ];
  const text = lines
    .filter(([, list]) => list.length > 0)
    .map(([label, list]) => `*${label}:* ${shortList(list.map(escapeMarkdown), most.names)}`);
  return text.length > 0 ? text.join("  \n") : undefined;
}

function links({ xrefs }: Concept): string {
  return xrefs
    .slice(0, most.links)
    .map(({ id, match }) => referenceLink(id, match))
    .join(" · ");
}

function sources(concept: Concept, layer: Layer): string {
  const cited = concept.sources.slice(0, most.sources).map(sourceLink);
  return [...cited, escapeMarkdown(layer.name)].join("; ");
}

/** The name and definition of a concept on one line, for lists. */
export function conceptLine(concept: Concept): { term: string; abbreviation: string | undefined; definition: string | undefined } {
  const term = preferredTerm(concept);
  const abbreviation = preferredAbbreviation(concept);
  return {
    term: term.text,
    abbreviation: abbreviation && abbreviation !== term && isShortForm(abbreviation) ? abbreviation.text : undefined,
    definition: concept.definition,
  };
}
