import { isShortForm, preferredTerm } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";
import type { Reading } from "../termbase/termbase.ts";
import type { DefinitionSite } from "./definition-sites.ts";
import type { Draft } from "./draft.ts";
import { type LineName, places } from "./in-this-document.ts";
import { escapeMarkdown } from "./markdown.ts";
import type { Found } from "./occurrence-at.ts";
import { writtenText } from "./usage.ts";

/** What a name can mean, and what the document says of that. */
export interface Meanings {
  /** What is meant, or may be: one reading where the document decides or names just one in full. */
  readonly readings: readonly Reading[];
  /** Which meaning the document chose and why; undefined for a name with one meaning. */
  readonly told: string | undefined;
  /** What else the name stands for, as a sentence; undefined where that is nothing, or told already. */
  readonly others: string | undefined;
}

/** How many other meanings are named. */
const most = 4;

/** Weighs the meanings of a name where it stands. */
export function meaningsOf(draft: Draft, found: Found, sites: readonly DefinitionSite[], lineName: LineName): Meanings {
  const all = found.entry.facts.occurrences.find((o) => o.from === found.from - found.entry.from && o.to === found.to - found.entry.from);
  const readings = all?.readings ?? [];
  const written = writtenText(found);
  const { own } = found;
  if (own?.short !== undefined && isShort(found)) {
    const others = otherMeanings(draft, own.short, readings, [own.concept.id, own.long]);
    return { readings: found.readings, told: chosen(own.short, own.concept.id, sites, others, lineName), others: undefined };
  }
  const [first, second] = found.readings;
  if (!first) return { readings: [], told: undefined, others: undefined };
  if (second) return undecided(draft, written, found.readings, lineName);
  if (!isShortForm(first.designation)) return { readings: found.readings, told: undefined, others: undefined };
  const others = otherMeanings(draft, first.designation.text, [], [first.concept.id]);
  const told =
    others.length > 0 ? `“${escapeMarkdown(written)}” can also mean ${oneOf(others)}; this document does not define it.` : undefined;
  return { readings: found.readings, told, others: undefined };
}

/** Whether the name that was found is an abbreviation or a symbol. */
export function isShort({ entry, from, to, own, readings }: Found): boolean {
  if (own) return entry.matches.some((m) => m.short && m.from === from - entry.from && m.to === to - entry.from);
  return readings[0] !== undefined && isShortForm(readings[0].designation);
}

function chosen(
  short: string,
  id: string,
  sites: readonly DefinitionSite[],
  others: readonly string[],
  lineName: LineName,
): string | undefined {
  const named = sites.filter((site) => site.short === short);
  const name = `“${escapeMarkdown(short)}”`;
  const meant = [...new Set(named.map(({ concept }) => concept.id))];
  if (meant.length > 1) {
    const ways = meant.slice(0, most).map((concept) => {
      const alike = named.filter((site) => site.concept.id === concept);
      return `as **${escapeMarkdown(alike[0]?.long ?? "")}** in ${places(alike, lineName)}`;
    });
    return `This document defines ${name} in ${meant.length} ways: ${ways.join(" and ")}.`;
  }
  const mine = named.filter((site) => site.concept.id === id);
  if (others.length === 0 || !mine[0]) return undefined;
  const where = places(mine.slice(0, 1), lineName);
  return `Here ${name} means **${escapeMarkdown(mine[0].long)}**, because ${where} defines it so. Elsewhere it can mean ${oneOf(others)}.`;
}

/** Several readings and no definition; where just one of them is named in full, that is likely the one. */
function undecided(draft: Draft, written: string, readings: readonly Reading[], lineName: LineName): Meanings {
  const name = `“${escapeMarkdown(written)}”`;
  const inFull = readings.flatMap((reading) => {
    const line = firstLine(draft, reading.concept.id);
    return line === undefined ? [] : [{ reading, line }];
  });
  const [likely] = inFull;
  if (inFull.length === 1 && likely) {
    const rest = otherMeanings(draft, written, readings, [likely.reading.concept.id]);
    const told = `Here ${name} probably means **${escapeMarkdown(preferredTerm(likely.reading.concept).text)}**, which ${lineName(likely.line)} names in full; the document does not define it.`;
    return { readings: [likely.reading], told, others: alsoMeans(rest) };
  }
  const rest = otherMeanings(
    draft,
    written,
    [],
    readings.map(({ concept }) => concept.id),
  );
  const told = `**${readings.length} meanings.** This document does not say which one ${name} has.`;
  return { readings, told, others: alsoMeans(rest) };
}

function alsoMeans(names: readonly string[]): string | undefined {
  return names.length > 0 ? `It can also mean ${oneOf(names)}.` : undefined;
}

/** The line in which running text first names a concept in full. */
function firstLine({ analysis, document }: Draft, id: string): number | undefined {
  const places = analysis.concept(id).wordings.map(({ first }) => first.entry.from + first.from);
  return places.length === 0 ? undefined : document.lines.positionAt(Math.min(...places)).line + 1;
}

/** What else an abbreviation stands for: the terminology's other readings, and expansions that readers know. */
function otherMeanings(draft: Draft, short: string, readings: readonly Reading[], known: readonly string[]): string[] {
  const { termbase, shortForms } = draft.analysis.context;
  const taken = new Set(known.flatMap((name) => [name, normalisedName(name)]));
  const others: string[] = [];
  for (const { concept } of [...readings, ...termbase.abbreviated(short)]) {
    if (taken.has(concept.id)) continue;
    taken.add(concept.id);
    others.push(preferredTerm(concept).text);
  }
  for (const meaning of shortForms.ambiguous.get(short) ?? []) {
    if (taken.has(normalisedName(meaning)) || termbase.named(meaning).some(({ id }) => taken.has(id))) continue;
    others.push(meaning);
  }
  return others;
}

function oneOf(names: readonly string[]): string {
  const told = names.slice(0, most).map(escapeMarkdown);
  if (names.length > most) return `${told.join(", ")} or ${names.length - most} more`;
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} or ${told.at(-1)}` : (told[0] ?? "");
}
