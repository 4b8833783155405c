import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { isRunningText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { cellModifiers } from "./cell-nouns.ts";
import { chooseForm, isMentioned, partEdit } from "./surroundings.ts";

export const cellModifierHyphen: Rule = {
  id: "cell-modifier-hyphen",
  severity: "information",
  forms: ["hyphen", "space"],
  get title() {
    return t("“T-cell receptor” and “T cell receptor” are mixed");
  },
  why: "AMA joins the words before a noun (T-cell receptor), immunology journals leave them apart (T cell receptor). Either is right; both in one document look like an oversight.",
  source: "AMA Manual of Style, 11th ed., ch. 8 and 10; The Journal of Immunology and International Immunology, lists of abbreviations",
  examples: [
    {
      bad: "The T-cell receptor starts T-cell activation. The B cell receptor is alike.",
      good: "The T-cell receptor starts T-cell activation. The B-cell receptor is alike.",
    },
    {
      bad: "T cell responses need T cell help, unlike NK-cell responses.",
      good: "T cell responses need T cell help, unlike NK cell responses.",
    },
  ],
  traps: [
    "The T-cell receptor is found on T cells.",
    "T cell responses occur in diffuse large B-cell lymphoma.",
    "T cell responses need B-cell activating factor.",
    "T cells respond, as a T-cell response shows.",
    "## T-Cell Receptor\n\nThe T cell receptor binds.",
    "T cell responses are T-cell–mediated.",
  ],
  checks: [{ on: "marks", pattern: cellModifiers, check }],
};

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  const used = marks.filter((mark) => isRunningText(mark.entry.scope) && !isMentioned(mark));
  const preferred = context.preferred("cell-modifier-hyphen");
  const choice = chooseForm(used, preferred, preferred !== undefined);
  if (!choice) return [];
  const joint = choice.wanted === "hyphen" ? "-" : " ";
  return choice.strays.map((mark) => {
    const better = mark.text.replace(/[-\s‐‑](?=cell)/, joint);
    const edits = partEdit(mark, /[-\s‐‑](?=cell)/, joint);
    const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
    const message = choice.model
      ? t("This document mostly writes such names as {0}. Write {1}.", quoted(choice.model.text), quoted(better))
      : t("This document is set to the other form. Write {0}.", quoted(better));
    return { entry: mark.entry, from: mark.from, to: mark.to, message, fixes: () => fixes };
  });
}
