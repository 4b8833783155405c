import type { Rule } from "../rule.ts";
import { abbrConflict } from "./abbr-conflict.ts";
import { abbrLongformAfterDefinition } from "./abbr-longform-after-definition.ts";
import { abbrRedefined } from "./abbr-redefined.ts";
import { abbrUndefined } from "./abbr-undefined.ts";
import { abbrUnused } from "./abbr-unused.ts";

/** The life of an abbreviation. */
export const abbreviationRules: readonly Rule[] = [abbrUndefined, abbrRedefined, abbrConflict, abbrUnused, abbrLongformAfterDefinition];
