import { t } from "../../l10n/l10n.ts";
import type { Pattern } from "../../scan/patterns.ts";
import { quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { isWriters, sentenceAt } from "./surroundings.ts";

const pattern: Pattern = {
  id: "complement-c2-fragments",
  needs: ["C2a", "C2b"],
  find: (text) =>
    [...text.matchAll(/(?<![\p{L}\p{N}_-])(?:C4b)?C2[ab](?![\p{L}\p{N}_])/gu)]
      .filter(({ 0: name, index }) => /omplement|convertase|C4b|C3|cleav|fragment/.test(sentenceAt(text, index, index + name.length)))
      .map(({ 0: name, index }) => ({ from: index, to: index + name.length, shape: name })),
};

export const complementC2Fragments: Rule = {
  id: "complement-c2-fragments",
  severity: "hint",
  offByDefault: "Most drafts follow one convention, and only their writers know which.",
  get title() {
    return t("C2a and C2b have changed places");
  },
  why: "In older texts C2a is the large fragment of C2; newer ones call the small one C2a, as with C3, C4 and C5. A draft says which convention it follows.",
  source: "Bohlson SS, et al. Complement nomenclature. Front Immunol 2019;10:1308",
  examples: [{ bad: "The convertase C4bC2a cleaves C3." }],
  traps: ["The convertase of C3 holds a fragment of C2.", "Sample C2a was lost."],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        if (!isWriters(mark)) return undefined;
        const { entry, from, to } = mark;
        const message = t(
          "Say which convention {0} follows: older texts call the large fragment C2a, newer ones the small one.",
          quoted(mark.text),
        );
        return { entry, from, to, message };
      },
    },
  ],
};
