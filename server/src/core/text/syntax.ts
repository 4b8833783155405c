import { type MarkdownConfig, parser, Strikethrough, Subscript, Superscript, Table, TaskList } from "@lezer/markdown";
import { abbreviationLine, definitionList, fencedDiv, footnotes, mathBlock, nestingLimit } from "./syntax-blocks.ts";
import { scholarlyInlines } from "./syntax-inlines.ts";

/** How a text is read: Markdown with the scholarly extensions, or paragraphs between blank lines. */
export type TextFormat = "markdown" | "plain";

const scholarly: MarkdownConfig[] = [nestingLimit, abbreviationLine, footnotes, definitionList, fencedDiv, mathBlock, scholarlyInlines];

/** GitHub's Markdown but for its links without marks, which ours find at a fraction of the cost. */
const github: MarkdownConfig[] = [Table, TaskList, Strikethrough];

const markdown = parser.configure([...github, Subscript, Superscript, ...scholarly]);

/** Plain text is Markdown with all its constructs taken out: paragraphs remain, and all else is shared. */
const plain = parser.configure({
  remove: [
    ...["LinkReference", "IndentedCode", "FencedCode", "Blockquote", "HorizontalRule", "BulletList"],
    ...["OrderedList", "ATXHeading", "HTMLBlock", "SetextHeading"],
    ...["Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image", "LinkEnd"],
  ],
});

/** The parser for a format. */
export function parserFor(format: TextFormat): typeof markdown {
  return format === "markdown" ? markdown : plain;
}
