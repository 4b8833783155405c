import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isAllCapitals, isRunningText, quoted, startsSentence } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { replaced } from "./simple-fix.ts";
import { isAboutGenes, isItalic, isWriters, sentenceAt } from "./surroundings.ts";

const spelled =
  /(?=[CFf])(?<![\p{L}\p{N}_./°-]|°\s?)(?:(?<number>C[- ][1-9](?:[abqrs])?(?![\p{L}\p{N}%°]|[.,]\d))|(?<case>C1Q)(?![\p{L}\p{N}_])|(?<factor>[Ff]actor-[BDHI]|Factor [BDHI])(?![\p{L}\p{N}_-]))/gu;

/** What a name may look like, quickly told. */
const roughly = /C[- ][1-9]|C1Q|actor[- ][BDHI]/;

/** A bare "C-3" is a carbon, a vertebra or a position; only words like these make it complement. */
const complement =
  /[Cc]omplement|convertase|anaphylatoxin|opsoni|properdin|C1q|iC3b|C5b|CH50|[Aa]lternative pathway|[Cc]lassical pathway|[Ll]ectin pathway/;
const elsewhere = /carbon|cervical|vertebra|spin(?:e|al)|disc\b|position|atom|C-terminal|°C|hepatitis C|vitamin C|β-C/i;

const pattern: Pattern = {
  id: "complement-format",
  needs: ["C-", "C ", "C1Q", "actor-", "Factor "],
  find(text) {
    if (!roughly.test(text) || !complement.test(text)) return [];
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(spelled)) {
      const from = match.index;
      const to = from + match[0].length;
      const sentence = sentenceAt(text, from, to);
      if (!complement.test(sentence) || elsewhere.test(sentence)) continue;
      const shape = match.groups?.number ? "number" : match.groups?.case ? "case" : match[0].includes("-") ? "factor" : "capital";
      if (shape === "case" && isAboutGenes(text, from, to)) continue;
      // "Factor H" is a name's part where a capital or its abbreviation stands beside it.
      if (shape === "capital" && (!/[\p{Ll},]\s$/u.test(text.slice(Math.max(0, from - 2), from)) || /^ [(]/.test(text.slice(to, to + 2))))
        continue;
      found.push({ from, to, shape, better: mended(match[0], shape) });
    }
    return found;
  },
};

function mended(name: string, shape: string): string {
  if (shape === "number") return name.replace(/[- ]/, "");
  if (shape === "case") return "C1q";
  return shape === "factor" ? name.replace("-", " ") : name.replace("F", "f");
}

/** Whether the word before a place is capitalised, so that the place belongs to a name set in capitals. */
function followsCapital(before: string): boolean {
  return /\p{Lu}[\p{L}-]*\s$/u.test(before);
}

export const complementFormat: Rule = {
  id: "complement-format",
  severity: "warning",
  get title() {
    return t("The name of a complement component has the wrong shape");
  },
  why: "Components are a C closed up with a number and a small letter for the fragment (C3, C1q); factors are two words with a small f (factor H).",
  source: "Bohlson SS, et al. Complement nomenclature. Front Immunol 2019;10:1308",
  examples: [
    { bad: "Complement C-3 and C 4 were low.", good: "Complement C3 and C4 were low." },
    { bad: "C1Q starts complement, and factor-H and Factor I end it.", good: "C1q starts complement, and factor H and factor I end it." },
  ],
  traps: [
    "The C3–C4 disc and C-3 of the pyranose ring.",
    "Carbon C-3 binds complement.",
    "Factor H regulates complement.",
    "Complement Factor H (CFH) was low.",
    "Insulin-like growth factor-I rose with complement.",
    "C4A and C4a differ: complement isotype and fragment.",
    "C1QA and C1QB are complement genes.",
    "Samples of complement were kept at 4 °C 3 days.",
  ],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        if (!isWriters(mark) || isItalic(mark)) return undefined;
        const { source } = mark.entry.block;
        const before = source.slice(Math.max(0, mark.from - 40), mark.from);
        if (
          /factor/i.test(mark.text) &&
          /(?:growth|nuclear|transcription|elongation|associated|splicing|releasing|cleavage)\s$/i.test(before)
        )
          return undefined;
        if (mark.shape === "capital" && (!isRunningText(mark.entry.scope) || startsSentence(mark) || followsCapital(before)))
          return undefined;
        if (mark.shape === "case" && isAllCapitals(mark.entry)) return undefined;
        const better = mark.better as string;
        return replaced(mark, t("The complement component is written {0}, not {1}.", quoted(better), quoted(mark.text)), better);
      },
    },
  ],
};
