import type { Rule } from "../rule.ts";
import { spellingLocale } from "./spelling-locale.ts";
import { termDeprecated } from "./term-deprecated.ts";
import { termVariant } from "./term-variant.ts";

/** One concept, one name. */
export const termRules: readonly Rule[] = [termVariant, termDeprecated, spellingLocale];
