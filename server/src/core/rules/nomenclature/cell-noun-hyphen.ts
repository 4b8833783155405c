import { t } from "../../l10n/l10n.ts";
import { holdsMarkup, quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { cellNouns } from "./cell-nouns.ts";
import { isWriters, partEdit } from "./surroundings.ts";

export const cellNounHyphen: Rule = {
  id: "cell-noun-hyphen",
  severity: "warning",
  get title() {
    return t("A hyphen in “T cells” as a noun");
  },
  why: "The cell is a T cell; only before a noun may the two words be joined (T-cell receptor).",
  source:
    "The Journal of Immunology and International Immunology, lists of abbreviations (T cell, B cell); AMA Manual of Style, 11th ed., ch. 14.8",
  examples: [
    { bad: "T-cells and B-cells interact.", good: "T cells and B cells interact." },
    { bad: "A naive T-cell recognizes one antigen.", good: "A naive T cell recognizes one antigen." },
  ],
  traps: [
    "T-cell–mediated and T-cell-mediated immunity.",
    "The T-cell receptor binds; T-cell activation follows CAR T-cell therapy.",
    "T- and B-cells interact.",
    "The T-cell to B-cell ratio fell.",
    "T-cell and B-cell receptors differ, as do T-cell, B-cell and NK-cell counts.",
    "T cells and B cells interact.",
    "Lymphoma, T-cell, is a heading.",
    "β-cells die.",
    "CAR-T cells kill.",
  ],
  checks: [
    {
      on: "mark",
      pattern: cellNouns,
      check: (mark) => {
        if (!isWriters(mark)) return undefined;
        const better = mark.better as string;
        const edits = holdsMarkup(mark) ? [] : partEdit(mark, /[-‐‑](?=[Cc]ell)/, " ");
        const { entry, from, to } = mark;
        const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
        return {
          entry,
          from,
          to,
          message: t("As a noun {0} has no hyphen. Write {1}.", quoted(mark.text), quoted(better)),
          fixes: () => fixes,
        };
      },
    },
  ],
};
