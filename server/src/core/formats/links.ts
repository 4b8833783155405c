/** Which other concepts the records of a pack speak of, and where. */
import type { Node } from "yaml";
import type { Concept } from "../termbase/concept.ts";
import type { Link } from "../termbase/pack.ts";
import type { Report } from "./report.ts";
import type { Yaml } from "./yaml.ts";

/** Keys of a record whose values are ids of other concepts. */
export const relations = ["broader", "partOf", "related", "confusedWith", "replacedBy"] as const;

/** The links of one concept; `record` is the node it was read from. */
export function linksOf(yaml: Yaml, record: Node, concept: Concept, report: Report): Link[] {
  return relations.flatMap((relation) => {
    const used = concept[relation];
    if (used === undefined || used.length === 0) return [];
    const node = yaml.child(record, [relation]);
    const value = node && yaml.plain(node);
    const written = Array.isArray(value) ? value : [value];
    return written.flatMap((id, i): Link[] => {
      if (typeof id !== "string" || !used.includes(id)) return [];
      return [{ id, place: report.place(yaml.span(record, Array.isArray(value) ? [relation, i] : [relation])) }];
    });
  });
}
