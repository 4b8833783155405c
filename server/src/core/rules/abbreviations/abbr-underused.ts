import { t } from "../../l10n/l10n.ts";
import { times } from "../../l10n/phrases.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { holdsMarkup, quoted } from "../../scan/prose.ts";
import { replaceName } from "../replacement.ts";
import type { Edit, Finding, Fix, Rule, RuleContext } from "../rule.ts";
import { type Definition, definitionsByUnit, isAbbreviation, isWhole, standsIn } from "./definitions.ts";
import { longFormOf } from "./missing.ts";
import { isUse, type Use } from "./uses.ts";

export const abbrUnderused: Rule = {
  id: "abbr-underused",
  severity: "information",
  offByDefault: "journals set the number differently, and a long name may be worth abbreviating for two uses",
  get title() {
    return t("An abbreviation is used too seldom to be worth defining");
  },
  why: "Each abbreviation is one more thing to keep in mind. One that is used twice costs the reader more than the long form would.",
  source: "EASE Guidelines for Authors (not for terms used fewer than three times); AMA practice asks for five uses",
  examples: [
    {
      bad: "Infection with Epstein-Barr virus (EBV) is common, and EBV persists for life.",
      good: "Infection with Epstein-Barr virus is common, and Epstein-Barr virus persists for life.",
    },
  ],
  traps: [
    "Epstein-Barr virus (EBV) is common. EBV persists; EBV hides, and EBV infects B cells.",
    "Epstein-Barr virus (EBV) is common.",
    "The polymerase chain reaction (PCR) was run; PCR was positive.",
    "## Abbreviations\n\nEBV: Epstein-Barr virus",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  if (context.exempt.has(short) || !isAbbreviation(short, context.analysis.context.termbase)) return [];
  return [...definitionsByUnit(mentions)].flatMap(([unit, [first, second]]) => {
    const uses = mentions.filter((m): m is Use => isUse(m) && standsIn(m, unit));
    // Where it is never used, `abbr-unused` says so.
    if (!first || second || uses.length === 0 || uses.length >= context.minimumUses) return [];
    const { shortRange, written } = first.definition;
    return [
      {
        ...first,
        from: shortRange.from,
        to: shortRange.to,
        message: t(
          "{0} is used only {1} after its definition. The long form would do (from {2} uses on, an abbreviation pays).",
          quoted(written.short),
          times(uses.length),
          context.minimumUses,
        ),
        fixes: () => withoutShort(first, uses),
      },
    ];
  });
}

/** Writes the long form at each use and drops the abbreviation from its definition. */
function withoutShort(first: Definition, uses: readonly Use[]): Fix[] {
  if (!isWhole(first) || uses.some(holdsMarkup)) return [];
  const text = longFormOf(first);
  const { longRange, written } = first.definition;
  const kept = first.entry.block.source.slice(longRange.from, longRange.to);
  const edits: Edit[] = [{ ...first, text: kept }, ...uses.map((use) => replaceName(use, { text, type: "full" }, use.plural))];
  return [{ title: t("Write out “{0}” everywhere", written.short), safe: false, edits }];
}
