import { type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

/** An id belongs to one concept, across all files. */
export function duplicateId({ entries, byId }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const first = byId.get(entry.concept.id);
    return first === undefined || first === entry
      ? []
      : [finding(entry, "id", `\`${entry.concept.id}\` is already the id of "${nameOf(first)}" in ${first.file.path}.`)];
  });
}
