import { t } from "../../l10n/l10n.ts";
import { times } from "../../l10n/phrases.ts";
import type { Place, ShortFormMention } from "../../scan/mentions.ts";
import { holdsMarkup, isAllCapitals, isGloss, isRunningText, quoted, startsSentence, textAt, textBefore } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAbbreviation } from "./definitions.ts";
import { isSystematicName } from "./uses.ts";

export const abbrVariantCase: Rule = {
  id: "abbr-variant-case",
  severity: "warning",
  get title() {
    return t("One abbreviation has several shapes");
  },
  why: "Treg and TREG look like two things, and a search finds only one of them.",
  source: "Gastel B, Day RA. How to Write and Publish a Scientific Paper",
  examples: [
    {
      bad: "Regulatory T cells (Tregs) suppress. Tregs are few, TREG numbers vary, and T-regs die.",
      good: "Regulatory T cells (Tregs) suppress. Tregs are few, Treg numbers vary, and Tregs die.",
    },
    {
      bad: "Chimeric fusion protein tags (CFPt) shine; CFPt is bright, and CFPT fades.",
      good: "Chimeric fusion protein tags (CFPt) shine; CFPt is bright, and CFPt fades.",
    },
  ],
  traps: [
    "Regulatory T cells (Tregs) suppress. T~reg~ cells are few, T<sub>reg</sub> numbers vary, and Treg counts fell.",
    "Thyroglobulin (Tg) rose, and triglyceride (TG) levels fell; Tg and TG were related.",
    "Chimeric antigen receptors (CARs) bind. A CAR is no car, and cars are no CARs.",
    "Forkhead box P3 (FOXP3) is human; Foxp3 is the gene of the mouse; FOXP3 binds.",
    "TREG CELLS IN THE SKIN OF THE NORTH\n\nRegulatory T cells (Tregs) suppress; Tregs are few.",
    "Regulatory T cells (Tregs, formerly written TREG) suppress; Tregs are few.",
    "Mutations in ATRX cause alpha thalassemia mental retardation, X-linked (ATR-X); ATR-X is rare.",
    "Carboxypeptidase E (Cpe) is a gene; the enzyme CPE cuts; Cpe is large.",
    "Tregs suppress. Treg numbers fell; the Treg's role is known, and Treg-mediated control fails.",
    "Mechanistic target of rapamycin (mTOR) senses; MTOR is its gene, Mtor that of the mouse; mTOR acts.",
    "TREG numbers fell. TREG function rose.",
    "We used scRNAseq. The scRNAseq data were rich.",
    "Interleukin 6 (IL-6) rose; IL6 is its gene; IL-6 binds.",
  ],
  checks: [{ on: "shortForm", check }],
};

interface Shaped extends Place {
  readonly text: string;
  readonly plural: boolean;
}

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  if (!mentions.some((m) => m.kind === "variant") || isSystematicName(short)) return [];
  if (!isAbbreviation(short, context.analysis.context.termbase)) return [];
  const shaped = mentions.flatMap((m) => shapeOf(m, short)).filter((m) => isRunningText(m.entry.scope) && !isAllCapitals(m.entry));
  const counts = new Map<string, number>();
  for (const { text } of shaped) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size < 2) return [];
  // Of two that are used equally often, the defined one stands.
  const [[usual, count]] = [...counts].sort((a, b) => b[1] - a[1] || Number(b[0] === short) - Number(a[0] === short)) as [[string, number]];
  const first = shaped.find(({ text }) => text === usual) as Shaped;
  return shaped
    .filter(({ text }) => text !== usual)
    .map((stray) => {
      const text = stray.plural ? `${usual}s` : usual;
      return {
        ...stray,
        message: t("{0} and {1} are one abbreviation. This document writes {1} {2}.", quoted(textAt(stray)), quoted(usual), times(count)),
        related: [{ ...first, message: t("{0} here", quoted(usual)) }],
        fixes: () => (holdsMarkup(stray) ? [] : [{ title: t("Use {0}", quoted(text)), safe: true, edits: [{ ...stray, text }] }]),
      };
    });
}

/** The shape that a mention has, where it is one to compare. */
function shapeOf(mention: ShortFormMention, short: string): Shaped[] {
  const { entry, from, to } = mention;
  if (mention.kind === "definition") {
    const { shortRange, written } = mention.definition;
    return [{ entry, ...shortRange, text: short, plural: written.short === `${short}s` }];
  }
  if (mention.kind === "use") {
    // A name that the terminology closes up, "scRNAseq", is a use of "scRNA-seq" and a variant at once: that counts once.
    const written = textAt(mention).replace(/[*_~^\\]/g, "");
    return written.startsWith(short) ? [{ entry, from, to, text: short, plural: mention.plural }] : [];
  }
  if (mention.kind !== "variant" || !isVariant(mention.text, short) || isGloss(mention) || isMarked(mention)) return [];
  const capital = mention.text.charAt(0).toLowerCase() + mention.text.slice(1) === short;
  return capital && startsSentence(mention) ? [] : [{ entry, from, to, text: mention.text, plural: mention.plural }];
}

/** Italics are for genes; what stands behind a hyphen or a sign may be a clone, a vector or a file. */
function isMarked(place: Place): boolean {
  const before = textBefore(place, 3);
  return /(?:^|[^*])\*$|(?:^|[^_])_$|[#@=.]$/.test(before) || /["“‘]$/.test(before);
}

/** Abbreviations whose other shapes are the symbol of the gene, in man and in mouse. */
const genes = new Set(["MTOR", "Mtor"]);

/** Whether a word is a shape of an abbreviation rather than a word, or a gene and its protein, or their two species. */
function isVariant(text: string, short: string): boolean {
  const capitals = text.match(/[A-Z]/g)?.length ?? 0;
  if (genes.has(text)) return false;
  const mixed = /[a-z]/.test(short);
  // "Car" at the head of a sentence is no CAR.
  if (capitals < 2 && !mixed && !/\d/.test(text)) return false;
  const [a, b] = [text.replace(/-/g, ""), short.replace(/-/g, "")];
  // "PD1" and "PD-1", "ATRX" and "ATR-X" are gene and protein or disease; "M-S" is no MS.
  if (a === b && /^[A-Z\d]+$/.test(a) && !/^COVID/.test(a)) return false;
  // "Foxp3" and "FOXP3" are the names of mice and men; Th17 and COVID-19 have no gene.
  if (/\d/.test(a) && isGeneLike(a, b) && !/^(?:T[hfcr]h?\d|covid)/i.test(a)) return false;
  return true;
}

function isGeneLike(a: string, b: string): boolean {
  const shapes = [/^[A-Z]+\d[A-Z\d]*$/, /^[A-Z][a-z]+\d[a-z\d]*$/, /^[a-z]+\d[a-z\d]*$/];
  return shapes.some((shape) => shape.test(a)) && shapes.some((shape) => shape.test(b));
}
