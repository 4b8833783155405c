import { t } from "../../l10n/l10n.ts";
import { singularShort } from "../../scan/document-terms.ts";
import type { ConceptGroup, ShortFormMention } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAbbreviation, isAkin, isDefinition, isWorded, sameDefinition, sameLongForm } from "./definitions.ts";

export const abbrConflict: Rule = {
  id: "abbr-conflict",
  severity: "error",
  get title() {
    return t("One abbreviation stands for two things, or one thing has two abbreviations");
  },
  why: "From the second definition on, no reader can tell which of the two an abbreviation stands for.",
  source: "New Hart's Rules, ch. 10 and 14; AMA Manual of Style, 11th ed., ch. 13",
  examples: [
    { bad: "Contact dermatitis (CD) itches. Celiac disease (CD) does not. CD is common." },
    { bad: "Epstein-Barr virus (EBV) is common; EBV persists. Epstein-Barr virus (EB) infects B cells; EB lasts." },
  ],
  traps: [
    "Tumor necrosis factor (TNF) was high. Tumour necrosis factor (TNF) fell.",
    "The dorsal root ganglion (DRG) is small. Dorsal root ganglia (DRG) were taken; the DRG is small.",
    "Familial adenomatous polyposis (FAP) is rare. Familial adenomatous polypois (FAP) is a slip. FAP is rare.",
    "Tumor necrosis factor receptors (TNFR) and their soluble forms, TNF receptors (TNFR), bind.",
    "Inborn errors of immunity (IEI) were once primary immunodeficiencies (PID). IEI are many, PID few.",
    "Thyroglobulin (Tg) rose, and triglyceride (TG) levels fell; Tg and TG were related.",
  ],
  checks: [
    { on: "shortForm", check: twoMeanings },
    { on: "concept", check: twoAbbreviations },
  ],
};

function twoMeanings(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const { spelling, termbase } = context.analysis.context;
  const [first, ...later] = mentions.filter(isDefinition).filter(({ definition }) => isWorded(definition.long));
  if (!first || later.length === 0 || !isAbbreviation(short, termbase)) return [];
  return later
    .filter(({ definition }) => !sameDefinition(definition, first.definition, spelling))
    .filter(({ definition }) => !isAkin(definition.long, first.definition.long, spelling))
    .map((other) => ({
      ...other,
      message: t(
        "{0} already stands for {1}. Give one of the two another abbreviation, or write it out.",
        quoted(other.definition.short),
        quoted(first.definition.long),
      ),
      related: [{ ...first, message: t("defined here as {0}", quoted(first.definition.long)) }],
    }));
}

/** Two names of one concept may have an abbreviation each, as IEI and PID; that they are mixed is for `term-variant` to say. */
function twoAbbreviations({ definitions }: ConceptGroup, context: RuleContext): Finding[] {
  const { spelling } = context.analysis.context;
  const [first, ...later] = definitions;
  if (!first) return [];
  const name = (definition: typeof first.definition) => singularShort(definition.short, definition.long);
  return later
    .filter(({ definition }) => name(definition).toLowerCase() !== name(first.definition).toLowerCase())
    .filter(({ definition }) => sameLongForm(definition.long, first.definition.long, spelling))
    .map((other) => ({
      ...other,
      message: t(
        "{0} is abbreviated {1} before and {2} here. Keep one.",
        quoted(other.definition.long),
        quoted(first.definition.short),
        quoted(other.definition.short),
      ),
      related: [{ ...first, message: t("abbreviated {0} here", quoted(first.definition.short)) }],
    }));
}
