import { t } from "../../l10n/l10n.ts";
import { type BrokenHlaName, clausesOf, parseHlaName } from "../../nomenclature/hla.ts";
import { alleleNeeds, findHlaAlleles, matchesAt } from "../../nomenclature/hla-mentions.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext, Severity } from "../rule.ts";
import { isAsteriskEaten, isQuotedName, renameEdits } from "./hla-places.ts";

/** An allele that lost its asterisk: a leading zero or a colon tells it from an antigen (HLA-A2, HLA-A2403). */
const bare = /HLA-(?:[ABCEFG]|Cw|D[RQP][AB][1-9])(?:0\d{3}|\d{1,4}:\d[\d:]*)[NLSCAQGP]?(?![\p{L}\p{N}*:]|\.\d)/uy;

const pattern: Pattern = {
  id: "hla-broken-name",
  needs: [...alleleNeeds, "HLA-"],
  find(text) {
    const found: PatternMatch[] = findHlaAlleles(text).flatMap(({ from, to, name, prefixed }) => {
      const full = prefixed ? `HLA-${name}` : name;
      const parsed = parseHlaName(full);
      return parsed?.kind === "broken" && concerns(parsed) ? [{ from, to, shape: "allele", key: full }] : [];
    });
    for (const match of matchesAt(text, "HLA-", bare)) {
      if (parseHlaName(match[0])?.kind !== "broken") continue;
      found.push({ from: match.index, to: match.index + match[0].length, shape: "asterisk", key: match[0] });
    }
    return found;
  },
};

export const hlaAlleleSyntax: Rule = {
  id: "hla-allele-syntax",
  severity: "error",
  get title() {
    return t("An HLA allele's name breaks the grammar");
  },
  why: "An allele is written HLA-, gene, asterisk and up to four fields of two digits or more with colons between them. A broken name cannot be looked up, and may be read as another allele.",
  source: "WHO Nomenclature Committee for Factors of the HLA System: hla.alleles.org, “Naming alleles”, “G codes”, “P codes”",
  examples: [
    { bad: "The donor had HLA-A\\*2:01.", good: "The donor had HLA-A\\*02:01." },
    { bad: "Risk rises with HLA-B\\*27:5.", good: "Risk rises with HLA-B\\*27:05." },
    { bad: "Typing gave HLA-A\\*01:01:01:01:01." },
    { bad: "Typing gave HLA-A\\*02:01G." },
    { bad: "Typing gave HLA-A\\*02:01:01P.", good: "Typing gave HLA-A\\*02:01P." },
    { bad: "Typing gave HLA-A\\*24:09X." },
    { bad: "Risk rises with HLA-DRB\\*04:01.", good: "Risk rises with HLA-DRB1\\*04:01." },
    { bad: "They were HLA-A02:01 positive.", good: "They were HLA-A\\*02:01 positive." },
  ],
  traps: [
    "Typing gave DRB1\\*01AD and HLA-A\\*02:XX.",
    "Typing gave HLA-A\\*02:01:01G, A\\*02:01P and A\\*24:09N.",
    "The genotype list was HLA-A\\*02:01/HLA-A\\*02:02+HLA-A\\*03:01^HLA-B\\*07:02~HLA-C\\*07:02|HLA-B\\*08:01.",
    "Alleles such as HLA-B\\*15:101, DPB1\\*104:01 and MICA\\*008:04 are accepted.",
    "HLA-B\\*27 and HLA-DRB1\\*04:01s were frequent.",
    "Antigens such as HLA-A2, HLA-A2403, HLA-B27 and HLA-DR103 were tested.",
    "H2-K\\*1 mice, CYP2C19\\*2 and TPMT\\*3A carriers were left out.",
    "Both HLA-A*02:01 and HLA-B*07:02 were found.",
    "Haplotypes such as A\\*01:01g~B\\*08:01g were counted.",
  ],
  checks: [{ on: "mark", pattern, check }],
};

/** Faults that no other rule reports. */
function concerns({ problems }: BrokenHlaName): boolean {
  return problems.some(({ code }) => code !== "w");
}

function check(mark: Mark, context: RuleContext): Finding | undefined {
  const name = parseHlaName(mark.key);
  if (name?.kind !== "broken" || !isOwnText(mark.entry.scope) || isAsteriskEaten(mark) || isQuotedName(mark)) return undefined;
  const { better } = name;
  const message = `${quoted(mark.text)} ${clausesOf(name)}.`;
  const severity = gradeOf(name);
  const edits = better === undefined ? undefined : renameEdits(mark, withPrefixOf(mark.text, better), context);
  if (!edits) return { ...mark, ...severity, message };
  return { ...mark, ...severity, message, fixes: () => [{ title: t("Write {0}", quoted(better as string)), safe: false, edits }] };
}

/** Programs of peptide binding write HLA-A0201, and papers HLA-MICA; neither misleads as a wrong field does. */
function gradeOf({ problems }: BrokenHlaName): { severity?: Severity } {
  if (problems.every(({ code }) => code === "prefix")) return { severity: "information" };
  return problems.every(({ code }) => code === "asterisk") ? { severity: "warning" } : {};
}

/** How "HLA" and the locus are joined is the business of `hla-prefix`. */
function withPrefixOf(written: string, better: string): string {
  return better.replace(/^HLA-/, /^HLA[^A-Za-z]?/.exec(written)?.[0] ?? "HLA-");
}
