import type { Pattern } from "../scan/patterns.ts";
import { abbrConflict } from "./abbr-conflict.ts";
import { abbrLongformAfterDefinition } from "./abbr-longform-after-definition.ts";
import { abbrRedefined } from "./abbr-redefined.ts";
import { abbrUndefined } from "./abbr-undefined.ts";
import { abbrUnused } from "./abbr-unused.ts";
import { eponymPossessive } from "./eponym-possessive.ts";
import { hlaAsteriskMarkdown } from "./hla-asterisk-markdown.ts";
import type { Rule } from "./rule.ts";
import { spellingLocale } from "./spelling-locale.ts";
import { termDeprecated } from "./term-deprecated.ts";
import { termVariant } from "./term-variant.ts";

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  abbrUndefined,
  abbrRedefined,
  abbrConflict,
  abbrUnused,
  abbrLongformAfterDefinition,
  termVariant,
  termDeprecated,
  hlaAsteriskMarkdown,
  eponymPossessive,
  spellingLocale,
];

/** The patterns that rules look for, each once. */
export function patternsOf(all: readonly Rule[]): Pattern[] {
  const patterns = all.flatMap((rule) =>
    rule.checks.flatMap((check) => (check.on === "marks" || check.on === "mark" ? [check.pattern] : [])),
  );
  return [...new Set(patterns)];
}
