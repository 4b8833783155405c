import { t } from "../../l10n/l10n.ts";
import { clausesOf, parseHlaName } from "../../nomenclature/hla.ts";
import { findHlaAlleles, matchesAt } from "../../nomenclature/hla-mentions.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { holdsMarkup, isGloss, isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAsteriskEaten, isQuotedName, renameEdits } from "./hla-places.ts";

/** An antigen with a "w" too many or too few; C1 and C2 without it are ligands of KIR, and higher numbers are no C antigens. */
const prefixed = /HLA-(?:C(?:[3-9]|10)|(?:Aw|Bw|DRw|DQw)[1-9]\d{0,2})(?![\p{L}\p{N}*:]|[.,]\d)/uy;
const bare = /D[RQ]w[1-9]\d{0,2}(?![\p{L}\p{N}*:]|[.,]\d)/uy;

const pattern: Pattern = {
  id: "hla-w",
  needs: ["Cw", "HLA-C", "HLA-Aw", "HLA-Bw", "DRw", "DQw"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { from, to, name } of findHlaAlleles(text)) {
      const parsed = parseHlaName(name);
      if (parsed?.kind === "broken" && parsed.problems.every(({ code }) => code === "w"))
        found.push({ from, to, shape: "allele", key: name });
    }
    const antigens = [
      ...matchesAt(text, "HLA-", prefixed),
      // Behind "HLA-" they have been found already.
      ...["DRw", "DQw"].flatMap((start) => matchesAt(text, start, bare)).filter(({ index }) => !text.endsWith("HLA-", index)),
    ];
    for (const match of antigens) {
      if (parseHlaName(match[0])?.kind !== "broken") continue;
      found.push({ from: match.index, to: match.index + match[0].length, shape: "antigen", key: match[0] });
    }
    return found;
  },
};

export const hlaSerotypeW: Rule = {
  id: "hla-serotype-w",
  severity: "information",
  get title() {
    return t("A “w” where an HLA name has none, or none where it has one");
  },
  why: "The “w” stood for “workshop” and marked provisional names. The antigens of HLA-C keep it, so that nobody takes them for complement, as do Bw4, Bw6, Dw and DPw; the alleles of HLA-C lost it in 2010, and other antigens when they were accepted.",
  source: "WHO Nomenclature Committee for Factors of the HLA System, reports of 1991 and 2010; ASH Hematologist 2010",
  examples: [
    { bad: "Psoriasis is associated with HLA-Cw\\*06:02.", good: "Psoriasis is associated with HLA-C\\*06:02." },
    { bad: "The antigen HLA-C7 was found.", good: "The antigen HLA-Cw7 was found." },
    { bad: "The antigen HLA-DRw52 was found.", good: "The antigen HLA-DR52 was found." },
  ],
  traps: [
    "The antigens HLA-Cw6, Bw4, Bw6, HLA-Dw2 and HLA-DPw4 were found.",
    "KIR tell HLA-C1 and HLA-C2 apart.",
    "HLA-C\\*06:02 is associated with psoriasis, and C3 is complement.",
    "Both HLA-Cw*06:02 and HLA-Cw*07:02 were found.",
    "The antigen DR52 (formerly DRw52) was found.",
  ],
  checks: [{ on: "mark", pattern, check }],
};

function check(mark: Mark, context: RuleContext): Finding | undefined {
  const name = parseHlaName(mark.key);
  if (name?.kind !== "broken" || name.better === undefined) return undefined;
  if (!isOwnText(mark.entry.scope) || isAsteriskEaten(mark) || isGloss(mark) || isQuotedName(mark)) return undefined;
  const allele = mark.shape === "allele";
  const better = allele ? (/^HLA./.exec(mark.text)?.[0] ?? "") + name.better : name.better;
  const message = t("{0} {1}. Write {2}.", quoted(mark.text), clausesOf(name), quoted(better));
  const edits = allele ? renameEdits(mark, better, context) : holdsMarkup(mark) ? undefined : [{ ...mark, text: better }];
  if (!edits) return { ...mark, message };
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(better)), safe: allele, edits }] };
}
