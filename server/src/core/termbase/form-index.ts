import type { Form } from "./forms.ts";
import { foldedLetters, Gap, type Tokens } from "./tokens.ts";

/** Which designation of which concept a form belongs to, by number. */
export interface FormOwner {
  readonly concept: number;
  readonly designation: number;
}

/** The columns of an index, as they are written to and read from a prebuilt file. */
export interface FormIndexData {
  /** Edges of the trie in an open hash table: [node, word, child] each; child 0 is an empty place. */
  readonly edges: Int32Array;
  /** First form that ends at a node, plus one; 0 where none does. */
  readonly firstForm: Int32Array;
  /** The next form that ends at the same node, plus one. */
  readonly nextForm: Int32Array;
  readonly concept: Int32Array;
  readonly designation: Int32Array;
  /** Bit 0: case counts. Bit 1: plural. */
  readonly flags: Uint8Array;
  readonly letters: readonly string[];
  readonly gaps: readonly string[];
}

/** A form found in a text: which one, and how many tokens it covers. */
export interface FormMatch {
  readonly forms: readonly number[];
  readonly tokens: number;
}

const root = 1;

/**
 * A trie over word hashes in typed arrays. A look-up costs one probe for a word that starts no name,
 * however many names there are; the letters of a candidate are compared, so a hash may collide.
 */
export class FormIndex {
  readonly data: FormIndexData;
  private readonly mask: number;

  constructor(data: FormIndexData) {
    this.data = data;
    this.mask = data.edges.length / 3 - 1;
  }

  get size(): number {
    return this.data.letters.length;
  }

  /** The longest form that starts at a token and stands in the text as it may; undefined where none does. */
  longestAt(text: string, tokens: Tokens, start: number): FormMatch | undefined {
    let node = this.child(root, tokens.word[start] as number);
    if (node === 0) return undefined;
    let best: FormMatch | undefined;
    for (let i = start; ; ) {
      if (this.data.firstForm[node] !== 0) {
        const forms = this.formsHere(node, text, tokens, start, i);
        if (forms) best = { forms, tokens: i - start + 1 };
      }
      i++;
      if (i >= tokens.count) break;
      node = this.child(node, tokens.key[i] as number);
      if (node === 0) break;
    }
    return best;
  }

  /** Forms that consist of just these words, without regard to gaps: for names that lend each other a word. */
  exact(words: readonly number[]): readonly number[] {
    let node = root;
    for (const word of words) {
      node = this.child(node, word);
      if (node === 0) return [];
    }
    const found: number[] = [];
    for (let form = this.data.firstForm[node] as number; form !== 0; form = this.data.nextForm[form - 1] as number) {
      found.push(form - 1);
    }
    return found;
  }

  owner(form: number): FormOwner {
    return { concept: this.data.concept[form] as number, designation: this.data.designation[form] as number };
  }

  isPlural(form: number): boolean {
    return ((this.data.flags[form] as number) & 2) !== 0;
  }

  isCaseSensitive(form: number): boolean {
    return ((this.data.flags[form] as number) & 1) !== 0;
  }

  private child(node: number, word: number): number {
    const { edges } = this.data;
    for (let slot = mix(node, word) & this.mask; ; slot = (slot + 1) & this.mask) {
      const at = slot * 3;
      const child = edges[at + 2] as number;
      if (child === 0 || (edges[at] === node && edges[at + 1] === word)) return child;
    }
  }

  private formsHere(node: number, text: string, tokens: Tokens, start: number, end: number): number[] | undefined {
    let exact = "";
    let lower = "";
    let found: number[] | undefined;
    for (let form = this.data.firstForm[node] as number; form !== 0; form = this.data.nextForm[form - 1] as number) {
      const index = form - 1;
      if (!gapsAllowed(this.data.gaps[index] as string, tokens, start, end)) continue;
      if (exact === "") {
        // The possessive 's between tokens is outside them, so the letters are read token by token.
        for (let i = start; i <= end; i++) exact += foldedLetters(text, tokens.from[i] as number, tokens.to[i] as number);
        lower = exact.toLowerCase();
      }
      if (this.data.letters[index] !== (this.isCaseSensitive(index) ? exact : lower)) continue;
      if (found) found.push(index);
      else found = [index];
    }
    return found;
  }
}

/** Builds an index over forms and their owners. */
export function buildFormIndex(entries: readonly { form: Form; owner: FormOwner }[]): FormIndex {
  const trie = new Map<string, number>();
  const parents: number[] = [];
  const words: number[] = [];
  const ends: number[] = [];
  let nodes = root;
  for (const { form } of entries) {
    let node = root;
    for (const word of form.words) {
      const key = `${node}:${word}`;
      let child = trie.get(key);
      if (child === undefined) {
        child = ++nodes;
        trie.set(key, child);
        parents.push(node);
        words.push(word);
      }
      node = child;
    }
    ends.push(node);
  }
  return new FormIndex({
    ...indexTables(parents, words, ends),
    concept: Int32Array.from(entries, (e) => e.owner.concept),
    designation: Int32Array.from(entries, (e) => e.owner.designation),
    flags: Uint8Array.from(entries, (e) => (e.form.caseSensitive ? 1 : 0) | (e.form.plural ? 2 : 0)),
    letters: entries.map((e) => e.form.letters),
    gaps: entries.map((e) => e.form.gaps.join("")),
  });
}

/** The node that the first edge makes; each further edge makes the next. */
export const firstChild = root + 1;

/** The tables of a trie: from the parent and the word of each edge, and the node where each form ends. */
export function indexTables(
  parents: readonly number[],
  words: readonly number[],
  ends: readonly number[],
): Pick<FormIndexData, "edges" | "firstForm" | "nextForm"> {
  const firstForm = new Int32Array(parents.length + firstChild);
  const nextForm = new Int32Array(ends.length);
  for (let i = ends.length - 1; i >= 0; i--) {
    const node = ends[i] as number;
    nextForm[i] = firstForm[node] as number;
    firstForm[node] = i + 1;
  }
  return { edges: edgeTable(parents, words), firstForm, nextForm };
}

function edgeTable(parents: readonly number[], words: readonly number[]): Int32Array {
  let size = 8;
  while (size < parents.length * 2) size *= 2;
  const table = new Int32Array(size * 3);
  for (let i = 0; i < parents.length; i++) {
    const node = parents[i] as number;
    const word = words[i] as number;
    let slot = mix(node, word) & (size - 1);
    while (table[slot * 3 + 2] !== 0) slot = (slot + 1) & (size - 1);
    table[slot * 3] = node;
    table[slot * 3 + 1] = word;
    table[slot * 3 + 2] = i + firstChild;
  }
  return table;
}

function mix(node: number, word: number): number {
  const hash = Math.imul(word ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function gapsAllowed(gaps: string, tokens: Tokens, start: number, end: number): boolean {
  for (let i = start + 1; i <= end; i++) {
    if (!gapAllowed(gaps.charCodeAt(i - start - 1) - 48, tokens.gap[i] as Gap)) return false;
  }
  return true;
}

/** Whether a name's own joint may look so in a text. */
function gapAllowed(own: Gap, seen: Gap): boolean {
  if (own === Gap.Other || seen === Gap.Other) return own === seen;
  if (own === Gap.None) return seen !== Gap.Space;
  if (own === Gap.Space) return seen !== Gap.None;
  return true;
}
