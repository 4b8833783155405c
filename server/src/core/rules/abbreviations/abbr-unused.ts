import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { definitionsByUnit, isAbbreviation, isWhole, standsIn } from "./definitions.ts";
import type { Unit } from "./missing.ts";

export const abbrUnused: Rule = {
  id: "abbr-unused",
  severity: "hint",
  get title() {
    return t("An abbreviation is defined and never used again");
  },
  why: "An abbreviation that does no work costs the reader something to remember for nothing.",
  source: "EASE Guidelines for Authors; AMA Manual of Style, 11th ed., ch. 13",
  examples: [
    {
      bad: "Infection with Epstein-Barr virus (EBV) often precedes the disease.",
      good: "Infection with Epstein-Barr virus often precedes the disease.",
    },
  ],
  traps: [
    "Infection with Epstein-Barr virus (EBV) is common. EBV persists for life.",
    "Human leukocyte antigen (HLA) types differ; HLA-X is one of them.",
    "The Sonic hedgehog (Shh) gene was mapped, and outer segments (os) were seen.",
    "The polymerase chain reaction (PCR) was positive.",
    "## Abbreviations\n\nHLA: human leukocyte antigen",
    "**Lymphotoxin (TNF-β)**: needed for lymph nodes.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  // What every reader knows by its abbreviation may be given with it, so that it can be searched for.
  if (context.exempt.has(short) || !isAbbreviation(short, context.analysis.context.termbase)) return [];
  const units = definitionsByUnit(mentions);
  return [...units].flatMap(([unit, definitions]) => {
    const [first, second] = definitions;
    // A second definition is the fault to mend first; then the use counts anew.
    // A second name in a bracket, "CD141+ dendritic cells (cDC1)", tells a reader what is meant and shortens nothing.
    if (!first || first.definition.loose || second || mentions.some((m) => isUsed(m) && (standsIn(m, unit) || !definedOnlyIn(m))))
      return [];
    const { definition } = first;
    const keep = first.entry.block.source.slice(definition.longRange.from, definition.longRange.to);
    return [
      {
        ...first,
        from: definition.shortRange.from,
        to: definition.shortRange.to,
        message: messageOf(quoted(definition.short), units.size > 1 || mentions.some(isUsed) ? unit : undefined),
        fixes: () =>
          isWhole(first) ? [{ title: t("Remove “({0})”", definition.written.short), safe: true, edits: [{ ...first, text: keep }] }] : [],
      },
    ];
  });

  function isUsed({ kind }: ShortFormMention): boolean {
    return kind === "use" || kind === "variant";
  }

  /** Uses in headings and quotations count for the text, wherever they stand. */
  function definedOnlyIn(mention: ShortFormMention): boolean {
    return standsIn(mention, "abstract") || standsIn(mention, "text");
  }
}

/** `unit` where the other part of the manuscript has a definition or a use of its own. */
function messageOf(short: string, unit: Unit | undefined): string {
  if (unit === "abstract") return t("{0} is not used again in the abstract. The long form alone is enough.", short);
  if (unit === "text") return t("{0} is not used again in the text. The long form alone is enough.", short);
  return t("{0} is not used again. The long form alone is enough.", short);
}
