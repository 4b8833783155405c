import { t } from "../../l10n/l10n.ts";
import { matchesAt } from "../../nomenclature/hla-mentions.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isGloss, isOwnText, quoted, textAt } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";
import { isAsteriskEaten, isQuotedName } from "./hla-places.ts";

/** "HLA", a space or nothing, and a locus that digits or an allele follow; without them "HLA A, B and C loci" would do. */
const unjoined =
  /HLA([ \u00a0\u202f\n]?)(?:(?:[ABCEFGHJKL]|Cw)(?=[*∗⁎＊]\d)|(?:D[RQP][AB][1-9]|DRA|D[MO][AB])(?:(?=[*∗⁎＊]\d)|(?![\p{L}\p{N}]))|(?:Bw|Cw|D[RQP]?w|[ABC]|D[RQP])[1-9]\d{0,3}(?::\d[\d:]*)?(?![\p{L}\p{N}*∗⁎＊]|[.,]\d))/uy;

/** The name of the years before 1975, where it can be nothing else. */
const split =
  /HL[‐‑–-]A(?= (?:antigens?|system|typ(?:ing|e|ed)|haplotypes?|loc(?:us|i)|complex|region|genes?|specificit(?:y|ies)|alleles?|compatibility|match(?:ed|ing)?|linked|linkage|identical)\b)/y;

const pattern: Pattern = {
  id: "hla-prefix",
  needs: ["HLA", "HL-A", "HL–A", "HL‑A", "HL‐A"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of matchesAt(text, "HLA", unjoined)) {
      const joint = match[1] as string;
      found.push({ from: match.index, to: match.index + match[0].length, shape: joint === "" ? "closed" : "open" });
    }
    for (const match of matchesAt(text, "HL", split)) found.push({ from: match.index, to: match.index + match[0].length, shape: "split" });
    return found;
  },
};

export const hlaPrefix: Rule = {
  id: "hla-prefix",
  severity: "warning",
  get title() {
    return t("“HLA” and its locus are not joined by a hyphen");
  },
  why: "The names of HLA genes, alleles and antigens begin with “HLA-”: the hyphen joins the locus to a prefix that itself has none.",
  source: "WHO Nomenclature Committee for Factors of the HLA System: hla.alleles.org; HGNC guidelines (hyphen in HLA- symbols)",
  examples: [
    { bad: "Most patients carry HLA B27.", good: "Most patients carry HLA-B27." },
    { bad: "Most patients carry HLAB27.", good: "Most patients carry HLA-B27." },
    { bad: "Risk rises with HLA DRB1\\*04:01.", good: "Risk rises with HLA-DRB1\\*04:01." },
    { bad: "The HL-A antigens were tested.", good: "The HLA antigens were tested." },
  ],
  traps: [
    "The HLA A, B and C loci were typed.",
    "HLA class I, HLA I and HLA DNA typing were compared.",
    "Most patients carry HLA-B27; HLA 8/8 matches were few.",
    "The HLADH enzyme and the HLA DR, DQ and DP molecules were studied.",
    "The HLA system was formerly called the HL-A system.",
    "Cell lines HL-60 and HL-A were grown.",
    "Both HLA B*27:05 and HLA B*07:02 were found.",
    "| Donor | HLA A1 | HLA A2 | HLA DR1 |\n| --- | --- | --- | --- |\n| 1 | 2 | 24 | 4 |",
  ],
  checks: [{ on: "mark", pattern, check }],
};

function check(mark: Mark): Finding | undefined {
  if (!isOwnText(mark.entry.scope) || isAsteriskEaten(mark) || isQuotedName(mark) || isGloss(mark)) return undefined;
  // "HLA A1" at the head of a column is the first allele of the gene, not the antigen.
  if (mark.entry.scope === "table" && /[12]$/.test(mark.text) && !/\d\d$/.test(mark.text)) return undefined;
  const source = textAt(mark);
  if (mark.shape === "split") {
    const message = t("{0} is a name of the years before 1975; today it is “HLA”.", quoted(mark.text));
    const edits = [{ entry: mark.entry, from: mark.from + 2, to: mark.from + 3, text: "" }];
    return { ...mark, message, ...(source === mark.text && { fixes: () => [{ title: t("Write “HLA”"), safe: true, edits }] }) };
  }
  const joint = mark.shape === "open" ? 1 : 0;
  const better = `HLA-${mark.text.slice(3 + joint)}`;
  const message = t("A hyphen joins “HLA” and its locus: write {0}.", quoted(better));
  if (!/^HLA[ \u00a0\u202f]?[A-Z]/.test(source)) return { ...mark, message };
  const edits = [{ entry: mark.entry, from: mark.from + 3, to: mark.from + 3 + joint, text: "-" }];
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(better)), safe: true, edits }] };
}
