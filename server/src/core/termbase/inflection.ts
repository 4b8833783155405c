/** Words behind which a noun phrase has already named its head: "loss of tolerance" takes its plural at "loss". */
const prepositions = new Set(["of", "to", "in", "with", "for", "against", "by", "from", "at", "on", "without", "after"]);

/** Index of the head noun among the words of a noun phrase. */
export function headIndex(words: readonly string[]): number {
  const preposition = words.findIndex((word, i) => i > 0 && prepositions.has(word.toLowerCase()));
  return preposition > 0 ? preposition - 1 : words.length - 1;
}

/** The regular English plural of a word. */
export function pluralOf(word: string): string {
  const lower = word.toLowerCase();
  if (/(?:s|x|z|ch|sh)$/.test(lower)) {
    if (/[^aeiou]sis$|[aeiouy]sis$/.test(lower)) return `${word.slice(0, -2)}es`;
    return `${word}es`;
  }
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Replaces the head noun of a designation by its plural, keeping all else. */
export function pluralDesignation(text: string, irregular?: string): string | undefined {
  if (irregular !== undefined) return irregular === "" ? undefined : irregular;
  const words = text.split(/(\s+)/);
  const nouns = words.filter((_, i) => i % 2 === 0);
  const head = headIndex(nouns) * 2;
  const word = words[head];
  // A name that ends in a number or a sign ("type 1", "CD4+") has no plural to derive.
  if (!word || !/\p{L}$/u.test(word)) return undefined;
  words[head] = pluralOf(word);
  return words.join("");
}
