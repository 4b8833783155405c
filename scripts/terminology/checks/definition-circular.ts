import { mentionsIn } from "../names.ts";
import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

/** Two records that define each other leave the reader with neither. */
export function definitionCircular(terminology: Terminology): Finding[] {
  const used = new Map<Entry, Set<Entry>>();
  for (const entry of terminology.entries) {
    const found = mentionsIn(entry.concept.definition ?? "", terminology).filter(({ designation }) => designation.status !== "hidden");
    used.set(entry, new Set(found.map((mention) => mention.entry)));
  }
  return terminology.entries.flatMap((entry) =>
    [...(used.get(entry) ?? [])]
      .filter((other) => other !== entry && !entry.composed && !other.composed && used.get(other)?.has(entry))
      .map((other) => finding(entry, "definition", `This record and "${nameOf(other)}" define each other.`)),
  );
}
