import { type Finding, finding, type Terminology } from "../terminology.ts";

/** A definition can replace its term in a sentence, so it is one phrase without article or full stop. */
export function definitionForm({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { definition } = entry.concept;
    if (definition === undefined) return [];
    const tell = (message: string) => finding(entry, "definition", message);
    return [
      ...(/^(?:an?|the)\s/i.test(definition) ? [tell("The definition begins with an article.")] : []),
      ...(/[.!?;:]$/.test(definition) ? [tell("The definition ends with a punctuation mark.")] : []),
      ...(/[.!?]\s+\p{Lu}/u.test(definition) ? [tell("The definition is more than one sentence.")] : []),
      ...(/^\p{Lu}\p{Ll}+\s/u.test(definition) && !startsWithName(definition, entry.concept.designations)
        ? [tell("The definition begins with a capital; only a proper name does.")]
        : []),
      ...(/\bis (?:when|where)\b/i.test(definition) ? [tell('The definition says "is when".')] : []),
    ];
  });
}

/** A capital is right where the concept's own names carry it too: "Epstein–Barr virus". */
function startsWithName(definition: string, names: readonly { text: string }[]): boolean {
  const first = definition.split(/[\s-]/)[0] as string;
  return names.some(({ text }) => text.includes(first));
}
