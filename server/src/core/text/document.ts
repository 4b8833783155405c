import { type Tree, TreeFragment } from "@lezer/common";
import { type Block, type BlockList, collectBlocks } from "./block.ts";
import { type FrontMatter, findFrontMatter } from "./front-matter.ts";
import { type Change, Lines } from "./lines.ts";
import { parserFor, type TextFormat } from "./syntax.ts";

/**
 * A text with its syntax tree. Immutable: `edit` answers a new document that shares every block the
 * change left alone. All offsets are UTF-16 units from the start of the text.
 */
export interface Document {
  readonly text: string;
  readonly format: TextFormat;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | undefined;
  /** Leaf blocks in document order … */
  readonly blocks: readonly Block[];
  /** … and where each begins. */
  readonly starts: readonly number[];
  /** The document after the changes, each in the coordinates the one before it left. */
  edit(changes: readonly Change[]): Document;
}

/** Reads a text. */
export function createDocument(text: string, format: TextFormat = "markdown"): Document {
  return parseDocument(text, format, Lines.of(text), []);
}

function parseDocument(text: string, format: TextFormat, lines: Lines, fragments: readonly TreeFragment[], before?: BlockList): Document {
  const frontMatter = format === "markdown" ? findFrontMatter(text) : undefined;
  const bodyStart = frontMatter?.end ?? (text.startsWith("\uFEFF") ? 1 : 0);
  const { tree, list, reusable } = readBody(text, bodyStart, format, fragments, before);
  const document: Document = {
    text,
    format,
    lines,
    frontMatter,
    blocks: list.blocks,
    starts: list.starts,
    edit: (changes) => applyChanges(document, reusable ? tree : undefined, list, bodyStart, changes),
  };
  return document;
}

/** The body's tree and blocks. Markup nested beyond what the parser's stack holds is read as plain text. */
function readBody(text: string, start: number, format: TextFormat, fragments: readonly TreeFragment[], before?: BlockList) {
  try {
    const tree = parserFor(format).parse(text.slice(start), fragments);
    return { tree, list: collectBlocks(tree, text, start, before), reusable: true };
  } catch (error) {
    if (!(error instanceof RangeError) || format === "plain") throw error;
    const tree = parserFor("plain").parse(text.slice(start));
    // The tree of one parser means nothing to the other.
    return { tree, list: collectBlocks(tree, text, start), reusable: false };
  }
}

function applyChanges(
  document: Document,
  tree: Tree | undefined,
  list: BlockList,
  bodyStart: number,
  changes: readonly Change[],
): Document {
  let { text, lines } = document;
  // The parser knows the body alone; a change before it moves the body and leaves its tree as it is.
  let start = bodyStart;
  let fragments = tree ? TreeFragment.addTree(tree) : [];
  for (const raw of changes) {
    const change = withinText(raw, text.length);
    const before = text;
    text = text.slice(0, change.from) + change.insert + text.slice(change.to);
    lines = lines.edit(change, text);
    const shift = text.length - before.length;
    if (change.to <= start && change.from < start) start += shift;
    else if (change.from < start) fragments = [];
    else {
      const [fromA, toA] = [change.from - start, change.to - start];
      fragments = [...TreeFragment.applyChanges(fragments, [{ fromA, toA, fromB: fromA, toB: toA + shift }])];
    }
  }
  const body = (document.format === "markdown" ? findFrontMatter(text)?.end : undefined) ?? (text.startsWith("\uFEFF") ? 1 : 0);
  return parseDocument(text, document.format, lines, body === start ? fragments : [], tree && list);
}

function withinText(change: Change, length: number): Change {
  const from = Math.max(0, Math.min(change.from, length));
  return { from, to: Math.max(from, Math.min(change.to, length)), insert: change.insert };
}
