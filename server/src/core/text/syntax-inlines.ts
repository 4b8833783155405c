import type { InlineContext, MarkdownConfig } from "@lezer/markdown";

/** How far an inline construct may reach: enough for any citation, and a bound on the work. */
const reach = 1000;

/** `$x$` as pandoc reads it: no space inside the marks, no digit after the closing one ("$5 and $6" is money). */
const inlineMath = /^\$\$[^$]+\$\$|^\$(?![\s$])(?:[^$\\\n]|\\.)*?[^\s\\$]?\$(?!\d)/;

/** `[^note]` in running text. */
const footnoteReference = /^\[\^[^\]\s]+\]/;

/** Pandoc citations: `[see @key, p. 3; -@other]` … */
const bracketedCitation = /^\[(?:[^[\]@\n]*[\s;([-])?-?@[\w{][^[\]]*\](?![([])/;

/** … and a bare `@key`. */
const bareCitation = /^@[A-Za-z0-9_][\w:.#$%&\-+?<>~/]*\w/;

/** Pandoc attributes: `{#sec:intro .unnumbered width=50%}` and raw marks such as `{=html}`. */
const attributes = /^\{(?:[#.=-][^{}\n]*|[\w-]+=[^{}\n]*)\}/;

/** An address that stands bare in the text, up to the punctuation that ends the sentence. */
const address = /^(?:https?:\/\/|www\.)[^\s<>[\]{}"|]*[^\s<>[\]{}"|.,;:!?)*_'’]/;

/**
 * Inline constructs of scholarly Markdown. One parser for all, since the reader asks each parser at
 * every character.
 */
export const scholarlyInlines: MarkdownConfig = {
  defineNodes: ["InlineMath", "Citation", "FootnoteReference", "Attributes", "BareAddress"],
  parseInline: [{ name: "Scholarly", before: "Emphasis", parse: parseInline }],
};

function parseInline(cx: InlineContext, next: number, pos: number): number {
  switch (next) {
    case 36: // $
      return take(cx, pos, inlineMath, "InlineMath");
    case 64: // @
      return isAfterWord(cx, pos) ? -1 : take(cx, pos, bareCitation, "Citation");
    case 91: // [
      return take(cx, pos, footnoteReference, "FootnoteReference", () => take(cx, pos, bracketedCitation, "Citation"));
    case 123: // {
      return take(cx, pos, attributes, "Attributes");
    case 104: // h
    case 119: // w
      return beginsAddress(cx, pos) && !isAfterWord(cx, pos) ? take(cx, pos, address, "BareAddress") : -1;
    default:
      return -1;
  }
}

function take(cx: InlineContext, pos: number, pattern: RegExp, type: string, otherwise: () => number = () => -1): number {
  const found = pattern.exec(cx.slice(pos, Math.min(cx.end, pos + reach)));
  return found ? cx.addElement(cx.elt(type, pos, pos + found[0].length)) : otherwise();
}

/** `http` and `www.` need not be cut out of the text to be seen. */
function beginsAddress(cx: InlineContext, pos: number): boolean {
  const second = cx.char(pos + 1);
  return second === 116 ? cx.char(pos + 2) === 116 && cx.char(pos + 3) === 112 : second === 119 && cx.char(pos + 2) === 119;
}

function isAfterWord(cx: InlineContext, pos: number): boolean {
  return pos > cx.offset && /[\p{L}\p{N}]/u.test(cx.slice(pos - 1, pos));
}
