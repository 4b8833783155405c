import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isGloss, isOwnText, quoted, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { capitalised } from "../replacement.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { drugNames } from "./drug-name-data.ts";

interface DrugName {
  readonly shape: "INN" | "USAN";
  readonly other: string;
}

const byName = new Map<string, DrugName>(
  drugNames.flatMap(([inn, usan]): [string, DrugName][] => [
    [inn, { shape: "INN", other: usan }],
    [usan, { shape: "USAN", other: inn }],
  ]),
);
const names = new RegExp(
  `\\b(?:${[...byName.keys()].map((name) => `[${name[0]}${name[0]?.toUpperCase()}]${name.slice(1)}`).join("|")})\\b`,
  "g",
);

const drugName: Pattern = {
  id: "drug-name",
  needs: ["clovir", "clomet", "closporin", "cetam", "mesal", "Mesal", "fampi", "lbut", "xycarb", "xyurea"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index } of text.matchAll(names)) {
      const known = byName.get(name.toLowerCase());
      const to = index + name.length;
      // "Cyclosporine A" is the name of the compound.
      if (known && !/^(?:[- ]A\b|-)/.test(text.slice(to, to + 3)) && text.charAt(index - 1) !== "-")
        found.push({ from: index, to, shape: known.shape, better: known.other });
    }
    return found;
  },
};

export const drugNameLocale: Rule = {
  id: "drug-name-locale",
  severity: "information",
  offByDefault: "Trial and label names keep their own form, and a document may name a drug as each country does on purpose.",
  forms: ["INN", "USAN"],
  get title() {
    return t("International and American drug names are mixed");
  },
  why: "Paracetamol and acetaminophen are one drug; a reader should meet it under one name, and all drugs under names of one list.",
  source: "WHO International Nonproprietary Names; USP Dictionary of USAN; AMA Manual of Style, 11th ed., 14.4",
  examples: [
    {
      bad: "Ciclosporin was given with paracetamol. Cyclosporine levels fell.",
      good: "Ciclosporin was given with paracetamol. Ciclosporin levels fell.",
    },
    {
      bad: "Mesalazine helped; rifampicin and acetaminophen did not.",
      good: "Mesalazine helped; rifampicin and paracetamol did not.",
    },
  ],
  traps: [
    "Paracetamol (acetaminophen) was given with ciclosporin.",
    "Paracetamol, also known as acetaminophen, was given with ciclosporin.",
    "Cyclosporine A binds cyclophilin; ciclosporin is the drug.",
    "Acetaminophen and cyclosporine were given.",
    "> Acetaminophen was given.\n\nParacetamol was given.",
  ],
  checks: [{ on: "marks", pattern: drugName, check }],
};

function check(all: readonly Mark[], context: RuleContext): Finding[] {
  const marks = all.filter((mark) => isOwnText(mark.entry.scope) && !isQuoted(mark) && !isGloss(mark) && !isGlossed(mark));
  const international = marks.filter((mark) => mark.shape === "INN").length;
  const chosen = context.preferred("drug-name-locale") ?? localeNames[context.locale ?? ""];
  if (!chosen && (international === 0 || international === marks.length)) return [];
  const usual = international * 2 === marks.length ? marks[0]?.shape : international * 2 > marks.length ? "INN" : "USAN";
  const wanted = chosen ?? usual;
  return marks
    .filter((mark) => mark.shape !== wanted)
    .map((mark) => {
      const text = /^\p{Lu}/u.test(mark.text) ? capitalised(mark.better as string) : (mark.better as string);
      const message =
        wanted === "INN"
          ? t("{0}: this document uses international (INN) drug names. Write {1}.", quoted(mark.text), quoted(text))
          : t("{0}: this document uses American (USAN) drug names. Write {1}.", quoted(mark.text), quoted(text));
      if (textAt(mark) !== mark.text) return { ...mark, message };
      return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits: [{ ...mark, text }] }] };
    });
}

const localeNames: Readonly<Record<string, string>> = { "en-US": "USAN", "en-GB": "INN" };

/** "paracetamol (acetaminophen)" gives both names on purpose. */
function isGlossed(mark: Mark): boolean {
  return new RegExp(`${mark.better}[*_]*,? (?:\\(|\\[|or |/)[*_]*$`, "i").test(textBefore(mark, 40));
}
