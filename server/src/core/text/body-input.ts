import type { Text } from "@codemirror/state";
import type { Input } from "@lezer/common";

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
    return at === this.line.to ? "\n" : this.line.text.slice(at - this.line.from);
  }

  read(from: number, to: number): string {
    return this.text.sliceString(from + this.start, to + this.start);
  }
}
