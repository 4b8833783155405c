import { t } from "../../l10n/l10n.ts";
import type { Entry } from "../../scan/mentions.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";

export const geneSymbolStyle: Rule = {
  id: "gene-symbol-style",
  severity: "information",
  offByDefault: "Only a draft that sets all its human genes in italics can hold to it, and italics serve many other ends.",
  get title() {
    return t("A human gene symbol in italics breaks the rules of gene names");
  },
  why: "Symbols of human genes are capitals and digits without Greek letters or hyphens. *TNFα* is neither the gene TNF nor the protein TNF-α.",
  source: "HGNC Guidelines for Human Gene Nomenclature (Bruford EA, et al. Nat Genet 2020;52:754)",
  examples: [
    { bad: "Variants of *TNFα* and *IFN-γ* matter.", good: "Variants of *TNF* and *IFNG* matter." },
    { bad: "Human *Il6* is induced.", good: "Human *IL6* is induced." },
  ],
  traps: [
    "Variants of *TNF*, *HLA-DRB1* and *NKX2-1* matter.",
    "In mice *Il6* and *Tnf* are induced.",
    "TNF-α is a protein, *in vitro* and *ex vivo*.",
    "**IL-6** rose.",
    "*E. coli* and *Mycobacterium* grew.",
  ],
  checks: [{ on: "block", check }],
};

/** A span in italics that is one short word. */
const span =
  /(?<![*_\\\p{L}\p{N}])([*_])([A-Za-z][A-Za-z\d]{0,6}(?:-?[αβγδκ]\d?|-\d{1,2}[A-Z]?|\d{1,2}[a-z]{0,2}\d?))\1(?![*_\p{L}\p{N}])/gu;

const cytokine = /^(?:TNF|IFN|TGF|IL|PPAR|LT)/i;
const latin: Readonly<Record<string, string>> = { α: "A", β: "B", γ: "G", δ: "D", κ: "K" };

function check(entry: Entry): Finding[] {
  const { source } = entry.block;
  if (!isOwnText(entry.scope) || !/[*_]/.test(source)) return [];
  const animal = /\b(?:mouse|mice|murine|rats?|zebrafish|knock-?out)\b/i.test(source);
  return [...source.matchAll(span)].flatMap((match) => {
    const written = match[2] as string;
    const better = symbolOf(written, animal);
    if (better === undefined || better === written) return [];
    const from = match.index + 1;
    const to = from + written.length;
    const place = { entry, from, to };
    return [
      {
        ...place,
        message: t("The symbol of the human gene is {0}, not {1}.", quoted(better), quoted(written)),
        fixes: () => [{ title: t("Write {0}", quoted(better)), safe: false, edits: [{ ...place, text: better }] }],
      },
    ];
  });
}

function symbolOf(written: string, animal: boolean): string | undefined {
  if (/[αβγδκ]/.test(written)) {
    if (!cytokine.test(written)) return undefined;
    if (/^TNF-?α$/.test(written)) return "TNF";
    return written.replace("-", "").replace(/[αβγδκ]/, (letter) => latin[letter] as string);
  }
  if (/^IL-\d/.test(written)) return written.replace("-", "");
  // A capital and small letters make a mouse's symbol, unless the text is on mice.
  return !animal && /^(?:Il|Ifn|Tnf|Tgf|Cxcl|Ccl|Stat|Tlr|Cd)[a-z]{0,3}\d/.test(written) ? written.toUpperCase() : undefined;
}
