import type { FormMatch } from "../termbase/form-index.ts";
import { headIndex } from "../termbase/inflection.ts";
import type { Layer, Reading, Termbase } from "../termbase/termbase.ts";
import { Gap, type Tokens, wordHash } from "../termbase/tokens.ts";

/** A designation found in a stretch of text. Offsets are UTF-16 units of what was scanned. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
  /** Every concept the form can mean, the likeliest layer first; never empty. */
  readonly readings: readonly Reading[];
  readonly plural: boolean;
  /** Whether the name, or a word in it, has a possessive 's. */
  readonly possessive: boolean;
  /** Set where the head noun is borrowed from the next name, as "genetic" in "genetic and environmental factors". */
  readonly elliptic: boolean;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly found: readonly { readonly layer: Layer; readonly match: FormMatch }[];
}

/** Finds the names in a text: at each place the longest, and of equal ones the latest layer's. */
export function findOccurrences(text: string, tokens: Tokens, termbase: Termbase): Occurrence[] {
  const occurrences: Occurrence[] = [];
  let at = 0;
  while (at < tokens.count) {
    let match = matchAt(text, tokens, at, termbase);
    if (!match) {
      at++;
      continue;
    }
    for (let next = at + 1; next < match.end; next++) {
      const rival = matchAt(text, tokens, next, termbase);
      if (rival && rival.end - rival.start > match.end - match.start) {
        match = rival;
        at = next;
      }
    }
    const occurrence = toOccurrence(match, tokens, termbase);
    if (occurrence) {
      borrowedHeads(match, text, tokens, termbase, occurrences);
      occurrences.push(occurrence);
    }
    at = match.end;
  }
  return occurrences;
}

/** Words that are a prefix when a hyphen follows: "self" is no term of its own in "self-reported". */
const prefixWords = new Set(["self", "auto", "co", "non", "anti"].map(wordHash));

function matchAt(text: string, tokens: Tokens, start: number, termbase: Termbase): Match | undefined {
  let longest = 0;
  let found: { layer: Layer; match: FormMatch }[] | undefined;
  for (let i = termbase.layers.length - 1; i >= 0; i--) {
    const layer = termbase.layers[i] as Layer;
    const match = layer.index.longestAt(text, tokens, start);
    if (!match || match.tokens < longest) continue;
    if (match.tokens > longest) found = [];
    longest = match.tokens;
    found?.push({ layer, match });
  }
  if (!found || isPartOfWord(tokens, start, start + longest)) return undefined;
  const end = start + longest;
  if (longest === 1 && end < tokens.count && tokens.gap[end] === Gap.Hyphen && prefixWords.has(tokens.word[start] as number))
    return undefined;
  return { start, end, found };
}

/** Whether letters or digits go on without a gap: "RA" is no name in "CD45RA", nor "MS" in "MS4A1". */
export function isPartOfWord(tokens: Tokens, start: number, end: number): boolean {
  if (start > 0 && tokens.gap[start] === Gap.None && tokens.word[start - 1] !== plus) return true;
  return end < tokens.count && tokens.gap[end] === Gap.None && tokens.word[end] !== plus;
}

const plus = wordHash("+");

function toOccurrence(match: Match, tokens: Tokens, termbase: Termbase): Occurrence | undefined {
  const readings: Reading[] = [];
  let plural = false;
  for (const { layer, match: forms } of match.found) {
    for (const form of forms.forms) {
      const reading = termbase.reading(layer, layer.index.owner(form));
      if (!reading || readings.some((r) => r.concept === reading.concept)) continue;
      if (readings.length === 0) plural = layer.index.isPlural(form);
      readings.push(reading);
    }
  }
  if (readings.length === 0) return undefined;
  let possessive = false;
  for (let i = match.start; i < match.end; i++) possessive ||= tokens.possessive[i] !== 0;
  return {
    from: tokens.from[match.start] as number,
    to: tokens.to[match.end - 1] as number,
    readings,
    plural,
    possessive,
    elliptic: false,
  };
}

const and = wordHash("and");
const or = wordHash("or");

/** How many coordinated words before a name are read with its head: "genetic, environmental, and immunological factors". */
const coordinated = 4;

/** Names whose head noun stands only once, at the end of a coordination. */
function borrowedHeads(match: Match, text: string, tokens: Tokens, termbase: Termbase, found: Occurrence[]): void {
  if (match.end - match.start < 2) return;
  const words = text.slice(tokens.from[match.start] as number, tokens.to[match.end - 1] as number).split(/\s+/);
  if (headIndex(words) !== words.length - 1) return;
  const head = tokens.word[match.end - 1] as number;
  let at = match.start - 1;
  if (at < 1 || tokens.gap[at + 1] !== Gap.Space || (tokens.word[at] !== and && tokens.word[at] !== or)) return;
  const borrowed: Occurrence[] = [];
  for (let count = 0; count < coordinated && at > 0; count++) {
    const gap = text.slice(tokens.to[at - 1] as number, tokens.from[at] as number);
    if (!/^,?\s+$/.test(gap) && !(count === 0 && /^\s+$/.test(gap))) break;
    const occurrence = lent(at - 1, head, tokens, termbase);
    if (!occurrence || borrowed.some((b) => b.from === occurrence.from)) break;
    borrowed.unshift(occurrence);
    at--;
  }
  const last = found.at(-1);
  found.push(...borrowed.filter((b) => !last || b.from >= last.to));
}

function lent(word: number, head: number, tokens: Tokens, termbase: Termbase): Occurrence | undefined {
  for (let i = termbase.layers.length - 1; i >= 0; i--) {
    const layer = termbase.layers[i] as Layer;
    // Case-sensitive names are left out: an abbreviation does not lend its last word.
    const forms = layer.index.exact([tokens.word[word] as number, head]).filter((f) => !layer.index.isCaseSensitive(f));
    const readings = forms.map((form) => termbase.reading(layer, layer.index.owner(form))).filter((r) => r !== undefined);
    const first = forms[0];
    if (first === undefined || readings.length === 0) continue;
    return {
      from: tokens.from[word] as number,
      to: tokens.to[word] as number,
      readings,
      plural: layer.index.isPlural(first),
      possessive: false,
      elliptic: true,
    };
  }
  return undefined;
}
