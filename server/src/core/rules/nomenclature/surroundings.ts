import { t } from "../../l10n/l10n.ts";
import { times } from "../../l10n/phrases.ts";
import type { Mark, Place } from "../../scan/mentions.ts";
import { isOwnText, quoted, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import type { Block } from "../../text/block.ts";
import type { Edit } from "../rule.ts";

/** Words that show a sentence to speak of genes or their transcripts, where a protein's symbol and its gene's differ. */
const geneWords =
  /\b(?:genes?|genetic\w*|genom\w*|mRNAs?|RNAs?|RNA-?seq|scRNA\w*|SNPs?|SNVs?|variants?|promoters?|knock-?(?:outs?|downs?|ins?)|KO|polymorphi\w+|loc(?:us|i)|transcript\w*|(?:over|co-?)?express\w*|alleles?|genotyp\w*|haplotyp\w*|eQTLs?|(?:RT-?)?q?PCR|primers?|deficien\w+|delet\w+|encod\w*|GWAS|(?:de|hypo|hyper)?methylat\w*|mutat\w*|exons?|introns?|si?RNA|sh?RNA|transgen\w*|HGNC|(?:up|down)-?regulat\w*|null|chromosom\w*|plasmids?|cDNAs?|rs\d{3,}|symbols?|MIM|OMIM|DEGs?)\b|[ACGT] ?> ?[ACGT]|[-–−]\/[-–−]/i;

/** The sentence that holds text[from, to), by its full stops. */
export function sentenceAt(text: string, from: number, to: number): string {
  const start = text.lastIndexOf(". ", from) + 1;
  const end = text.indexOf(". ", to);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Whether text[from, to) stands in a sentence about genes, or in a list beside a symbol that only a gene has. */
export function isAboutGenes(text: string, from: number, to: number): boolean {
  return geneWords.test(sentenceAt(text, from, to)) || isBesideGene(text, from, to) || isKnockout(text, to);
}

const geneShape = /^(?!CD\d|IL\d|C\d|H\d|SARS|HIV|COVID|HLA)[A-Z]{2,}\d+[A-Z\d]*$/;
const interferonGene = /^(?:IFN[AGBKLWE]|TNFA|TGFB)\d*$/;

function isBesideGene(text: string, from: number, to: number): boolean {
  const before = /([A-Za-z][\w-]*)(?:, (?:and |or )?| and | or |\/)$/.exec(text.slice(Math.max(0, from - 24), from))?.[1];
  const after = /^(?:, (?:and |or )?| and | or |\/)([A-Za-z][\w-]*)/.exec(text.slice(to, to + 24))?.[1];
  return [before, after].some((word) => word !== undefined && (geneShape.test(word) || interferonGene.test(word)));
}

/** "IL6−/−", "IL6+/−". */
function isKnockout(text: string, to: number): boolean {
  return /^[-–−+]\/[-–−+]/.test(text.slice(to, to + 3));
}

/** Answers already found; a block never changes. */
const italics = new WeakMap<Block, Map<number, boolean>>();

/** Whether emphasis that is not bold opens before a place and closes behind it, as gene symbols are set. */
export function isItalic(place: Place): boolean {
  const { block } = place.entry;
  if (!/[*_<]/.test(block.source)) return false;
  let known = italics.get(block);
  if (!known) {
    known = new Map();
    italics.set(block, known);
  }
  let answer = known.get(place.from);
  if (answer === undefined) {
    answer = readItalic(block, place.from, place.to);
    known.set(place.from, answer);
  }
  return answer;
}

/** How far emphasis reaches at most, in UTF-16 units. */
const reach = 2000;

function readItalic({ kind, source }: Block, from: number, to: number): boolean {
  const cell = kind === "table" ? source.lastIndexOf("|", from) + 1 : 0;
  const before = bare(source.slice(Math.max(cell, from - reach), from));
  const after = bare(source.slice(to, to + reach));
  const stars = before.split("*").length - 1;
  if (stars % 2 === 1 && after.includes("*")) return true;
  const opened = before.match(/(?<![\p{L}\p{N}])_(?=\S|$)/gu)?.length ?? 0;
  const closed = before.match(/(?<=\S)_(?![\p{L}\p{N}])/gu)?.length ?? 0;
  return (opened > closed && /_(?![\p{L}\p{N}])/u.test(after)) || /<(?:i|em)>[^<]*$/i.test(before);
}

/** Source without code, escapes and bold marks, so that what is left of stars and lines marks italics. */
function bare(source: string): string {
  if (!/[*_`\\]/.test(source)) return source;
  return source.replace(/\\[\s\S]|`[^`]*`|\*\*|__/g, "");
}

/** Whether a name stands alone in quotation marks: it is spoken of, not used. */
export function isMentioned(place: Place): boolean {
  return /["“‘«]$/.test(textBefore(place, 1)) && /^["”’»]/.test(textAfter(place, 1));
}

/** Whether a name at a place is the writer's own to set right. */
export function isWriters(place: Place): boolean {
  return isOwnText(place.entry.scope) && !isMentioned(place);
}

/** Edits that replace the first fit of a pattern in a place's source; none where an entity or a tag begins before its end. */
export function partEdit(place: Place, part: RegExp, text: string): Edit[] {
  const written = textAt(place);
  const match = part.exec(written);
  if (!match || /[&<]/.test(written.slice(0, match.index + match[0].length))) return [];
  const from = place.from + match.index;
  return [{ entry: place.entry, from, to: from + match[0].length, text }];
}

/** What a document holds to among several forms. */
export interface Choice {
  readonly wanted: string;
  /** A mark in the wanted form, if the document has one. */
  readonly model: Mark | undefined;
  /** Marks in other forms. */
  readonly strays: readonly Mark[];
  /** Says of a stray why it is one and what to write: "“IFN-gamma” is written “IFN-γ” elsewhere …". Both in quotation marks. */
  message(name: string, better: string): string;
}

/** The form of most marks; of equals the one that stands first. */
export function mostUsed(marks: readonly Mark[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { shape } of marks) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * What a document holds to: `wanted`, or without it the form that most marks have. Undefined where nothing strays.
 * `chosen` tells that the writer asked for it.
 */
export function chooseForm(marks: readonly Mark[], wanted = mostUsed(marks), chosen = false): Choice | undefined {
  if (wanted === undefined) return undefined;
  const strays = marks.filter(({ shape }) => shape !== wanted);
  if (strays.length === 0) return undefined;
  const alike = marks.filter(({ shape }) => shape === wanted);
  const [model] = alike;
  const message = (name: string, better: string) =>
    chosen || !model
      ? t("{0} is not the form chosen for this document. Write {1}.", name, better)
      : t("{0} is written {1} elsewhere in this document ({2}). Write {3}.", name, quoted(model.text), times(alike.length), better);
  return { wanted, model, strays, message };
}

/** Marks by key, in the order of their first ones. */
export function byKey(marks: readonly Mark[]): Map<string, Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.key);
    if (group) group.push(mark);
    else groups.set(mark.key, [mark]);
  }
  return groups;
}

/** Whether the terminology already says of a place that its name is out of use. */
export function isReplacedName(place: Place): boolean {
  return place.entry.facts.occurrences.some(({ from, to, readings }) => {
    const status = readings[0]?.designation.status;
    return from < place.to && to > place.from && (status === "deprecated" || status === "superseded");
  });
}
