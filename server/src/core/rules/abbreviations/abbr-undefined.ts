import type { ShortFormMention } from "../../scan/mentions.ts";
import { isAllCapitals, quoted, readingUnit, textAt } from "../../scan/prose.ts";
import { type Concept, preferredTerm } from "../../termbase/concept.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Fix, Rule, RuleContext } from "../rule.ts";

type Use = ShortFormMention & { kind: "use" };

/** How many meanings of an ambiguous abbreviation are offered. */
const offered = 4;

export const abbrUndefined: Rule = {
  id: "abbr-undefined",
  severity: "warning",
  title: "An abbreviation is used but never defined",
  why: "A reader outside the field cannot look up a bare abbreviation, and one that has several meanings misleads even a reader inside it. It is written out once in the abstract and once in the text.",
  source: "AMA Manual of Style, 11th ed., ch. 13; EASE Guidelines for Authors",
  examples: [
    {
      bad: "Carriers of HLA variants fell ill earlier.",
      good: "Carriers of human leukocyte antigen (HLA) variants fell ill earlier.",
    },
  ],
  traps: [
    "Human leukocyte antigen (HLA) genes differ. HLA variants are inherited.",
    "DNA was extracted.",
    "| HLA |\n|---|\n| A |\n\n## Abbreviations\n\nHLA: human leukocyte antigen",
    "## HLA AND DISEASE",
    "Antibodies (immunoglobulin, Ig) are proteins; Ig binds antigen.",
    "CD45RA and MS4A1 were measured on Th1 cells.",
    "**Keywords**: HLA, lupus",
    "1. Rimmer RA, Baric RS. Structure of a virus. J Virol 2005;79:1.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  if (context.exempt.has(short) || mentions.some((m) => m.kind === "listed")) return [];
  const defined = new Set(mentions.filter((m) => m.kind === "definition").map((m) => readingUnit(m.entry.scope) ?? "text"));
  // An abstract has a rule of its own; without a definition anywhere, its first use counts like any other.
  if (defined.has("text")) return [];
  const uses = mentions.filter((m): m is Use => m.kind === "use" && !(defined.has("abstract") && m.entry.scope === "abstract"));
  const first = uses.find(isBareUse);
  if (!first || uses.some(isExplained)) return [];
  const concepts = meaningsOf(short, context);
  if (concepts.length === 0 && defined.size === 0) return [];
  const definition = mentions.find((m) => m.kind === "definition");
  const written = quoted(textAt(first));
  if (definition?.kind === "definition") {
    const long = definition.definition.long;
    return [
      {
        ...first,
        message: `${written} is defined in the abstract alone. Write it out again where the text first uses it.`,
        related: [{ ...definition, message: "defined here" }],
        fixes: () => [writeOut(first, long, short)],
      },
    ];
  }
  const names = concepts.map((concept) => preferredTerm(concept, context.locale).text);
  const [name] = names;
  const message =
    names.length === 1
      ? `${written} is not defined. Write it out at first use: “${name} (${short})”.`
      : `${written} is not defined and can mean ${names.slice(0, offered).map(quoted).join(" or ")}. Write it out at first use.`;
  return [{ ...first, message, fixes: () => concepts.slice(0, offered).map((concept) => spellOut(first, concept, short, context)) }];
}

/** A use in running text, not in a line of capitals, where every word looks like an abbreviation. */
function isBareUse(use: Use): boolean {
  return readingUnit(use.entry.scope) !== undefined && !isAllCapitals(use.entry);
}

/** "systemic lupus (SLE)", "(immunoglobulin, Ig)": another name of the concept right before it explains it well enough. */
function isExplained(use: Use): boolean {
  const { facts, block } = use.entry;
  const meant = facts.occurrences.find((o) => o.from === use.from)?.readings.map((r) => r.concept.id) ?? [];
  return facts.occurrences.some(
    (o) =>
      o.to < use.from &&
      use.from - o.to <= 6 &&
      /^[\s(,[*_]+$/.test(block.source.slice(o.to, use.from)) &&
      o.readings.some((r) => meant.includes(r.concept.id)),
  );
}

/** The concepts whose usual abbreviation this is. A name that is only recognised is no basis for a complaint. */
function meaningsOf(short: string, context: RuleContext): Concept[] {
  return (
    context.analysis.context.termbase
      .abbreviated(short)
      .filter(({ designation }) => designation.status === "preferred" || designation.status === "admitted")
      .map(({ concept }) => concept)
      .filter((concept) => concept.designations.some((d) => d.type === "full" || d.type === "eponym"))
      // "MHC class I" would be written out with an abbreviation of its own, which is the one to define.
      .filter((concept) => !/\b\p{Lu}{2,}/u.test(preferredTerm(concept).text))
  );
}

function spellOut(use: Use, concept: Concept, short: string, context: RuleContext): Fix {
  const term = preferredTerm(concept, context.locale);
  const edit = replaceName(use, term, use.plural);
  return { title: `Write out: “${term.text} (${short})”`, safe: false, edits: [{ ...edit, text: `${edit.text} (${textAt(use)})` }] };
}

function writeOut(use: Use, long: string, short: string): Fix {
  return { title: `Write out: “${long} (${short})”`, safe: false, edits: [{ ...use, text: `${long} (${textAt(use)})` }] };
}
