import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { pluralOf } from "../../termbase/inflection.ts";
import type { Finding, Rule } from "../rule.ts";
import { lastWords } from "./redundant-acronym-data.ts";

/** Each noun, in both numbers, with the abbreviations that end in it. */
const nouns = new Map<string, { readonly plural: boolean; readonly shorts: ReadonlySet<string> }>();
for (const [noun, shorts] of Object.entries(lastWords)) {
  nouns.set(noun, { plural: false, shorts: new Set(shorts) });
  nouns.set(pluralOf(noun), { plural: true, shorts: new Set(shorts) });
}

/** Two capitals, or one behind a small letter, then a small word of the list. */
const pair = /[A-Z][A-Zb0-9cglv-]*[A-Zbgc0-9] ([a-z]{3,})/g;

const doubledNoun: Pattern = {
  id: "doubled-noun",
  needs: [""],
  find(text) {
    const found: PatternMatch[] = [];
    pair.lastIndex = 0;
    for (let match = pair.exec(text); match; match = pair.exec(text)) {
      const noun = match[1] as string;
      const known = nouns.get(noun);
      if (!known) continue;
      const end = match.index + match[0].length;
      const space = end - noun.length - 1;
      const from = startOfWord(text, match.index);
      const short = text.slice(from, space);
      if (known.shorts.has(short) && !/^[-‐‑–/\p{L}]/u.test(text.slice(end, end + 1))) {
        found.push({ from, to: end, shape: known.plural ? "plural" : "singular", key: noun, better: short });
      }
    }
    return found;
  },
};

function startOfWord(text: string, from: number): number {
  let at = from;
  while (at > 0 && /[\p{L}\p{N}‐‑–/-]/u.test(text.charAt(at - 1))) at--;
  return at;
}

export const redundantAcronym: Rule = {
  id: "redundant-acronym",
  severity: "information",
  get title() {
    return t("The noun behind an abbreviation repeats its last word");
  },
  why: "The V of HIV stands for virus already. The doubled noun reads as an oversight and costs words.",
  source: "AMA Manual of Style, 11th ed., 11.2.1, on redundant expressions; the list is Immunolex's",
  examples: [
    { bad: "Both HIV virus and EBV virus persist.", good: "Both HIV and EBV persist." },
    { bad: "ANCA antibodies and mAb antibodies bind.", good: "ANCAs and mAbs bind." },
    { bad: "An ELISA assay and CRP protein levels were used.", good: "An ELISA and CRP levels were used." },
    { bad: "Every DMARD drug lowered the RF factor.", good: "Every DMARD lowered the RF." },
    { bad: "Mice were typed by multiplex PCR reaction.", good: "Mice were typed by multiplex PCR." },
    { bad: "The MHC complex lies on chromosome 6.", good: "The MHC lies on chromosome 6." },
  ],
  traps: [
    "HLA antigens and HLA alleles differ.",
    "The peptide–MHC complex and each MHC class II complex bind.",
    "An ANA antibody test and the PCR reaction mix were used.",
    "An HIV virus-like particle and HIV viruses of two clades.",
    "The CRP protein and the CRP gene; PCR reaction conditions.",
    "Each PCR reaction held 10 µL; the PCR reactions were run in threes.",
    "T cells meet a peptide; the MHC complex is then bound.",
    "Kits named “HIV virus detection” were used.",
  ],
  checks: [{ on: "mark", pattern: doubledNoun, check }],
};

function check(mark: Mark): Finding | undefined {
  if (!isOwnText(mark.entry.scope) || isQuoted(mark) || isNeeded(mark)) return undefined;
  const short = mark.better as string;
  const better = mark.shape === "plural" && !short.endsWith("S") ? `${short}s` : short;
  const message = t("The last letter of {0} already stands for “{1}”. Write {2}.", quoted(short), singular(mark.key), quoted(better));
  if (textAt(mark) !== mark.text) return { ...mark, message };
  const edit = { entry: mark.entry, from: mark.from + short.length, to: mark.to, text: better.slice(short.length) };
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(better)), safe: true, edits: [edit] }] };
}

function singular(noun: string): string {
  for (const one of Object.keys(lastWords)) if (noun === one || noun === pluralOf(one)) return one;
  return noun;
}

/** Where the noun says more than the letter does: kinds of virus, a peptide bound to MHC, the name of a test. */
function isNeeded(mark: Mark): boolean {
  const after = textAfter(mark, 24);
  const { key } = mark;
  // A gloss or a list that goes on: "HIV virus (human …)".
  if (/^\s*\(/.test(after)) return true;
  if (key === "viruses" || key === "complexes" || key === "traps" || key === "proteins") return true;
  if (key.startsWith("antibod")) return /^ (?:tests?|testing|assays?|kits?|panels?|screen|ELISA|positiv|negativ)/.test(after);
  // One tube of it is a reaction by right; the method is not.
  if (key.startsWith("reaction")) {
    return (
      !/\b(?:by|via|using) (?:\p{Ll}[\p{Ll}-]+ )?$/u.test(textBefore(mark, 40)) ||
      !/^(?:[.,;:)]| (?:and|with|using|for|was|were|in|on|of|from|to|as)\b|$)/.test(after)
    );
  }
  if (key === "complex")
    return (
      !/\b[Tt]he $/.test(textBefore(mark, 5)) || /peptide/i.test(textBefore(mark, 80)) || /^ (?:with|of|bound|and|class|I)/.test(after)
    );
  if (key === "protein")
    return /\b(?:genes?|mRNA|RNA|transcripts?|promoter|recombinant|purified)\b/.test(`${textBefore(mark, 80)} ${textAfter(mark, 80)}`);
  if (key.startsWith("receptor")) return /^ (?:gene|locus|chain)/.test(after);
  return false;
}
