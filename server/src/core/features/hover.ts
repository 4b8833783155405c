import { type Concept, type Designation, isShortForm, preferredAbbreviation, preferredTerm } from "../termbase/concept.ts";
import type { Layer, Reading, Termbase } from "../termbase/termbase.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { escapeMarkdown, referenceLink, sourceLink } from "./markdown.ts";
import { type Found, foundAt } from "./occurrence-at.ts";

export interface Hover extends Range {
  readonly markdown: string;
}

/** How many meanings of a homonym a hover shows. */
const shown = 4;

/** The definition of what stands at an offset; undefined where nothing known does. */
export function hover(draft: Draft, offset: number): Hover | undefined {
  const found = foundAt(draft, offset);
  if (!found) return undefined;
  const { termbase } = draft.analysis.context;
  const own = found.own && !found.own.concept.id.startsWith("document:") ? undefined : found.own;
  const cards = found.readings.slice(0, shown).map((reading) => conceptCard(reading, termbase, draft));
  if (own && found.readings.length === 0) cards.push(ownCard(found));
  if (found.own && found.readings.length === 0 && !own) cards.push(linkedCard(found, termbase, draft));
  const head = cards.length > 1 ? [`**${cards.length} meanings.** This document does not say which.`] : [];
  return { from: found.from, to: found.to, markdown: [...head, ...cards].join("\n\n---\n\n") };
}

/** A name that the document ties to a concept the terminology knows under other names. */
function linkedCard(found: Found, termbase: Termbase, draft: Draft): string {
  const concept = found.own?.concept as Concept;
  return conceptCard({ concept, designation: preferredTerm(concept), layer: termbase.layerOf(concept.id) as Layer }, termbase, draft);
}

function ownCard(found: Found): string {
  const { concept, short, long } = found.own as NonNullable<Found["own"]>;
  const name = short ? `**${escapeMarkdown(long)}** (${escapeMarkdown(short)})` : `**${escapeMarkdown(long)}**`;
  return [name, concept.definition ? escapeMarkdown(concept.definition) : undefined, "*Defined in this document*"]
    .filter(Boolean)
    .join("\n\n");
}

/** A concept as Markdown: name, definition, names, relations, identifiers, sources. */
export function conceptCard({ concept, designation, layer }: Reading, termbase: Termbase, draft?: Draft): string {
  const locale = draft?.terminology.settings.locale;
  const term = preferredTerm(concept, locale);
  const abbreviation = preferredAbbreviation(concept);
  const subject = concept.subject ? (layer.subjects[concept.subject] ?? concept.subject) : undefined;
  const title = `**${escapeMarkdown(term.text)}**${abbreviation && abbreviation !== term ? ` (${escapeMarkdown(abbreviation.text)})` : ""}`;
  const parts = [
    subject ? `${title} · ${escapeMarkdown(subject)}` : title,
    statusLine(designation, term),
    concept.definition ? `${escapeMarkdown(concept.definition)}.` : undefined,
    concept.note ? `*Note:* ${escapeMarkdown(concept.note)}` : undefined,
    facts(concept, designation, termbase),
    concept.xrefs.length > 0 ? concept.xrefs.map((x) => referenceLink(x.id)).join(" · ") : undefined,
    `*Source:* ${sources(concept, layer)}`,
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function statusLine(designation: Designation, term: Designation): string | undefined {
  const old = escapeMarkdown(designation.text);
  const since = designation.since ? ` since ${escapeMarkdown(designation.since)}` : "";
  const reason = designation.reason ? `: ${escapeMarkdown(designation.reason)}` : "";
  if (designation.status === "superseded") return `“${old}” is superseded${since}${reason}. Use **${escapeMarkdown(term.text)}**.`;
  if (designation.status === "deprecated") return `“${old}” is not recommended${since}${reason}. Use **${escapeMarkdown(term.text)}**.`;
  return undefined;
}

/** Names and relations, a line each. */
function facts(concept: Concept, at: Designation, termbase: Termbase): string | undefined {
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
    ["Kind of", names(concept.broader)],
    ["Part of", names(concept.partOf)],
    ["Not to be confused with", names(concept.confusedWith)],
    ["Evidence for autoimmunity", concept.evidence ? [concept.evidence.replace("-", " ")] : []],
  ];
  const text = lines.filter(([, list]) => list.length > 0).map(([label, list]) => `*${label}:* ${list.map(escapeMarkdown).join(", ")}`);
  return text.length > 0 ? text.join("  \n") : undefined;
}

function sources(concept: Concept, layer: Layer): string {
  const cited = concept.sources.map(sourceLink);
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
