import {
  type Definition,
  definitionsByUnit,
  isAbbreviation,
  isAddress,
  isDefinition,
  isWorded,
} from "../../rules/abbreviations/definitions.ts";
import { fullNameOf, knownLongForm, longFormOf } from "../../rules/abbreviations/missing.ts";
import { isBareUse, isSystematicName, isUse } from "../../rules/abbreviations/uses.ts";
import { longFormKey, singularShort } from "../../scan/document-terms.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { type Concept, isShortForm, preferredAbbreviation, preferredTerm } from "../../termbase/concept.ts";
import type { Range } from "../diagnostics.ts";
import type { Draft } from "../draft.ts";
import { foundIn } from "../occurrence-at.ts";

/** What a list in a manuscript is of. */
export type ListKind = "abbreviations" | "glossary";

/** One line of an abbreviation list or a glossary. */
export interface ListEntry {
  /** Undefined in a glossary where the document does not abbreviate the term. */
  readonly short: string | undefined;
  readonly term: string;
  readonly definition: string | undefined;
  /** How often the document's own text has it, its definitions and the lists themselves not counted. */
  readonly uses: number;
  /** The terminology's concept, where it is known. */
  readonly concept: Concept | undefined;
}

/** A line that stands in a list already: what is on its left and on its right, as a reader sees them. */
export interface WrittenEntry {
  readonly name: string;
  readonly text: string;
  /** Whether the reader of the document takes the name for an abbreviation; "i.p." is none to it. */
  readonly tracked: boolean;
  /** Its source. */
  readonly raw: string;
}

export interface ListOptions {
  /** How often a term must be used to be listed; the setting `minimumUses` where this is left out. */
  readonly minimumUses?: number | undefined;
}

/**
 * The entries that a list of the document should have, in alphabetical order. `written` are those it has now, and
 * `without` is where they stand, which counts for no use.
 */
export function listEntries(
  draft: Draft,
  kind: ListKind,
  { minimumUses }: ListOptions = {},
  written: readonly WrittenEntry[] = [],
  without?: Range,
): ListEntry[] {
  const least = Math.max(1, minimumUses ?? draft.terminology.settings.minimumUses ?? 1);
  const entries = kind === "abbreviations" ? abbreviations(draft, least, written, without) : glossary(draft, least, written, without);
  return entries.sort((a, b) => compare(nameOf(a), nameOf(b)));
}

/** The name by which an entry is looked up. */
export function nameOf({ short, term, definition }: ListEntry): string {
  return definition === undefined ? (short ?? term) : term;
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

function abbreviations(draft: Draft, least: number, written: readonly WrittenEntry[], without: Range | undefined): ListEntry[] {
  const { analysis } = draft;
  const { termbase } = analysis.context;
  const now = new Map(written.map(({ name, text }) => [singularShort(name, text), text]));
  const entries: ListEntry[] = [];
  const shortForms = shortFormsIn(draft);
  for (const { name, text, tracked } of written) {
    const short = singularShort(name, text);
    if (tracked || termbase.abbreviated(short).length > 0) shortForms.add(short);
    // What cannot be found in the text is the writer's alone to take out.
    else if (!shortForms.has(short)) entries.push({ short: name, term: text, definition: undefined, uses: 0, concept: undefined });
  }
  for (const short of shortForms) {
    const mentions = analysis.shortForm(short).filter((mention) => !isWithin(mention, without));
    const uses = mentions.filter((mention) => isUse(mention) && isBareUse(mention)).length;
    const definition = definitionOf(mentions);
    const long = definition && isAbbreviation(short, termbase) && isWorded(definition.definition.long) ? listedForm(definition) : undefined;
    const concept = conceptOf(short, definition, draft);
    const own = now.get(short);
    if (long !== undefined) {
      const term = own !== undefined && longFormKey(own) === longFormKey(long) ? own : long;
      // A line that a writer has is not taken away while the text has the abbreviation, however seldom.
      if (uses >= (own === undefined ? least : 1)) entries.push({ short, term, definition: undefined, uses, concept });
      continue;
    }
    // What the list alone explains stays for as long as the text needs it, in the writer's words.
    if (own !== undefined) {
      if (uses > 0) entries.push({ short, term: own, definition: undefined, uses, concept });
    } else if (concept && uses >= least && !isSystematicName(short) && !isExempt(short, draft)) {
      entries.push({ short, term: fullNameOf(concept, short, draft.terminology.settings).text, definition: undefined, uses, concept });
    }
  }
  return entries;
}

/** Every short form that the document defines, or uses as the terminology does. */
function shortFormsIn({ analysis }: Draft): Set<string> {
  const found = new Set<string>();
  for (const { short } of analysis.terms.terms) if (short !== undefined) found.add(short);
  for (const { facts } of analysis.entries) {
    for (const { readings } of facts.occurrences) {
      const designation = readings[0]?.designation;
      if (designation?.type === "abbreviation") found.add(designation.text);
    }
  }
  return found;
}

/** The definition that holds for the text; else that of the abstract; else one in a heading, a table or a caption. */
function definitionOf(mentions: readonly ShortFormMention[]): Definition | undefined {
  const units = definitionsByUnit(mentions);
  const inUnits = units.get("text")?.[0] ?? units.get("abstract")?.[0];
  return [inUnits, ...mentions.filter(isDefinition)].find((definition) => definition !== undefined && !isAddress(definition));
}

/** A definition's long form without the capitals that its writer gave it for the abbreviation's sake: "T Cell Receptor (TCR)". */
function listedForm(definition: Definition): string {
  const long = longFormOf(definition);
  const words = long.split(/([\s-]+)/);
  const known = knownLongForm(definition)?.text.split(/([\s-]+)/);
  if (known?.length !== words.length) return long;
  return words
    .map((word, i) => (/^\p{Ll}/u.test(known[i] as string) && /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join("");
}

/** The concept that the document means by a short form, if it can be but one. */
function conceptOf(short: string, definition: Definition | undefined, draft: Draft): Concept | undefined {
  const { termbase } = draft.analysis.context;
  const defined = definition?.definition.conceptId;
  if (defined !== undefined) return termbase.concept(defined);
  if (definition) return undefined;
  const [reading, rival] = termbase
    .abbreviated(short)
    .filter(({ designation }) => designation.status === "preferred" || designation.status === "admitted");
  if (!reading || rival || draft.analysis.context.shortForms.ambiguous.has(short)) return undefined;
  // "MHC class I" would be written out with an abbreviation of its own.
  const { text, type } = preferredTerm(reading.concept);
  return type === "abbreviation" || type === "symbol" || /\b\p{Lu}{2,}/u.test(text) ? undefined : reading.concept;
}

function isExempt(short: string, { terminology }: Draft): boolean {
  return terminology.exempt.has(short) || (terminology.settings.exempt ?? []).includes(short);
}

function isWithin({ entry, from }: ShortFormMention, range: Range | undefined): boolean {
  return range !== undefined && entry.from + from >= range.from && entry.from + from < range.to;
}

function glossary(draft: Draft, least: number, written: readonly WrittenEntry[], without: Range | undefined): ListEntry[] {
  const { termbase } = draft.analysis.context;
  const { locale } = draft.terminology.settings;
  const used = conceptsIn(draft, without);
  const entries = new Map<string, ListEntry>();
  for (const { concept, uses, abbreviated } of used.values()) {
    // A document's own concepts are known by the glossary alone, which keeps them.
    if (uses < least || concept.definition === undefined || !termbase.concept(concept.id)) continue;
    const term = preferredTerm(concept, locale);
    if (term.type === "abbreviation") continue;
    const short = preferredAbbreviation(concept);
    entries.set(term.text, {
      short: abbreviated && short && short.text !== term.text ? short.text : undefined,
      term: term.text,
      definition: concept.definition,
      uses,
      concept,
    });
  }
  for (const { name, text } of written) {
    const { term, short } = splitName(name);
    const known = termbase.named(term);
    const entry = entries.get(term);
    // What was taken from the terminology comes and goes with the text; what a writer wrote stays as it is.
    if (entry && entry.definition === text) continue;
    if (!entry && known.some(({ definition }) => definition === text)) continue;
    entries.set(term, { short: short ?? entry?.short, term, definition: text, uses: entry?.uses ?? 0, concept: entry?.concept });
  }
  return [...entries.values()];
}

/** "human leukocyte antigen (HLA)" as its two names. */
function splitName(name: string): { term: string; short: string | undefined } {
  const both = /^(.*\S)\s+\(([^()\s]+)\)$/.exec(name);
  return both ? { term: both[1] as string, short: both[2] } : { term: name, short: undefined };
}

interface UsedConcept {
  readonly concept: Concept;
  uses: number;
  abbreviated: boolean;
}

/** The concepts of the document's text, where it is plain which is meant. */
function conceptsIn(draft: Draft, without: Range | undefined): Map<string, UsedConcept> {
  const used = new Map<string, UsedConcept>();
  for (const { entry, from, to, readings, own } of foundIn(draft)) {
    const { scope } = entry;
    if (scope === "abbreviations" || scope === "glossary" || scope === "keywords" || scope === "aside") continue;
    if (without && from >= without.from && from < without.to) continue;
    const [reading, rival] = readings;
    const concept = own?.concept ?? reading?.concept;
    if (!concept || (!own && (rival || reading?.designation.status === "hidden"))) continue;
    const known = used.get(concept.id) ?? { concept, uses: 0, abbreviated: false };
    known.uses++;
    const match = own && entry.matches.find((m) => entry.from + m.from === from && entry.from + m.to === to);
    known.abbreviated ||= match ? match.short : reading !== undefined && isShortForm(reading.designation);
    used.set(concept.id, known);
  }
  return used;
}
