import { quote } from "../l10n/phrases.ts";
import type { Block } from "../text/block.ts";
import type { Scope } from "../text/sections.ts";
import type { Entry, Place } from "./mentions.ts";

/** Parts of a manuscript whose wording is not the writer's to mend, or is no prose. */
const foreign: ReadonlySet<Scope> = new Set(["quote", "references", "aside", "keywords"]);

/** Whether a writer's own sentences stand here. */
export function isOwnText(scope: Scope): boolean {
  return !foreign.has(scope) && scope !== "abbreviations" && scope !== "glossary";
}

/** Running text, where wording is expected to be even; titles, headings and lists are worded otherwise. */
export function isRunningText(scope: Scope): boolean {
  return isOwnText(scope) && scope !== "title" && scope !== "heading";
}

/**
 * The part of the manuscript that a reader takes in as one, so that an abbreviation holds throughout it.
 * Captions, tables and footnotes lean on the text.
 */
export function readingUnit(scope: Scope): "abstract" | "text" | undefined {
  if (scope === "abstract") return "abstract";
  return scope === "body" || scope === "caption" || scope === "table" || scope === "footnote" ? "text" : undefined;
}

/** The source text of a place. */
export function textAt(place: Place): string {
  return place.entry.block.source.slice(place.from, place.to);
}

/** Source text before a place, at most `length` UTF-16 units of its block. */
export function textBefore(place: Place, length: number): string {
  return place.entry.block.source.slice(Math.max(0, place.from - length), place.from);
}

/** Source text behind a place, at most `length` UTF-16 units of its block. */
export function textAfter(place: Place, length: number): string {
  return place.entry.block.source.slice(place.to, place.to + length);
}

/** Whether a sentence, a list item or a cell begins here. */
export function startsSentence({ entry, from }: Place): boolean {
  const { source } = entry.block;
  let at = from;
  for (let brackets = 0; brackets < mostBrackets; brackets++) {
    const before = source.slice(Math.max(0, at - 60), at).replace(/[*_"“‘'([#>\s-]+$/, "");
    const sentence = before.replace(citation, "");
    if (abbreviated.test(sentence)) return false;
    // A quotation may close behind the end of the sentence: “It passes.” Then …
    if (sentence === "" || /[.!?:|][”’"'*_]*$/.test(sentence)) return true;
    // A bracket ends a sentence only where it began as one: "(It passes.) Then …", not "(Smith et al.) then …".
    if (!/[.!?][”’"'*_]*[)\]][”’"'*_]*$/.test(before)) return false;
    const close = Math.max(source.lastIndexOf(")", at - 1), source.lastIndexOf("]", at - 1));
    const open = openingOf(source, close);
    if (open === undefined) return false;
    at = open;
  }
  return false;
}

/** A reference right behind a full stop: "passes.[12]", "passes.^3^", "passes.<sup>3</sup>", "passes.²". */
const citation = /(?<=[.!?][”’"'*_]*)(?:\[[^[\]]{1,40}\]|\^[\d,–-]{1,20}\^|<sup>[\d,–-]{1,20}<\/sup>?|[¹²³⁰⁴-⁹]{1,6})$/;

/** Words that are shortened by a full stop and go on; "et al." and "no." may also end a sentence. */
export const shortenedWords = "viz|vs|e\\.g|i\\.e|cf|Dr|Figs?";
const abbreviated = new RegExp(`(?<![\\p{L}\\p{N}])(?:${shortenedWords})\\.[*_]*$`, "u");

/** Sentences in brackets, one behind the other, that are looked back over. */
const mostBrackets = 8;

/** In UTF-16 units: how far back a bracket's beginning is looked for. */
const longestBracket = 1000;

/** Where the bracket opens that closes at an offset; undefined where it does not, or far away. */
function openingOf(source: string, close: number): number | undefined {
  const shut = source[close];
  const opening = shut === ")" ? "(" : "[";
  let depth = 0;
  for (let at = close; at >= 0 && close - at < longestBracket; at--) {
    if (source[at] === shut) depth++;
    else if (source[at] === opening && --depth === 0) return at;
  }
  return undefined;
}

/** Whether markup stands inside a place, so that replacing it would lose that markup. */
export function holdsMarkup(place: Place): boolean {
  return /[*_~^<>`[\]()]|&\w+;/.test(textAt(place));
}

/** Words without which no name in a text is a gloss; asked once for a block, they spare a question for each name. */
const glossWords =
  /former|previous|also|known as|historically|once|old|so-called|term|named|renamed|replace|instead|rather|\(or|i\.e|aka|a\.k\.a|now /i;

/** Whether a block may hold a gloss at all. */
export function mayGloss(source: string): boolean {
  return glossWords.test(source);
}

/** Whether the words before a place say that a name is mentioned rather than used: "formerly X", "also called X". */
export function isGloss(place: Place): boolean {
  const before = textBefore(place, 40).toLowerCase();
  if (
    /\b(?:former(?:ly)?|previous(?:ly)?|also (?:called|known as|termed|named)|known as|historically|once called|old (?:name|term)|so-called|the term|renamed|replaces?d?|instead of|rather than|or rather)\b[^.;]*$/.test(
      before,
    )
  )
    return true;
  return (
    /\((?:or|also|i\.e\.,?|aka|a\.k\.a\.)\s+["“‘*_]*$/.test(before) ||
    /^["”’*_]*,? (?:\()?(?:now (?:called|known as|termed)|was renamed|has been renamed)/.test(textAfter(place, 40).toLowerCase())
  );
}

/** Whether a text is set in capitals throughout, as a heading may be. */
export function isAllCapitals({ block }: Entry): boolean {
  let known = capitals.get(block);
  if (known === undefined) {
    const letters = block.source.replace(/[^\p{L}]/gu, "");
    known = letters.length > 12 && letters.replace(/[^\p{Lu}]/gu, "").length > 0.7 * letters.length;
    capitals.set(block, known);
  }
  return known;
}

const capitals = new WeakMap<Block, boolean>();

/** A name in quotation marks of the message, as the writer wrote it but on one line. */
export function quoted(text: string): string {
  return quote(text.replace(/\s+/g, " "));
}
