import { normalisedName } from "../termbase/forms.ts";
import { pluralOf } from "../termbase/inflection.ts";
import type { Spelling } from "../termbase/spelling.ts";
import type { Termbase } from "../termbase/termbase.ts";
import { Gap, Tokens, tokenise, wordHash } from "../termbase/tokens.ts";
import type { Block } from "../text/block.ts";
import type { Segment } from "../text/segments.ts";
import { findAbbreviationDefinitions } from "./abbreviation-definitions.ts";
import { findShapes, type Shape, type ShortForms } from "./abbreviation-shapes.ts";
import { withKnownDefinitions } from "./known-definitions.ts";
import { findOccurrences, type Occurrence } from "./occurrences.ts";
import { findPatterns, type Pattern, type PatternFact } from "./patterns.ts";

/** A range in a block's source, in UTF-16 units from the block's start. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** "human leukocyte antigen (HLA)" or its reverse, in running text. */
export interface InlineDefinition {
  readonly short: string;
  readonly long: string;
  /** The two as they stand in the text: "NK" and "natural killer" in "natural killer (NK) cells", which defines "NK cell". */
  readonly written: { readonly short: string; readonly long: string };
  readonly shortRange: BlockRange;
  readonly longRange: BlockRange;
  /** From the first character of the definition to the last, brackets included. */
  readonly range: BlockRange;
  /** Whether the long form stands first. */
  readonly longFirst: boolean;
  /** The concept that the terminology knows by this long form. */
  readonly conceptId: string | undefined;
  /** Whether only the terminology says that the two belong together: "CD141+ dendritic cells (cDC1)". */
  readonly loose: boolean;
}

/** A word whose spelling belongs to one locale. */
export interface SpelledWord extends BlockRange {
  readonly locale: "en-US" | "en-GB";
  readonly other: string;
}

/** A disease named after a person, with or without the possessive. */
export interface Eponym extends BlockRange {
  readonly possessive: boolean;
  /** Where the person's name ends, before any possessive mark. */
  readonly nameTo: number;
  /** Where the possessive mark ends. */
  readonly markTo: number;
}

/** What one block says, apart from the rest of the document. Ranges are in the block's source. */
export interface BlockFacts {
  readonly occurrences: readonly Occurrence[];
  readonly definitions: readonly InlineDefinition[];
  readonly spelled: readonly SpelledWord[];
  readonly eponyms: readonly Eponym[];
  /** Words with the look of an abbreviation. */
  readonly shapes: readonly Shape[];
  /** What the rules' patterns found, by pattern. */
  readonly patterns: ReadonlyMap<string, readonly PatternFact[]>;
  /** Hashes of the words in the block, sorted, each once: tells which blocks a new name can stand in. */
  readonly words: Int32Array;
}

/** What facts depend on beside the block. Results are kept for as long as this object is the same. */
export interface ScanContext {
  readonly termbase: Termbase;
  readonly spelling: Spelling;
  readonly eponyms: EponymList;
  readonly shortForms: ShortForms;
  readonly patterns: readonly Pattern[];
}

/** Hashes of the folded words by which eponyms are known. */
export interface EponymList {
  /** Persons' names: "Hashimoto". */
  readonly names: ReadonlySet<number>;
  /** Nouns that follow them: "thyroiditis". */
  readonly nouns: ReadonlySet<number>;
}

/** Reads the eponym data: names and nouns as they are written. */
export function eponymList(names: readonly string[], nouns: readonly string[]): EponymList {
  const hashed = (words: readonly string[]) => new Set(words.map((word) => wordHash(normalisedName(word))));
  return { names: hashed(names), nouns: hashed(nouns.flatMap((noun) => [noun, pluralOf(noun)])) };
}

const shared = new Tokens();
const none = new Int32Array(0);

/** Reads a block. */
export function scanBlock(block: Block, context: ScanContext): BlockFacts {
  const occurrences: Occurrence[] = [];
  const definitions: InlineDefinition[] = [];
  const spelled: SpelledWord[] = [];
  const eponyms: Eponym[] = [];
  const shapes: Shape[] = [];
  const patterns = new Map<string, PatternFact[]>();
  const words: Int32Array[] = [];
  for (const segment of block.segments) {
    if (isSearchStrategy(segment.text)) continue;
    tokenise(segment.text, shared);
    const found = findOccurrences(segment.text, shared, context.termbase);
    for (const definition of withKnownDefinitions(segment.text, found, findAbbreviationDefinitions(segment.text))) {
      definitions.push(inlineDefinition(definition, found, segment, context.termbase));
    }
    for (const { from, to, readings, plural, possessive, elliptic } of found) {
      const range = segment.range(from, to);
      occurrences.push({ from: range.from, to: range.to, readings, plural, possessive, elliptic });
    }
    readSpelling(segment, context.spelling, spelled);
    readEponyms(segment, context.eponyms, eponyms);
    findShapes(segment, shared, context.shortForms, shapes);
    findPatterns(segment, context.patterns, patterns);
    words.push(shared.word.slice(0, shared.count));
  }
  return { occurrences, definitions, spelled, eponyms, shapes, patterns, words: sortedUnique(words) };
}

function inlineDefinition(
  found: ReturnType<typeof findAbbreviationDefinitions>[number],
  occurrences: readonly Occurrence[],
  segment: Segment,
  termbase: Termbase,
): InlineDefinition {
  const known = occurrences.find((o) => o.from === found.longFrom && o.to === found.longTo);
  const longFirst = found.longFrom < found.shortFrom;
  const end = longFirst ? found.shortTo : found.longTo;
  const closed = /^\s*[)\]]/.exec(segment.text.slice(end, end + 3));
  const from = Math.min(found.longFrom, found.shortFrom);
  return {
    ...(withHead(found, segment.text.slice(end), termbase) ?? { short: found.short, long: found.long }),
    written: { short: found.short, long: found.long },
    shortRange: segment.range(found.shortFrom, found.shortTo),
    longRange: segment.range(found.longFrom, found.longTo),
    range: segment.range(from, end + (closed?.[0].length ?? 0)),
    longFirst,
    loose: found.loose === true,
    // A hidden name may be a narrower one with an abbreviation of its own.
    conceptId: known?.readings[0]?.designation.status === "hidden" ? undefined : known?.readings[0]?.concept.id,
  };
}

/** The names defined where the head noun follows the bracket, if the terminology abbreviates the whole so. */
function withHead(
  { short, long }: { short: string; long: string },
  rest: string,
  termbase: Termbase,
): { short: string; long: string } | undefined {
  const head = /^\s*[)\]]\s+(\p{L}+)/u.exec(rest)?.[1];
  if (head === undefined) return undefined;
  for (const noun of [head, head.replace(/s$/, "")]) {
    if (termbase.abbreviated(`${short} ${noun}`).length > 0) return { short: `${short} ${noun}`, long: `${long} ${noun}` };
  }
  return undefined;
}

/** Words that the spelling pairs know. Most words are known not to be among them by their hash. */
function readSpelling(segment: Segment, spelling: Spelling, found: SpelledWord[]): void {
  for (let i = 0; i < shared.count; i++) {
    const [from, to] = [shared.from[i] as number, shared.to[i] as number];
    if (to - from < shortestSpelled || spelling.isNeutral(shared.word[i] as number)) continue;
    const reading = spelling.read(segment.text.slice(from, to), shared.word[i]);
    if (!reading) continue;
    const range = segment.range(from, to);
    found.push({ from: range.from, to: range.to, locale: reading.locale, other: reading.other });
  }
}

/** Shorter words have one spelling. */
const shortestSpelled = 4;

function readEponyms(segment: Segment, list: EponymList, found: Eponym[]): void {
  for (let i = 0; i + 1 < shared.count; i++) {
    if (shared.capital[i] === 0 || shared.gap[i + 1] !== Gap.Space) continue;
    if (!list.names.has(shared.word[i] as number) || !list.nouns.has(shared.word[i + 1] as number)) continue;
    const possessive = shared.possessive[i] as number;
    const nameTo = shared.to[i] as number;
    const name = segment.range(shared.from[i] as number, nameTo);
    const mark = possessive > 0 ? segment.range(nameTo, nameTo + possessive) : { from: name.to, to: name.to };
    const noun = segment.range(shared.from[i + 1] as number, shared.to[i + 1] as number);
    found.push({ from: name.from, to: noun.to, nameTo: name.to, markTo: mark.to, possessive: possessive > 0 });
  }
}

/** A quoted database search ("lupus"[MeSH] AND …) is a formula whose words must stay as they are. */
function isSearchStrategy(text: string): boolean {
  if (/\[(?:mesh|mh|tiab|tw|title\/abstract|all fields|majr|ti|ab)(?:[ :][^\]]*)?\]/i.test(text)) return true;
  return (text.match(/["”)*]\s+(?:AND|OR|NOT)\s+["“(]/g)?.length ?? 0) >= 2;
}

function sortedUnique(parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 0) return none;
  const all = parts.length === 1 ? (parts[0] as Int32Array) : joined(parts);
  all.sort();
  let count = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[count++] = all[i] as number;
  return all.slice(0, count);
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether a sorted list holds a word. */
export function holdsWord(words: Int32Array, word: number): boolean {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = words[middle] as number;
    if (value === word) return true;
    if (value < word) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
