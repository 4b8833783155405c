import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isGloss, isOwnText, isRunningText, quoted } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule } from "../rule.ts";

interface ShortName {
  readonly word: string;
  /** What it can mean. */
  readonly readings: () => string;
  /** Words before it or behind it that say which one is meant, or that make it part of another name. */
  readonly before: RegExp;
  readonly after: RegExp;
  /** Names elsewhere in the document that settle the reading. */
  readonly settled: RegExp;
  /** Where the difference matters; everywhere if absent. */
  readonly matters?: RegExp;
}

const shortNames: readonly ShortName[] = [
  {
    word: "lupus",
    readings: () => t("systemic, cutaneous, drug-induced or neonatal lupus"),
    before: /(?:systemic|cutaneous|discoid|drug-induced|neonatal|canis|murine|childhood-onset|juvenile|tumid|induced|anti-?)[ -]$/i,
    after:
      /^(?: erythematosus| nephritis| anticoagulants?| vulgaris| pernio| band| panniculitis| profundus|[- ](?:like|prone)| cerebritis| mice| mouse| pneumonitis)/i,
    settled: /(?:systemic|cutaneous|discoid|drug-induced|neonatal) lupus|SLE\b|lupus (?:erythematosus|nephritis)/i,
  },
  {
    word: "scleroderma",
    readings: () => t("systemic sclerosis or localized scleroderma (morphea)"),
    before: /(?:systemic|locali[sz]ed|linear|limited|diffuse|cutaneous|juvenile)[ -]$/i,
    after: /^(?:[- ]like| renal crisis| en coup)/i,
    settled: /systemic sclerosis|\bSSc\b|morphoea|morphea|(?:systemic|locali[sz]ed|linear) scleroderma/i,
  },
  {
    word: "thyroiditis",
    readings: () => t("Hashimoto, postpartum, subacute or another thyroiditis"),
    before:
      /(?:hashimoto(?:['’]?s)?|autoimmune|lymphocytic|subacute|postpartum|post-partum|silent|painless|riedel(?:['’]?s)?|quervain(?:['’]?s)?|chronic|acute|induced|experimental|infectious|suppurative|radiation|granulomatous|destructive|atrophic|immune)[ -]$/i,
    after: /^[- ](?:like|prone)/i,
    settled: /(?:hashimoto(?:['’]?s)?|autoimmune|lymphocytic|subacute|post-?partum|silent|painless|chronic|experimental) thyroiditis/i,
  },
  {
    word: "diabetes",
    readings: () => t("type 1 or type 2 diabetes"),
    before:
      /(?:type (?:1|2|I|II)|autoimmune|gestational|monogenic|neonatal|insulin-dependent|juvenile|latent|NOD|anti-?|adult-onset|maternal|induced)[ -]$/i,
    after: /^(?:,? (?:mellitus )?type| insipidus|[- ](?:like|prone|free))/i,
    settled: /type (?:1|2|I|II) (?:diab|DM)|\bT[12]D|\bNOD\b|autoimmune diabetes/i,
    matters:
      /autoimmune (?:disease|disorder|condition|destruction|attack|form)|autoantibod|islet|insulitis|autoreactive|(?:beta|β)[- ]cells?/i,
  },
];

const words = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${shortNames.map(({ word }) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`).join("|")})(?![\\p{L}\\p{N}])`,
  "gu",
);

/** Short names of diseases, and the full ones that say which is meant. */
const shortName: Pattern = {
  id: "ambiguous-short-name",
  needs: ["upus", "clerod", "morph", "yroiditis", "betes", "SLE", "SSc", "T1D", "T2D", "NOD"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { word, settled } of shortNames) {
      const sure = settled.exec(text);
      if (sure) found.push({ from: sure.index, to: sure.index + sure[0].length, shape: "settled", key: word });
    }
    for (const { 0: written, index } of text.matchAll(words)) {
      const name = shortNames.find(({ word }) => word === written.toLowerCase()) as ShortName;
      const to = index + written.length;
      if (name.before.test(text.slice(Math.max(0, index - 24), index)) || name.after.test(text.slice(to, to + 20))) continue;
      if (name.matters && !name.matters.test(sentenceAround(text, index, to))) continue;
      found.push({ from: index, to, shape: "bare", key: name.word });
    }
    return found;
  },
};

function sentenceAround(text: string, from: number, to: number): string {
  const start = text.lastIndexOf(". ", from) + 1;
  const end = text.indexOf(". ", to);
  return text.slice(start, end < 0 ? text.length : end);
}

export const termAmbiguousShort: Rule = {
  id: "term-ambiguous-short",
  severity: "information",
  get title() {
    return t("A short name fits several diseases, and the document never says which");
  },
  why: "“Lupus” may be systemic, cutaneous or drug-induced; a reader who must know which has nowhere to look. Reported once, at the first use.",
  source: "Immunolex; the names are those of the disease classifications (EULAR/ACR, ADA)",
  examples: [
    { bad: "Women get lupus more often. In lupus, antibodies bind DNA." },
    { bad: "Autoimmune destruction of islets causes diabetes." },
  ],
  traps: [
    "Systemic lupus erythematosus (SLE) is common. In lupus, antibodies bind DNA.",
    "The lupus anticoagulant and lupus nephritis.",
    "Hypertension and diabetes were frequent comorbidities.",
    "The study did not look at diabetes and autoimmunity as risk factors.",
    "Diabetes insipidus is not autoimmune.",
    "Autoimmune thyroiditis is common. Thyroiditis may be painless.",
    "Scleroderma is rare. Localized scleroderma stays in the skin.",
    "The Lupus Foundation of America helped.",
    "Canis lupus and wolves.",
  ],
  checks: [{ on: "marks", pattern: shortName, check }],
};

function check(marks: readonly Mark[]): Finding[] {
  return shortNames.flatMap(({ word, readings }) => {
    const own = marks.filter((mark) => mark.key === word && isOwnText(mark.entry.scope));
    if (own.some((mark) => mark.shape === "settled")) return [];
    const first = own.find((mark) => isRunningText(mark.entry.scope) && !isName(mark) && !isQuoted(mark) && !isGloss(mark));
    if (!first) return [];
    return [
      {
        ...first,
        message: t("{0} can mean {1}, and this document never says which. Name it in full once.", quoted(first.text), readings()),
      },
    ];
  });
}

/** A capital within a sentence, or before another, belongs to the name of an institution. */
function isName({ entry, from, to, text }: Mark): boolean {
  const { source } = entry.block;
  if (/^\p{Lu}/u.test(text))
    return !/(?:^|[.!?:|]\s+|^[-*+>\s]+)$/.test(source.slice(Math.max(0, from - 3), from)) || /^\s+\p{Lu}/u.test(source.slice(to, to + 3));
  return /^\s+(?:Foundation|Society|Association|Research)/.test(source.slice(to, to + 14));
}
