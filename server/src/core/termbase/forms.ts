import { type Designation, isShortForm } from "./concept.ts";
import { headIndex, pluralDesignation, pluralOf } from "./inflection.ts";
import type { Spelling } from "./spelling.ts";
import { foldedLetters, Gap, Tokens, tokenise, tokensOf, wordHash } from "./tokens.ts";

/** One way a designation can stand in a text. */
export interface Form {
  readonly words: readonly number[];
  /** The gap before each word but the first. */
  readonly gaps: readonly Gap[];
  /** Letters, digits and signs: with case where the designation has it, else in lower case. */
  readonly letters: string;
  readonly caseSensitive: boolean;
  readonly plural: boolean;
}

interface Word {
  readonly text: string;
  readonly gap: Gap;
  readonly between: string;
  readonly letters: boolean;
}

/** Word beginnings that writers close up, hyphenate or set apart: autoantibody, auto-antibody. */
const prefixes = [
  ...["anti", "auto", "co", "hyper", "hypo", "immuno", "inter", "intra", "micro", "multi", "neo", "non", "poly"],
  ...["post", "pre", "pro", "self", "super", "trans"],
];

/** A bound on the ways one designation is spelled, so that a long name cannot multiply without end. */
const limit = 32;

/** All forms in which a designation is recognised: plural, closed up or open, in either spelling. */
export function formsOf(designation: Designation, spelling: Spelling): Form[] {
  const forms = new Map<string, Form>();
  const add = (text: string, plural: boolean) => {
    for (const words of spellings(tokensOf(text), designation, spelling)) {
      const form = formOf(words, designation.caseSensitive, plural);
      if (!form || forms.size >= limit) continue;
      const key = `${form.words.join(" ")}|${form.gaps.join("")}|${form.letters}`;
      if (!forms.has(key)) forms.set(key, form);
    }
  };
  add(designation.text, false);
  const plural = isShortForm(designation) ? shortPlural(designation) : pluralDesignation(designation.text, designation.plural);
  if (plural) add(plural, true);
  return [...forms.values()];
}

function shortPlural(designation: Designation): string | undefined {
  if (designation.plural !== undefined) return designation.plural === "" ? undefined : designation.plural;
  const { text } = designation;
  if (/\s/.test(text)) {
    const words = text.split(" ");
    const head = headIndex(words);
    words[head] = pluralOf(words[head] as string);
    return words.join(" ");
  }
  return /\p{L}$/u.test(text) && !/s$/.test(text) ? `${text}s` : undefined;
}

function formOf(words: readonly Word[], caseSensitive: boolean, plural: boolean): Form | undefined {
  if (words.length === 0 || words.length > 24) return undefined;
  const letters = words.map((w) => w.text).join("");
  return {
    words: words.map((w, i) => {
      const hash = wordHash(w.text.toLowerCase());
      return i > 0 && w.gap === Gap.Other ? otherGapKey(w, words[i - 1] as Word) : hash;
    }),
    gaps: words.slice(1).map((w) => w.gap),
    letters: caseSensitive ? letters : letters.toLowerCase(),
    caseSensitive,
    plural,
  };
}

/** The key the tokeniser would give to a word behind an unusual gap. */
function otherGapKey(word: Word, before: Word): number {
  const tokens = new Tokens();
  tokenise(`${before.text}${word.between}${word.text}`, tokens);
  return tokens.key[tokens.count - 1] as number;
}

function spellings(words: readonly Word[], designation: Designation, spelling: Spelling): Word[][] {
  let found: Word[][] = [[...words]];
  const alternatives = (make: (words: Word[], i: number) => Word[] | undefined, i: number) => {
    const more: Word[][] = [];
    for (const form of found) {
      const other = make(form, i);
      if (other) more.push(other);
    }
    found = [...found, ...more].slice(0, limit);
  };
  const short = isShortForm(designation);
  // From the right, so that closing up or splitting one joint leaves the indexes before it as they are.
  for (let i = words.length - 1; i >= 0; i--) {
    if (!short && !designation.locale) alternatives((form, at) => respelled(form, at, spelling), i);
    if (!short) alternatives(split, i);
    if (i > 0) alternatives(closedUp, i);
  }
  return found;
}

function respelled(form: Word[], i: number, spelling: Spelling): Word[] | undefined {
  const word = form[i] as Word;
  const other = word.letters ? spelling.read(word.text)?.other : undefined;
  return other ? form.with(i, { ...word, text: other }) : undefined;
}

/** "self-antigen" → "selfantigen". A joint of digits or Greek letters needs no form of its own: tokens break there. */
function closedUp(form: Word[], i: number): Word[] | undefined {
  const [left, right] = [form[i - 1] as Word, form[i] as Word];
  if (right.gap !== Gap.Hyphen || !(left.letters || isName(left)) || !(right.letters || isName(right))) return undefined;
  return [...form.slice(0, i - 1), { ...left, text: left.text + right.text, letters: true }, ...form.slice(i + 1)];
}

/** A Greek letter is carried as its name, which closes up in "TNFalpha" as a word does. */
function isName(word: Word): boolean {
  return /^\p{L}{2,}$/u.test(word.text);
}

/** "autoantibody" → "auto-antibody", which also stands for "auto antibody". */
function split(form: Word[], i: number): Word[] | undefined {
  const word = form[i] as Word;
  if (!word.letters) return undefined;
  const lower = word.text.toLowerCase();
  const prefix = prefixes.find((p) => lower.startsWith(p) && lower.length - p.length >= 4);
  if (!prefix) return undefined;
  const head = { ...word, text: word.text.slice(0, prefix.length) };
  const tail = { text: word.text.slice(prefix.length), gap: Gap.Hyphen, between: "-", letters: true };
  return [...form.slice(0, i), head, tail, ...form.slice(i + 1)];
}

/** The key under which two names count as the same name: letters alone, in lower case. */
export function normalisedName(text: string): string {
  return foldedLetters(text, 0, text.length).toLowerCase();
}
