import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { isWriters } from "./surroundings.ts";

/** IL-39 to IL-41 have been proposed; beyond them there is nothing. */
const last = 41;

const symbol = /(?=[Ii][Ln])(?<![\p{L}\p{N}_./-])(?:IL[-‐‑]|[Ii]nterleukin[- ])(\d{2,3})(?![\d./%°-]|[\p{L}]?\d)/gu;

const numbers: Pattern = {
  id: "cytokine-number",
  needs: ["IL-", "IL‐", "IL‑", "nterleukin"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(symbol)) {
      if (Number(match[1]) <= last) continue;
      found.push({ from: match.index, to: match.index + match[0].length, shape: "unknown" });
    }
    return found;
  },
};

export const cytokineNumber: Rule = {
  id: "cytokine-number",
  severity: "information",
  get title() {
    return t("No interleukin has this number");
  },
  why: "Interleukins are numbered from 1 to 38, and 39 to 41 have been proposed. A higher number is a slip, often a lost digit or a citation that ran into the name.",
  source: "HGNC, gene group Interleukins; Catalan-Dibene J, et al. J Interferon Cytokine Res 2018 (IL-30 to IL-40)",
  examples: [{ bad: "IL-71 drives neutrophils." }],
  traps: [
    "IL-39, IL-40 and IL-41 have been proposed.",
    "The company is in Chicago, IL-60612.",
    "IL-18BP binds IL-18.",
    "IL-1–38 are established.",
    "The strain BIL-71 grew.",
  ],
  checks: [
    {
      on: "mark",
      pattern: numbers,
      check: (mark) => {
        if (!isWriters(mark)) return undefined;
        const { entry, from, to } = mark;
        return { entry, from, to, message: t("{0}: interleukins are numbered from 1 to {1}. Is a digit wrong?", quoted(mark.text), last) };
      },
    },
  ],
};
