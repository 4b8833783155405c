import type { Pattern } from "../scan/patterns.ts";
import { abbreviationRules } from "./abbreviations/index.ts";
import { nameRules } from "./names/index.ts";
import { nomenclatureRules } from "./nomenclature/index.ts";
import type { Rule } from "./rule.ts";
import { termRules } from "./terms/index.ts";

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [...abbreviationRules, ...termRules, ...nomenclatureRules, ...nameRules];

/** The patterns that rules look for, each once. */
export function patternsOf(all: readonly Rule[]): Pattern[] {
  const patterns = all.flatMap((rule) =>
    rule.checks.flatMap((check) => (check.on === "marks" || check.on === "mark" ? [check.pattern] : [])),
  );
  return [...new Set(patterns)];
}
