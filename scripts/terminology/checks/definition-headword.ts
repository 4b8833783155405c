import { isShortForm } from "../../../server/src/core/termbase/concept.ts";
import { mentions } from "../names.ts";
import { type Finding, finding, type Terminology } from "../terminology.ts";

/** A definition that holds the name it defines explains nothing. */
export function definitionHeadword({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { definition = "", designations } = entry.concept;
    const inside = designations.filter((name) => name.status !== "hidden" && !isShortForm(name) && mentions(definition, name));
    return inside.map(({ text }) => finding(entry, "definition", `The definition holds the name it defines: "${text}".`));
  });
}
