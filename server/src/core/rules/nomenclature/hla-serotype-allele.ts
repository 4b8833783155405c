import { t } from "../../l10n/l10n.ts";
import { parseHlaName } from "../../nomenclature/hla.ts";
import { alleleNeeds, findHlaAlleles, matchesAt } from "../../nomenclature/hla-mentions.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";
import { isAsteriskEaten, isQuotedName } from "./hla-places.ts";

const antigenAsAllele = /(HLA-(?:[AB]|Cw|D[RQ]|DPw?)[1-9]\d{0,3}) alleles?(?![\p{L}-])/uy;

/** "HLA-A*02:01 antigen presentation" and "… antigen complex" speak of peptides. */
const called = / (?:serotypes?|serologic(?:al)? (?:type|specificity)|antigens?(?=[.,;)]|$| (?:was|were|is|are|and|or)\b))/y;

const pattern: Pattern = {
  id: "hla-antigen-or-allele",
  needs: ["HLA-", ...alleleNeeds],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of matchesAt(text, "HLA-", antigenAsAllele)) {
      const name = match[1] as string;
      if (parseHlaName(name)?.kind !== "serotype") continue;
      found.push({ from: match.index, to: match.index + match[0].length, shape: "antigen", key: name });
    }
    for (const { from, to, name } of findHlaAlleles(text)) {
      called.lastIndex = to;
      const noun = called.exec(text);
      if (!noun || parseHlaName(name)?.kind === "broken") continue;
      found.push({ from, to: to + noun[0].length, shape: "allele", key: text.slice(from, to) });
    }
    return found;
  },
};

export const hlaSerotypeAllele: Rule = {
  id: "hla-serotype-allele",
  severity: "information",
  offByDefault: "Clinicians commonly say “HLA-B27 allele”, and readers understand it; who types tissue tells the two apart.",
  get title() {
    return t("An HLA antigen is called an allele, or an allele an antigen");
  },
  why: "“HLA-DR4” is an antigen that antibodies tell and that many alleles make; “HLA-DRB1*04” is the group of those alleles and “HLA-DRB1*04:01” one of them. The name says how finely the typing was done.",
  source: "JPAC, Guidelines for the Blood Transfusion Services (Red Book), 16.3; hla.alleles.org, “Naming alleles”",
  examples: [{ bad: "She carries the HLA-DR4 allele." }, { bad: "The HLA-B\\*27:05 antigen was found." }],
  traps: [
    "She is HLA-B27-positive and carries an HLA-DRB1\\*04 allele.",
    "The HLA-DR4 antigen was found.",
    "HLA-A\\*02:01 antigen presentation was impaired.",
    "HLA-A\\*02:01 serology was not done.",
  ],
  checks: [{ on: "mark", pattern, check }],
};

function check(mark: Mark): Finding | undefined {
  if (!isOwnText(mark.entry.scope) || isAsteriskEaten(mark) || isQuotedName(mark)) return undefined;
  const name = quoted(mark.key);
  const message =
    mark.shape === "antigen"
      ? t("{0} is an antigen, which many alleles make: call it an antigen, or name the allele group with an asterisk.", name)
      : t("{0} is an allele or a group of alleles: an antigen has a name without an asterisk.", name);
  return { ...mark, message };
}
