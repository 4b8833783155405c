import { t } from "../../l10n/l10n.ts";
import type { Entry } from "../../scan/mentions.ts";
import type { Occurrence } from "../../scan/occurrences.ts";
import { holdsMarkup, isGloss, isOwnText, quoted, textAt } from "../../scan/prose.ts";
import { type Concept, type Designation, isShortForm, preferredAbbreviation, preferredTerm } from "../../termbase/concept.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

export const termDeprecated: Rule = {
  id: "term-deprecated",
  severity: "warning",
  get title() {
    return t("A name is no longer in use");
  },
  why: "Names are withdrawn because they honored the wrong person, named the wrong cause or hid a distinction. A current manuscript uses the current one.",
  source: "The naming body is given with each name; see the hover",
  examples: [
    {
      bad: "Patients with Wegener's granulomatosis relapsed.",
      good: "Patients with granulomatosis with polyangiitis relapsed.",
    },
  ],
  traps: [
    "Granulomatosis with polyangiitis (formerly Wegener's granulomatosis) relapsed.",
    "> Wegener's granulomatosis, as the old text has it.",
    "Granulomatosis with polyangiitis (Wegener's granulomatosis) relapsed.",
    "Wegener's granulomatosis [granulomatosis with polyangiitis] relapsed.",
  ],
  checks: [{ on: "block", check }],
};

function check(entry: Entry, context: RuleContext): Finding[] {
  if (!isOwnText(entry.scope)) return [];
  const { occurrences } = entry.facts;
  return occurrences.flatMap((occurrence, i) => {
    const [reading, rival] = occurrence.readings;
    if (!reading || rival) return [];
    const { status } = reading.designation;
    const place = { entry, from: occurrence.from, to: occurrence.to };
    if ((status !== "deprecated" && status !== "superseded") || isGloss(place)) return [];
    if (glosses(entry, occurrences[i - 1], occurrence) || glosses(entry, occurrence, occurrences[i + 1])) return [];
    return [finding(place, occurrence, reading.concept, reading.designation, context)];
  });
}

/** Whether one of two names of a concept explains the other in a bracket: "CCL2 (MCP-1)", "MCP-1 (CCL2)". */
function glosses({ block: { source } }: Entry, first: Occurrence | undefined, second: Occurrence | undefined): boolean {
  if (!first || !second || !/^\s?[([]["“]?$/.test(source.slice(first.to, second.from))) return false;
  return first.readings.some((a) => second.readings.some((b) => a.concept === b.concept));
}

function finding(
  place: { entry: Entry; from: number; to: number },
  occurrence: Occurrence,
  concept: Concept,
  old: Designation,
  context: RuleContext,
): Finding {
  const current = (isShortForm(old) ? preferredAbbreviation(concept) : undefined) ?? preferredTerm(concept, context.locale);
  const reason = old.reason ? `: ${old.reason}` : "";
  const state = stateOf(quoted(textAt(place)), old, quoted(current.text));
  const message = `${state}${reason}.${old.authority ? ` (${old.authority})` : ""}`;
  if (holdsMarkup(place)) return { ...place, message };
  const title = t("Use {0}", quoted(current.text));
  return { ...place, message, fixes: () => [{ title, safe: old.exact, edits: [replaceName(place, current, occurrence.plural)] }] };
}

/** What became of a name. Where the current one is no exact match, the reason says what to weigh. */
function stateOf(name: string, { status, since, exact, reason }: Designation, current: string): string {
  if (status === "superseded") {
    if (exact) return since ? t("{0} was replaced in {1} by {2}", name, since, current) : t("{0} was replaced by {1}", name, current);
    return since
      ? t("{0} is out of use since {1}; mostly {2} is meant", name, since, current)
      : t("{0} is out of use; mostly {1} is meant", name, current);
  }
  if (exact || !reason) {
    return since
      ? t("{0} is no longer recommended since {1}; use {2}", name, since, current)
      : t("{0} is no longer recommended; use {1}", name, current);
  }
  return since ? t("{0} is no longer recommended since {1}", name, since) : t("{0} is no longer recommended", name);
}
