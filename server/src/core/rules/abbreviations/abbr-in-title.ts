import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { holdsMarkup, quoted, textAt } from "../../scan/prose.ts";
import { capitalised, replaceName } from "../replacement.ts";
import type { Edit, Finding, Rule, RuleContext } from "../rule.ts";
import { isAbbreviation, isDefinition } from "./definitions.ts";
import { fullNameOf, longFormOf, meaningsOf } from "./missing.ts";
import { isExplained, isOwnWord, isSystematicName, isUse, type Use } from "./uses.ts";

export const abbrInTitle: Rule = {
  id: "abbr-in-title",
  severity: "information",
  get title() {
    return t("The title has an abbreviation that it does not explain");
  },
  why: "A title is read alone, in lists of search results, by people who do not know the abbreviation, and is searched for by its long form.",
  source: "EASE Guidelines for Authors; ICMJE Recommendations, IV.A.3 (title page)",
  examples: [
    { bad: "# Smoking and RA in women\n\nText.", good: "# Smoking and rheumatoid arthritis in women\n\nText." },
    {
      bad: "# Smoking, MHC Genes, and Human Families\n\nThe major histocompatibility complex (MHC) is large; the MHC varies.",
      good: "# Smoking, Major Histocompatibility Complex Genes, and Human Families\n\nThe major histocompatibility complex (MHC) is large; the MHC varies.",
    },
  ],
  traps: [
    "# Smoking and rheumatoid arthritis (RA) in women\n\nRheumatoid arthritis (RA) hurts; RA is common.",
    "# HIV, DNA and the polymerase chain reaction\n\nText.",
    "# HLA-B27, CD4 and IL-6 in families\n\nText.",
    "# Type IV reactions\n\nText.",
    "# SMOKING AND RA IN WOMEN OF THE NORTH\n\nText.",
    "# Smoking: results of the CAPS Study and the RA-BEYOND trial\n\nText.",
    "# Smoking in women\n\nText.\n\n## Smoking and RA\n\nText.",
    "# TCR signaling: the T-cell receptor (TCR) at work\n\nText.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const uses = mentions.filter((m): m is Use => isUse(m) && m.entry.scope === "title" && isOwnWord(m));
  const [use] = uses;
  if (!use || context.exempt.has(short) || isSystematicName(short) || uses.some(isExplained)) return [];
  const definitions = mentions.filter(isDefinition);
  if (definitions.some((d) => d.entry === use.entry) || !isAbbreviation(short, context.analysis.context.termbase)) return [];
  const [definition] = definitions;
  const texts = definition
    ? [longFormOf(definition)]
    : meaningsOf(short, context).map((concept) => fullNameOf(concept, short, context).text);
  if (texts.length === 0) return [];
  const [text] = texts;
  const message =
    texts.length === 1
      ? t("The title does not explain {0}. Write {1}.", quoted(textAt(use)), quoted(text as string))
      : t("The title does not explain {0}. Write it out.", quoted(textAt(use)));
  return [
    {
      ...use,
      message,
      fixes: () =>
        holdsMarkup(use) ? [] : texts.map((long) => ({ title: t("Write {0}", quoted(long)), safe: false, edits: [inTitle(use, long)] })),
    },
  ];
}

/** The long form as the title writes its words: with capitals where its other words have them. */
function inTitle(use: Use, text: string): Edit {
  const edit = replaceName(use, { text, type: "full" }, use.plural);
  return hasTitleCase(use.entry.block.source)
    ? { ...edit, text: edit.text.replace(/(?<![\p{L}\p{N}'’])(?!(?:and|of|the|in|to|with)\b)\p{Ll}+/gu, capitalised) }
    : edit;
}

/** Whether most words of four letters or more have a capital. */
export function hasTitleCase(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{N}])\p{L}{4,}/gu)?.slice(1) ?? [];
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * words.length;
}
