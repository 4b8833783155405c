import type { ShortFormMention } from "../../scan/mentions.ts";
import type { Occurrence } from "../../scan/occurrences.ts";
import { isAllCapitals, isOwnText, readingUnit, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { firstFrom } from "../../scan/range-search.ts";

/** A place where a short form stands in the text. */
export type Use = ShortFormMention & { kind: "use" };

export function isUse(mention: ShortFormMention): mention is Use {
  return mention.kind === "use";
}

/** Names that follow a grammar; a reader looks them up under the very symbol. */
const systematic = /^(?:HLA-\S|CD\d|IL-?\d|Ig[ADEGM]|(?:CX?|X|CX3)C[LR]\d|C\d|[IVX]+$)/;

/** Whether a short form is the name of a molecule, a locus or a class rather than an abbreviation. */
export function isSystematicName(short: string): boolean {
  return systematic.test(short);
}

/** Short forms that are also the symbol of a human gene with the same product. */
const geneSymbols = new Set(["ADA", "APC", "BCR", "CRP", "LIF", "MIF", "MPO", "OSM", "TNF", "TPO", "TSLP"]);
const geneWord =
  /^\s(?:gene|locus|loci|promoter|m?RNA|transcripts?|polymorphisms?|SNPs?|alleles?|variants?|mutations?|knock-?outs?|expression)\b/;

/** Letters that stand for a time, a unit or a year beside a number: "10 PM", "5 MG", "AD 79". */
const besideNumber = /^(?:AM|PM|AD|BC|MG|MS|IC|LE|BP|PV)$/;

const degree = "(?:M\\.?D|Ph\\.?D|MPH|MSc|BSc|MBBS|MBChB|DPhil|FRCP|RN|PharmD|DO|MHS|MBA)\\.?";
const degreeBefore = new RegExp(`\\b${degree},?\\s$`);
const degreeAfter = new RegExp(`^,?\\s${degree}(?![\\p{L}\\p{N}])`, "u");
const initialsAfter =
  /^(?:,\s\p{Lu}[\p{L}'’-]+\s\p{Lu}{1,3}(?!\p{L})|,?\s(?:et al|(?:and|&)\s\p{Lu}\p{Ll}[\p{L}'’-]*\s\p{Lu}{1,3}(?!\p{L})))/u;
const initialsBefore = /(?:^|[^\p{L}])\p{Lu}{1,3},\s(?:and\s)?\p{Lu}[\p{L}'’-]+\s$/u;
const properNoun =
  /^\s(?:Trials?|Study|Registry|Consortium|Group|Foundation|Society|Network|Association|Alliance|Initiative|Investigators|Program(?:me)?|Project|Database)\b/;
const personal = /^,?\s(?:unpublished|personal (?:communication|observation)|manuscript in preparation|in press)/;
const code = /\b(?:ICD(?:-\d+)?|MeSH|SNOMED|OMIM|codes?)[\s:(]+[^.;,)]{0,12}$/;

/**
 * Whether an abbreviation stands in running text in its own right: not in a line of capitals, where every word looks
 * like one, nor as a person's initials, a degree, a unit, a trial's name, a code, or a part of a longer symbol.
 */
export function isBareUse(use: Use): boolean {
  return readingUnit(use.entry.scope) !== undefined && isOwnWord(use) && !isQuoted(use);
}

/** The same for a title, too, where abbreviations have another rule. */
export function isOwnWord(use: Use): boolean {
  let known = ownWords.get(use);
  if (known === undefined) {
    known = readsAsOwnWord(use);
    ownWords.set(use, known);
  }
  return known;
}

/** A rule is asked about all mentions of a name when one changes; the others stay the same objects. */
const ownWords = new WeakMap<Use, boolean>();

function readsAsOwnWord(use: Use): boolean {
  if (!isOwnText(use.entry.scope) || isAllCapitals(use.entry)) return false;
  const before = textBefore(use, 40);
  const after = textAfter(use, 40);
  if (/[\p{Lu}\p{N}\p{Script=Greek}][-–‑]$/u.test(before)) return false;
  // "HLA-E", "MS/MS", "TNF-α" and "IFN-g" are names of their own; "HLA-linked" uses the abbreviation.
  if (/^(?:[-–‑](?:\p{Lu}|\p{N}|\p{Script=Greek}|\p{Ll}(?!\p{L}))|\\?\*\p{N})/u.test(after)) return false;
  // "BCR::ABL1" is a fusion of genes.
  if (after.startsWith("::") || before.endsWith("::")) return false;
  const written = textAt(use);
  if (after.startsWith(`/${written}`) || before.endsWith(`${written}/`) || /!\[[^\]]*$/.test(before)) return false;
  if (besideNumber.test(written) && (/\d\s?$/.test(before) || /^\s\d/.test(after))) return false;
  // "affinity (KD of 6.3 nM)" gives a constant.
  if (/^K[DMA]$/.test(written) && /^\)?\s?(?:of|=|<|~|≈|values?|was|were)\s?/.test(after)) return false;
  if (degreeBefore.test(before) || degreeAfter.test(after)) return false;
  if (/\p{Lu}[\p{L}'’-]*\s$/u.test(before) && /^\p{Lu}{1,3}$/u.test(written) && initialsAfter.test(after)) return false;
  if (/^\p{Lu}{1,3}$/u.test(written) && initialsBefore.test(before) && /^[,.;:]/.test(after)) return false;
  if (properNoun.test(after) || (/\bthe\s$/i.test(before) && /^\s(?:trial|study)\b/.test(after))) return false;
  // "Santa Cruz, CA, USA".
  if (/,\s$/.test(before) && /^,\s(?:U\.?S\.?A?|UK|Canada)\b/.test(after)) return false;
  if (code.test(before) || personal.test(after)) return false;
  if (isMarker(before, after) || isItalic(before, after) || (geneSymbols.has(written) && geneWord.test(after))) return false;
  // "The abbreviation “SLE”" speaks of the letters.
  return !(/["“‘]$/.test(before) && /^["”’]/.test(after));
}

const sign = "(?:\\^[+−-]\\^|[+⁺⁻]|<sup>[+−-]</sup>|(?:hi|lo|low|high)(?=\\p{Lu}))";
const signBehind = new RegExp(`^${sign}\\p{L}`, "u");
const signBefore = new RegExp(`${sign}$`, "u");
const signNext = new RegExp(`^${sign}`, "u");

/** One of several markers of a cell in a row, `PD-1^+^TIM-3^+^`: nothing can be written out there. */
function isMarker(before: string, after: string): boolean {
  return signBehind.test(after) || (signBefore.test(before) && signNext.test(after));
}

/** Gene symbols are set in italics, alone or in a list: `*TNF*`, `*TNF, IL1B, CCL2*`. */
function isItalic(before: string, after: string): boolean {
  if (/(?:^|[^*])\*(?:[A-Z][A-Z0-9-]*, )*$/.test(before) && /^(?:, [A-Z][A-Z0-9-]*)+\*(?!\*)/.test(after)) return true;
  return /(?:^|[^*])\*$/.test(before) && /^\*(?!\*)/.test(after) ? true : /(?:^|[^_])_$/.test(before) && /^_(?!_)/.test(after);
}

/** "IHC, inner hair cell; OHC, outer hair cell": the legend below a figure. */
function isLegend(use: Use): boolean {
  return /(?:^|[;:.(])\s*$/.test(textBefore(use, 40)) && /^\s?[,=:]\s?\p{L}[^;.,]{2,60}(?:[;.)]|$)/u.test(textAfter(use, 80));
}

/** "myotonic dystrophy (DM)": in brackets alone, an abbreviation is given for the words before it. */
function isGiven(use: Use): boolean {
  return /[\p{L}\p{N}][*_]{0,2}\s[([][*_]{0,2}$/u.test(textBefore(use, 6)) && /^[*_]{0,2}(?:[)\]]|\/[-+])/.test(textAfter(use, 3));
}

/** The known names near a place. A block may hold thousands, so they are not all looked at for each. */
function namesAround({ entry, from, to }: Use): readonly Occurrence[] {
  const { occurrences } = entry.facts;
  return occurrences.slice(firstFrom(occurrences, from - widestGap - longestName), firstFrom(occurrences, to + widestGap + 1));
}

const named = /^[\s|*_]*(?:,?\s(?:or|i\.e\.,?|aka)(?=\s)|[([,:=/]|[–—]|-(?=\s))?[\s|*_(["“]*$/;

/** Most UTF-16 units between two names beside each other: the pads of a table's cells may be long. */
const widestGap = 200;

/** UTF-16 units that no known name exceeds by much: one that begins farther away does not reach here. */
const longestName = 200;

/**
 * Whether another name of the concept stands right beside the abbreviation and so explains it well enough: "systemic
 * lupus (SLE)", "(immunoglobulin, Ig)", "SLE: lupus", or the two in neighboring cells of a table.
 */
export function isExplained(use: Use): boolean {
  if (isLegend(use) || isGiven(use)) return true;
  const { block } = use.entry;
  const names = namesAround(use);
  const meant = names.find((o) => o.from === use.from)?.readings.map((r) => r.concept.id) ?? [];
  if (meant.length === 0) return false;
  return names.some((o) => {
    if (o.from === use.from || !o.readings.some((r) => meant.includes(r.concept.id))) return false;
    const gap = o.to <= use.from ? block.source.slice(o.to, use.from) : o.from >= use.to ? block.source.slice(use.to, o.from) : undefined;
    return gap !== undefined && gap.replace(/\s+/g, " ").length <= 8 && named.test(gap);
  });
}
