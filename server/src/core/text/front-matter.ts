/** A YAML block at the top of a document. Offsets are UTF-16 units. */
export interface FrontMatter {
  /** Where the YAML begins, behind the opening fence. */
  readonly from: number;
  /** Where the YAML ends, before the closing fence. */
  readonly to: number;
  /** Where the body begins. */
  readonly end: number;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;

/** Longest front matter we believe in; what never closes within it is a thematic break and text. */
export const frontMatterLimit = 200_000;

/** Finds the front matter. CommonMark would read it as a thematic break and a setext heading. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  if (!text.startsWith("---") && !text.startsWith("\uFEFF---")) return undefined;
  const head = text.slice(0, frontMatterLimit);
  const open = opening.exec(head);
  if (!open) return undefined;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = open[0].length;
  const found = close.exec(head);
  return found ? { from: open[0].length, to: found.index, end: found.index + found[0].length } : undefined;
}
