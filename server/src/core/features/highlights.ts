import type { Entry } from "../scan/mentions.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { isShort } from "./meanings.ts";
import { type Found, foundInEntry } from "./occurrence-at.ts";

/** A known name in the text, as an editor may color it. */
export interface Highlight extends Range {
  readonly abbreviation: boolean;
  /** Whether it stands where the document defines it. */
  readonly definition: boolean;
  /** Whether the terminology advises against the name. */
  readonly deprecated: boolean;
}

/** The known names in a document or in a part of it, in order, apart from each other and none across two lines. */
export function highlights(draft: Draft, within?: Range): Highlight[] {
  const found: Highlight[] = [];
  let end = 0;
  for (const entry of entriesWithin(draft, within)) {
    const defining = entry.facts.definitions.map(({ range }) => range);
    for (const name of foundInEntry(entry)) {
      const { from, to, readings } = name;
      if (from < end || (within && (to <= within.from || from >= within.to))) continue;
      end = to;
      const status = readings.length === 1 ? readings[0]?.designation.status : undefined;
      const abbreviation = isShort(name);
      const definition = defining.some((range) => entry.from + range.from <= from && to <= entry.from + range.to);
      const deprecated = status === "deprecated" || status === "superseded";
      for (const part of linesOf(name)) found.push({ from: part.from, to: part.to, abbreviation, definition, deprecated });
    }
  }
  return found;
}

/** A range line by line, without the breaks and the marks that a line of a quotation or a list begins with. */
function linesOf({ entry, from, to }: Found): Range[] {
  // The block's own text is at hand; the document would have to be searched for it.
  const text = entry.block.source.slice(from - entry.from, to - entry.from);
  if (!/[\r\n]/.test(text)) return [{ from, to }];
  return [...text.matchAll(/(?:^|[\r\n]+[\s>]*)([^\r\n]+)/g)].flatMap(({ 0: whole, 1: line = "", index }) => {
    const start = from + index + whole.length - line.length;
    return line.trim() === "" ? [] : [{ from: start, to: start + line.length }];
  });
}

/** The blocks that touch a range, in order. */
export function entriesWithin({ analysis }: Draft, within?: Range): readonly Entry[] {
  if (!within) return analysis.entries;
  return analysis.entries.filter(({ from, block }) => from < within.to && from + block.source.length > within.from);
}
