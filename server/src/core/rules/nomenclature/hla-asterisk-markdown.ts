import type { Entry } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

export const hlaAsteriskMarkdown: Rule = {
  id: "hla-asterisk-markdown",
  severity: "error",
  title: "Asterisks of HLA alleles turn into italics",
  why: "Markdown takes two asterisks in one paragraph for italics: the page shows the text between them slanted and the alleles without their asterisk. A backslash before each keeps it.",
  source: "CommonMark 0.31, section 6.2 (emphasis); allele names: WHO Nomenclature Committee for Factors of the HLA System",
  examples: [
    {
      bad: "Risk rises with HLA-DRB1*04:01 and HLA-DQB1*03:02.",
      good: "Risk rises with HLA-DRB1\\*04:01 and HLA-DQB1\\*03:02.",
    },
  ],
  traps: [
    "Risk rises with HLA-DRB1\\*04:01 and HLA-DQB1\\*03:02.",
    "Risk rises with `HLA-DRB1*04:01` and `HLA-DQB1*03:02`.",
    "Risk rises with HLA-DRB1*04:01.",
  ],
  checks: [{ on: "block", check }],
};

/** A locus, the asterisk that may be escaped, and the first digits of an allele. */
const allele = /(?<![\p{L}\p{N}])(?:HLA-)?(?:[ABCEFG]|D[RQP][AB][1-9]?|DRA|MIC[AB])(\\?)\*(?=\d{2,3})[\d:]+[NLSCAQGP]?/gu;

function check(entry: Entry, context: RuleContext): Finding[] {
  if (context.format !== "markdown" || !entry.block.source.includes("*")) return [];
  // Emphasis pairs up within one paragraph or one cell, and each is a segment.
  return entry.block.segments.flatMap((segment) => {
    const { from, to } = segment.range(0, segment.text.length);
    const bare = barePlaces(entry.block.source.slice(from, to)).map((at) => ({ ...at, from: at.from + from, to: at.to + from }));
    return bare.length < 2 ? [] : bare.map((at) => finding(entry, at, bare));
  });
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
    message: `The asterisk of ${quoted(at.text)} pairs with another one here: the page will show italics and no asterisk. Write “\\*”.`,
    fixes: () => [{ title: `Write “\\*” in the ${all.length} allele names here`, safe: true, edits: all.map(backslash) }],
  };
}
