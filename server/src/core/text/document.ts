import { Text } from "@codemirror/state";
import { type Tree, TreeFragment } from "@lezer/common";
import { type Block, type BlockList, collectBlocks } from "./block.ts";
import { BodyInput, forParser } from "./body-input.ts";
import { type FrontMatter, findFrontMatter, frontMatterLimit } from "./front-matter.ts";
import { type Change, Lines } from "./lines.ts";
import { parserFor, type TextFormat } from "./syntax.ts";

/**
 * A text with its syntax tree. Immutable: `edit` answers a new document that shares every block the
 * change left alone. All offsets are UTF-16 units from the start of the text.
 */
export interface Document {
  /** The whole text. Joined when first asked for, which no edit does. */
  readonly text: string;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  /** A part of the text. */
  slice(from: number, to: number): string;
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
  return parseDocument(Text.of(text.split("\n")), format, Lines.of(text), []);
}

function parseDocument(text: Text, format: TextFormat, lines: Lines, fragments: readonly TreeFragment[], before?: BlockList): Document {
  const frontMatter = frontMatterOf(text, format);
  const bodyStart = frontMatter?.end ?? byteOrderMark(text);
  const { tree, list, reusable } = readBody(text, bodyStart, format, fragments, before);
  let joined: string | undefined;
  const document: Document = {
    get text() {
      joined ??= text.toString();
      return joined;
    },
    length: text.length,
    slice: (from, to) => text.sliceString(from, to),
    format,
    lines,
    frontMatter,
    blocks: list.blocks,
    starts: list.starts,
    edit: (changes) => applyChanges(document, text, reusable ? tree : undefined, list, bodyStart, changes),
  };
  return document;
}

/** The body's tree and blocks. Markup nested beyond what the parser's stack holds is read as plain text. */
function readBody(text: Text, start: number, format: TextFormat, fragments: readonly TreeFragment[], before?: BlockList) {
  try {
    // A first reading goes through the whole text, which is faster in one piece; later ones touch a few lines.
    const input = fragments.length > 0 ? new BodyInput(text, start) : forParser(text.sliceString(start));
    const tree = parserFor(format).parse(input, fragments);
    return { tree, list: collectBlocks(tree, text, start, before), reusable: true };
  } catch (error) {
    if (!(error instanceof RangeError) || format === "plain") throw error;
    const tree = parserFor("plain").parse(new BodyInput(text, start));
    // The tree of one parser means nothing to the other.
    return { tree, list: collectBlocks(tree, text, start), reusable: false };
  }
}

function applyChanges(
  document: Document,
  before: Text,
  tree: Tree | undefined,
  list: BlockList,
  bodyStart: number,
  changes: readonly Change[],
): Document {
  let text = before;
  let { lines } = document;
  // The parser knows the body alone; a change before it moves the body and leaves its tree as it is.
  let start = bodyStart;
  let fragments = tree ? TreeFragment.addTree(tree) : [];
  for (const raw of changes) {
    const change = withinText(raw, text.length);
    const shift = change.insert.length - (change.to - change.from);
    text = text.replace(change.from, change.to, Text.of(change.insert.split("\n")));
    const edited = text;
    lines = lines.edit(change, (from, to) => edited.sliceString(from, to));
    if (change.to <= start && change.from < start) start += shift;
    else if (change.from < start) fragments = [];
    else {
      const [fromA, toA] = [change.from - start, change.to - start];
      fragments = [...TreeFragment.applyChanges(fragments, [{ fromA, toA, fromB: fromA, toB: toA + shift }])];
    }
  }
  const body = frontMatterOf(text, document.format)?.end ?? byteOrderMark(text);
  return parseDocument(text, document.format, lines, body === start ? fragments : [], tree && list);
}

/** Only a text that opens with a fence is asked for more of itself. */
function frontMatterOf(text: Text, format: TextFormat): FrontMatter | undefined {
  if (format !== "markdown" || !/^\uFEFF?---/.test(text.line(1).text)) return undefined;
  return findFrontMatter(text.sliceString(0, frontMatterLimit));
}

function byteOrderMark(text: Text): number {
  return text.line(1).text.startsWith("\uFEFF") ? 1 : 0;
}

function withinText(change: Change, length: number): Change {
  const from = Math.max(0, Math.min(change.from, length));
  return { from, to: Math.max(from, Math.min(change.to, length)), insert: change.insert };
}
