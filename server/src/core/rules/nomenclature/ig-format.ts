import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isAllCapitals, quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { replaced } from "./simple-fix.ts";
import { isAboutGenes, isItalic, isWriters } from "./surroundings.ts";

/** IGA is left out: it is the Investigator's Global Assessment. A blank before A needs a number behind it, for "Ig A" may be two words. */
const spelled =
  /(?=[Ii][Gg])(?<![\p{L}\p{N}_-])(?:Ig[- ](?:[GME](?:[1-4][ab]?)?|A[12]?|D(?! (?:segment|gene|region)))(?![\p{L}\p{N}–])|IG[GME](?![\p{L}\p{N}_])|ig[GMEA](?:[1-4][abc]?)?(?![\p{L}\p{N}_])|Igg(?:[1-4])?(?![\p{L}\p{N}_])|Ig(?:G-[1-4]|A-[12])(?![\p{L}\p{N}:–]|[-.]\p{N}))/gu;

const pattern: Pattern = {
  id: "ig-format",
  needs: ["Ig", "IG", "igG"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index: from } of text.matchAll(spelled)) {
      const to = from + name.length;
      if (/^IG/.test(name) && isAboutGenes(text, from, to)) continue;
      const bare = name.replace(/[- ]/g, "");
      found.push({ from, to, shape: "wrong", better: `Ig${bare.slice(2, 3).toUpperCase()}${bare.slice(3)}` });
    }
    return found;
  },
};

export const igFormat: Rule = {
  id: "ig-format",
  severity: "warning",
  get title() {
    return t("The name of an immunoglobulin class has the wrong shape");
  },
  why: "A class is one word with a small g: IgG, IgG4. Other shapes are missed by a search, and IGG looks like a gene.",
  source: "Australian Government Style Manual for health content (contentmanual.com.au); IUIS/WHO nomenclature of immunoglobulins",
  examples: [
    { bad: "Serum Ig G, Ig-M and IGE rose.", good: "Serum IgG, IgM and IgE rose." },
    { bad: "IgG-4-related disease raises IgG-4.", good: "IgG4-related disease raises IgG4." },
  ],
  traps: [
    "IGHG1 and IGG1 genes differ.",
    "The IGA score improved; IgG4-related disease is rare.",
    "## IGG AND IGM IN SERUM OF PATIENTS",
    "IgG, IgA1 and IgG4 are classes.",
    "Ig gene segments, Ig D segments and Ig heavy chains.",
    "IgG-1:100 dilution.",
  ],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        if (!isWriters(mark) || isItalic(mark) || isAllCapitals(mark.entry)) return undefined;
        const better = mark.better as string;
        return replaced(mark, t("The immunoglobulin class is written {0}, not {1}.", quoted(better), quoted(mark.text)), better);
      },
    },
  ],
};
