import type { Rule } from "../rule.ts";
import { caseVariant } from "./case-variant.ts";
import { drugNameLocale } from "./drug-name-locale.ts";
import { prefixAlwaysClosed } from "./prefix-always-closed.ts";
import { prefixHyphen } from "./prefix-hyphen.ts";
import { redundantAcronym } from "./redundant-acronym.ts";
import { spellingLocale } from "./spelling-locale.ts";
import { termAmbiguousShort } from "./term-ambiguous-short.ts";
import { termDeprecated } from "./term-deprecated.ts";
import { termVariant } from "./term-variant.ts";

/** One concept, one name. */
export const termRules: readonly Rule[] = [
  termVariant,
  termDeprecated,
  termAmbiguousShort,
  spellingLocale,
  drugNameLocale,
  prefixHyphen,
  prefixAlwaysClosed,
  caseVariant,
  redundantAcronym,
];
