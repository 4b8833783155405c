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
  if (patterns.length === 0) return;
  readPairs(segment.text);
  for (const pattern of patterns) {
    if (!needsOf(pattern).some((need) => mayHold(need) && segment.text.includes(need.text))) continue;
    for (const { from, to, shape, key, better } of pattern.find(segment.text)) {
      const range = segment.range(from, to);
      const fact = { from: range.from, to: range.to, shape, key: key ?? "", better, text: segment.text.slice(from, to) };
      const facts = found.get(pattern.id);
      if (facts) facts.push(fact);
      else found.set(pattern.id, [fact]);
    }
  }
}

/** A needed part with the slots of its characters and of its pairs of characters. */
interface Need {
  readonly text: string;
  readonly slots: readonly number[];
}

const needs = new WeakMap<Pattern, readonly Need[]>();

function needsOf(pattern: Pattern): readonly Need[] {
  let known = needs.get(pattern);
  if (!known) {
    known = pattern.needs.map((text) => ({ text, slots: slotsOf(text) }));
    needs.set(pattern, known);
  }
  return known;
}

const slots = 8192;
/** The text in which each slot was last seen, by number: nothing need be cleared between texts. */
const seenIn = new Uint32Array(slots);
let textNumber = 0;

/**
 * Notes which pairs of neighbouring characters a text has. One pass then spares nearly all searches: a text without
 * the pair "IL" need not be searched for "IL-6". Slots are shared by chance, which costs a search and no match.
 */
function readPairs(text: string): void {
  textNumber = (textNumber + 1) >>> 0 || 1;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    seenIn[single(code)] = textNumber;
    seenIn[pair(before, code)] = textNumber;
    before = code;
  }
}

function mayHold({ slots: wanted }: Need): boolean {
  for (const slot of wanted) if (seenIn[slot] !== textNumber) return false;
  return true;
}

function slotsOf(text: string): number[] {
  if (text.length === 1) return [single(text.charCodeAt(0))];
  return Array.from({ length: text.length - 1 }, (_, i) => pair(text.charCodeAt(i), text.charCodeAt(i + 1)));
}

function single(code: number): number {
  return code & (slots - 1);
}

function pair(a: number, b: number): number {
  return (Math.imul(a, 0x9e37) + Math.imul(b, 0x85eb)) & (slots - 1);
}
