import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { partEdit } from "./surroundings.ts";

const symbol =
  /(?=[A-Z]{2,4}[‐–−])(?<![\p{L}\p{N}_-])(?:IL|IFN|TGF|TNF|HLA|PD|CTLA|CD|NF|MCP|MIP|IP)[‐–−](?:\p{N}|[αβγδκλω]|[A-Z]\p{N}?)(?=[\p{L}\p{N}]{0,5}(?![\p{L}\p{N}]))[\p{L}\p{N}]*/gu;

const pattern: Pattern = {
  id: "dash-lookalike",
  needs: ["‐", "–", "−"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index } of text.matchAll(symbol)) {
      found.push({ from: index, to: index + name.length, shape: "dash", better: name.replace(/[‐–−]/, "-") });
    }
    return found;
  },
};

export const dashLookalike: Rule = {
  id: "dash-lookalike",
  severity: "hint",
  offByDefault:
    "Matching reads every dash as a hyphen, so the mark harms a search in the finished text alone; `cytokine-hyphen` reports the dashes of interleukins.",
  get title() {
    return t("A dash stands for the hyphen of a symbol");
  },
  why: "IL–6 with a dash looks like IL-6 but is not found by a search for it.",
  source: "The Unicode Standard, ch. 6.2 (dashes and hyphens)",
  examples: [{ bad: "IFN–γ and PD−1 rose.", good: "IFN-γ and PD-1 rose." }],
  traps: ["IL‑6 with a no-break hyphen is right.", "CD4− cells rose.", "CD4–CD8 pairs and IL-1–IL-6 rose.", "The years 2019–2021."],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        if (!isOwnText(mark.entry.scope)) return undefined;
        const better = mark.better as string;
        const edits = partEdit(mark, /[‐–−]/, "-");
        const { entry, from, to } = mark;
        const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
        return {
          entry,
          from,
          to,
          message: t("{0} has a dash where its hyphen belongs. Write {1}.", quoted(mark.text), quoted(better)),
          fixes: () => fixes,
        };
      },
    },
  ],
};
