import { startsSentence } from "../scan/prose.ts";
import { type Concept, type DesignationStatus, preferredAbbreviation, preferredTerm } from "../termbase/concept.ts";
import type { LayerKind } from "../termbase/termbase.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { conceptOf, type Found, foundIn } from "./occurrence-at.ts";

/** One way in which a document writes a concept. */
export interface FormInUse {
  /** Without the capital that only a sentence's beginning gave it. */
  readonly text: string;
  readonly count: number;
  readonly status: DesignationStatus;
  /** Year since which the name is deprecated or superseded, and why. */
  readonly since: string | undefined;
  readonly reason: string | undefined;
}

/** A concept as one document speaks of it. */
export interface TermInUse {
  readonly id: string;
  readonly term: string;
  readonly abbreviation: string | undefined;
  readonly definition: string | undefined;
  /** Title of the subject field, where the record names one. */
  readonly subject: string | undefined;
  readonly origin: { readonly kind: LayerKind; readonly name: string };
  /** The most frequent first. */
  readonly forms: readonly FormInUse[];
  readonly count: number;
  /** How many findings of the rules stand at a name of the concept. */
  readonly findings: number;
}

/** Every concept that a document speaks of, in the order of the first mention. Costs a pass over all names of the document. */
export function termsInUse(draft: Draft): TermInUse[] {
  const { termbase } = draft.analysis.context;
  const locale = draft.terminology.settings.locale;
  const { concepts, counts } = gather(draft);
  return [...concepts.values()].map(({ concept, forms, count }) => {
    const layer = termbase.layerOf(concept.id);
    const term = preferredTerm(concept, locale);
    const abbreviation = preferredAbbreviation(concept);
    return {
      id: concept.id,
      term: term.text,
      abbreviation: abbreviation === term ? undefined : abbreviation?.text,
      definition: concept.definition,
      subject: concept.subject === undefined ? undefined : (layer?.subjects[concept.subject] ?? concept.subject),
      origin: layer ? { kind: layer.kind, name: layer.name } : { kind: "document", name: "this document" },
      forms: [...forms.values()].sort((a, b) => b.count - a.count),
      count,
      findings: counts.get(concept.id) ?? 0,
    };
  });
}

interface Gathered {
  readonly concept: Concept;
  readonly forms: Map<string, FormInUse>;
  count: number;
}

function gather(draft: Draft): { concepts: Map<string, Gathered>; counts: Map<string, number> } {
  const concepts = new Map<string, Gathered>();
  const places: NamedPlace[] = [];
  for (const found of foundIn(draft)) {
    const concept = conceptOf(found);
    if (!concept) continue;
    let gathered = concepts.get(concept.id);
    if (!gathered) {
      gathered = { concept, forms: new Map(), count: 0 };
      concepts.set(concept.id, gathered);
    }
    const text = formOf(draft, found);
    const designation = found.readings[0]?.designation;
    const count = (gathered.forms.get(text)?.count ?? 0) + 1;
    const { status = "preferred", since, reason } = designation ?? {};
    gathered.forms.set(text, { text, count, status, since, reason });
    gathered.count++;
    places.push({ from: found.from, to: found.to, id: concept.id });
  }
  return { concepts, counts: findingsByConcept(draft.diagnostics(), places) };
}

/** A name as the document writes it, without line breaks, brackets inside it, and the capital that only its sentence gave it. */
export function formOf(draft: Draft, found: Found): string {
  const text = draft.document
    .slice(found.from, found.to)
    .replace(/[()[\]]/g, "")
    .replace(/\s+/g, " ");
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return text;
  const name = found.readings[0]?.designation.text ?? found.own?.long ?? text;
  if (/^\p{Lu}/u.test(name)) return text;
  const place = { entry: found.entry, from: found.from - found.entry.from, to: found.to - found.entry.from };
  return startsSentence(place) ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text;
}

interface NamedPlace {
  readonly from: number;
  readonly to: number;
  readonly id: string;
}

/** How many findings touch a name of each concept. Both lists are in document order, so that one pass is enough. */
function findingsByConcept(diagnostics: readonly Diagnostic[], places: readonly NamedPlace[]): Map<string, number> {
  const counts = new Map<string, number>();
  let first = 0;
  for (const { from, to } of diagnostics) {
    while (first < places.length && (places[first] as NamedPlace).to <= from) first++;
    const touched = new Set<string>();
    for (let i = first; i < places.length; i++) {
      const place = places[i] as NamedPlace;
      if (place.from >= to) break;
      if (place.to > from) touched.add(place.id);
    }
    for (const id of touched) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
