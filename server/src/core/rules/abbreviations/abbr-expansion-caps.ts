import { t } from "../../l10n/l10n.ts";
import type { Entry, ShortFormMention } from "../../scan/mentions.ts";
import { holdsMarkup, isAllCapitals, quoted, startsSentence } from "../../scan/prose.ts";
import type { Edit, Finding, Rule } from "../rule.ts";
import { hasTitleCase } from "./abbr-in-title.ts";
import { type Definition, isDefinition } from "./definitions.ts";
import { hasSentences, knownLongForm } from "./missing.ts";

export const abbrExpansionCaps: Rule = {
  id: "abbr-expansion-caps",
  severity: "hint",
  get title() {
    return t("A long form has capitals because its abbreviation has them");
  },
  why: "The capitals of an abbreviation are its own. A common noun stays one where it is spelled out, and capitals make it look like a name.",
  source: "AMA Manual of Style, 11th ed., ch. 10 and 13",
  examples: [
    {
      bad: "Carriers of Human Leukocyte Antigen (HLA) variants fell ill, as HLA predicts.",
      good: "Carriers of human leukocyte antigen (HLA) variants fell ill, as HLA predicts.",
    },
    {
      bad: "Rheumatoid Arthritis (RA) is chronic, and RA hurts.",
      good: "Rheumatoid arthritis (RA) is chronic, and RA hurts.",
    },
    {
      bad: "We saw Tumor Mutational Burdenlike (TMB) signs, TMB, and tumor mutational burdenlike noise.",
      good: "We saw tumor mutational burdenlike (TMB) signs, TMB, and tumor mutational burdenlike noise.",
    },
    {
      bad: "Antinuclear Antibodies (ANA) were found in Systemic Lupus Erythematosus (SLE).",
      good: "Antinuclear antibodies (ANA) were found in systemic lupus erythematosus (SLE).",
    },
  ],
  traps: [
    "Epstein-Barr virus (EBV) persists; EBV hides.",
    "Rheumatoid arthritis (RA) is chronic, and RA hurts.",
    "Reverse Transcription (RT)\n\nThe reverse transcription (RT) was run; RT ended.",
    "(A) Rheumatoid arthritis (RA). RA hurts.\n\nIt is rheumatoid arthritis.",
    "They tell it from “Rheumatoid Arthritis (RA)”; RA hurts.",
    "The World Health Organization (WHO) met; the WHO decides.",
    "The Food and Drug Administration (FDA) agreed, as the FDA does.",
    "## Human Leukocyte Antigen (HLA) and Disease\n\nText.",
    "**Human Leukocyte Antigen (HLA)**: a set of genes.",
    "The Cancer Cell Line Encyclopedia (CCLE) was searched; the CCLE is large.",
    "| Human Leukocyte Antigen (HLA) | Genes |\n|---|---|\n| A | B |",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(_short: string, mentions: readonly ShortFormMention[]): Finding[] {
  const definitions = mentions.filter(isDefinition).filter(isPlainText);
  if (definitions.length === 0) return [];
  const uses = mentions.filter((m) => m.kind === "longUse");
  // The document's own small letters elsewhere show that a long form is no name.
  const elsewhere = new Set(
    [...uses, ...mentions.filter(isDefinition).map((d) => ({ ...d, ...d.definition.longRange }))].map(({ entry, from, to }) =>
      entry.block.source.slice(from, to).replace(/\s+/g, " "),
    ),
  );
  return definitions.flatMap((definition) => {
    const needless = needlessCapitals(definition, elsewhere);
    if (needless.length === 0) return [];
    const { longRange, written } = definition.definition;
    const place = { entry: definition.entry, from: longRange.from, to: longRange.to };
    const edits: Edit[] = needless.map(({ at, text }) => ({ entry: place.entry, from: place.from + at, to: place.from + at + 1, text }));
    const text = needless.reduce((long, { at, text: letter }) => long.slice(0, at) + letter + long.slice(at + 1), written.long);
    return [
      {
        ...place,
        message: t("{0} is no proper name; its abbreviation alone has capitals. Write {1}.", quoted(written.long), quoted(text)),
        fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits }],
      },
    ];
  });
}

/** A definition in a sentence: not in a heading, a cell, a bold label or a line where every word has a capital. */
function isPlainText({ entry, from, definition }: Definition): boolean {
  if (entry.scope !== "body" && entry.scope !== "abstract" && entry.scope !== "footnote") return false;
  const { longRange, written } = definition;
  const place = { entry, from: longRange.from, to: longRange.to };
  const { source } = entry.block;
  // Offsets are those of the source, so the words must stand there as they are read.
  if (holdsMarkup(place) || source.slice(longRange.from, longRange.to) !== written.long) return false;
  return !/[*_"“‘]/.test(source.charAt(from - 1)) && hasSentences(entry) && !isTitle(entry) && !isAllCapitals(entry);
}

/** Whether a block is worded as a title. Its definitions are left out, since their capitals say nothing of the line. */
function isTitle({ block: { source }, facts }: Entry): boolean {
  let known = titles.get(facts);
  if (known === undefined) {
    const starts = [0, ...facts.definitions.map(({ range }) => range.to)];
    const around = starts.map((from, i) => source.slice(from, facts.definitions[i]?.range.from));
    known = hasTitleCase(around.join(""));
    titles.set(facts, known);
  }
  return known;
}

/** Asked once for a block, not once for each of its definitions. */
const titles = new WeakMap<Entry["facts"], boolean>();

/** Capitals that neither a name nor a sentence's start has given, with the small letter for each. */
function needlessCapitals(definition: Definition, elsewhere: ReadonlySet<string>): { at: number; text: string }[] {
  const { longRange, written } = definition.definition;
  const known = knownLongForm(definition)?.text;
  const words = [...written.long.matchAll(/[\p{L}\p{N}'’]+/gu)];
  const model = (known ?? [...elsewhere].find((text) => text !== written.long && text.toLowerCase() === written.long.toLowerCase()))?.match(
    /[\p{L}\p{N}'’]+/gu,
  );
  if (!model || model.length !== words.length) return [];
  if (words.length < 2) return [];
  const starts = startsSentence({ entry: definition.entry, from: longRange.from, to: longRange.to });
  const found = words.flatMap((word, i) => {
    const needless = /^\p{Lu}\p{Ll}+$/u.test(word[0]) && /^\p{Ll}+$/u.test(model[i] as string) && !(i === 0 && starts);
    return needless ? [{ at: word.index, text: word[0].charAt(0).toLowerCase() }] : [];
  });
  // The first word alone may begin a label or a legend: "(C) Scanning electron micrograph (SEM)".
  return found.length === 1 && found[0]?.at === 0 ? [] : found;
}
