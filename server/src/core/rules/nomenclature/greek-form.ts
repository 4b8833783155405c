import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { holdsMarkup, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { greekSymbols, letterChoices, letterText } from "./greek-symbols.ts";
import { type Choice, partEdit } from "./surroundings.ts";

export const greekForm: Rule = {
  id: "greek-form",
  severity: "warning",
  forms: ["greek", "word"],
  get title() {
    return t("A Greek letter and its name are mixed in one symbol");
  },
  why: "IFN-γ, IFN-gamma and IFN-g look like three things, and a search finds one of them.",
  source: "JCI, gene and protein style; Australian Government Style Manual for health content (contentmanual.com.au)",
  examples: [
    { bad: "IFN-γ and IL-12 rose. IFN-γ fell later, IFN-gamma last.", good: "IFN-γ and IL-12 rose. IFN-γ fell later, IFN-γ last." },
    { bad: "NF-κB binds DNA. NF-kB and NF-kappa B are NF-κB.", good: "NF-κB binds DNA. NF-κB and NF-κB are NF-κB." },
    { bad: "TNF-alpha and TNF-alpha or TNFα.", good: "TNF-alpha and TNF-alpha or TNF-alpha." },
  ],
  traps: [
    "IFN-γ rose under interferon beta-1a and IFN-β, as under IFN beta-1a.",
    "IFN-γ and TGF-beta rose.",
    "PPARγ binds DNA; PPARG is its gene, NFKB1 another.",
    "TNF-α is encoded by *TNFa* in this fish.",
    "IFN-a rose.",
    "TNF a key cytokine and TNF-α.",
    "**Keywords**: IFN-gamma\n\nIFN-γ rose.",
  ],
  checks: [{ on: "marks", pattern: greekSymbols, check }],
};

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  return [...letterChoices(marks, context)].flatMap(([key, { wanted, strays, message }]) => {
    const letter = letterText(key, wanted, marks, context);
    return strays.map((mark) => finding(mark, key, letter, message));
  });
}

const letterPart = /[-‐‑–−\s]?(?:[αβγδκλωßϐɣɑ∝ĸ]|alpha|beta|gamma|delta|kappa|lambda|omega|[abgdlyk](?![a-z]))$/;
const letterAlone = /(?:[αβγδκλωßϐɣɑ∝ĸ]|alpha|beta|gamma|delta|kappa|lambda|omega|[abgdlyk](?![a-z]))$/;

function finding(mark: Mark, key: string, letter: string, message: Choice["message"]): Finding {
  // In NF-κB the letter stands inside.
  const part = key.startsWith("NF") ? /(?<=^NF)[\s\S]*$/ : letterPart;
  const text = key.startsWith("NF") ? `${letter}B` : letter;
  const better = mark.text.replace(part, text);
  // The join before the letter is another rule's where it stays a join.
  const keepsJoin = !key.startsWith("NF") && letter.startsWith("-") && /[-‐‑–−]/.test(mark.text.replace(/^IL./, ""));
  const edits = keepsJoin ? partEdit(mark, letterAlone, letter.slice(1)) : partEdit(mark, part, text);
  const fixes = edits.length === 0 || holdsMarkup(mark) ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
  const { entry, from, to } = mark;
  return { entry, from, to, message: message(quoted(mark.text), quoted(better)), fixes: () => fixes };
}
