// Long forms of which two short forms have each a share: the words are put together for each of them.
import type { Range } from "./abbreviation-short-forms.ts";

/** A long form by its place in the text and its words, which need not be one stretch of it. */
export interface LongForm extends Range {
  readonly words: string;
}

const token = "(?:\\d+|[A-Z]|[α-ω]|alpha|beta|gamma|delta|[IVX]+)";
const twoKinds = new RegExp(`(${token})(\\)?,?\\s(?:and|or|&)\\s-?)(${token})$`);

/**
 * The long form of one of two things that are named at its end: of "binding proteins 1 and 2", "binding proteins 1"
 * for BP1 and "binding proteins 2" for BP2. Undefined where the short form is neither's.
 */
export function oneOfTwo(text: string, { from, to }: Range, short: string): LongForm | undefined {
  const words = text.slice(from, to);
  const kinds = twoKinds.exec(words);
  if (kinds === null) return { from, to, words };
  const [both, first = "", , second = ""] = kinds;
  const base = words.slice(0, -both.length);
  if (base === "") return undefined;
  if (short.endsWith(first)) return { from, to: from + base.length + first.length, words: base + first };
  return short.endsWith(second) ? { from, to, words: base + second } : undefined;
}

const kindAlone = new RegExp(`^(,?\\s(?:and|or|&)\\s|,\\s)(${token})\\s$`);
const kindAtEnd = new RegExp(`(?<![\\p{L}\\p{N}])${token}$`, "u");

/** The definition of "SP-D" by "surfactant proteins A (SP-A) and D (SP-D)", where the one before has the noun. */
export function siblingOf(
  text: string,
  short: Range,
  previous: { readonly short: string; readonly long: string; readonly shortTo: number },
): LongForm | undefined {
  if (short.from - previous.shortTo > 24) return undefined;
  const between = kindAlone.exec(text.slice(previous.shortTo + 1, short.from - 1));
  const kind = kindAtEnd.exec(previous.long)?.[0];
  if (between === null || kind === undefined || !previous.short.endsWith(kind)) return undefined;
  const [, link = "", own = ""] = between;
  if (text.slice(short.from, short.to) !== previous.short.slice(0, -kind.length) + own) return undefined;
  const from = previous.shortTo + 1 + link.length;
  return { from, to: from + own.length, words: previous.long.slice(0, -kind.length) + own };
}

const pairOfWords = /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]+)(,?\s(?:and|or)\s)([\p{L}\p{N}-]+)(?=\s)/u;

/**
 * The share of one short form in words that it has with another: of "enhanced cyan and yellow fluorescent proteins
 * (ECFP, EYFP)" each has one of the two joined words, where the short forms differ in the initials of these alone.
 */
export function shareOf(long: string, short: string, other: string): string | undefined {
  if (short.length !== other.length) return undefined;
  const differing = [...short].flatMap((letter, i) => (letter === other.charAt(i) ? [] : [i]));
  const [at] = differing;
  const pair = pairOfWords.exec(long);
  if (at === undefined || differing.length > 1 || pair === null) return undefined;
  const [whole, first = "", , second = ""] = pair;
  const initials = [first.charAt(0), second.charAt(0)].map((letter) => letter.toLowerCase());
  const [own, others] = [short.charAt(at).toLowerCase(), other.charAt(at).toLowerCase()];
  const kept = initials[0] === own && initials[1] === others ? first : initials[1] === own && initials[0] === others ? second : undefined;
  return kept === undefined ? undefined : long.replace(whole, () => kept);
}
