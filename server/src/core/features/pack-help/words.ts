/** What is known of a place in a pack beside the schema: rules, subject fields and concepts. Markdown. */
import { isMap, isScalar } from "yaml";
import { relations } from "../../formats/links.ts";
import { rootOf } from "../../formats/pack-root.ts";
import type { KeyWords, ValueWords } from "../../formats/schema-words.ts";
import { entriesOf, type Path } from "../../formats/yaml.ts";
import { t } from "../../l10n/l10n.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Concept, preferredTerm } from "../../termbase/concept.ts";
import { allRules } from "../draft.ts";
import { escapeMarkdown } from "../markdown.ts";
import { example } from "../rule-page.ts";

const linking: ReadonlySet<string | number | undefined> = new Set(relations);

/** What a place in a pack is about, where the schema cannot know what may stand there. */
export type Topic =
  | { readonly about: "rules"; readonly key: "rules" | "prefer" }
  | { readonly about: "rule"; readonly rule: Rule; readonly key: "rules" | "prefer" }
  | { readonly about: "subject" }
  | { readonly about: "concept" };

/** `path` leads to a mapping for `rules`, and to a key or a value for all else. */
export function topicOf(path: Path): Topic | undefined {
  const [first, second, ...below] = path;
  if (first === "rules" || first === "prefer") {
    if (second === undefined) return { about: "rules", key: first };
    const rule = allRules.find(({ id }) => id === second);
    return rule && below.length === 0 ? { about: "rule", rule, key: first } : undefined;
  }
  const [key, item, ...deeper] = typeof first === "number" ? path.slice(1) : first === "concepts" ? path.slice(2) : [];
  if (key === "subject" && item === undefined) return { about: "subject" };
  return linking.has(key) && deeper.length === 0 && typeof item !== "string" ? { about: "concept" } : undefined;
}

/** A rule in full: what it reports and why, and how a text is mended. */
export function ruleWords(rule: Rule): string {
  const [first] = rule.examples;
  const parts = [
    `**${rule.id}** · ${usualSeverity(rule)}`,
    `${rule.title}.`,
    rule.why,
    first ? example(first) : undefined,
    rule.forms ? t("Forms to hold to, under `prefer`: {0}.", rule.forms.map((form) => `\`${form}\``).join(", ")) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

/** The severity that a rule has without a setting. */
export function usualSeverity({ severity, offByDefault }: Rule): string {
  return offByDefault === undefined ? severity : t("off unless turned on, then {0}", severity);
}

/** What a key is for, its values and an example. */
export function keyWords({ name, description, values, example: shown }: KeyWords): string {
  const list = values.map((value) => `- ${valueLine(value)}`).join("\n");
  const code = shown === undefined ? undefined : `\`\`\`yaml\n${shown}\n\`\`\``;
  return [`**${name}**`, description && escapeMarkdown(description), list, code].filter(Boolean).join("\n\n");
}

export function valueLine({ value, description }: ValueWords): string {
  return description === undefined ? `\`${value}\`` : `\`${value}\`: ${escapeMarkdown(description)}`;
}

/** A concept in two lines. */
export function conceptWords(concept: Concept): string {
  const name = `**${escapeMarkdown(preferredTerm(concept).text)}** · ${escapeMarkdown(concept.id)}`;
  return concept.definition === undefined ? name : `${name}\n\n${escapeMarkdown(concept.definition)}`;
}

/** The subject fields of a pack: key and title. */
export function subjectsIn(text: string): (readonly [string, string])[] {
  const root = rootOf(text);
  const subjects = isMap(root) ? entriesOf(root).find(({ name }) => name === "subjects")?.value : undefined;
  if (!isMap(subjects)) return [];
  return entriesOf(subjects).map(({ name, value }) => [name, isScalar(value) && typeof value.value === "string" ? value.value : name]);
}
