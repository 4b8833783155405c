import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { isAllCapitals, quoted, shortenedWords, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAbbreviation } from "./definitions.ts";
import { isBareUse, isSystematicName, isUse, type Use } from "./uses.ts";

export const abbrSentenceStart: Rule = {
  id: "abbr-sentence-start",
  severity: "hint",
  offByDefault: "styles differ: the AMA calls it inelegant, and styles derived from it allow it",
  get title() {
    return t("A sentence begins with an abbreviation");
  },
  why: "A sentence that begins with capitals looks like a heading, and the full name is easier to read aloud.",
  source: "AMA Manual of Style, 11th ed., ch. 13",
  examples: [{ bad: "Antinuclear antibodies (ANA) are common. ANA titers vary." }, { bad: "RA is chronic." }],
  traps: [
    "DNA was extracted. HIV was found.",
    "CD4 cells fell. HLA-B27 was found. IL-6 rose.",
    "Patients with RA relapsed.",
    "- RA\n- SLE",
    "## RA\n\nThe disease is chronic.",
    "| RA | SLE |\n|---|---|\n| RA is | chronic |",
    "It was seen in two diseases, viz. RA and SLE.",
    "RA: rheumatoid arthritis.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  if (context.exempt.has(short) || isSystematicName(short) || !isAbbreviation(short, context.analysis.context.termbase)) return [];
  return mentions
    .filter((m): m is Use => isUse(m) && beginsSentence(m))
    .map((use) => ({ ...use, message: t("The sentence begins with the abbreviation {0}.", quoted(textAt(use))) }));
}

const goesOn = new RegExp(`\\b(?:${shortenedWords}|al|no)\\.\\s+$`);

/** Whether a sentence with a verb begins here, not a list item, a cell or a label. */
function beginsSentence(use: Use): boolean {
  const { scope, block } = use.entry;
  if ((scope !== "body" && scope !== "abstract") || block.setting.list || isAllCapitals(use.entry) || !isBareUse(use)) return false;
  const before = textBefore(use, 40);
  const starts = /^[\s"“(*_]*$/.test(block.source.slice(0, use.from)) || /[\p{Ll}\p{N})\]][.!?]["”)*_]*\s+["“(*_]*$/u.test(before);
  return starts && !goesOn.test(before) && /^[*_]*\s\p{Ll}/u.test(textAfter(use, 6));
}
