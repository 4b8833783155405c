import type { Rule } from "../rule.ts";
import { abbrAmbiguous } from "./abbr-ambiguous.ts";
import { abbrConflict } from "./abbr-conflict.ts";
import { abbrExpansionCaps } from "./abbr-expansion-caps.ts";
import { abbrExpansionMismatch } from "./abbr-expansion-mismatch.ts";
import { abbrFirstInHeading } from "./abbr-first-in-heading.ts";
import { abbrInTitle } from "./abbr-in-title.ts";
import { abbrLongformAfterDefinition } from "./abbr-longform-after-definition.ts";
import { abbrPluralApostrophe } from "./abbr-plural-apostrophe.ts";
import { abbrRedefined } from "./abbr-redefined.ts";
import { abbrSentenceStart } from "./abbr-sentence-start.ts";
import { abbrUndefined } from "./abbr-undefined.ts";
import { abbrUndefinedInAbstract } from "./abbr-undefined-in-abstract.ts";
import { abbrUnderused } from "./abbr-underused.ts";
import { abbrUnused } from "./abbr-unused.ts";
import { abbrVariantCase } from "./abbr-variant-case.ts";

/** The life of an abbreviation. */
export const abbreviationRules: readonly Rule[] = [
  abbrUndefined,
  abbrUndefinedInAbstract,
  abbrRedefined,
  abbrConflict,
  abbrAmbiguous,
  abbrUnused,
  abbrUnderused,
  abbrLongformAfterDefinition,
  abbrFirstInHeading,
  abbrInTitle,
  abbrSentenceStart,
  abbrPluralApostrophe,
  abbrExpansionCaps,
  abbrExpansionMismatch,
  abbrVariantCase,
];
