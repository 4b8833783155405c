/** How records refer to each other, read in both directions. */
import { preferredAbbreviation, preferredTerm } from "../../../server/src/core/termbase/concept.ts";
import type { Entry, Terminology } from "../terminology.ts";
import type { Run } from "./model.ts";
import { anchorOf, sortedByName } from "./names.ts";

/** Relations of a record under the words a reader sees, each with the records it leads to. */
export type Relations = (entry: Entry) => { readonly label: string; readonly runs: readonly Run[] }[];

/** Relations of all records; those that hold both ways are told at both ends. */
export function relationsOf({ byId, homonyms }: Terminology): Relations {
  const kinds = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  const confused = new Map<string, string[]>();
  for (const { concept } of byId.values()) {
    for (const id of concept.broader) push(kinds, id, concept.id);
    for (const id of concept.partOf) push(parts, id, concept.id);
    for (const id of concept.confusedWith) {
      push(confused, concept.id, id);
      push(confused, id, concept.id);
    }
  }
  const links = (ids: Iterable<string>) => {
    const known = [...new Set(ids)].map((id) => byId.get(id)).filter((entry) => entry !== undefined);
    return sortedByName(known.map(linkTo), ({ text }) => text);
  };
  return ({ concept }) => {
    const others = [...homonyms].filter(([, ids]) => ids.includes(concept.id));
    const relations = [
      { label: "Replaced by", runs: links(concept.replacedBy === undefined ? [] : [concept.replacedBy]) },
      { label: "Kind of", runs: links(concept.broader) },
      { label: "Kinds", runs: links(kinds.get(concept.id) ?? []) },
      { label: "Part of", runs: links(concept.partOf) },
      { label: "Parts", runs: links(parts.get(concept.id) ?? []) },
      { label: "Often confused with", runs: links(confused.get(concept.id) ?? []) },
      ...others.map(([name, ids]) => ({ label: `${name} also means`, runs: links(ids.filter((id) => id !== concept.id)) })),
      { label: "Related", runs: links(concept.related) },
    ];
    return relations.filter(({ runs }) => runs.length > 0);
  };
}

function linkTo({ concept }: Entry): Run {
  const term = preferredTerm(concept);
  const abbreviation = preferredAbbreviation(concept);
  const short = abbreviation && abbreviation !== term ? ` (${abbreviation.text})` : "";
  return { text: `${term.text}${short}`, to: anchorOf(concept.id) };
}

function push(table: Map<string, string[]>, key: string, value: string): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
