import { t } from "../../l10n/l10n.ts";
import type { Entry } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Segment } from "../../text/segments.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

export const hlaAsteriskMarkdown: Rule = {
  id: "hla-asterisk-markdown",
  severity: "error",
  get title() {
    return t("Asterisks of HLA alleles turn into italics");
  },
  why: "Markdown takes two asterisks in one paragraph for italics: the page shows the text between them slanted and the alleles without their asterisk. A backslash before each keeps it.",
  source: "CommonMark 0.31, section 6.2 (emphasis); allele names: WHO Nomenclature Committee for Factors of the HLA System",
  examples: [
    {
      bad: "Risk rises with HLA-DRB1*04:01 and HLA-DQB1*03:02.",
      good: "Risk rises with HLA-DRB1\\*04:01 and HLA-DQB1\\*03:02.",
    },
    { bad: "*HLA-DRB1*04:01 raises the risk.", good: "*HLA-DRB1\\*04:01 raises the risk." },
    { bad: "Both Cw*0602 and Cw*0702 were found.", good: "Both Cw\\*0602 and Cw\\*0702 were found." },
  ],
  traps: [
    "Risk rises with HLA-DRB1\\*04:01 and HLA-DQB1\\*03:02.",
    "Risk rises with `HLA-DRB1*04:01` and `HLA-DQB1*03:02`.",
    "Risk rises with HLA-DRB1*04:01.",
    "**HLA-DRB1*04:01** raises the risk.",
    "The *HLA-DRB1*\\*04:01 allele raises the risk.",
    "| HLA-A*02:01 | HLA-B*07:02 |\n| --- | --- |\n| 1 | 2 |",
    "CYP2C19*17 and UGT1A1*28 carriers were left out.",
  ],
  checks: [{ on: "block", check }],
};

/** A locus, the asterisk that may be escaped, and the first digits of an allele. */
const allele =
  /(?<![\p{L}\p{N}])(?:HLA[- ]?)?(?:[A-HJ-LPV]|Cw|D[RQP][AB]?\d?|D[MO][AB]|MIC[AB]|TAP[12]|HFE)(\\?)\*(?=\d{2}|\d:\d)[\d:]+[NLSCAQGP]?/gu;

function check(entry: Entry, context: RuleContext): Finding[] {
  if (context.format !== "markdown" || !entry.block.source.includes("*")) return [];
  // Emphasis pairs up within one paragraph or one cell, and each is a segment.
  return entry.block.segments.flatMap((segment) => {
    const { from, to } = segment.range(0, segment.text.length);
    const bare = barePlaces(entry.block.source.slice(from, to)).map((at) => ({ ...at, from: at.from + from, to: at.to + from }));
    return bare.some((at) => isEaten(at, segment)) ? bare.map((at) => finding(entry, at, bare)) : [];
  });
}

/** Whether a reader of the page gets to see no asterisk. */
function isEaten(at: BareAllele, segment: Segment): boolean {
  const offset = segment.textOffset(at.from + at.asterisk);
  return offset === undefined || segment.text[offset] !== "*";
}

interface BareAllele {
  readonly from: number;
  readonly to: number;
  /** Offset of the asterisk from `from`. */
  readonly asterisk: number;
  readonly text: string;
}

function barePlaces(source: string): BareAllele[] {
  // Code keeps its asterisks; blanks of the same length keep the offsets.
  const prose = source.replace(/(`+)[^`]+\1/g, (code) => " ".repeat(code.length));
  return [...prose.matchAll(allele)]
    .filter((match) => match[1] === "")
    .map((match) => ({ from: match.index, to: match.index + match[0].length, asterisk: match[0].indexOf("*"), text: match[0] }));
}

function finding(entry: Entry, at: BareAllele, all: readonly BareAllele[]): Finding {
  const backslash = (one: BareAllele) => ({ entry, from: one.from + one.asterisk, to: one.from + one.asterisk + 1, text: "\\*" });
  return {
    entry,
    from: at.from,
    to: at.to,
    message: t("The asterisk of {0} pairs with another one: the page will show italics and no asterisk. Write “\\*”.", quoted(at.text)),
    fixes: () => [
      {
        title: all.length === 1 ? t("Write “\\*”") : t("Write “\\*” in the {0} allele names here", all.length),
        safe: true,
        edits: all.map(backslash),
      },
    ],
  };
}
