import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { isAllCapitals, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAbbreviation, isDefinition } from "./definitions.ts";

export const abbrFirstInHeading: Rule = {
  id: "abbr-first-in-heading",
  severity: "information",
  offByDefault: "many house styles allow an abbreviation to be introduced in a heading",
  get title() {
    return t("An abbreviation is introduced in a heading");
  },
  why: "Headings are skipped and set apart in tables of contents. A heading has the long form, and the text below it introduces the abbreviation.",
  source: "AMA Manual of Style, 11th ed., ch. 13",
  examples: [{ bad: "## Systemic lupus erythematosus (SLE)\n\nMost patients with SLE are women." }],
  traps: [
    "## Systemic lupus erythematosus\n\nMost patients with systemic lupus erythematosus (SLE) are women. SLE flares.",
    "Systemic lupus erythematosus (SLE) flares.\n\n## Systemic lupus erythematosus (SLE) in children",
    "## Systemic lupus erythematosus (part 2)\n\nIt flares.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(name: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const first = mentions.find(isDefinition);
  if (!first || (first.entry.scope !== "heading" && first.entry.scope !== "title")) return [];
  if (isAllCapitals(first.entry) || !isAbbreviation(name, context.analysis.context.termbase)) return [];
  const { from, to } = first.definition.shortRange;
  const short = quoted(first.definition.written.short);
  const message =
    first.entry.scope === "title"
      ? t("{0} is introduced in the title. Introduce it in the text.", short)
      : t("{0} is introduced in a heading. Introduce it in the text.", short);
  return [{ ...first, from, to, message }];
}
