// What makes a pair of short and long form unlikely, in figures.
//
// One unit is about one good reason to doubt. The figures were set by hand and then moved by coordinate search on
// random parts of the even lines of the two corpora of `bench/abbreviations.ts`, and averaged; no pair decides one.

/** What each step of an alignment costs. */
export const costs = {
  /** The first character of a part of a word: "immuno-deficiency", "X/Y". */
  partStart: 0.11,
  /** The first character of a number or of a capitalised part in a word: "alpha1", "GalNAc". */
  softStart: 0.26,
  /** A character right after the one that was given before it: the "e" of "Dex" by "dexamethasone". A cheaper step stays cheaper. */
  adjacent: 0.43,
  /** A consonant further on in a word whose first character counts already. */
  consonantInside: 0.45,
  /** A vowel there. */
  vowelInside: 0.28,
  /** A capital there, in addition, where the short form has small letters too. */
  capitalInside: 0.11,
  /** A vowel in capitals there, in addition: abbreviations leave vowels out. */
  capitalVowelInside: 0.14,
  /** A character of a word whose first character was passed over, in addition. */
  initialPassed: 0.55,
  /** A digit inside a number. */
  digitInside: 2,

  /** A word that gives no character: a preposition, article or conjunction. */
  stopWord: 0.61,
  /** … a part of a hyphenated word. */
  part: 0.03,
  /** … any other word. */
  word: 1.2,
  /** … a number. */
  number: 0.19,
  /** … a word inside brackets of its own. */
  bracketed: 0.43,
  /** … a noun that closes long forms and says little: "gene", "protein". */
  generic: 0.1,
  /** … a locant: a number, a letter or the name of a Greek letter that a hyphen joins to the next word. */
  locant: 0.05,
  /** … a single letter. */
  letter: 0.32,
  /** … in addition, where no later word gives a character either. */
  tail: 0.22,
  /** A comma in the long form. */
  comma: 0.35,

  /** A Greek letter of the short form that a word gives which is not one. */
  notGreek: 1.1,
  /** A digit of the short form, or a Greek letter, that nothing gives: "MRP1". */
  digitMissing: 1.86,
  /** A letter that nothing gives. */
  letterMissing: 2.31,
  /** A plural "s", or the "p" of a yeast protein, that nothing gives. */
  suffixMissing: 0.65,

  /** Characters in another order than the words. */
  otherOrder: 0.7,

  /** A long form that begins with a stop word. */
  stopWordFirst: 1.4,
  /** … after a word that is no stop word, so that it may well begin earlier. */
  midPhrase: 0.15,
  /** … inside a hyphenated word. */
  partFirst: 0.21,
  /** … in brackets. */
  bracketFirst: 0.6,
  /** … with a single letter. */
  letterFirst: 0.56,
};

/** What a whole alignment may cost, by the number of characters of the short form. */
export const limits = {
  two: 1.6,
  three: 1.93,
  four: 2.02,
  five: 2.36,
  /** For each character above five, up to ten. */
  more: 0.39,
  /** For each character of a short form without capitals and digits that is longer than four: it may be a word. */
  wordLike: 0.35,

  /** Taken off where the place speaks less clearly: a second short form in a bracket, a plain word before one. */
  doubt: 0.73,
  /** Added for "SF (long form)", where the brackets mark both ends of the long form. */
  marked: 0.47,
  /** Added where the text goes on to use the short form. */
  used: 0.3,
  /** … and a noun phrase is likely to begin where the long form does. */
  usedAndOpen: 1.04,
  /** All that is allowed where a value is reported: "odds ratio (OR, 1.5)". */
  reported: 0.3,
  /** For each character, in an apposition: "long form, hereafter SF". */
  cued: 0.35,
  /** … in one that commas alone mark: "long form, SF, …". */
  bare: 0.1,
};
