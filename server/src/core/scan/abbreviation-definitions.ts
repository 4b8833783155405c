import { alignAll, alignBefore, Atoms, costs, maxWindow, Words } from "./abbreviation-alignment.ts";

/** A short form and the long form that a paragraph gives for it. Offsets are UTF-16 units in the paragraph. */
export interface AbbreviationDefinition {
  readonly short: string;
  readonly long: string;
  readonly shortFrom: number;
  readonly shortTo: number;
  readonly longFrom: number;
  readonly longTo: number;
}

export const limits = { two: 1.6, three: 2.1, four: 2, five: 2.35, per: 0.317, lower: 0.334, strict: 0.7, reverse: 0.45 };

const atoms = new Atoms();
const words = new Words();

interface Span { from: number; to: number }

/** Finds the abbreviations that a paragraph defines. */
export function findAbbreviationDefinitions(text: string): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  for (const bracket of findBrackets(text)) {
    if (!forward(text, bracket, found)) reverse(text, bracket, found);
  }
  appositions(text, found);
  return found.length > 1 ? found.sort((a, b) => a.shortFrom - b.shortFrom) : found;
}

const cued = /\s+(?:(?:or|i\.e\.,?|hereafter|hereinafter|henceforth|(?:hereafter |also |often |commonly )?(?:abbreviated(?: as| to)?|called|known as|referred to as|termed|designated)|alias|aka|simply)\s+)+["“‘']?([\p{L}\p{N}][^\s,.;:()"”]*)/uy;
const bare = /\s+(\p{Lu}[\p{Lu}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*),/uy;

function appositions(text: string, found: AbbreviationDefinition[]): void {
  for (let comma = text.indexOf(","); comma >= 0; comma = text.indexOf(",", comma + 1)) {
    const first = text.charCodeAt(comma + 2);
    if (first >= 65 && first <= 90) {
      bare.lastIndex = comma + 1;
      const match = bare.exec(text);
      if (match) apposed(text, comma, match[1] as string, comma + 1 + match[0].indexOf(match[1] as string), 0.12, found);
    } else {
      cued.lastIndex = comma + 1;
      const match = cued.exec(text);
      if (match) apposed(text, comma, match[1] as string, comma + 1 + match[0].lastIndexOf(match[1] as string), 0.35, found);
    }
  }
}

function apposed(text: string, comma: number, short: string, at: number, limit: number, found: AbbreviationDefinition[]): void {
  if (!isShortForm(short) || !/\p{Lu}.*[\p{Lu}\d]|\p{Ll}.*\p{Lu}/u.test(short) || !atoms.read(short) || atoms.size < 3) return;
  const from = windowStart(text, comma, -1);
  words.read(text, from, comma);
  const a = alignBefore(atoms, words);
  if (!a) return;
  debug?.({ kind: "apposed", short, cost: a.cost, n: atoms.size, limit: limit * atoms.size, long: text.slice(words.at[a.start] as number, comma) });
  if (a.cost > limit * atoms.size) return;
  const longFrom = extend(text, words.at[a.start] as number, from);
  if (!isLongForm(text, longFrom, comma, short, -1)) return;
  if (process.env.SHOW) console.log(short, "|", text.slice(longFrom, comma), limit);
  found.push({ short, long: collapse(text.slice(longFrom, comma)), shortFrom: at, shortTo: at + short.length, longFrom, longTo: comma });
}

/** Brackets with a partner, by opening; `outer` is the opening of the bracket around. */
export function findBrackets(text: string): { open: number; close: number; outer: number }[] {
  const stack: number[] = [];
  const found: { open: number; close: number; outer: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91) stack.push(i);
    else if (c === 41 || c === 93) {
      const partner = c === 41 ? 40 : 91;
      if (stack.length > 0 && text.charCodeAt(stack[stack.length - 1] as number) === partner) {
        const open = stack.pop() as number;
        found.push({ open, close: i, outer: stack.length > 0 ? (stack[stack.length - 1] as number) : -1 });
      }
    }
  }
  return found.sort((a, b) => a.open - b.open);
}

const cues = /^(?:or|also|and|i\.e\.|e\.g\.|hereafter|hereinafter|henceforth|herein|here|abbreviated|designated|called|known|termed|named|denoted|referred|as|to|alias|aka|the|a|an|encoded|by|gene|HGMW-approved|symbol|in short|short)[\s,:]+/i;
const separators = /[,;=]\s|\s(?:or|and|=)\s|;/g;

function parts(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  const inner = text.slice(from, to);
  separators.lastIndex = 0;
  const cut = (end: number, resume: number) => {
    const span = trim(text, start, end);
    if (span) spans.push(span);
    start = resume;
  };
  for (let match = separators.exec(inner); match; match = separators.exec(inner)) {
    cut(from + match.index, from + match.index + match[0].length);
    if (spans.length >= 4) return spans;
  }
  void depth;
  cut(to, to);
  return spans;
}

function trim(text: string, from: number, to: number): Span | undefined {
  const edge = /[\s'"`‘’“”\u00a0\ufffc.,:;]/;
  for (;;) {
    while (from < to && edge.test(text[from] as string)) from++;
    while (to > from && edge.test(text[to - 1] as string)) to--;
    if (text[to] === "." && /^\p{L}(?:\.\p{L})+$/u.test(text.slice(from, to))) to++;
    const tail = /[\s,]+(?:respectively|family)$/.exec(text.slice(Math.max(from, to - 20), to));
    if (tail) to -= tail[0].length;
    const cue = cues.exec(text.slice(from, Math.min(to, from + 30)));
    if (!cue) break;
    from += cue[0].length;
  }
  return to > from ? { from, to } : undefined;
}

export function isShortForm(s: string): boolean {
  if (s.length < 2 || s.length > 18) return false;
  if (!/\p{L}/u.test(s) || !/^[\p{L}\p{N}(]/u.test(s)) return false;
  if (/[=<>%±≥≤~@]/.test(s)) return false;
  const w = s.split(/\s+/);
  if (w.length > 3 || /^(?:[ivx]+|[IVX]+)$/.test(s)) return false;
  if (/^\d+$/.test(w[0] as string) || /^(?:[Ff]igs?|[Ff]igures?|[Tt]ables?|[Rr]efs?|[Ss]ee|cf|vs|versus|[Ee]q|p|pp|no|et)\.?\s/.test(s)) return false;
  if (/[\p{Lu}\d]/u.test(s)) return true;
  if (s.includes("/")) return false;
  if (w.length > 1) return s.length < 14 && /(?:^|\s)(?:alpha|beta|gamma|delta|epsilon|kappa|zeta)(?:\s|$)/.test(s);
  if (s.length > 7) return false;
  return true;
}

function windowStart(text: string, to: number, outer: number): number {
  let depth = 0;
  const least = Math.max(outer + 1, to - maxWindow + 20);
  for (let i = to - 1; i >= least; i--) {
    const c = text.charCodeAt(i);
    if (c === 41 || c === 93) depth++;
    else if (c === 40 || c === 91) {
      if (--depth < 0) return i + 1;
    } else if (depth === 0) {
      if (c === 59 || c === 63 || c === 33) return i + 1;
      if ((c === 46 || c === 58) && /\s/.test(text[i + 1] ?? "") && (c === 58 || endsSentence(text, i))) return i + 1;
    }
  }
  return least;
}

function endsSentence(text: string, dot: number): boolean {
  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, dot - 12), dot))?.[0] ?? "";
  return before.length !== 1 && !/^(?:vs|al|sp|subsp|var|no|approx|ca|i\.e|e\.g|dr|mr|st)$/i.test(before);
}

function forward(text: string, b: { open: number; close: number; outer: number }, found: AbbreviationDefinition[]): boolean {
  if (b.close - b.open > 300) return false;
  if (b.open > 0 && /[\p{L}\p{N}]/u.test(text[b.open - 1] as string) && /\p{L}/u.test(text[b.close + 1] ?? "")) return false;
  if (inner(text, b, found)) return true;
  const candidates = parts(text, b.open + 1, b.close).filter((s) => isShortForm(text.slice(s.from, s.to)));
  if (candidates.length === 0) return false;
  let longTo = b.open;
  while (longTo > 0 && /[\s\ufffc'"‘’“”,]/.test(text[longTo - 1] as string)) longTo--;
  const from = windowStart(text, longTo, b.outer);
  words.read(text, from, longTo);
  const hits: AbbreviationDefinition[] = [];
  let end = longTo;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const s = candidates[index] as Span;
    const short = text.slice(s.from, s.to);
    if (!atoms.read(short) || atoms.size < 2) continue;
    const strict = index > 0 ? limits.strict : 0;
    let hit = best(text, from, end, short, s.from, b.open, strict);
    const previous = hits[hits.length - 1];
    if (previous && !hit) {
      const before = /(?:\s*,)?\s*(?:\band\b|\bor\b)?\s*$/.exec(text.slice(from, previous.longFrom));
      if (before && before.index > 0 && before[0].trim() !== "") {
        words.read(text, from, from + before.index);
        hit = best(text, from, from + before.index, short, s.from, b.open, strict);
        words.read(text, from, longTo);
      }
    }
    if (hit) hits.push(hit);
  }
  found.push(...hits);
  return hits.length > 0;
}

function limitOf(short: string): number {
  const n = atoms.size;
  if (short.length > 4 && !/[\p{Lu}\d]/u.test(short)) return limits.lower * n;
  return n <= 2 ? limits.two : n === 3 ? limits.three : n === 4 ? limits.four : limits.five + limits.per * (Math.min(n, 10) - 5);
}

const coordinated = /\s*\)?,?\s*\b(?:and|or|&)\s*-?(?:\d+|[A-Z]|[α-ω]|alpha|beta|gamma|[IVX]+)$/;

function best(text: string, from: number, longTo: number, short: string, shortFrom: number, open: number, strict: number): AbbreviationDefinition | undefined {
  let a = alignBefore(atoms, words);
  const roman = /[-\s]?(I{1,3}|IV|V|VI)$/.exec(short);
  if (roman && (!a || a.cost > limitOf(short))) {
    atoms.read(short.slice(0, roman.index) + numerals[roman[1] as string]);
    a = alignBefore(atoms, words);
  }
  if (!a) return undefined;
  let cost = a.cost;
  let longFrom = extend(text, words.at[a.start] as number, from);
  const digits = /\d+/.exec(short)?.[0] ?? (roman ? numerals[roman[1] as string] : undefined);
  if (digits && !text.slice(longFrom, longTo).includes(digits)) {
    const led = numbered(text, from, longFrom, digits);
    if (led >= 0) {
      longFrom = led;
      cost -= digits.length * costs.digitMissing;
    }
  }
  let n = atoms.size;
  const limit = limitOf(short) - strict;
  let to = longTo;
  const both = coordinated.exec(text.slice(longFrom, longTo));
  if (both) {
    if (short.endsWith(text[longFrom + both.index - 1] as string)) to = longFrom + both.index;
    else return undefined;
  }
  debug?.({ kind: "forward", short, cost, n, limit, long: text.slice(longFrom, to) });
  if (cost > limit) return undefined;
  if (!isLongForm(text, longFrom, to, short, open)) return undefined;
  return { short, long: collapse(text.slice(longFrom, to)), shortFrom, shortTo: shortFrom + short.length, longFrom, longTo: to };
}

const numerals: Record<string, string> = { first: "1", I: "1", second: "2", II: "2", third: "3", III: "3", fourth: "4", IV: "4", fifth: "5", V: "5", sixth: "6", VI: "6", seventh: "7", eighth: "8", ninth: "9" };

/** Where a number in front of the long form gives the short form's digits: "70-kDa heat shock protein (HSP70)". */
function numbered(text: string, from: number, longFrom: number, digits: string): number {
  const before = /(?:^|[\s(])((?:(?:type|class|group)\s)?(\p{L}+|\d+)(?:[- ]k[Dd]a?)?[-\s])$/u.exec(text.slice(Math.max(from, longFrom - 24), longFrom));
  if (!before) return -1;
  const number = before[2] as string;
  return number === digits || numerals[number] === digits ? longFrom - (before[1] as string).length : -1;
}

/** "(long form, SF)" and "(SF, long form)", both inside one pair of brackets. */
function inner(text: string, b: { open: number; close: number }, found: AbbreviationDefinition[]): boolean {
  const content = text.slice(b.open + 1, b.close);
  const comma = /[,;=:]\s/.exec(content);
  if (!comma) return false;
  const spans = parts(text, b.open + 1, b.close);
  let any = false;
  for (let i = 0; i + 1 < spans.length; i++) {
    const [x, y] = [spans[i] as Span, spans[i + 1] as Span];
    for (const [s, l] of [[y, x], [x, y]] as const) {
      const short = text.slice(s.from, s.to);
      if (!isShortForm(short) || !/[\p{Lu}\d]/u.test(short) || !/\s/.test(text.slice(l.from, l.to)) || !atoms.read(short) || atoms.size < 2) continue;
      words.read(text, l.from, l.to);
      const cost = alignAll(atoms, words);
      debug?.({ kind: "inner", short, cost, n: atoms.size, limit: limitOf(short), long: text.slice(l.from, l.to) });
      if (cost > limitOf(short) - limits.strict || !isLongForm(text, l.from, l.to, short, b.open)) continue;
      found.push({ short, long: collapse(text.slice(l.from, l.to)), shortFrom: s.from, shortTo: s.to, longFrom: l.from, longTo: l.to });
      any = true;
      break;
    }
  }
  return any;
}

export let debug: ((x: any) => void) | undefined;
export function setDebug(f: typeof debug) { debug = f; }

/** A locant or a bracket before the first word belongs to it: "5-lipoxygenase", "c-Jun". */
function extend(text: string, from: number, least: number): number {
  const before = /(?:^|[\s(])((?:(?:\d[\d,'′]*(?:, ?\d[\d'′]*)*(?:alpha|beta|[\p{Lu}α-ω])?|\p{L}|alpha|beta|gamma|trans|cis)[-])+)$/u.exec(text.slice(Math.max(least, from - 24), from));
  if (from > least && /[([]/.test(text[from - 1] ?? "")) return from - 1;
  if (before && !/^[35]['′]-/.test(before[1] as string)) return from - (before[1] as string).length;
  return from;
}

function reverse(text: string, b: { open: number; close: number; outer: number }, found: AbbreviationDefinition[]): boolean {
  const before = /(?:^|[\s("“‘'[])([^\s("“[]+)\s["“]?$/u.exec(text.slice(Math.max(0, b.open - 30), b.open));
  if (!before) return false;
  const short = (before[1] as string).replace(/[,:'"”’]+$/, "");
  const shortFrom = b.open - before[0].length + before[0].indexOf(short);
  if (!isShortForm(short) || /^(?:the|an?|in|of|and|or|for|to|with|by|on|as|at|is|are|was|were|be|this|that)$/i.test(short)) return false;
  const wordLike = !/[\p{Lu}\d]/u.test(short.slice(1));
  if (!atoms.read(short) || atoms.size < 2) return false;
  let from = b.open + 1;
  const cue = /^["“\s]*(?:(?:for|from|stands for|an?|the|i\.e\.,?|abbreviation (?:for|of)|short for)\s+)?["“]?/i.exec(text.slice(from, b.close));
  from += cue?.[0].length ?? 0;
  let any = false;
  for (let round = 0; round < 3; round++) {
    const ends: number[] = [];
    let semicolon = b.close;
    for (let i = from; i < b.close; i++) {
      if (text[i] === ";") {
        semicolon = i;
        break;
      }
      if (/[([]/.test(text[i] as string) && text[i - 1] === " " && /[)\]]/.test(text[b.close - 1] as string) && i > from) ends.push(i);
      if (text[i] === "," && /\s/.test(text[i + 1] ?? "")) ends.push(i);
    }
    ends.push(semicolon);
    let best = Infinity;
    let bestTo = -1;
    for (let to of ends.reverse().slice(0, 5)) {
      while (to > from && /[\s'"”’,;]/.test(text[to - 1] as string)) to--;
      if (to - from > 250) continue;
      words.read(text, from, to);
      const cost = alignAll(atoms, words);
      if (cost < best && isLongForm(text, from, to, short, b.open)) {
        best = cost;
        bestTo = to;
      }
    }
    debug?.({ kind: "reverse", short, cost: best, n: atoms.size, long: text.slice(from, bestTo) });
    if (best <= limitOf(short) + limits.reverse - (wordLike ? limits.strict : 0) && (!wordLike || /\s/.test(text.slice(from, bestTo)))) {
      found.push({ short, long: collapse(text.slice(from, bestTo)), shortFrom, shortTo: shortFrom + short.length, longFrom: from, longTo: bestTo });
      any = true;
    }
    from = semicolon + 1;
    while (from < b.close && /\s/.test(text[from] as string)) from++;
    if (from >= b.close) break;
  }
  return any;
}

function isLongForm(text: string, from: number, to: number, short: string, open: number): boolean {
  if (to - from <= short.length) return false;
  const long = text.slice(from, to);
  if (open === to && !/\s/.test(long)) return false;
  if (!/[a-z]{3}|[A-Z]{5}/.test(long)) return false;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 91) depth++;
    else if ((c === 41 || c === 93) && --depth < 0) return false;
  }
  if (depth !== 0) return false;
  if (/\s(?:and|or|of|the|in|to|by|for|with|from|a|an|as|at|on)$/.test(long)) return false;
  const folded = long.toLowerCase();
  const f = short.toLowerCase();
  for (let at = folded.indexOf(f); at >= 0; at = folded.indexOf(f, at + 1)) {
    const ends = !/[\p{L}\p{N}]/u.test(folded[at + f.length] ?? "");
    if (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1] as string)) {
      if (ends && f.length > 2 && !f.includes(" ")) return false;
      continue;
    }
    if (ends || !/[a-z]$/i.test(short) || !/[a-z]/.test(long[at + f.length] as string)) return false;
  }
  return true;
}

function collapse(s: string): string {
  return s.replace(/[\s\ufffc]+/g, " ").trim();
}
