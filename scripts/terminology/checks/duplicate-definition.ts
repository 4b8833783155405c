import { wordsOf } from "../names.ts";
import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

/** Two concepts with one definition are one concept, or one of them is defined too widely. */
export function duplicateDefinition({ entries }: Terminology): Finding[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const key = wordsOf(entry.concept.definition ?? "")
      .map(({ text }) => text.toLowerCase())
      .join(" ");
    if (key === "" || entry.composed) return [];
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    return earlier === undefined ? [] : [finding(entry, "definition", `"${nameOf(earlier)}" has the same definition.`)];
  });
}
