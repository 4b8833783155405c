import { lineStart, type TypingPlace, typingAt } from "../../formats/pack-place.ts";
import { type KeyWords, keysAt, type ValueWords, valuesAt } from "../../formats/schema-words.ts";
import { t } from "../../l10n/l10n.ts";
import type { Rule } from "../../rules/rule.ts";
import { preferredTerm } from "../../termbase/concept.ts";
import type { Termbase } from "../../termbase/termbase.ts";
import type { Range } from "../diagnostics.ts";
import { allRules } from "../draft.ts";
import { lookUp } from "../lookup.ts";
import { conceptWords, keyWords, ruleWords, subjectsIn, topicOf, usualSeverity, valueLine } from "./words.ts";

/** Something to put into a pack. */
export interface PackCompletion {
  readonly kind: "key" | "value" | "rule" | "concept";
  readonly label: string;
  /** What takes the place of `range`; it may have several lines. */
  readonly text: string;
  readonly range: Range;
  /** A few words beside the label. */
  readonly detail?: string;
  /** What the typed text is compared with, where that is not the label. */
  readonly filter?: string;
  readonly markdown?: string;
}

/** What help in a pack needs to know. */
export interface PackWorld {
  /** The concepts that records can refer to. */
  readonly termbase?: Termbase | undefined;
  /** Whether someone else tells already what the schema says, so that only the rest is worth telling. */
  readonly schemaIsTold?: boolean;
}

/** How many concepts are offered for what was typed of one. */
const mostConcepts = 30;

/** What can stand where a pack is being typed. Costs a reading of the file. */
export function packCompletions(text: string, offset: number, world: PackWorld = {}): PackCompletion[] {
  const place = typingAt(text, offset);
  return place ? completionsFor(place, text, world) : [];
}

/** As `packCompletions`, for a place that is found already. */
export function completionsFor(place: TypingPlace, text: string, world: PackWorld): PackCompletion[] {
  const typed = text.slice(place.range.from, place.range.to);
  const keys = place.role === "value" ? [] : keysFor(place, text, world);
  const values = place.role === "key" ? [] : valuesFor(place, text, typed, world);
  return [...values, ...keys];
}

function keysFor(place: TypingPlace, text: string, { schemaIsTold }: PackWorld): PackCompletion[] {
  const { range, path, taken } = place;
  const topic = topicOf(path);
  if (topic?.about === "rules") {
    const rules = allRules.filter(({ id, forms }) => !taken.includes(id) && (topic.key === "rules" || forms));
    return rules.map((rule) => ruleItem(rule, range, place));
  }
  if (schemaIsTold) return [];
  return keysAt(path)
    .filter(({ name }) => !taken.includes(name))
    .map((key) => ({
      kind: "key",
      label: key.name,
      text: place.colon ? key.name : `${key.name}:${opening(key, place, text)}`,
      range,
      detail: firstSentence(key.description),
      markdown: keyWords(key),
    }));
}

/** What follows the colon: the value on the same line, or its first line below. */
function opening({ holds }: KeyWords, { flow, range }: TypingPlace, text: string): string {
  if (flow || holds === "text") return " ";
  const line = text.slice(lineStart(text, range.from), range.from);
  // The dashes before a record's first key count as indentation of those that follow.
  return `\n${" ".repeat(line.length + 2)}${holds === "list" ? "- " : ""}`;
}

function ruleItem(rule: Rule, range: Range, { colon }: TypingPlace): PackCompletion {
  const text = colon ? rule.id : `${rule.id}: `;
  return { kind: "rule", label: rule.id, text, range, detail: `${rule.title} (${usualSeverity(rule)})`, markdown: ruleWords(rule) };
}

function valuesFor({ path, range }: TypingPlace, text: string, typed: string, world: PackWorld): PackCompletion[] {
  const topic = topicOf(path);
  const item = (label: string, detail?: string): PackCompletion => ({
    kind: "value",
    label,
    text: label,
    range,
    ...(detail ? { detail } : {}),
  });
  if (topic?.about === "rule" && topic.key === "prefer") return (topic.rule.forms ?? []).map((form) => item(form));
  if (topic?.about === "subject") return subjectsIn(text).map(([key, title]) => item(key, title));
  if (topic?.about === "concept") return conceptItems(range, typed, world.termbase);
  if (world.schemaIsTold) return [];
  const usual = topic?.about === "rule" && topic.rule.offByDefault === undefined ? topic.rule.severity : undefined;
  return valuesAt(path).map((value: ValueWords) => ({
    ...item(value.value, value.value === usual ? t("what it is without a setting") : value.description),
    ...(value.description ? { markdown: valueLine(value) } : {}),
  }));
}

/** Concepts by what was typed of an id or of a name, so that nobody has to know an id. */
function conceptItems(range: Range, typed: string, termbase: Termbase | undefined): PackCompletion[] {
  const wanted = typed.trim();
  if (!termbase || wanted === "") return [];
  const byId = [...termbase.concepts()].filter(({ id }) => id.toLowerCase().startsWith(wanted.toLowerCase())).slice(0, mostConcepts);
  const byName = lookUp(termbase, wanted, mostConcepts).map(({ concept }) => concept);
  return [...new Set([...byId, ...byName])].slice(0, mostConcepts).map((concept) => {
    const term = preferredTerm(concept).text;
    // The word typed stands first, since an editor leaves out what does not begin like it.
    return {
      kind: "concept",
      label: concept.id,
      text: concept.id,
      range,
      detail: term,
      filter: `${wanted} ${term}`,
      markdown: conceptWords(concept),
    };
  });
}

function firstSentence(description: string | undefined): string {
  return /^[^.:]*/.exec(description ?? "")?.[0] ?? "";
}
