import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { alwaysClosed, prefixes, sameStem, stems } from "./prefix-data.ts";

/** Pairs that make another word (proactive), name a target (anti-receptor antibody) or belong to another rule (autoimmune). */
const notOurs =
  /^(?:anti:(?:ligand|mammal|phosphorylat|protein|receptor|self)|pro:(?:activ|process|secret|organ)|trans:(?:activ|plant)|micro:activ|auto:(?:immun|inflamm))/;

// Neither case-insensitive nor Unicode-aware: either would cost several times as much, and the text is read whole.
const prefixed = new RegExp(`\\b(${anyCase(prefixes)})([-‐‑]?)(${[...stems].sort((a, b) => b.length - a.length).join("|")})[a-z]*`, "g");

/** Words with the first letter in either case. */
function anyCase(words: readonly string[]): string {
  return words.map((word) => `[${word[0]}${(word[0] as string).toUpperCase()}]${word.slice(1)}`).join("|");
}

interface Prefixed {
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly hyphen: boolean;
  readonly stem: string;
}

/** Every word of a text that has one of the prefixes and one of the stems. */
function prefixedWords(text: string): Prefixed[] {
  const found: Prefixed[] = [];
  prefixed.lastIndex = 0;
  for (let match = prefixed.exec(text); match; match = prefixed.exec(text)) {
    const [whole, prefix, hyphen, stem] = match as unknown as [string, string, string, string];
    const from = match.index;
    if (from > 0 && /[\p{L}\p{N}_‐‑-]/u.test(text.charAt(from - 1))) continue;
    found.push({ from, to: from + whole.length, prefix: prefix.toLowerCase(), hyphen: hyphen !== "", stem });
  }
  return found;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** A prefixed word as `prefix-hyphen` compares it. */
export const prefixedWord: Pattern = {
  id: "prefixed-word",
  // Hardly a paragraph is without one of the prefixes, so that asking for them would only cost time.
  needs: [""],
  find: (text) =>
    prefixedWords(text).flatMap((word) => {
      const { from, to, hyphen } = word;
      return isOurs(word, text) ? [{ from, to, shape: hyphen ? "hyphenated" : "closed", key: keyOf(word) }] : [];
    }),
};

function keyOf({ prefix, stem }: Prefixed): string {
  return `${prefix}:${sameStem.get(stem) ?? stem}`;
}

function isOurs(word: Prefixed, text: string): boolean {
  return !notOurs.test(keyOf(word)) && !isPartOfCompound(text, word.from, word.to);
}

/** "non-antigen-specific" and "pre- and post-treatment" need their hyphens. */
function isPartOfCompound(text: string, from: number, to: number): boolean {
  if (/^[-‐‑–/][\p{L}\p{N}]/u.test(text.slice(to, to + 2))) return true;
  return /[\p{L}][-‐‑–](?:,? (?:and|or|to|versus|vs\.?|and\/or|than|but not) |\/|, )$/u.test(text.slice(Math.max(0, from - 14), from));
}

const opened = new RegExp(
  Object.entries(alwaysClosed)
    .map(([prefix, words]) => `${anyCase([prefix])}[-‐‑ ](?:${anyCase(words)})[a-z]*`)
    .join("|"),
  "uy",
);

/** The prefixes of `alwaysClosed` without their first letter, which may be a capital. */
const openedParts = Object.keys(alwaysClosed).map((prefix) => prefix.slice(1));

/** A word that is always closed up and is not. */
export const openedWord: Pattern = {
  id: "opened-word",
  needs: openedParts,
  find(text) {
    const found: PatternMatch[] = [];
    for (const part of openedParts) {
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        const next = text.charCodeAt(at + part.length);
        if (!isHyphen(next) && next !== 0x20) continue;
        opened.lastIndex = at - 1;
        const [whole] = (at > 0 && opened.exec(text)) || [];
        if (!whole || /[\p{L}\p{N}_]/u.test(text.charAt(at - 2))) continue;
        const better = whole.slice(0, part.length + 1) + whole.slice(part.length + 2).replace(/^./, (letter) => letter.toLowerCase());
        found.push({ from: at - 1, to: at - 1 + whole.length, shape: "open", better });
      }
    }
    return found;
  },
};

/** A name as it reads once the rules about prefixes have spoken, so that no other rule speaks of the same hyphens. */
export function closedPrefixes(name: string): string {
  let closed = name;
  for (const { from, to, better } of [...openedWord.find(name)].reverse()) closed = closed.slice(0, from) + better + closed.slice(to);
  for (const word of prefixedWords(closed).reverse()) {
    const end = word.from + word.prefix.length;
    if (word.hyphen && isOurs(word, closed)) closed = closed.slice(0, end) + closed.slice(end + 1);
  }
  return closed;
}
