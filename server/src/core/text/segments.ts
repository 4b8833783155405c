import type { SyntaxNode, Tree } from "@lezer/common";
import { decodeHTML } from "entities";
import type { BlockKind } from "./block.ts";

/** Stands in a segment's text for what is no prose (code, math, an image), so that no term spans it. */
export const objectMark = "\uFFFC";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * A stretch of readable text with the way back to the source. Offsets are UTF-16 units: in the
 * segment's text, and in the block's source.
 */
export interface Segment {
  readonly text: string;
  /** Whether this is an image's description, which a reader meets as a caption. */
  readonly caption: boolean;
  /** Which cell of its table this is, counted from 0 with the heading row as row 0. */
  readonly cell?: Cell;
  /** Source range of text[from, to). */
  range(from: number, to: number): { from: number; to: number };
  /** The offset in the text for a place in the source; undefined where the place is not in the segment. */
  textOffset(source: number): number | undefined;
}

/** Cuts a block into its readable text. */
export function blockSegments(tree: Tree, kind: BlockKind, source: string): readonly Segment[] {
  if (kind === "comment" || kind === "break") return [];
  if (kind === "abbreviation") return [wholeSegment(source, false)];
  const found: Segment[] = [];
  if (kind === "table") {
    for (const cell of cells(tree)) readInto(found, cell.node, cell.node.from, cell.node.to, source, cell.place);
  } else if (tree.children.length === 0) found.push(wholeSegment(source, false));
  else readInto(found, tree.topNode, 0, tree.length, source);
  return found;
}

function cells(tree: Tree): { node: SyntaxNode; place: Cell }[] {
  const found: { node: SyntaxNode; place: Cell }[] = [];
  let row = -1;
  let column = 0;
  tree.iterate({
    enter(node) {
      if (node.name === "TableHeader" || node.name === "TableRow") {
        row++;
        column = -1;
      } else if (node.name === "TableDelimiter") column++;
      if (node.name !== "TableCell") return true;
      found.push({ node: node.node, place: { row, column } });
      return false;
    },
  });
  return found;
}

/** Runs of text in order: [start in the text, start in the source, length in the source], linear where lengths agree. */
class SegmentBuilder {
  private text = "";
  private readonly texts: number[] = [];
  private readonly sources: number[] = [];
  private readonly lengths: number[] = [];

  add(text: string, from: number, length: number): void {
    if (text === "") return;
    const last = this.texts.length - 1;
    const follows =
      last >= 0 &&
      text.length === length &&
      (this.sources[last] as number) + (this.lengths[last] as number) === from &&
      this.text.length - (this.texts[last] as number) === this.lengths[last];
    if (follows) this.lengths[last] = (this.lengths[last] as number) + length;
    else {
      this.texts.push(this.text.length);
      this.sources.push(from);
      this.lengths.push(length);
    }
    this.text += text;
  }

  /** The kind of character the text ends with, for joining what markup separates. */
  get last(): string {
    return this.text.slice(-1);
  }

  finish(caption: boolean, cell?: Cell): Segment | undefined {
    if (this.text.trim() === "") return undefined;
    const segment = mappedSegment(this.text, this.texts, this.sources, this.lengths, caption);
    return cell ? { ...segment, cell } : segment;
  }
}

function wholeSegment(text: string, caption: boolean): Segment {
  return {
    text,
    caption,
    range: (from, to) => ({ from, to }),
    textOffset: (source) => (source >= 0 && source <= text.length ? source : undefined),
  };
}

function mappedSegment(text: string, texts: number[], sources: number[], lengths: number[], caption: boolean): Segment {
  const runAt = (offset: number): number => {
    let low = 0;
    let high = texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((texts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const textLength = (run: number) => (texts[run + 1] ?? text.length) - (texts[run] as number);
  const linear = (run: number) => textLength(run) === lengths[run];
  const startOf = (offset: number): number => {
    const run = runAt(offset);
    return (sources[run] as number) + (linear(run) ? offset - (texts[run] as number) : 0);
  };
  const endOf = (offset: number): number => {
    const run = runAt(offset - 1);
    return (sources[run] as number) + (linear(run) ? offset - (texts[run] as number) : (lengths[run] as number));
  };
  return {
    text,
    caption,
    range: (from, to) => ({ from: startOf(from), to: to > from ? endOf(to) : startOf(from) }),
    textOffset(source) {
      for (let run = 0; run < texts.length; run++) {
        const into = source - (sources[run] as number);
        if (into < 0) return undefined;
        if (into <= (lengths[run] as number)) return (texts[run] as number) + Math.min(into, textLength(run));
      }
      return undefined;
    },
  };
}

/** Markup that leaves no trace: what it surrounds joins with what stands beside it. */
const dropped = new Set([
  ...["HeaderMark", "EmphasisMark", "StrikethroughMark", "SubscriptMark", "SuperscriptMark", "QuoteMark", "TaskMarker"],
  ...["Comment", "ProcessingInstruction", "FootnoteReference", "Attributes", "LinkTitle", "LinkLabel", "TableDelimiter"],
]);

/** What a reader sees but does not read as prose. */
const opaque = new Set(["InlineCode", "InlineMath", "Citation", "URL", "Autolink", "BareAddress"]);

function readInto(found: Segment[], node: SyntaxNode, from: number, to: number, source: string, cell?: Cell): void {
  const reader = new Reader(source, found);
  reader.read(node, from, to);
  const segment = reader.builder.finish(false, cell);
  if (segment) found.push(segment);
}

class Reader {
  readonly builder = new SegmentBuilder();
  private readonly source: string;
  private readonly found: Segment[];
  /** Where `<sup>` opened, to tell a citation number from `CD4<sup>+</sup>`. */
  private skipTo = -1;

  constructor(source: string, found: Segment[]) {
    this.source = source;
    this.found = found;
  }

  /** Reads source[from, to) of a node: what its children do not cover is text. */
  read(node: SyntaxNode, from: number, to: number): void {
    let at = from;
    for (let child = node.firstChild; child && child.from < to; child = child.nextSibling) {
      if (child.to <= from) continue;
      this.prose(at, child.from);
      this.enter(child);
      at = child.to;
    }
    this.prose(at, to);
  }

  private enter(node: SyntaxNode): void {
    const name = node.name;
    if (dropped.has(name)) return;
    if (opaque.has(name)) this.builder.add(objectMark, node.from, node.to - node.from);
    else if (name === "Escape") this.prose(node.from + 1, node.to);
    else if (name === "Entity") this.entity(node);
    else if (name === "HardBreak") this.builder.add(" ", node.from, node.to - node.from);
    else if (name === "HTMLTag") this.tag(node);
    else if (name === "Superscript") this.superscript(node);
    else if (name === "Link") this.link(node);
    else if (name === "Image") this.image(node);
    else if (name !== "LinkMark" && name !== "CodeMark") this.read(node, node.from, node.to);
  }

  /** Text between markup. Indentation behind a line break is layout; it counts as part of the break. */
  private prose(from: number, to: number): void {
    const start = Math.max(from, this.skipTo);
    if (start >= to) return;
    let at = start;
    // Behind a dropped quote mark the break has already been read, so its space would stand there twice.
    if (this.builder.last === "\n") while (at < to && isBlank(this.source.charCodeAt(at))) at++;
    if (at < to) this.builder.add(this.source.slice(at, to), at, to - at);
  }

  private entity(node: SyntaxNode): void {
    if (node.from < this.skipTo) return;
    this.builder.add(decodeHTML(this.source.slice(node.from, node.to)), node.from, node.to - node.from);
  }

  private tag(node: SyntaxNode): void {
    const tag = this.source.slice(node.from, node.to);
    if (/^<(?:br|p|\/p|div|\/div|li|\/li)\b/i.test(tag)) this.builder.add(" ", node.from, node.to - node.from);
    if (!/^<sup\b/i.test(tag)) return;
    const inside = /^([^<]*)<\/sup>/i.exec(this.source.slice(node.to));
    if (inside && isNoteNumber(inside[1] as string)) this.skipTo = node.to + (inside[1] as string).length;
  }

  private superscript(node: SyntaxNode): void {
    if (!isNoteNumber(this.source.slice(node.from + 1, node.to - 1))) this.read(node, node.from, node.to);
  }

  /** `[text](url)` reads as its text; brackets that link nowhere, as in "factor [TNF]", are the writer's own. */
  private link(node: SyntaxNode): void {
    const leads = node.getChild("URL") ?? node.getChild("LinkLabel");
    if (leads) this.read(node, node.from + 1, node.getChildren("LinkMark")[1]?.from ?? node.to);
    else this.prose(node.from, node.to);
  }

  /** An image's description is a caption of its own; in the sentence the image is one opaque object. */
  private image(node: SyntaxNode): void {
    const marks = node.getChildren("LinkMark");
    const [open, close] = marks;
    if (open && close && close.from > open.to) {
      const reader = new Reader(this.source, this.found);
      reader.read(node, open.to, close.from);
      const caption = reader.builder.finish(true);
      if (caption) this.found.push(caption);
    }
    this.builder.add(objectMark, node.from, node.to - node.from);
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Digits and their punctuation in a superscript are a citation or a power, not a part of the word. */
function isNoteNumber(text: string): boolean {
  return /^[\s\d,;.*†‡§–-]*\d[\s\d,;.*†‡§–-]*$/.test(text);
}
