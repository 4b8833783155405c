import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isRunningText, quoted, textAfter, textAt } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { capitalised } from "../replacement.ts";
import type { Finding, Rule } from "../rule.ts";

const words: Readonly<Record<string, string>> = { females: "women", males: "men", Females: "Women", Males: "Men" };

/** Animals, and people too young to be women and men. */
const others =
  /\b(?:mice|mouse|murine|rats?|rabbits?|animals?|monkeys?|macaques?|pigs?|dogs?|cats?|zebrafish|flies|littermates?|heterozygous|homozygous|neonat\w+|newborns?|infants?|children|pa?ediatric|adolescents?|girls?|boys?|fetus\w*|embryos?|all ages|strains?)\b/i;

const sexWord: Pattern = {
  id: "sex-noun",
  needs: ["males", "Males", "mice"],
  find(text) {
    const found: PatternMatch[] = [];
    if (text.includes("mice")) found.push({ from: 0, to: 0, shape: "animal" });
    const young = others.test(text);
    for (const { 0: word, index } of text.matchAll(/\b(?:[Ff]e)?[Mm]ales\b/g)) {
      if (young || words[word] === undefined || /[-/\p{L}\p{N}]/u.test(text.charAt(index - 1))) continue;
      found.push({ from: index, to: index + word.length, shape: "noun", better: words[word] as string });
    }
    return found;
  },
};

export const sexNoun: Rule = {
  id: "sex-noun",
  severity: "information",
  offByDefault: "Only a reader can tell whether adults are meant: males and females are right for animals, infants and mixed ages.",
  get title() {
    return t("“Males” or “females” is used as a noun for adults");
  },
  why: "As nouns the words are those of animal husbandry; women and men are what adults are called.",
  source: "AMA Manual of Style, 11th ed., 11.7 and 11.12.1 (under revision)",
  examples: [{ bad: "Lupus is more prevalent in females than in males.", good: "Lupus is more prevalent in women than in men." }],
  traps: [
    "Female patients and male sex were recorded.",
    "Females and males of both strains of mice were used.",
    "Among infants, females were fewer.",
    "| Sex | n |\n|---|---|\n| Females | 12 |",
    "They were “females” by record.",
  ],
  checks: [{ on: "marks", pattern: sexWord, check }],
};

function check(marks: readonly Mark[]): Finding[] {
  const nouns = marks.filter(({ entry, shape }) => shape === "noun" && isRunningText(entry.scope) && entry.scope !== "table");
  // A paper about animals says so in several places, and names their sexes in others.
  if (marks.filter(({ shape }) => shape === "animal").length > 1) return [];
  return nouns.flatMap((mark) => {
    if (isQuoted(mark) || /^ (?:aged|of|older|younger)\b.*\b(?:months?|weeks?|days?)\b/.test(textAfter(mark, 40))) return [];
    const text = mark.better as string;
    const message = t("{0} as a noun is for animals and mixed ages; adults are {1}.", quoted(mark.text), quoted(text.toLowerCase()));
    if (textAt(mark) !== mark.text) return [{ ...mark, message }];
    const better = /^\p{Lu}/u.test(mark.text) ? capitalised(text) : text;
    return [
      { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(better)), safe: false, edits: [{ ...mark, text: better }] }] },
    ];
  });
}
