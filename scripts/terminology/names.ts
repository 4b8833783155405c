/** Finds names of concepts in a definition. Plain and slow: it reads our own texts, a few thousand sentences. */
import type { Designation } from "../../server/src/core/termbase/concept.ts";
import { pluralDesignation } from "../../server/src/core/termbase/inflection.ts";
import type { Entry, Terminology } from "./terminology.ts";

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A name found in a text. */
export interface Mention {
  readonly entry: Entry;
  readonly designation: Designation;
  readonly from: number;
  readonly to: number;
}

/** Whether a text holds a name or its plural as whole words. */
export function mentions(text: string, designation: Designation): boolean {
  const words = wordsOf(text);
  return formsOf(designation).some((form) => words.some((_, i) => matchesAt(words, i, form, designation.caseSensitive)));
}

/** The longest names at each place of a text, from left to right. */
export function mentionsIn(text: string, terminology: Terminology): Mention[] {
  const index = indexOf(terminology);
  const words = wordsOf(text);
  const found: Mention[] = [];
  for (let i = 0; i < words.length; ) {
    const candidates = index.get(fold((words[i] as Word).text)) ?? [];
    const best = candidates.filter(({ form, designation }) => matchesAt(words, i, form, designation.caseSensitive));
    const length = Math.max(0, ...best.map(({ form }) => form.length));
    for (const { entry, designation, form } of best) {
      if (form.length !== length) continue;
      found.push({ entry, designation, from: (words[i] as Word).from, to: (words[i + length - 1] as Word).to });
    }
    i += Math.max(1, length);
  }
  return found;
}

/** The words of a text; hyphens and slashes part them as spaces do. */
export function wordsOf(text: string): Word[] {
  return [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+[+\u207A]?/gu)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

interface Indexed {
  readonly entry: Entry;
  readonly designation: Designation;
  readonly form: readonly string[];
}

const indexes = new WeakMap<Terminology, Map<string, Indexed[]>>();

function indexOf(terminology: Terminology): Map<string, Indexed[]> {
  let index = indexes.get(terminology);
  if (index === undefined) {
    index = new Map();
    for (const entry of terminology.entries) {
      for (const designation of entry.concept.designations) {
        for (const form of formsOf(designation)) {
          const key = fold(form[0] as string);
          index.set(key, [...(index.get(key) ?? []), { entry, designation, form }]);
        }
      }
    }
    indexes.set(terminology, index);
  }
  return index;
}

function formsOf(designation: Designation): string[][] {
  const { text, plural } = designation;
  return [text, pluralDesignation(text, plural)]
    .filter((form) => form !== undefined)
    .map((form) => wordsOf(form).map((word) => word.text))
    .filter((form) => form.length > 0);
}

function matchesAt(words: readonly Word[], at: number, form: readonly string[], caseSensitive: boolean): boolean {
  return form.every((part, i) => {
    const word = words[at + i]?.text;
    return word !== undefined && (caseSensitive ? word === part : fold(word) === fold(part));
  });
}

function fold(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
