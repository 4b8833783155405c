import { t } from "../../l10n/l10n.ts";
import { singularLong } from "../../scan/document-terms.ts";
import type { Entry, Place, ShortFormMention } from "../../scan/mentions.ts";
import { quoted, readingUnit, startsSentence, textAt } from "../../scan/prose.ts";
import { type Concept, type Designation, preferredAbbreviation, preferredTerm } from "../../termbase/concept.ts";
import { replaceName } from "../replacement.ts";
import type { Fix, RuleContext } from "../rule.ts";
import { type Definition, isAbbreviation, isDefinition } from "./definitions.ts";
import { isBareUse, isExplained, isSystematicName, isUse, type Use } from "./uses.ts";

/** The two parts of a manuscript that are read apart. */
export type Unit = "abstract" | "text";

/** An abbreviation that a part of the manuscript uses without having said what it stands for. */
export interface Missing {
  /** The first place where a reader is left alone with it. */
  readonly use: Use;
  /** Where that part explains it after all, but too late. */
  readonly late: Definition | undefined;
  /** Where the other part explains it. */
  readonly elsewhere: Definition | undefined;
}

/** Finds out whether a part of the manuscript uses a short form that it has not explained. */
export function missingDefinition(
  short: string,
  mentions: readonly ShortFormMention[],
  unit: Unit,
  context: RuleContext,
): Missing | undefined {
  if (context.exempt.has(short) || isSystematicName(short) || !isAbbreviation(short, context.analysis.context.termbase)) return undefined;
  if (mentions.some((m) => m.kind === "listed")) return undefined;
  // "anti-CCP" and "BCR-seq" need no explanation where CCP and BCR have one; whether they have is not this group's to know.
  if (short.startsWith("anti-") || short.endsWith("-seq")) return undefined;
  const genes = geneSymbolsOf(short, context);
  const uses = mentions.filter((m): m is Use => isUse(m) && readingUnit(m.entry.scope) === unit && isBareUse(m) && !genes.has(textAt(m)));
  const [use] = uses;
  if (!use) return undefined;
  const definitions = mentions.filter(isDefinition);
  const here = definitions.filter((d) => (readingUnit(d.entry.scope) ?? "text") === unit);
  const elsewhere = definitions.find((d) => !here.includes(d));
  const [first] = here;
  if (!first) return uses.some(isExplained) ? undefined : { use, late: undefined, elsewhere };
  // A table or a caption may be set anywhere, so what stands before what is sure in the text alone.
  const plain = ({ entry }: ShortFormMention) => (entry.scope === "body" || entry.scope === "abstract") && hasSentences(entry);
  const early = uses.find((m) => plain(m) && isBefore(m, first) && !isInDefinition(m));
  if (!early || !plain(first) || uses.some((m) => isBefore(m, first) && isExplained(m))) return undefined;
  return { use: early, late: first, elsewhere };
}

/**
 * Spellings of an abbreviation that are symbols of the gene and not how the protein is abbreviated: CTLA4 beside
 * CTLA-4. Gene symbols stand for themselves.
 */
function geneSymbolsOf(short: string, context: RuleContext): Set<string> {
  const concepts = context.analysis.context.termbase.abbreviated(short).map(({ concept }) => concept);
  const symbols = concepts.flatMap(({ xrefs }) => xrefs.map(({ id }) => id).filter((id) => id.startsWith(gene)));
  const usual = new Set(concepts.map((concept) => preferredAbbreviation(concept)?.text));
  return new Set(symbols.map((id) => id.slice(gene.length)).filter((symbol) => !usual.has(symbol)));
}

const gene = "HGNC.SYMBOL:";

/** Whether a block is prose: a line of keywords or the title of a plain text ends without a full stop. */
export function hasSentences({ block }: Entry): boolean {
  let known = sentences.get(block);
  if (known === undefined) {
    known = block.setting.list || /[.!?][)"”’*_\]]*(?:\s|$)/.test(block.source);
    sentences.set(block, known);
  }
  return known;
}

const sentences = new WeakMap<Entry["block"], boolean>();

/** Whether one mention stands before another. */
export function isBefore(a: ShortFormMention, b: ShortFormMention): boolean {
  return a.entry.index < b.entry.index || (a.entry === b.entry && a.from < b.from);
}

/** Whether a place is part of some definition: "HLA-DR (human leukocyte antigen DR)" is no use of anything. */
function isInDefinition({ entry, from, to }: Use): boolean {
  return entry.facts.definitions.some(({ range }) => from < range.to && to > range.from);
}

/** The concepts whose usual abbreviation this is. A name that is only recognised is no basis for a complaint. */
export function meaningsOf(short: string, context: RuleContext): Concept[] {
  return (
    context.analysis.context.termbase
      .abbreviated(short)
      .filter(({ designation }) => designation.status === "preferred" || designation.status === "admitted")
      .map(({ concept }) => concept)
      .filter((concept) => concept.designations.some((d) => d.type === "full" || d.type === "eponym"))
      // "MHC class I" would be written out with an abbreviation of its own, which is the one to define.
      .filter((concept) => !/\b\p{Lu}{2,}/u.test(preferredTerm(concept).text))
  );
}

const greekTail = /[α-ω]$/u;

/**
 * What a short form is written out as: with its Greek letter where it has one, "tumor necrosis factor α (TNF-α)", and by
 * the name that it shortens where that is not the usual one, "B-lymphocyte stimulator (BLyS)".
 */
export function fullNameOf(concept: Concept, short: string, { locale }: Partial<Pick<RuleContext, "locale">>): Designation {
  const usual = preferredTerm(concept, locale);
  const letter = greekTail.exec(short)?.[0];
  if (letter === undefined) return shortenedBy(short, usual, concept) ?? usual;
  if (usual.text.includes(letter)) return usual;
  return concept.designations.find(({ text, type }) => type === "full" && text.endsWith(letter)) ?? usual;
}

/** The other name whose initials an abbreviation has that is not the concept's usual one; the usual two belong together. */
function shortenedBy(short: string, usual: Designation, concept: Concept): Designation | undefined {
  if (preferredAbbreviation(concept)?.text === short) return undefined;
  const capitals = (short.match(/\p{Lu}/gu) ?? []).join("");
  if (capitals.length < 2 || initialsOf(usual.text) === capitals) return undefined;
  return concept.designations.find((d) => d.type === "full" && d.status === "admitted" && !d.locale && initialsOf(d.text) === capitals);
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? []).join("").toUpperCase();
}

/** Writes a term out before the abbreviation that stands for it. */
export function spellOut(use: Use, term: Pick<Designation, "text" | "type" | "plural">): Fix {
  const edit = replaceName(use, term, use.plural);
  // Brackets inside brackets are square.
  const [open, close] = isBracketed(use) ? ["[", "]"] : ["(", ")"];
  const text = `${edit.text} ${open}${textAt(use)}${close}`;
  return { title: t("Define here: {0}", quoted(text)), safe: false, edits: [{ ...edit, text }] };
}

/** Whether a round bracket is open where a place begins. */
function isBracketed({ entry, from }: Place): boolean {
  const before = entry.block.source.slice(Math.max(0, from - 300), from);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** Writes out what a definition elsewhere says; a definition that came too late gives way to the abbreviation. */
export function writeOut(use: Use, definition: Definition, short: string, late: boolean): Fix {
  const fix = spellOut(use, { text: longFormOf(definition), type: "full" });
  const { block } = definition.entry;
  const { from, to } = definition;
  const { long, short: written } = definition.definition.written;
  if (!late || block.source.slice(from, to) !== `${long} (${written})`) return fix;
  const shortened = replaceName(definition, { text: written, type: "abbreviation" }, false);
  return { ...fix, title: t("Move the definition here: “{0} ({1})”", longFormOf(definition), short), edits: [...fix.edits, shortened] };
}

/** A definition's long form in the singular and without the capital that only its sentence gave it. */
export function longFormOf(definition: Definition): string {
  const long = singularLong(definition.definition.long);
  const known = knownLongForm(definition);
  // A capital that stands alone at a sentence's start is most often the sentence's.
  const lower = known ? /^\p{Ll}/u.test(known.text) : startsSentence(definition) && !/\p{Lu}/u.test(long.slice(1));
  return lower ? long.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) : long;
}

/** The terminology's designation that a definition's long form is, if it is one. */
export function knownLongForm({ entry, definition }: Definition): Designation | undefined {
  const { from, to } = definition.longRange;
  return entry.facts.occurrences.find((o) => o.from === from && o.to === to)?.readings[0]?.designation;
}
