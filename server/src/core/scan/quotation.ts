import type { Place } from "./mentions.ts";

/** Whether a place stands between quotation marks of its block, so that the words are another's or are mentioned, not used. */
export function isQuoted({ entry, from }: Place): boolean {
  const before = entry.block.source.slice(0, from);
  if (before.lastIndexOf("“") > before.lastIndexOf("”") || before.lastIndexOf("«") > before.lastIndexOf("»")) return true;
  // Marks without direction open and close by turns, in a table cell by cell.
  const own = entry.block.kind === "table" ? before.slice(before.lastIndexOf("|") + 1) : before;
  let marks = 0;
  for (let at = own.indexOf('"'); at >= 0; at = own.indexOf('"', at + 1)) marks++;
  return marks % 2 === 1;
}
