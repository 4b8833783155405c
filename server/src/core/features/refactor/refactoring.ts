import type { Edit } from "../../rules/rule.ts";
import type { Entry, Place } from "../../scan/mentions.ts";
import { holdsMarkup, isGloss, isOwnText } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { isShortForm } from "../../termbase/concept.ts";
import type { TextEdit } from "../diagnostics.ts";
import type { Draft } from "../draft.ts";

/** A change of wording that a writer can ask for at a place. */
export interface Refactoring {
  readonly title: string;
  /** In order and apart. */
  readonly edits: readonly TextEdit[];
}

/** A name of a concept at one place. */
export interface Mention extends Place {
  readonly plural: boolean;
  /** The name that stands here, as the terminology or the document's definition has it. */
  readonly name: string;
  readonly short: boolean;
}

/** Whether the words at a place are the writer's own to change: no quotation, no gloss, nothing with markup inside. */
export function isChangeable(place: Place): boolean {
  return isOwnText(place.entry.scope) && !holdsMarkup(place) && !isQuoted(place) && !isGloss(place);
}

/** The names of a concept in a block, where it is plain that they are meant; definitions included. */
export function mentionsOf(conceptId: string, entry: Entry): Mention[] {
  const found: Mention[] = [];
  for (const { from, to, term, short, plural } of entry.matches) {
    // Two definitions that differ in a capital name the same place twice.
    if (term.concept.id !== conceptId || found.at(-1)?.from === from) continue;
    // "juvenile rheumatoid arthritis" is another disease, not an adjective before this one.
    if (!short && entry.facts.occurrences.some((o) => o.from <= from && o.to >= to && o.to - o.from > to - from)) continue;
    found.push({ entry, from, to, plural, short, name: (short ? term.short : term.long) ?? term.long });
  }
  for (const { from, to, readings, plural, elliptic } of entry.facts.occurrences) {
    const [reading, rival] = readings;
    if (!reading || elliptic || reading.concept.id !== conceptId || reading.designation.status === "hidden") continue;
    // The document's own name at a place says more than the terminology's.
    if (rival || entry.matches.some((match) => match.from < to && from < match.to)) continue;
    found.push({ entry, from, to, plural, short: isShortForm(reading.designation), name: reading.designation.text });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Edits of blocks as edits of the document, in order. */
export function inDocument(edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ entry, from, to, text }) => ({ from: entry.from + from, to: entry.from + to, text })).sort((a, b) => a.from - b.from);
}

/** The mention that an offset of the document touches. */
export function mentionAt(conceptId: string, draft: Draft, offset: number): Mention | undefined {
  const entry = draft.analysis.entryAt(offset);
  if (!entry) return undefined;
  const at = offset - entry.from;
  return mentionsOf(conceptId, entry).find(({ from, to }) => from <= at && at <= to);
}
