import type { Text } from "@codemirror/state";
import type { Input } from "@lezer/common";

/**
 * A text as the parser is to see it, each character in its place. To it, a carriage return is a character like any
 * other, and a table's line ends with its last bar: behind that, it wants no blank.
 */
export function forParser(text: string): string {
  const tidy = text.includes("\r") ? text.replaceAll("\r\n", " \n") : text;
  return tidy.replace(/\|([ \t]+)(?=\n)/g, "$1|");
}

/** The part of a text from an offset on, read line by line, so that no edit joins the whole text. */
export class BodyInput implements Input {
  readonly lineChunks = true;
  readonly length: number;
  private readonly text: Text;
  private readonly start: number;
  private line: { readonly from: number; readonly to: number; readonly text: string };

  constructor(text: Text, start: number) {
    this.text = text;
    this.start = start;
    this.length = text.length - start;
    this.line = text.lineAt(start);
  }

  /** The rest of the line at an offset; "\n" at its end, "" at the text's. */
  chunk(from: number): string {
    const at = from + this.start;
    if (at >= this.text.length) return "";
    if (at < this.line.from || at > this.line.to) this.line = this.text.lineAt(at);
    if (at === this.line.to) return "\n";
    const line = this.line.to < this.text.length ? forParser(`${this.line.text}\n`) : this.line.text;
    return line.slice(at - this.line.from, this.line.to - this.line.from);
  }

  read(from: number, to: number): string {
    // Whole lines, as what ends a line decides how it reads.
    const [first, last] = [this.text.lineAt(from + this.start), this.text.lineAt(to + this.start)];
    const lines = forParser(this.text.sliceString(first.from, last.to + 1));
    return lines.slice(from + this.start - first.from, to + this.start - first.from);
  }
}
