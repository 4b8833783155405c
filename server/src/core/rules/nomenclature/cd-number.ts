import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { lastCd } from "./cd-names.ts";
import { isWriters } from "./surroundings.ts";

/** Compounds whose code looks like a CD number. */
const compounds = new Set([437, 832]);

const pattern: Pattern = {
  id: "cd-number",
  needs: ["CD"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index } of text.matchAll(/(?=CD)(?<![\p{L}\p{N}_./#-])CD\d{3}(?![\p{N}_]|\.\p{N}|[-–](?:\p{N}|\p{Lu}))/gu)) {
      const number = Number(name.slice(2));
      if (number > lastCd && !compounds.has(number)) found.push({ from: index, to: index + name.length, shape: "unknown" });
    }
    return found;
  },
};

export const cdNumber: Rule = {
  id: "cd-number",
  severity: "information",
  get title() {
    return t("No CD molecule has this number");
  },
  why: "The workshops have numbered CD molecules up to CD371. A higher number is a slip, or a citation that ran into the name.",
  source: "Engel P, et al. CD Nomenclature 2015. J Immunol 2015;195:4555; HLDA10 (CD1 to CD371)",
  examples: [{ bad: "The cells carried CD412." }],
  traps: ["CD371 is the last.", "The retinoid CD437 binds its receptor.", "The batch CD1530 was used.", "The plate CD400-12 was used."],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        if (!isWriters(mark)) return undefined;
        const { entry, from, to } = mark;
        return { entry, from, to, message: t("{0}: CD molecules are numbered up to CD{1}. Is a digit wrong?", quoted(mark.text), lastCd) };
      },
    },
  ],
};
