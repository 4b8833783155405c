import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { isGloss, isRunningText, quoted, startsSentence, textAt, textBefore } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { definitionsByUnit, isAbbreviation, isWorded, standsIn } from "./definitions.ts";

type LongUse = ShortFormMention & { kind: "longUse" };

export const abbrLongformAfterDefinition: Rule = {
  id: "abbr-longform-after-definition",
  severity: "hint",
  get title() {
    return t("A long form is written out again after its abbreviation was introduced");
  },
  why: "Once an abbreviation is introduced, a reader expects it; the long form makes them look for a difference.",
  source: "AMA Manual of Style, 11th ed., ch. 13",
  examples: [
    {
      bad: "Rheumatoid arthritis (RA) is chronic, and RA hurts. Smoking worsens rheumatoid arthritis.",
      good: "Rheumatoid arthritis (RA) is chronic, and RA hurts. Smoking worsens RA.",
    },
  ],
  traps: [
    "Rheumatoid arthritis (RA) is chronic. Rheumatoid arthritis begins a sentence; RA does not.",
    "Rheumatoid arthritis (RA) hurts. RA is chronic.\n\n## Causes of rheumatoid arthritis",
    "Rheumatoid arthritis (RA) is chronic. Smoking worsens rheumatoid arthritis.",
    "Rheumatoid arthritis (RA) hurts; RA is chronic. SLE, lupus; RA, rheumatoid arthritis; the bar shows 3 mm.",
    "An antibody (Ab) binds. The Ab was bound, and more antibody was added.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  if (!isAbbreviation(short, context.analysis.context.termbase)) return [];
  return [...definitionsByUnit(mentions)].flatMap(([unit, [first]]) => {
    // Where the abbreviation is never used, dropping it is the better advice, and `abbr-unused` gives it.
    if (!first || isShortWord(first.definition.long) || !mentions.some((m) => m.kind === "use" && standsIn(m, unit))) return [];
    return mentions
      .filter((m): m is LongUse => m.kind === "longUse" && standsIn(m, unit) && isAfter(m, first) && isReplaceable(m, short))
      .map((use) => {
        const text = use.plural && !short.endsWith("s") ? `${short}s` : short;
        return {
          ...use,
          message: t("{0} is abbreviated {1} above.", quoted(textAt(use)), quoted(short)),
          related: [{ ...first, message: t("defined here") }],
          fixes: () => [{ title: t("Use {0}", quoted(text)), safe: false, edits: [{ ...use, text }] }],
        };
      });
  });
}

/** "Antibody (Ab)" saves a word in a table; nobody minds the word in a sentence. */
function isShortWord(long: string): boolean {
  return !isWorded(long) || (long.length < 13 && !/[\s-]/.test(long));
}

function isAfter(mention: ShortFormMention, first: ShortFormMention): boolean {
  return mention.entry.index > first.entry.index || (mention.entry === first.entry && mention.from >= first.to);
}

function isReplaceable(use: LongUse, short: string): boolean {
  const { scope, facts } = use.entry;
  if (!isRunningText(scope) || scope === "caption" || scope === "table") return false;
  // "juvenile rheumatoid arthritis" is another disease, not an adjective before this one.
  const inLonger = facts.occurrences.some((o) => o.from <= use.from && o.to >= use.to && o.to - o.from > use.to - use.from);
  // "RA, rheumatoid arthritis; SLE, systemic lupus …" explains the letters of a figure.
  const before = textBefore(use, short.length + 3);
  const inLegend = before
    .trimEnd()
    .replace(/[,=:(]$/, "")
    .trimEnd()
    .endsWith(short);
  return !inLonger && !inLegend && !startsSentence(use) && !isGloss(use);
}
