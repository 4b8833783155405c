import type { Locale } from "../termbase/concept.ts";
import type { Rule, Severity } from "./rule.ts";

/** What a writer or a team has decided about the rules. */
export interface RuleSettings {
  /** The spelling to hold to; without one, mixing alone is reported. */
  readonly locale?: Locale | undefined;
  /** By rule id; a rule that is not named runs with its own severity. */
  readonly rules?: Readonly<Record<string, Severity | "on" | "off">>;
}

/** Settings where the later of two win, rule by rule. */
export function mergeRuleSettings(...all: readonly RuleSettings[]): RuleSettings {
  return {
    locale: all.map((s) => s.locale).findLast((locale) => locale !== undefined),
    rules: Object.assign({}, ...all.map((s) => s.rules ?? {})) as NonNullable<RuleSettings["rules"]>,
  };
}

/** The severity a rule runs with; undefined where it is off. */
export function severityOf(rule: Pick<Rule, "id" | "severity">, settings: RuleSettings): Severity | undefined {
  const setting = settings.rules?.[rule.id] ?? "on";
  if (setting === "off") return undefined;
  return setting === "on" ? rule.severity : setting;
}
