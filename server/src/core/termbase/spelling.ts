import type { Locale } from "./concept.ts";

/** A pair of word parts that differ between American and British English. */
export interface SpellingPair {
  readonly us: string;
  readonly uk: string;
  /** Where in a word the part stands: at its start, its end, both (the whole word), or anywhere. */
  readonly at: "start" | "end" | "word" | "any";
}

/** What the spelling pairs say of one word. */
export interface SpellingReading {
  readonly locale: Locale;
  /** The same word in the other locale's spelling, in lower case. */
  readonly other: string;
}

/** The spelling pairs of a language, asked word by word. Answers are kept, so a repeated word costs one look-up. */
export class Spelling {
  private readonly pairs: readonly SpellingPair[];
  /** Any part of any pair: few words hold one, and one question tells. */
  private readonly anyPart: RegExp;
  private readonly neutral = new Set<number>();
  private readonly answers = new Map<string, SpellingReading | null>();

  constructor(pairs: readonly SpellingPair[]) {
    this.pairs = pairs;
    const parts = pairs.flatMap(({ us, uk }) => [us, uk]);
    this.anyPart = parts.length > 0 ? new RegExp(parts.join("|")) : /(?!)/;
  }

  /** Whether the word of a hash is known to be spelled alike everywhere. A hash shared by chance hides a word, once in a billion. */
  isNeutral(hash: number): boolean {
    return this.neutral.has(hash);
  }

  /** Which locale a word's spelling belongs to, if to one. A hash given along is remembered for `isNeutral`. */
  read(word: string, hash?: number): SpellingReading | undefined {
    const lower = word.toLowerCase();
    let answer = this.answers.get(lower);
    if (answer === undefined) {
      answer = this.compute(lower);
      // Bounded, since a draft can hold any number of words that are no words.
      if (this.answers.size > 50_000) {
        this.answers.clear();
        this.neutral.clear();
      }
      this.answers.set(lower, answer);
    }
    if (answer === null && hash !== undefined) this.neutral.add(hash);
    return answer ?? undefined;
  }

  private compute(word: string): SpellingReading | null {
    if (!this.anyPart.test(word)) return null;
    for (const pair of this.pairs) {
      const british = respell(word, pair.us, pair.uk, pair.at);
      if (british) return { locale: "en-US", other: british };
      const american = respell(word, pair.uk, pair.us, pair.at);
      if (american) return { locale: "en-GB", other: american };
    }
    return null;
  }
}

function respell(word: string, from: string, to: string, at: SpellingPair["at"]): string | undefined {
  // Where one part holds the other ("edema" in "oedema"), the longer one is what the word has.
  const index = at === "end" ? word.length - from.length : word.indexOf(from);
  if (index < 0 || !word.startsWith(from, index)) return undefined;
  if ((at === "start" || at === "word") && index !== 0) return undefined;
  if ((at === "end" || at === "word") && index + from.length !== word.length) return undefined;
  const inner = to.indexOf(from);
  if (inner >= 0 && word.startsWith(to, index - inner)) return undefined;
  return word.slice(0, index) + to + word.slice(index + from.length);
}
