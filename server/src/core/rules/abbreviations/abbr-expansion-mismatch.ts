import { t } from "../../l10n/l10n.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { holdsMarkup, quoted } from "../../scan/prose.ts";
import { isShortForm, preferredTerm } from "../../termbase/concept.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { type Definition, isDefinition, sameLongForm, wordKeys } from "./definitions.ts";
import { knownLongForm } from "./missing.ts";

export const abbrExpansionMismatch: Rule = {
  id: "abbr-expansion-mismatch",
  severity: "warning",
  get title() {
    return t("A long form differs from the name that the abbreviation stands for");
  },
  why: "A slip in the one place where an abbreviation is explained is read as its meaning everywhere else.",
  source: "The terminology's own record; its sources are in the hover",
  examples: [
    {
      bad: "The human leucocytic antigen (HLA) system varies; HLA matters.",
      good: "The human leukocyte antigen (HLA) system varies; HLA matters.",
    },
    {
      bad: "Patients with systemic lupus erythematosis (SLE) relapsed; SLE is chronic.",
      good: "Patients with systemic lupus erythematosus (SLE) relapsed; SLE is chronic.",
    },
  ],
  traps: [
    "Human leukocyte antigen (HLA) genes vary; HLA matters.",
    "The human lymphocyte antigen (HLA) system has an old name; HLA matters.",
    "Human leucocyte antigens (HLA) vary; HLA matters.",
    "Peptides were read by mass spectrometry (MS); MS found 12.",
    "The right atrium (RA) was large; the RA grew.",
    "Hospital length (HLA) was short; HLA is our own.",
    "Classical human leukocyte antigen (HLA) genes vary; HLA matters.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const { termbase, spelling } = context.analysis.context;
  const readings = termbase.abbreviated(short).filter(({ designation: d }) => d.status === "preferred" || d.status === "admitted");
  if (readings.length === 0) return [];
  const names = readings.flatMap(({ concept }) => concept.designations.filter((d) => !isShortForm(d) && d.status !== "hidden"));
  return mentions.filter(isDefinition).flatMap((definition) => {
    const { long, written } = definition.definition;
    if (knownLongForm(definition) || termbase.named(long).length > 0) return [];
    if (names.some((name) => sameLongForm(name.text, long, spelling))) return [];
    const words = wordKeys(long, spelling);
    const meant = readings.find(({ concept }) =>
      concept.designations.some((d) => d.status === "preferred" && isSlip(words, wordKeys(d.text, spelling))),
    );
    if (!meant) return [];
    const term = preferredTerm(meant.concept, context.locale);
    return [
      {
        entry: definition.entry,
        from: definition.definition.longRange.from,
        to: definition.definition.longRange.to,
        message: t("{0} stands for {1}, not for {2}.", quoted(short), quoted(term.text), quoted(written.long)),
        fixes: () => correct(definition, term),
      },
    ];
  });
}

function correct(definition: Definition, term: ReturnType<typeof preferredTerm>): ReturnType<NonNullable<Finding["fixes"]>> {
  const { longRange, written } = definition.definition;
  const place = { entry: definition.entry, from: longRange.from, to: longRange.to };
  if (holdsMarkup(place) || written.short !== definition.definition.short) return [];
  const plural = /[^su]s$/.test(written.long) && !/s$/.test(term.text);
  return [{ title: t("Write {0}", quoted(term.text)), safe: false, edits: [replaceName(place, term, plural)] }];
}

/** Whether one word alone differs, and is a slip of the pen or of the mind: a misspelling, or a word of the same initial. */
function isSlip(words: readonly string[], right: readonly string[]): boolean {
  if (words.length !== right.length || words.length < 2) return false;
  const wrong = words.flatMap((word, i) => (word === right[i] ? [] : [[word, right[i] as string] as const]));
  const [pair, more] = wrong;
  if (!pair || more) return false;
  const [word, other] = pair;
  if (Math.min(word.length, other.length) < 5) return false;
  return isMisspelling(word, other) || (words.length > 2 && word !== words.at(-1) && word[0] === other[0] && word.length > 5);
}

/** Whether two letters at most are wrong, missing or too many. */
function isMisspelling(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const step = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(step, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return (row[b.length] as number) <= 2;
}
