// Finds words that have the look of an abbreviation, for two questions that names alone do not answer: whether an
// abbreviation with several meanings stands there, and whether one that is known stands there in another shape.
import type { Layer, Termbase } from "../termbase/termbase.ts";
import { Gap, type Tokens, wordHash } from "../termbase/tokens.ts";
import type { Segment } from "../text/segments.ts";
import type { BlockRange } from "./facts.ts";

/** A word with the look of an abbreviation. */
export interface Shape extends BlockRange {
  /** As it is written, without a plural s. */
  readonly text: string;
  /** Equal for all shapes of one abbreviation: small letters and digits alone. */
  readonly key: string;
  readonly plural: boolean;
  /** Whether it is known to have several meanings. */
  readonly ambiguous: boolean;
}

/** Abbreviations to look out for. */
export interface ShortForms {
  /** What each ambiguous abbreviation can mean, the likeliest first. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Hashes of folded words that are worth a look although they have but one capital. */
  readonly words: ReadonlySet<number>;
  /** The abbreviation of the terminology that has a key; undefined where none has, or several of different case. */
  known(key: string): string | undefined;
}

const hyphens = /[-\u2010-\u2013]/;

/** The key that all shapes of an abbreviation share. */
export function shapeKey(short: string): string {
  return (hyphens.test(short) ? short.replace(/[-\u2010-\u2013]/g, "") : short).toLowerCase();
}

const watchable = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;

/** By key; "" where the layer has two that differ by case, as TG and Tg do on purpose. */
type ShortsByKey = ReadonlyMap<string, string>;

const ofLayer = new WeakMap<Layer, ShortsByKey>();

function shortsOf(layer: Layer): ShortsByKey {
  const known = ofLayer.get(layer);
  if (known) return known;
  const shorts = new Map<string, string>();
  for (const { designations } of layer.concepts) {
    for (const { text, type, status } of designations) {
      const counts = type === "abbreviation" && (status === "preferred" || status === "admitted");
      if (counts && text.length >= 3 && text.length <= maxLength && watchable.test(text)) addShort(shorts, text);
    }
  }
  ofLayer.set(layer, shorts);
  return shorts;
}

function addShort(shorts: Map<string, string>, short: string): void {
  const key = shapeKey(short);
  const other = shorts.get(key);
  shorts.set(key, other === undefined || other === short ? short : "");
}

/** The abbreviations of a termbase to look out for, with those that are known to be ambiguous. */
export function shortFormsOf(termbase: Termbase, ambiguous: ReadonlyMap<string, readonly string[]>): ShortForms {
  const layers = termbase.layers.map((layer) => shortsOf(layer)).reverse();
  const onPurpose = new Map<string, string>();
  for (const short of ambiguous.keys()) addShort(onPurpose, short);
  const words = new Set<number>();
  for (const short of ambiguous.keys()) words.add(wordHash(short.toLowerCase())).add(wordHash(`${short.toLowerCase()}s`));
  for (const shorts of layers) {
    for (const [key, short] of shorts) if (/\p{Ll}/u.test(short)) words.add(wordHash(key)).add(wordHash(`${key}s`));
  }
  return {
    ambiguous,
    words,
    known(key) {
      if (onPurpose.get(key) === "") return undefined;
      const found = layers.find((shorts) => shorts.has(key))?.get(key);
      return found === "" ? undefined : found;
    },
  };
}

/** The longest abbreviation that is compared with others. */
const maxLength = 12;
/** The most parts of one abbreviation between hyphens: SARS-CoV-2. */
const maxParts = 3;

/** The words of a segment that have the look of an abbreviation, added to `found`. */
export function findShapes(segment: Segment, tokens: Tokens, shorts: ShortForms, found: Shape[]): void {
  for (let start = 0; start < tokens.count; ) {
    // Most words are small letters alone.
    if (tokens.capital[start] === 0 && tokens.gap[start + 1] !== Gap.None) {
      start++;
      continue;
    }
    let end = endOfWord(tokens, start);
    const joint = joined(segment.text, tokens, start, end, shorts);
    if (joint) {
      found.push(shapeAt(segment, tokens, start, joint, shorts));
      end = joint;
    } else if (hasLook(segment.text, tokens, start, end, shorts)) found.push(shapeAt(segment, tokens, start, end, shorts));
    start = end;
  }
}

/** The token behind the last one that follows without a gap. */
function endOfWord(tokens: Tokens, start: number): number {
  let end = start + 1;
  while (end < tokens.count && tokens.gap[end] === Gap.None) end++;
  return end;
}

/** Where an abbreviation of the terminology ends that begins here and has hyphens: "T-reg"; undefined where none does. */
function joined(text: string, tokens: Tokens, start: number, end: number, shorts: ShortForms): number | undefined {
  if (tokens.capital[start] !== 1 || tokens.gap[end] !== Gap.Hyphen || end >= tokens.count) return undefined;
  let last: number | undefined;
  for (let parts = 2, to = end; parts <= maxParts && to < tokens.count && tokens.gap[to] === Gap.Hyphen; parts++) {
    to = endOfWord(tokens, to);
    const written = text.slice(tokens.from[start], tokens.to[to - 1]);
    if (written.length > maxLength + 1) break;
    const { key } = read(written);
    if (shorts.known(key) !== undefined) last = to;
  }
  return last;
}

function hasLook(text: string, tokens: Tokens, start: number, end: number, shorts: ShortForms): boolean {
  let capital = false;
  for (let i = start; i < end; i++) capital ||= tokens.capital[i] === 1;
  if (!capital) return false;
  const [from, to] = [tokens.from[start] as number, tokens.to[end - 1] as number];
  if (to - from < 2 || to - from > maxLength + 1) return false;
  let capitals = 0;
  let digits = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) capitals++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code < 97 || code > 122) return false;
  }
  return capitals > 1 || (capitals === 1 && (digits > 0 || shorts.words.has(tokens.word[start] as number)));
}

function shapeAt(segment: Segment, tokens: Tokens, start: number, end: number, shorts: ShortForms): Shape {
  const [from, to] = [tokens.from[start] as number, tokens.to[end - 1] as number];
  const range = segment.range(from, to);
  const shape = read(segment.text.slice(from, to));
  return { from: range.from, to: range.to, ...shape, ambiguous: shorts.ambiguous.has(shape.text) };
}

function read(written: string): { text: string; key: string; plural: boolean } {
  const plural = written.length > 2 && written.endsWith("s") && /[A-Za-z0-9]/.test(written.charAt(written.length - 2));
  const text = plural ? written.slice(0, -1) : written;
  return { text, key: shapeKey(text), plural };
}
