import { t } from "../l10n/l10n.ts";
import type { DocumentTerm } from "../scan/document-terms.ts";
import type { Concept, Designation } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";
import { leastWritten, namesThatBegin } from "./completion-names.ts";
import { conceptCard } from "./concept-card.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { longFormBefore, newAbbreviation } from "./first-use.ts";
import { escapeMarkdown } from "./markdown.ts";

export interface Completion {
  /** The name as it will stand in the text. */
  readonly text: string;
  /** What it replaces. */
  readonly range: Range;
  /** The preferred term where the name is another one, or what the name does. */
  readonly detail: string | undefined;
  /** Made when first asked for, since a list holds many. */
  readonly markdown: string;
  /** Orders the list: names of which most words are written, then those that the document uses most, then preferred ones. */
  readonly sortText: string;
  readonly abbreviation: boolean;
}

/** How many names are offered at once; typing on narrows the list. */
const most = 100;

/** A name that continues what is written, before the list is cut. */
interface Candidate {
  readonly concept: Concept;
  readonly designation: Pick<Designation, "text" | "type" | "status" | "caseSensitive">;
  /** Where the words that it continues begin, and how many they are. */
  readonly from: number;
  readonly words: number;
  /** How often the document has the name. */
  readonly count: number;
  readonly own: boolean;
}

/**
 * Names that continue what is written before an offset, and a long form with its abbreviation where that is to be
 * introduced. Nothing is offered before the second letter, outside text, or that the terminology advises against.
 */
export function completions(draft: Draft, offset: number): { items: Completion[]; incomplete: boolean } {
  const { document } = draft;
  if (!draft.analysis.entryAt(offset)) return { items: [], incomplete: false };
  const lineStart = document.lines.startOf(document.lines.positionAt(offset).line);
  const line = document.slice(lineStart, offset);
  const starts = wordStarts(line);
  const candidates = new Map<string, Candidate>();
  for (const [i, start] of starts.entries()) {
    const written = line.slice(start);
    if (written.length < leastWritten) continue;
    for (const candidate of continuing(draft, written, { from: lineStart + start, words: starts.length - i })) {
      const known = candidates.get(candidate.designation.text);
      // The longest stretch of words comes first and is what the name continues.
      if (!known || (known.from === candidate.from && known.count < candidate.count)) candidates.set(candidate.designation.text, candidate);
    }
  }
  const ranked = [...candidates.values()].sort(compare);
  const items = ranked.slice(0, most).flatMap((candidate) => itemsOf(draft, candidate, offset));
  const introduced = introducing(draft, offset);
  const all = introduced ? [introduced, ...items.filter(({ text }) => text !== introduced.text)] : items;
  return { items: all, incomplete: ranked.length > most };
}

/** Where the last words of a line begin, the longest stretch first: a name may have been begun some words ago. */
function wordStarts(line: string): number[] {
  const starts = [...line.slice(-120).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+-]*/gu)].map(
    (m) => m.index + Math.max(0, line.length - 120),
  );
  return starts.slice(-4);
}

function* continuing(draft: Draft, written: string, place: Pick<Candidate, "from" | "words">): IterableIterator<Candidate> {
  const { analysis, terminology } = draft;
  const key = written.toLowerCase();
  const continues = (name: string) => name.length > written.length && name.toLowerCase().startsWith(key);
  for (const term of analysis.terms.terms) {
    for (const [text, type] of [
      [term.short, "abbreviation"],
      [usualCase(term), "full"],
    ] as const) {
      if (text === undefined || !continues(text) || isAdvisedAgainst(term, text)) continue;
      const designation = { text, type, status: "preferred" as const, caseSensitive: type === "abbreviation" };
      yield { concept: term.concept, designation, ...place, count: ownCount(draft, term, type), own: true };
    }
  }
  for (const { concept, designation } of namesThatBegin(analysis.context.termbase, written, terminology.settings.locale)) {
    if (designation.text.length <= written.length) continue;
    yield { concept, designation, ...place, count: countOf(draft, concept, designation), own: false };
  }
}

/** A long form as the terminology writes it, or without the capital that may be its sentence's. */
function usualCase({ long, concept }: DocumentTerm): string {
  const known = concept.id.startsWith("document:")
    ? undefined
    : concept.designations.find((d) => d.text.toLowerCase() === long.toLowerCase());
  if (known) return known.text;
  return /\p{Lu}/u.test(long.slice(1)) ? long : long.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** Whether the terminology advises against a name that the document defines. */
function isAdvisedAgainst({ concept }: DocumentTerm, text: string): boolean {
  const name = normalisedName(text);
  const known = concept.designations.find((d) => d.text === text) ?? concept.designations.find((d) => normalisedName(d.text) === name);
  return known?.status === "deprecated" || known?.status === "superseded";
}

function ownCount({ analysis }: Draft, { short, concept }: DocumentTerm, type: "full" | "abbreviation"): number {
  const said = short === undefined ? [] : analysis.shortForm(short);
  const count = said.filter(({ kind }) => kind === "definition" || kind === (type === "full" ? "longUse" : "use")).length;
  if (count > 0 || type === "abbreviation") return Math.max(1, count);
  return Math.max(1, ...analysis.concept(concept.id).wordings.map((wording) => wording.count));
}

function countOf({ analysis }: Draft, { id }: Concept, { text, type }: Designation): number {
  if (type === "abbreviation" || type === "symbol") {
    // Where the document gives the abbreviation another meaning, its uses are no uses of this name.
    if (analysis.terms.terms.some((term) => term.short === text && term.concept.id !== id)) return 0;
    return analysis.shortForm(text).filter(({ kind }) => kind === "use" || kind === "definition").length;
  }
  return analysis.concept(id).wordings.reduce((sum, wording) => sum + (wording.designation.text === text ? wording.count : 0), 0);
}

function compare(a: Candidate, b: Candidate): number {
  const [left, right] = [sortText(a), sortText(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Who has written more words of a name means it more surely; of names alike in that, the most used come first. */
function sortText({ count, own, words, designation }: Candidate): string {
  const rank = own ? 0 : designation.status === "preferred" ? 1 : 2;
  return `${9 - words}${String(999_999 - Math.min(count, 999_999)).padStart(6, "0")}${rank}${designation.text.toLowerCase()}`;
}

/** The name, and behind a long form that is to be introduced the same with its abbreviation. */
function itemsOf(draft: Draft, candidate: Candidate, offset: number): Completion[] {
  const { concept, designation, from } = candidate;
  const preferred = concept.designations.find((d) => d.status === "preferred")?.text;
  const plain: Completion = {
    text: inCase(designation, draft.document.slice(from, offset)),
    range: { from, to: offset },
    detail: preferred === designation.text ? undefined : preferred,
    get markdown() {
      return cardOf(draft, concept, designation);
    },
    sortText: sortText(candidate),
    abbreviation: designation.type === "abbreviation",
  };
  const short = designation.type === "abbreviation" || designation.type === "symbol" ? undefined : newAbbreviation(draft, concept, offset);
  if (short === undefined || /^\s*[([]/.test(draft.document.slice(offset, offset + 8))) return [plain];
  return [plain, introduction(draft, concept, { from, to: offset }, `${plain.text} (${short})`, `${plain.sortText} (`)];
}

/** Sorts before all names, which begin with a digit. */
const first = "!";

/** The long form that has just been written, with its abbreviation. */
function introducing(draft: Draft, offset: number): Completion | undefined {
  const long = longFormBefore(draft, offset);
  return long && introduction(draft, long.concept, long.found, long.text, first);
}

function introduction(draft: Draft, concept: Concept, { from, to }: Range, text: string, sort: string): Completion {
  return {
    text,
    range: { from, to },
    detail: t("introduces the abbreviation"),
    get markdown() {
      return cardOf(draft, concept, concept.designations[0] as Designation);
    },
    sortText: sort,
    abbreviation: false,
  };
}

function cardOf(draft: Draft, concept: Concept, designation: Candidate["designation"]): string {
  const { termbase } = draft.analysis.context;
  const layer = termbase.layerOf(concept.id);
  if (!layer) return concept.definition ? escapeMarkdown(concept.definition) : t("*Defined in this document*");
  const options = { locale: draft.terminology.settings.locale, brief: true };
  return conceptCard({ concept, designation: designation as Designation, layer }, termbase, options);
}

/** The name with the capital that the writer has begun it with, as at the start of a sentence. */
function inCase({ text, caseSensitive }: Candidate["designation"], written: string): string {
  return !caseSensitive && /^\p{Lu}(?!\p{Lu})/u.test(written) ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;
}
