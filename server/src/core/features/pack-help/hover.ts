import { type StandingPlace, standingAt } from "../../formats/pack-place.ts";
import { keyAt, valuesAt } from "../../formats/schema-words.ts";
import type { Hover } from "../hover.ts";
import type { PackWorld } from "./completion.ts";
import { conceptWords, keyWords, ruleWords, topicOf, valueLine } from "./words.ts";

/** What a key or a value of a pack means. Costs a reading of the file. */
export function packHover(text: string, offset: number, world: PackWorld = {}): Hover | undefined {
  const place = standingAt(text, offset);
  const markdown = place && wordsFor(place, world);
  return place && markdown ? { ...place.range, markdown } : undefined;
}

/** As `packHover`, for a place that is found already; undefined where there is nothing to tell. */
export function wordsFor({ path, role, text }: StandingPlace, { termbase, schemaIsTold }: PackWorld): string | undefined {
  const topic = topicOf(path);
  if (topic?.about === "rule") {
    const value = role === "value" ? valuesAt(path).find((each) => each.value === text) : undefined;
    return [value && valueLine(value), ruleWords(topic.rule)].filter(Boolean).join("\n\n");
  }
  if (topic?.about === "concept" && role === "value") {
    const concept = termbase?.concept(text);
    return concept && conceptWords(concept);
  }
  if (schemaIsTold) return undefined;
  const key = keyAt(path);
  if (role === "key") return key && keyWords(key);
  const value = valuesAt(path).find((each) => each.value === text);
  return value?.description === undefined ? undefined : valueLine(value);
}
