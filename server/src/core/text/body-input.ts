import type { Text } from "@codemirror/state";
import type { Input } from "@lezer/common";

/**
 * A text as the parser is to see it, each character in its place. To it, a carriage return is a character like any
 * other, and a table's line ends with its last bar: behind that, it wants no blank.
 */
export function forParser(text: string): string {
  const tidy = text.includes("\r") ? text.replaceAll("\r\n", " \n") : text;
  return tidy.includes("|") ? tidy.replace(/\|([ \t]+)(?=\n)/g, "$1|") : tidy;
}

/** The part of a text from an offset on, read line by line, so that no edit joins the whole text. */
export class BodyInput implements Input {
  readonly lineChunks = true;
  readonly length: number;
  private readonly text: Text;
  private readonly start: number;
  private line: { readonly from: number; readonly to: number; readonly text: string };
  /** The line at hand as the parser sees it. */
  private seen: string;

  constructor(text: Text, start: number) {
    this.text = text;
    this.start = start;
    this.length = text.length - start;
    this.line = text.lineAt(start);
    this.seen = this.lineForParser();
  }

  /** The rest of the line at an offset; "\n" at its end, "" at the text's. */
  chunk(from: number): string {
    const at = from + this.start;
    if (at >= this.text.length) return "";
    this.moveTo(at);
    return at === this.line.to ? "\n" : this.seen.slice(at - this.line.from);
  }

  read(from: number, to: number): string {
    const [first, last] = [from + this.start, to + this.start];
    this.moveTo(first);
    if (last <= this.line.to) return this.seen.slice(first - this.line.from, last - this.line.from);
    // Whole lines, as what ends a line decides how it reads.
    const end = this.text.lineAt(last).to;
    const lines = forParser(this.text.sliceString(this.line.from, end + 1));
    return lines.slice(first - this.line.from, last - this.line.from);
  }

  /** Lines are long where a paragraph is one, and are read in many small pieces, so the one at hand is kept. */
  private moveTo(at: number): void {
    if (at >= this.line.from && at <= this.line.to) return;
    this.line = this.text.lineAt(at);
    this.seen = this.lineForParser();
  }

  private lineForParser(): string {
    const { to, text } = this.line;
    return to < this.text.length ? forParser(`${text}\n`).slice(0, -1) : text;
  }
}
