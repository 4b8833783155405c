import { t } from "../../l10n/l10n.ts";
import { either } from "../../l10n/phrases.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { isOwnText, quoted, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import { type Concept, isShortForm } from "../../termbase/concept.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { meaningsOf, spellOut } from "./missing.ts";
import { isBareUse, isExplained, isUse, type Use } from "./uses.ts";

export const abbrAmbiguous: Rule = {
  id: "abbr-ambiguous",
  severity: "warning",
  get title() {
    return t("An abbreviation with several meanings is used without a definition");
  },
  why: "MS is a disease to a neurologist, an instrument to a chemist and a valve to a cardiologist. Where a draft nowhere says which is meant, each reads their own.",
  source: "New Hart's Rules, ch. 14 (on CSF); AMA Manual of Style, 11th ed., ch. 13",
  examples: [
    {
      bad: "Relapses of MS follow infections.",
      good: "Relapses of multiple sclerosis (MS) follow infections.",
    },
    {
      bad: "We examined CSF from twelve patients. The CSF was clear.",
      good: "We examined cerebrospinal fluid (CSF) from twelve patients. The CSF was clear.",
    },
  ],
  traps: [
    "Relapses of multiple sclerosis (MS) follow infections. MS is chronic.",
    "Peptides were read by mass spectrometry (MS). MS found 12.",
    "## Abstract\n\nMultiple sclerosis (MS) is chronic; MS relapses.\n\n## Introduction\n\nMS relapses.",
    "MS relapses.\n\n## Abbreviations\n\nMS: multiple sclerosis",
    "Jane Doe, MD, MS, read the slides by LC-MS/MS at 10 PM.",
    "In AD 79 a dose of 5 MG was unknown.",
    "GM-CSF and M-CSF rose; CD4 fell, IC50 was 3, PM2.5 was high.",
    "The CAPS trial and the AMA Foundation ended.",
    "AS SEEN IN THE TABLE BELOW, ALL OF IT",
    "1. Rimmer MS, Baric AS. Structure of a virus. J Virol 2005;79:1.",
    "**Keywords**: MS, CSF",
    "We bought kits from BD Biosciences and used a Leica DM microscope in Washington, DC 20007. BD Biosciences is a firm.",
    "Primers were AAA AGT ACA CCT and GGC ACA TTT.",
    "The CI/CD pipeline is a CI/CD pipeline.",
    "HaC, hair cell; AS, aortic sac; TA, truncus arteriosus. AS and TA are marked.",
    "Two mice were transgenic (TG/+), and TG mice grew.",
    "He had myotonic dystrophy (DM) and neurofibromatosis (NF). DM is rare.",
    "> MS follows infections.",
    "Multiple sclerosis, or MS, follows infections. MS is chronic.",
  ],
  checks: [{ on: "shortForm", check }],
};

/** How many meanings are offered. */
const offered = 4;

/** Whether readers of immunology know a short form by several expansions. */
export function isAmbiguous(short: string, context: RuleContext): boolean {
  return context.analysis.context.shortForms.ambiguous.has(short);
}

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const meanings = context.analysis.context.shortForms.ambiguous.get(short);
  if (!meanings || context.exempt.has(short)) return [];
  // One definition anywhere tells the reader which is meant; where it is missing is for `abbr-undefined` to say.
  if (mentions.some((m) => m.kind === "listed" || (m.kind === "definition" && isOwnText(m.entry.scope)))) return [];
  const uses = mentions.filter((m): m is Use => isUse(m) && isBareUse(m) && !isOther(m));
  const [use] = uses;
  // The terminology's are worth a word at once; of the others, one alone may be anything.
  const enough = meaningsOf(short, context).length > 0 ? 1 : 2;
  if (!use || uses.length < enough || uses.some((m) => isExplained(m) || isNamedBefore(m))) return [];
  return [
    {
      ...use,
      message: t(
        "{0} is not defined and can mean {1}. Write it out at first use.",
        quoted(textAt(use)),
        either(meanings.slice(0, offered).map(quoted)),
      ),
      fixes: () => meanings.slice(0, offered).map((text) => spellOut(use, { text, type: "full" })),
    },
  ];
}

/** What a block says of the concepts it names: which stand where, and where each is first named in full. */
interface NamesInFull {
  readonly meant: ReadonlyMap<number, readonly Concept[]>;
  readonly firstEnd: ReadonlyMap<Concept, number>;
}

/** Read once for a block, as a long one may hold thousands of uses. */
const namesInFull = new WeakMap<Use["entry"]["facts"], NamesInFull>();

/** Whether the paragraph names one of the meanings in full before the abbreviation, so that no reader wonders. */
function isNamedBefore({ entry: { facts }, from }: Use): boolean {
  let names = namesInFull.get(facts);
  if (!names) {
    names = readNames(facts);
    namesInFull.set(facts, names);
  }
  const { meant, firstEnd } = names;
  return (meant.get(from) ?? []).some((concept) => (firstEnd.get(concept) ?? Number.POSITIVE_INFINITY) <= from);
}

function readNames({ occurrences }: Use["entry"]["facts"]): NamesInFull {
  const meant = new Map<number, readonly Concept[]>();
  const firstEnd = new Map<Concept, number>();
  for (const { from, to, readings } of occurrences) {
    meant.set(
      from,
      readings.map(({ concept }) => concept),
    );
    for (const { concept, designation } of readings) {
      if (!isShortForm(designation) && !firstEnd.has(concept)) firstEnd.set(concept, to);
    }
  }
  return { meant, firstEnd };
}

/** A part of a name of something else: "BD Biosciences", "Leica DM", "CI/CD", "Washington, DC 20007", a primer's bases. */
function isOther(use: Use): boolean {
  const before = textBefore(use, 30);
  const after = textAfter(use, 30);
  if (/^\s(?:\p{Lu}\p{Ll}|\d)/u.test(after) || /^\(/.test(after) || /^,?\s\d{5}\b/.test(after)) return true;
  if (/\p{L}[-/]$/u.test(before) && !/\b(?:anti|non|self|pre|post|pan|pro)-$/i.test(before)) return true;
  if (/^\/\p{Lu}{2}/u.test(after)) return true;
  if (/\p{Lu}\p{Ll}+[,\s]\s?$/u.test(before) && !/(?:^|[.!?:;|]\s+)["“(*_]*\p{Lu}\p{Ll}+\s$/u.test(before)) return true;
  return /\b[ACGTU]{3}\s$/.test(before) || /^\s[ACGTU]{3}\b/.test(after);
}
