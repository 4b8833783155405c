/** Finds the concepts that a definition names, so that each can be read on with one click. */
import { Draft } from "../../../server/src/core/features/draft.ts";
import { foundIn } from "../../../server/src/core/features/occurrence-at.ts";
import { createTerminologySet, type LanguageData } from "../../../server/src/core/features/terminology-set.ts";
import type { Concept } from "../../../server/src/core/termbase/concept.ts";
import { Spelling } from "../../../server/src/core/termbase/spelling.ts";
import { createLayer } from "../../../server/src/core/termbase/termbase.ts";
import type { Run } from "./model.ts";
import { anchorOf } from "./names.ts";

/** A text in runs, of which those that name a concept other than `self` lead to its record. */
export type Linker = (text: string, self: string) => readonly Run[];

/**
 * A linker over the given concepts. It links a concept where a text first names it, but no name that stands for several
 * concepts and no locus that begins the name of an allele.
 */
export function createLinker(concepts: readonly Concept[], language: LanguageData): Linker {
  const layer = createLayer({ kind: "builtin", name: "book" }, concepts, new Spelling(language.spelling));
  const set = createTerminologySet([layer], language);
  return (text, self) => {
    const runs: Run[] = [];
    const told = new Set([self]);
    let end = 0;
    for (const { from, to, readings } of foundIn(new Draft(text, "plain", set))) {
      const [id, ...others] = new Set(readings.map(({ concept }) => concept.id));
      if (id === undefined || others.length > 0 || told.has(id) || from < end || text[to] === "*") continue;
      told.add(id);
      if (from > end) runs.push({ text: text.slice(end, from) });
      runs.push({ text: text.slice(from, to), to: anchorOf(id) });
      end = to;
    }
    if (end < text.length) runs.push({ text: text.slice(end) });
    return runs;
  };
}
