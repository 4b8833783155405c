import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Fix, Rule, RuleContext } from "../rule.ts";
import { type Definition, definitionsByUnit, isAbbreviation, isAddress, isWhole, sameDefinition } from "./definitions.ts";

export const abbrRedefined: Rule = {
  id: "abbr-redefined",
  severity: "warning",
  get title() {
    return t("An abbreviation is defined a second time");
  },
  why: "A second definition makes a reader stop and wonder whether something else is meant. Abstract and text each define once; captions and tables stand apart.",
  source: "AMA Manual of Style, 11th ed., ch. 13; EASE Guidelines for Authors",
  examples: [
    {
      bad: "Human leukocyte antigen (HLA) genes vary. In families, human leukocyte antigen (HLA) types are shared.",
      good: "Human leukocyte antigen (HLA) genes vary. In families, HLA types are shared.",
    },
    {
      bad: "Human leukocyte antigen (HLA) genes vary. It was a human leukocyte antigen (HLA) type.",
      good: "Human leukocyte antigen (HLA) genes vary. It was an HLA type.",
    },
  ],
  traps: [
    "Human leukocyte antigen (HLA) genes vary; HLA matters.\n\n### Human leukocyte antigen (HLA) types",
    "The Sonic hedgehog (Shh) gene was seen; sonic hedgehog (Shh) signals; Shh binds.",
    "It came from a firm in New York (NY) and one in New York (NY).",
    "# Title\n\n## Abstract\n\nHuman leukocyte antigen (HLA) genes vary; HLA matters.\n\n## Introduction\n\nHuman leukocyte antigen (HLA) types are inherited; HLA matters.",
    "Human leukocyte antigen (HLA) genes vary; HLA matters.\n\nTable 1. Human leukocyte antigen (HLA) types.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const { spelling, termbase } = context.analysis.context;
  if (!isAbbreviation(short, termbase)) return [];
  return [...definitionsByUnit(mentions).values()].flatMap((definitions) => {
    const [first, ...later] = definitions;
    if (!first || isAddress(first)) return [];
    return later
      .filter(({ definition }) => sameDefinition(definition, first.definition, spelling))
      .map((again) => ({
        ...again,
        message: t("{0} is already defined. From there on the abbreviation is enough.", quoted(again.definition.written.short)),
        related: [{ ...first, message: t("first defined here") }],
        fixes: () => (isWhole(again) ? [useShort(again)] : []),
      }));
  });
}

function useShort(again: Definition): Fix {
  const { short } = again.definition.written;
  return { title: t("Use {0}", quoted(short)), safe: true, edits: [replaceName(again, { text: short, type: "abbreviation" }, false)] };
}
