import { cyclesIn } from "../../../server/src/core/formats/cycles.ts";
import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

const RELATIONS = ["broader", "partOf", "related", "confusedWith"] as const;

/** Every concept that a record refers to exists, is another one, and is not climbed back to. */
export function relations(terminology: Terminology): Finding[] {
  return [...missing(terminology), ...cycles(terminology)];
}

function missing({ entries, byId }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const links = RELATIONS.flatMap((key) => entry.concept[key].map((id) => ({ key: key as string, id })));
    const { replacedBy } = entry.concept;
    if (replacedBy !== undefined) links.push({ key: "replacedBy", id: replacedBy });
    return links.flatMap(({ key, id }) => {
      if (!byId.has(id)) return [finding(entry, key, `\`${key}\`: there is no concept \`${id}\`.`)];
      return id === entry.concept.id ? [finding(entry, key, `\`${key}\` refers to this record itself.`)] : [];
    });
  });
}

function cycles({ byId }: Terminology): Finding[] {
  return (["broader", "partOf"] as const).flatMap((key) => {
    const arcs = new Map([...byId].map(([id, { concept }]) => [id, concept[key].filter((other) => other !== id)]));
    return cyclesIn(arcs).flatMap((cycle) => {
      const members = cycle.map((id) => byId.get(id) as Entry);
      const way = [...members, members[0] as Entry].map((member) => `"${nameOf(member)}"`).join(" → ");
      return members.map((member) => finding(member, key, `\`${key}\` runs in a circle: ${way}.`));
    });
  });
}
