import type { BlockContext, Line, MarkdownConfig } from "@lezer/markdown";

const ASTERISK = 42;
const BRACKET = 91;
const COLON = 58;
const DOLLAR = 36;

const abbreviationStart = /^\*\[[^\]\n]+\]:[ \t]/;

/** `*[HLA]: human leukocyte antigen`, the abbreviation line of PHP Markdown Extra and its many heirs. */
export const abbreviationLine: MarkdownConfig = {
  defineNodes: [{ name: "AbbreviationLine", block: true }],
  parseBlock: [
    {
      name: "AbbreviationLine",
      before: "LinkReference",
      parse(cx, line) {
        return begins(line, ASTERISK, abbreviationStart) && takeLine(cx, line, "AbbreviationLine");
      },
      endLeaf: (_cx, line) => begins(line, ASTERISK, abbreviationStart),
    },
  ],
};

const footnoteStart = /^\[\^[^\]\s]+\]:[ \t]?/;

/** `[^1]: …` holds blocks of its own, indented like a list item's. */
export const footnotes: MarkdownConfig = {
  defineNodes: [
    { name: "FootnoteDefinition", block: true, composite: continuesIndented },
    { name: "FootnoteMark", block: true },
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      parse: (cx, line) => line.next === BRACKET && startMarked(cx, line, footnoteStart, "FootnoteDefinition", "FootnoteMark"),
      endLeaf: (_cx, line) => begins(line, BRACKET, footnoteStart),
    },
  ],
};

const definitionStart = /^:[ \t]+(?=\S)/;

/** `: …` under a term's line is the details of a definition list (pandoc, PHP Markdown Extra). */
export const definitionList: MarkdownConfig = {
  defineNodes: [
    { name: "DefinitionDetails", block: true, composite: continuesIndented },
    { name: "DefinitionMark", block: true },
  ],
  parseBlock: [
    {
      name: "DefinitionDetails",
      before: "LinkReference",
      parse: (cx, line) => line.next === COLON && startMarked(cx, line, definitionStart, "DefinitionDetails", "DefinitionMark"),
      endLeaf: (_cx, line) => begins(line, COLON, definitionStart),
    },
  ],
};

/** `::: {.abstract}` opens or closes a pandoc div; the line is markup, what stands between is not. */
export const fencedDiv: MarkdownConfig = {
  defineNodes: [{ name: "FencedDiv", block: true }],
  parseBlock: [
    {
      name: "FencedDiv",
      before: "LinkReference",
      parse: (cx, line) => line.next === COLON && /^:{3,}/.test(line.text.slice(line.pos)) && takeLine(cx, line, "FencedDiv"),
      endLeaf: (_cx, line) => line.next === COLON && /^:{3,}/.test(line.text.slice(line.pos)),
    },
  ],
};

/** `$$ … $$` over several lines. A blank line ends it, so that a stray `$$` never swallows a document. */
export const mathBlock: MarkdownConfig = {
  defineNodes: [{ name: "MathBlock", block: true }],
  parseBlock: [
    {
      name: "MathBlock",
      before: "LinkReference",
      parse(cx, line) {
        if (line.next !== DOLLAR || !line.text.startsWith("$$", line.pos)) return false;
        const start = cx.lineStart + line.pos;
        let closed = line.text.indexOf("$$", line.pos + 2) >= 0;
        while (cx.nextLine() && !closed) {
          if (line.next < 0) break;
          closed = line.text.includes("$$");
        }
        cx.addElement(cx.elt("MathBlock", start, cx.prevLineEnd()));
        return true;
      },
      endLeaf: (_cx, line) => line.next === DOLLAR && line.text.startsWith("$$", line.pos),
    },
  ],
};

/** How deep lists and quotations may nest. Nobody writes so deep, and the reader's work grows with the depth. */
const deepest = 60;

/** Beyond the deepest nesting, a line is a paragraph whatever it begins with. */
export const nestingLimit: MarkdownConfig = {
  parseBlock: [
    {
      name: "NestingLimit",
      before: "LinkReference",
      parse: (cx, line) => cx.depth > deepest && line.next >= 0 && takeLine(cx, line, "Paragraph"),
    },
  ],
};

/** Whether the line's own text begins so; the first character spares most lines the question. */
function begins(line: Line, first: number, pattern: RegExp): boolean {
  return line.next === first && pattern.test(line.text.slice(line.pos));
}

function takeLine(cx: BlockContext, line: Line, type: string): true {
  const start = cx.lineStart + line.pos;
  cx.addElement(cx.elt(type, start, cx.lineStart + line.text.length));
  cx.nextLine();
  return true;
}

function startMarked(cx: BlockContext, line: Line, start: RegExp, type: string, mark: string): null | false {
  const found = start.exec(line.text.slice(line.pos));
  if (!found) return false;
  const from = cx.lineStart + line.pos;
  cx.startComposite(type, line.pos, 2);
  cx.addElement(cx.elt(mark, from, from + found[0].trimEnd().length));
  line.moveBase(line.pos + found[0].length);
  return null;
}

function continuesIndented(_cx: BlockContext, line: Line, value: number): boolean {
  if (line.indent < line.baseIndent + value && line.next > -1) return false;
  line.moveBaseColumn(line.baseIndent + value);
  return true;
}
