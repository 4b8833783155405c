import type { Locale } from "../termbase/concept.ts";
import type { Rule, Severity } from "./rule.ts";

/** What a writer or a team has decided about the rules. */
export interface RuleSettings {
  /** The style these settings start from. */
  readonly extends?: string;
  /** The spelling to hold to; without one, mixing alone is reported. */
  readonly locale?: Locale | undefined;
  /** By rule id; a rule that is not named runs with its own severity. */
  readonly rules?: Readonly<Record<string, Severity | "on" | "off">>;
  /** By rule id, the form to hold to. */
  readonly prefer?: Readonly<Record<string, string>>;
  /** Abbreviations that need no definition here, beside those that need none anywhere. */
  readonly exempt?: readonly string[];
  /** How often an abbreviation must be used to be worth defining. */
  readonly minimumUses?: number | undefined;
}

const usualMinimum = 3;

/** Settings where the later of two win, rule by rule. */
export function mergeRuleSettings(...all: readonly RuleSettings[]): RuleSettings {
  return {
    locale: all.map((s) => s.locale).findLast((locale) => locale !== undefined),
    rules: Object.assign({}, ...all.map((s) => s.rules ?? {})) as NonNullable<RuleSettings["rules"]>,
    prefer: Object.assign({}, ...all.map((s) => s.prefer ?? {})) as NonNullable<RuleSettings["prefer"]>,
    exempt: all.flatMap((s) => s.exempt ?? []),
    minimumUses: all.map((s) => s.minimumUses).findLast((uses) => uses !== undefined) ?? usualMinimum,
  };
}

/** The severity a rule runs with; undefined where it is off. */
export function severityOf(rule: Pick<Rule, "id" | "severity" | "offByDefault">, settings: RuleSettings): Severity | undefined {
  const setting = settings.rules?.[rule.id] ?? (rule.offByDefault ? "off" : "on");
  if (setting === "off") return undefined;
  return setting === "on" ? rule.severity : setting;
}
