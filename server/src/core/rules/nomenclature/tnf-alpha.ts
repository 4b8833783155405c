import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { holdsMarkup, isRunningText, quoted } from "../../scan/prose.ts";
import type { Edit, Finding, Rule, RuleContext } from "../rule.ts";
import { greekSymbols, letterChoices, letterText, tnfChoice } from "./greek-symbols.ts";
import { type Choice, isReplacedName, mostUsed, partEdit } from "./surroundings.ts";

export const tnfAlpha: Rule = {
  id: "tnf-alpha",
  severity: "warning",
  forms: ["TNF", "TNF-α"],
  get title() {
    return t("TNF and TNF-α are mixed");
  },
  why: "Since TNF-β became lymphotoxin-α, TNF needs no letter; many journals still print TNF-α. Both names in one document look like two cytokines.",
  source: "Grimstad O. JAMA Dermatol 2016;152:557; Nedospasov SA, Kuprash DV. 2021",
  examples: [
    { bad: "TNF drives disease. TNF and IL-6 rose, TNF-α fell.", good: "TNF drives disease. TNF and IL-6 rose, TNF fell." },
    {
      bad: "TNF-α drives disease. TNF-α and IL-6 rose; TNF fell.",
      good: "TNF-α drives disease. TNF-α and IL-6 rose; TNF-α fell.",
    },
  ],
  traps: [
    "TNF-α rose under TNF inhibitors and anti-TNF therapy.",
    "TNF-α binds TNF receptor 1, and the TNF superfamily is large.",
    "TNF-α and TNF-β belong to the TNF family; TNF is one of many.",
    "Tumor necrosis factor (TNF)-α rose, and TNF-α fell.",
    "The TNF gene lies in the MHC; TNF-α is its product.",
    "TNF fell in the human TNF-α ELISA.",
    "*TNF* lies in the MHC; TNF-α is its product.",
  ],
  checks: [{ on: "marks", pattern: greekSymbols, check }],
};

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  const choice = tnfChoice(marks, context);
  const letter = choice && choice.wanted !== "TNF" ? alphaText(marks, context) : "";
  const mixed = choice ? choice.strays.map((mark) => finding(mark, letter, choice.message)) : [];
  return context.preferred("tnf-alpha") === "TNF" ? [...mixed, ...lymphotoxin(marks)] : mixed;
}

function finding(mark: Mark, letter: string, message: Choice["message"]): Finding {
  const edits: Edit[] = letter === "" ? partEdit(mark, /(?<=^TNF)[\s\S]+$/, "") : partEdit(mark, /$/, letter);
  const better = `TNF${letter}`;
  const fixes = edits.length === 0 || holdsMarkup(mark) ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
  const { entry, from, to } = mark;
  return { entry, from, to, message: message(quoted(mark.text), quoted(better)), fixes: () => fixes };
}

/** The letter of TNF-α as this document will have it once its other findings are mended. */
function alphaText(marks: readonly Mark[], context: RuleContext): string {
  const shape = letterChoices(marks, context).get("TNF α")?.wanted ?? mostUsed(marks.filter(({ key }) => key === "TNF α")) ?? "greek";
  return letterText("TNF α", shape === "latin" ? "greek" : shape, marks, context);
}

function lymphotoxin(marks: readonly Mark[]): Finding[] {
  return marks
    .filter((mark) => mark.key === "TNF β" && isRunningText(mark.entry.scope) && !isReplacedName(mark))
    .map((mark) => ({
      entry: mark.entry,
      from: mark.from,
      to: mark.to,
      severity: "information",
      message: t("{0} is called “lymphotoxin-α” since 1998.", quoted(mark.text)),
    }));
}
