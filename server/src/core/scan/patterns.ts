import type { Segment } from "../text/segments.ts";
import type { BlockRange } from "./facts.ts";

/** One place in a readable text that a pattern fits. Offsets are UTF-16 units of that text. */
export interface PatternMatch {
  readonly from: number;
  readonly to: number;
  /** What the writer wrote, as a rule compares it: "hyphen", "T cell", "IL-6". */
  readonly shape: string;
  /** What it is an instance of, where a rule compares each with its like alone: "nonself" for non-self and nonself. */
  readonly key?: string;
  /** What it should be, where that is known at once. */
  readonly better?: string;
}

/** A shape of words that a rule looks for. It sees one readable text at a time and remembers nothing. */
export interface Pattern {
  readonly id: string;
  /** A text that holds none of these holds no match. Asked first, since that costs next to nothing; case counts. */
  readonly needs: readonly string[];
  find(text: string): readonly PatternMatch[];
}

/** A match with its range in the block's source. */
export interface PatternFact extends BlockRange {
  readonly shape: string;
  readonly key: string;
  readonly better: string | undefined;
  /** The words as a reader sees them. */
  readonly text: string;
}

/** What each pattern finds in a segment, added to `found`. */
export function findPatterns(segment: Segment, patterns: readonly Pattern[], found: Map<string, PatternFact[]>): void {
  for (const pattern of patterns) {
    if (!pattern.needs.some((part) => segment.text.includes(part))) continue;
    for (const { from, to, shape, key, better } of pattern.find(segment.text)) {
      const range = segment.range(from, to);
      const fact = { from: range.from, to: range.to, shape, key: key ?? "", better, text: segment.text.slice(from, to) };
      const facts = found.get(pattern.id);
      if (facts) facts.push(fact);
      else found.set(pattern.id, [fact]);
    }
  }
}
