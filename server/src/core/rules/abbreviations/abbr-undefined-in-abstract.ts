import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { isOwnText, quoted, textAt } from "../../scan/prose.ts";

import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAmbiguous } from "./abbr-ambiguous.ts";
import { fullNameOf, isBefore, longFormOf, meaningsOf, missingDefinition, spellOut, writeOut } from "./missing.ts";

export const abbrUndefinedInAbstract: Rule = {
  id: "abbr-undefined-in-abstract",
  severity: "warning",
  get title() {
    return t("The abstract uses an abbreviation that it does not define");
  },
  why: "Databases print the abstract without the text, so it has to explain its own abbreviations; the text explains them again.",
  source: "EASE Guidelines for Authors; AMA Manual of Style, 11th ed., ch. 13",
  examples: [
    {
      bad: "## Abstract\n\nSmoking worsens RA.\n\n## Introduction\n\nRheumatoid arthritis (RA) is chronic; RA hurts.",
      good: "## Abstract\n\nSmoking worsens rheumatoid arthritis (RA).\n\n## Introduction\n\nRheumatoid arthritis (RA) is chronic; RA hurts.",
    },
    {
      bad: "## Abstract\n\n### Background\n\nCarriers of HLA variants fell ill earlier.",
      good: "## Abstract\n\n### Background\n\nCarriers of human leukocyte antigen (HLA) variants fell ill earlier.",
    },
    {
      bad: "## Abstract\n\nSmoking worsens RA. Rheumatoid arthritis (RA) is chronic.",
      good: "## Abstract\n\nSmoking worsens rheumatoid arthritis (RA). RA is chronic.",
    },
  ],
  traps: [
    "Rheumatoid arthritis (RA) is chronic; RA hurts.",
    "## Abstract\n\nRheumatoid arthritis (RA) is chronic; RA hurts.\n\n## Introduction\n\nRheumatoid arthritis (RA) is chronic; RA hurts.",
    "## Abstract\n\n**Background:** Rheumatoid arthritis (RA) is chronic.\n\n**Methods:** Patients with RA were followed.",
    "## Introduction\n\nRheumatoid arthritis (RA) is chronic; RA hurts.\n\n## Summary\n\nRA is treatable.",
    "## Abstract\n\nDNA was extracted, and IL-6 was measured on CD4 cells (OR, 2; 95% CI, 1–3).",
    "## Abstract\n\nSmoking worsens RA.\n\n## Abbreviations\n\nRA: rheumatoid arthritis",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const missing = missingDefinition(short, mentions, "abstract", context);
  if (!missing) return [];
  const { use, late, elsewhere } = missing;
  // A summary at the end is read after the text that has introduced the abbreviation.
  const [first] = mentions.filter((m) => m.entry.scope !== "abstract" && m.entry.scope !== "title" && isOwnText(m.entry.scope));
  if (first && isBefore(first, use)) return [];
  const written = quoted(textAt(use));
  const definition = late ?? elsewhere;
  if (definition) {
    const message = late
      ? t("{0} is used here before the abstract defines it. Define it at first use: “{1} ({2})”.", written, longFormOf(late), short)
      : t("{0} is defined in the text but not in the abstract, which is read without it. Write it out here too.", written);
    const related = [{ ...definition, message: t("defined here") }];
    return [{ ...use, message, related, fixes: () => [writeOut(use, definition, short, late !== undefined)] }];
  }
  if (isAmbiguous(short, context)) return [];
  const [concept] = meaningsOf(short, context);
  if (!concept) return [];
  const term = fullNameOf(concept, short, context);
  const message = t("The abstract does not define {0}. Write it out at first use: “{1} ({2})”.", written, term.text, short);
  return [{ ...use, message, fixes: () => [spellOut(use, term)] }];
}
