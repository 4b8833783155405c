/** What a character is to the matcher. */
export const enum CharClass {
  Unknown,
  Other,
  Letter,
  Digit,
  Space,
  Hyphen,
  Apostrophe,
  /** A Greek letter: a token of its own, equal to its name. */
  Greek,
  /** A plus sign, which is part of names such as CD4+. */
  Sign,
  /** Not seen by a reader: soft hyphen, zero-width marks, combining accents. */
  Ignored,
}

const greekNames: Record<string, string> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  ι: "iota",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  ο: "omicron",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  ς: "sigma",
  τ: "tau",
  υ: "upsilon",
  φ: "phi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
};

/** Characters of other scripts that look like Latin ones, and ß, which stands in drafts for β. */
const lookalikes: Record<string, string> = {
  а: "a",
  е: "e",
  о: "o",
  с: "c",
  р: "p",
  х: "x",
  у: "y",
  і: "i",
  ј: "j",
  ѕ: "s",
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
  І: "I",
  Ѕ: "S",
  ß: "β",
  ı: "i",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  đ: "d",
};

const hyphens = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe63, 0xff0d]);
const apostrophes = new Set([0x27, 0x2019, 0x2018, 0x02bc, 0xff07]);
const ignored = /[\u00AD\u200B-\u200D\u2060\uFEFF\p{Mn}]/u;
const superscriptDigit = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/;

const classes = new Uint8Array(0x10000);
const folds = new Map<number, string>();

/** The class of a code unit, or of a code point above U+FFFF. */
export function charClass(code: number): CharClass {
  if (code > 0xffff) return classify(code);
  if (classes[code] === CharClass.Unknown) classes[code] = classify(code);
  return classes[code] as CharClass;
}

/** What a letter, digit or sign reads as once accents, width and look, but not case, are set aside. */
export function foldChar(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  let fold = folds.get(code);
  if (fold === undefined) {
    fold = computeFold(code);
    if (folds.size < 20_000) folds.set(code, fold);
  }
  return fold;
}

function computeFold(code: number): string {
  const char = String.fromCodePoint(code);
  const plain = (lookalikes[char] ?? char)
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  const mapped = [...plain].map((c) => lookalikes[c] ?? c).join("");
  return greekNames[mapped.toLowerCase()] ?? mapped;
}

function classify(code: number): CharClass {
  const char = String.fromCodePoint(code);
  if (hyphens.has(code)) return CharClass.Hyphen;
  if (apostrophes.has(code)) return CharClass.Apostrophe;
  if (/[\s\u00A0\u202F]/u.test(char)) return CharClass.Space;
  if (ignored.test(char)) return CharClass.Ignored;
  // A raised digit is a note number: it ends the word and is no part of it.
  if (superscriptDigit.test(char)) return CharClass.Other;
  const folded = foldChar(code);
  if (folded === "+") return CharClass.Sign;
  if (/^[0-9]+$/.test(folded)) return CharClass.Digit;
  if (greekNames[computeGreek(char)] !== undefined) return CharClass.Greek;
  return /^\p{L}+$/u.test(folded) ? CharClass.Letter : CharClass.Other;
}

function computeGreek(char: string): string {
  return (lookalikes[char] ?? char).normalize("NFKC").toLowerCase();
}
