import { t } from "../../l10n/l10n.ts";
import { isWhole } from "../../rules/abbreviations/definitions.ts";
import { fullNameOf, longFormOf } from "../../rules/abbreviations/missing.ts";
import { replaceName } from "../../rules/replacement.ts";
import type { Edit } from "../../rules/rule.ts";
import type { Place, ShortFormMention } from "../../scan/mentions.ts";
import { isRunningText, quoted, readingUnit, startsSentence } from "../../scan/prose.ts";
import { preferredAbbreviation } from "../../termbase/concept.ts";
import type { Draft } from "../draft.ts";
import { hlaNameAt } from "../hla-at.ts";
import { foundAt } from "../occurrence-at.ts";
import { inDocument, isChangeable, type Mention, mentionAt, mentionsOf, type Refactoring } from "./refactoring.ts";

/** A concept's two names as this document has them, or as the terminology does. */
interface Pair {
  readonly conceptId: string;
  readonly short: string;
  readonly long: string;
}

/** Writes out the abbreviation at a place, or abbreviates the long form there, or does so throughout the document. */
export function abbreviationRefactorings(draft: Draft, offset: number): Refactoring[] {
  const pair = pairAt(draft, offset);
  const here = pair && mentionAt(pair.conceptId, draft, offset);
  // Nobody writes out the "HLA" of "HLA-DRB1*15:01", which is a part of the name.
  if (!pair || !here || hlaNameAt(draft, offset)) return [];
  return [...changeHere(pair, here), ...defineAtFirstUse(pair, draft)];
}

function pairAt(draft: Draft, offset: number): Pair | undefined {
  const entry = draft.analysis.entryAt(offset);
  const at = offset - (entry?.from ?? 0);
  // "HLA" in "HLA genes" is the document's abbreviation, although the whole is a name as well.
  const own = entry?.matches.find(({ from, to, term }) => from <= at && at <= to && term.short !== undefined)?.term;
  if (own?.short !== undefined) return { conceptId: own.concept.id, short: own.short, long: longInDocument(own.short, own.long, draft) };
  const [reading, rival] = foundAt(draft, offset)?.readings ?? [];
  if (!reading || rival) return undefined;
  const { concept } = reading;
  const short = definedShort(concept.id, draft) ?? preferredAbbreviation(concept)?.text;
  if (short === undefined) return undefined;
  const long = fullNameOf(concept, short, draft.terminology.settings).text;
  return short === long ? undefined : { conceptId: concept.id, short, long };
}

/** The abbreviation that the document itself defines for a concept. */
function definedShort(conceptId: string, { analysis }: Draft): string | undefined {
  return analysis.terms.terms.find(({ concept, short }) => concept.id === conceptId && short !== undefined)?.short;
}

/** The long form in the singular and without a sentence's capital, as its definition gives it. */
function longInDocument(short: string, long: string, { analysis }: Draft): string {
  const definition = analysis.shortForm(short).find((mention) => mention.kind === "definition");
  return definition?.kind === "definition" ? longFormOf(definition) : long;
}

function changeHere({ short, long }: Pair, here: Mention): Refactoring[] {
  if (!isChangeable(here) || isInDefinition(here)) return [];
  const [name, type] = here.short ? ([long, "full"] as const) : ([short, "abbreviation"] as const);
  const edit = replaceName(here, { text: name, type }, here.plural);
  const title = here.short ? t("Write out here: {0}", quoted(long)) : t("Abbreviate here: {0}", quoted(short));
  return [{ title, edits: inDocument([edit]) }];
}

/** Whether a place is one of the halves of a definition, which stand together or not at all. */
function isInDefinition({ entry, from, to }: Place): boolean {
  return entry.facts.definitions.some(({ range }) => from < range.to && to > range.from) || entry.listed.length > 0;
}

/**
 * Writes the long form with its abbreviation where a part of the manuscript first names the concept, and the
 * abbreviation alone from there on. The abstract and the text are read apart; a part that names it once keeps its name.
 */
function defineAtFirstUse(pair: Pair, draft: Draft): Refactoring[] {
  const { short, long } = pair;
  const edits = (["abstract", "text"] as const).flatMap((unit) => defineInUnit(pair, unit, draft));
  if (edits.length === 0) return [];
  return [{ title: t("Define {0} at first use and abbreviate the rest", quoted(`${long} (${short})`)), edits: inDocument(edits) }];
}

function defineInUnit({ conceptId, short, long }: Pair, unit: "abstract" | "text", draft: Draft): Edit[] {
  const isHere = ({ scope }: Place["entry"]) => readingUnit(scope) === unit && isRunningText(scope);
  const entries = draft.analysis.entries.filter(isHere);
  const definitions = draft.analysis.shortForm(short).filter((m): m is Definition => m.kind === "definition" && entries.includes(m.entry));
  // Captions and tables stand by themselves; a definition that cannot be cut out is left where it is, with all else.
  const plain = entries.filter(({ scope }) => scope === "body" || scope === "abstract");
  if (definitions.some((definition) => !isWhole(definition))) return [];
  const names = plain.flatMap((entry) => mentionsOf(conceptId, entry)).filter((mention) => !definitions.some((d) => overlaps(d, mention)));
  const changeable = names.filter(isChangeable);
  const inPlain = definitions.filter(({ entry }) => plain.includes(entry));
  const all = [...changeable, ...inPlain].sort((a, b) => a.entry.index - b.entry.index || a.from - b.from);
  const [first, ...rest] = all;
  if (!first || rest.length === 0) return [];
  const edits: Edit[] = [];
  if (!("definition" in first)) edits.push(withShort(first, long, short));
  for (const mention of rest) {
    if ("definition" in mention)
      edits.push(
        replaceName(mention, { text: short, type: "abbreviation" }, /s$/.test(mention.definition.written.short) && !short.endsWith("s")),
      );
    // A sentence does not begin with an abbreviation if it can be helped.
    else if (!mention.short && !startsSentence(mention))
      edits.push(replaceName(mention, { text: short, type: "abbreviation" }, mention.plural));
  }
  return edits;
}

type Definition = Extract<ShortFormMention, { kind: "definition" }>;

function overlaps(a: Place, b: Place): boolean {
  return a.entry === b.entry && a.from < b.to && b.from < a.to;
}

function withShort(mention: Mention, long: string, short: string): Edit {
  const edit = replaceName(mention, { text: long, type: "full" }, mention.plural);
  const before = mention.entry.block.source.slice(Math.max(0, mention.from - 300), mention.from);
  // Brackets inside brackets are square.
  const [open, close] = before.lastIndexOf("(") > before.lastIndexOf(")") ? ["[", "]"] : ["(", ")"];
  const written = mention.plural && /\p{L}$/u.test(short) && !short.endsWith("s") ? `${short}s` : short;
  return { ...edit, text: `${edit.text} ${open}${written}${close}` };
}
