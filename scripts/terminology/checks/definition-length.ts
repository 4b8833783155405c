import { type Finding, finding, type Terminology } from "../terminology.ts";

const MOST_WORDS = 40;

/** A definition that is longer than forty words says more than what delimits. */
export function definitionLength({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const words = entry.concept.definition?.split(/\s+/).length ?? 0;
    return words > MOST_WORDS ? [finding(entry, "definition", `The definition has ${words} words; at most ${MOST_WORDS}.`)] : [];
  });
}
