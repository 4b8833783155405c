import type { InlineContext, MarkdownConfig } from "@lezer/markdown";

const AT = 64;
const BRACE = 123;
const BRACKET = 91;
const DOLLAR = 36;

/** How far an inline construct may reach: enough for any citation, and a bound on the work. */
const reach = 1000;

/** `$x$` as pandoc reads it: no space inside the marks, no digit after the closing one ("$5 and $6" is money). */
export const inlineMath: MarkdownConfig = {
  defineNodes: ["InlineMath"],
  parseInline: [
    {
      name: "InlineMath",
      before: "Emphasis",
      parse: (cx, next, pos) =>
        next === DOLLAR ? take(cx, pos, /^\$\$[^$]+\$\$|^\$(?![\s$])(?:[^$\\\n]|\\.)*?[^\s\\$]?\$(?!\d)/, "InlineMath") : -1,
    },
  ],
};

/** Pandoc citations, `[see @key, p. 3; -@other]` and a bare `@key`. */
export const citation: MarkdownConfig = {
  defineNodes: ["Citation"],
  parseInline: [
    {
      name: "Citation",
      before: "Link",
      parse(cx, next, pos) {
        if (next === BRACKET) return take(cx, pos, /^\[(?:[^[\]@\n]*[\s;([-])?-?@[\w{][^[\]]*\](?![([])/, "Citation");
        if (next !== AT || /[\p{L}\p{N}]/u.test(cx.slice(Math.max(cx.offset, pos - 1), pos))) return -1;
        return take(cx, pos, /^@[A-Za-z0-9_][\w:.#$%&\-+?<>~/]*\w/, "Citation");
      },
    },
  ],
};

/** `[^note]` in running text. */
export const footnoteReference: MarkdownConfig = {
  defineNodes: ["FootnoteReference"],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse: (cx, next, pos) => (next === BRACKET ? take(cx, pos, /^\[\^[^\]\s]+\]/, "FootnoteReference") : -1),
    },
  ],
};

/** Pandoc attributes: `{#sec:intro .unnumbered width=50%}` and raw marks such as `{=html}`. */
export const attributes: MarkdownConfig = {
  defineNodes: ["Attributes"],
  parseInline: [
    {
      name: "Attributes",
      before: "Emphasis",
      parse: (cx, next, pos) => (next === BRACE ? take(cx, pos, /^\{(?:[#.=-][^{}\n]*|[\w-]+=[^{}\n]*)\}/, "Attributes") : -1),
    },
  ],
};

function take(cx: InlineContext, pos: number, pattern: RegExp, type: string): number {
  const found = pattern.exec(cx.slice(pos, Math.min(cx.end, pos + reach)));
  return found ? cx.addElement(cx.elt(type, pos, pos + found[0].length)) : -1;
}
