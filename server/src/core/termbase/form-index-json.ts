// An index as JSON: lists of small numbers, of which a packed file is a third the size of the tables themselves.
// The tables are filled again when it is read, which takes a few milliseconds.
import { FormIndex, type FormIndexData, firstChild, indexTables } from "./form-index.ts";

export interface FormIndexJson {
  /** Hashes of the words, each once. */
  readonly words: readonly number[];
  /** For each edge, in the order in which its child was made: how far back its parent was made, and its word's number. */
  readonly parents: readonly number[];
  readonly edgeWords: readonly number[];
  /** For each form, the node where it ends, counted from the node of the form before. */
  readonly ends: readonly number[];
  /** For each form, its concept, counted from that of the form before. */
  readonly concepts: readonly number[];
  readonly designations: readonly number[];
  readonly flags: readonly number[];
  /** The letters of each form, between line breaks. */
  readonly letters: string;
  readonly gaps: string;
}

export function indexToJson({ data }: FormIndex): FormIndexJson {
  const edges: (readonly [node: number, word: number, child: number])[] = [];
  for (let at = 0; at < data.edges.length; at += 3) {
    const [node, word, child] = data.edges.subarray(at, at + 3) as unknown as [number, number, number];
    if (child !== 0) edges.push([node, word, child]);
  }
  edges.sort((a, b) => a[2] - b[2]);
  const words = new Map<number, number>();
  for (const [, word] of edges) if (!words.has(word)) words.set(word, words.size);
  return {
    words: [...words.keys()],
    parents: edges.map(([node, , child]) => child - node),
    edgeWords: edges.map(([, word]) => words.get(word) as number),
    ends: differences(endsOf(data)),
    concepts: differences([...data.concept]),
    designations: [...data.designation],
    flags: [...data.flags],
    letters: data.letters.join("\n"),
    gaps: data.gaps.join("\n"),
  };
}

export function indexFromJson(json: FormIndexJson): FormIndex {
  const parents = json.parents.map((back, i) => i + firstChild - back);
  const words = json.edgeWords.map((word) => json.words[word] as number);
  return new FormIndex({
    ...indexTables(parents, words, sums(json.ends)),
    concept: Int32Array.from(sums(json.concepts)),
    designation: Int32Array.from(json.designations),
    flags: Uint8Array.from(json.flags),
    letters: json.letters.split("\n"),
    gaps: json.gaps.split("\n"),
  });
}

/** The node at which each form ends. */
function endsOf({ firstForm, nextForm }: FormIndexData): number[] {
  const ends: number[] = [];
  firstForm.forEach((first, node) => {
    for (let form = first; form !== 0; form = nextForm[form - 1] as number) ends[form - 1] = node;
  });
  return ends;
}

function differences(numbers: readonly number[]): number[] {
  return numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
}

function sums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}
