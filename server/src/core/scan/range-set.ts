import type { BlockRange } from "./facts.ts";
import { firstFrom } from "./range-search.ts";

/** Ranges of one block, merged where they overlap, so that one search tells whether a place touches any. */
export class RangeSet {
  private readonly ranges: { readonly from: number; readonly to: number }[] = [];

  constructor(ranges: readonly BlockRange[]) {
    for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
      const last = this.ranges.at(-1);
      if (last && from < last.to) this.ranges[this.ranges.length - 1] = { from: last.from, to: Math.max(last.to, to) };
      else this.ranges.push({ from, to });
    }
  }

  /** Whether some character is in the place and in a range. */
  overlaps({ from, to }: BlockRange): boolean {
    const before = this.ranges[firstFrom(this.ranges, to) - 1];
    return before !== undefined && before.to > from;
  }
}
