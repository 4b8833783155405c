import { hlaLoci, isKnownGroup } from "./hla-loci.ts";

/** An allele's name in a text, with its parts as they are written. Offsets are UTF-16 units of the text. */
export interface HlaMention {
  readonly from: number;
  readonly to: number;
  /** The name on its own: without "HLA-" and with the locus where a list left it out. */
  readonly name: string;
  /** Whether "HLA" stands before the locus. */
  readonly prefixed: boolean;
}

/** What may stand before the asterisk, from its end. */
const before = /(?<![\p{L}\p{N}_*\\])(HLA[‐-―− \u00a0\u202f-]?)?([A-Z][A-Za-z]{0,3}\d?)$/u;

/** The longest such name, "HLA-MICA", and the character before it. */
const longestBefore = 11;

/** What stands behind it. */
const behind = /\d[\d:]*[A-Za-z]{0,6}(?![\p{L}\p{N}*]|[.:]\d)/uy;

const asterisks = ["*", "∗", "⁎", "＊"] as const;

/** Texts without these hold no name with an asterisk. */
export const alleleNeeds: readonly string[] = asterisks;

/** The next allele of a list that names its locus once: "/0404", ", *0404", "-0405". */
const next = /(?:(?:\/|, ?(?:and |or )?| (?:and|or) )([*∗⁎＊])|[/‐-―-])(\d{4}(?:\d\d){0,2}[NLSCAQ]?)(?![\p{L}\p{N}*:]|[.:]\d)/uy;

/**
 * Finds names with an asterisk that are meant as alleles of HLA genes, right or wrong. Star names of
 * other genes (CYP2C19*2), of other species (Mamu-A1*001) and products of numbers (B*100) are none.
 */
export function findHlaAlleles(text: string): HlaMention[] {
  const found: HlaMention[] = [];
  for (const asterisk of asterisks) {
    for (let at = text.indexOf(asterisk); at >= 0; at = text.indexOf(asterisk, at + 1)) readAt(text, at, found);
  }
  return found;
}

/** The name around an asterisk. */
function readAt(text: string, at: number, found: HlaMention[]): void {
  const next = text.charCodeAt(at + 1);
  if (next < 48 || next > 57) return;
  const start = Math.max(0, at - longestBefore);
  const [head, prefix, locus] = before.exec(text.slice(start, at)) ?? [];
  if (head === undefined || locus === undefined) return;
  const from = at - head.length;
  behind.lastIndex = at + 1;
  const written = behind.exec(text)?.[0];
  if (written === undefined) return;
  const rest = written.replace(/(?<=\d[A-Z]?)s$/, "").replace(/:+$/, "");
  if (!prefix && !standsAlone(text, from, locus, rest)) return;
  const to = at + 1 + rest.length;
  found.push({ from, to, name: `${locus}*${rest}`, prefixed: prefix !== undefined });
  if (/^\d{4,8}[A-Z]?$/.test(rest)) addFollowing(text, to, locus, found);
}

/** Matches of a sticky pattern at the places where `start` stands, not within a word. */
export function matchesAt(text: string, start: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) found.push(match);
  }
  return found;
}

/** Old names are listed with their locus but once; new names in such lists are no fault of any kind. */
function addFollowing(text: string, from: number, locus: string, found: HlaMention[]): void {
  next.lastIndex = from;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const [whole, star = "", digits] = match as unknown as [string, string | undefined, string];
    const to = match.index + whole.length;
    found.push({ from: to - digits.length - star.length, to, name: `${locus}*${digits}`, prefixed: false });
    next.lastIndex = to;
  }
}

/** Whether a name without "HLA-" is sure to be one. */
function standsAlone(text: string, at: number, locus: string, rest: string): boolean {
  // "Mamu-A1*001" and "DLA-DRB1*01501" are other species'; "DRB1*0301-DQB1*0201" is a haplotype.
  if (/[‐-―−-]/.test(text[at - 1] ?? "") && !/\d/.test(text[at - 2] ?? "")) return false;
  if (locus.length > 1 && locus !== "Cw") return hlaLoci.has(locus) || /^D[RQP][AB]$/.test(locus);
  if (locus !== "Cw" && !hlaLoci.has(locus)) return false;
  const group = rest.slice(0, 2);
  if (/^\d{4,8}[A-Za-z]?$/.test(rest)) return isKnownGroup(locus === "Cw" ? "C" : locus, group);
  return /^[ABC]w?$/.test(locus) ? rest.includes(":") || isKnownGroup(locus, group) : /^\d\d:\d\d/.test(rest);
}
