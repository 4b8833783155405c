/** A place as LSP counts it: both from 0, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Replaces the text between two offsets (UTF-16 units, of the text before the change). */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const LF = 10;
const CR = 13;

/** Where the lines of a text begin. Immutable; `edit` shares nothing but costs one copy of the numbers. */
export class Lines {
  private readonly starts: Int32Array;
  /** Length of the text in UTF-16 units. */
  readonly length: number;

  private constructor(starts: Int32Array, length: number) {
    this.starts = starts;
    this.length = length;
  }

  static of(text: string): Lines {
    return new Lines(Int32Array.from([0, ...lineStarts(text, 0, text.length)]), text.length);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset of a line's first character; lines past the end answer the text's length. */
  startOf(line: number): number {
    if (line < 0) return 0;
    return line < this.starts.length ? (this.starts[line] as number) : this.length;
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.starts[low] as number) };
  }

  /** The offset of a position; a character past the line's end answers the next line's start at most. */
  offsetAt(position: Position): number {
    if (position.line >= this.starts.length) return this.length;
    const start = this.startOf(position.line);
    return Math.max(start, Math.min(start + position.character, this.startOf(position.line + 1)));
  }

  /** The lines after one change. `slice` cuts from the new text; only what was inserted is asked for. */
  edit(change: Change, slice: (from: number, to: number) => string): Lines {
    const shift = change.insert.length - (change.to - change.from);
    // A CR at the edge of the change may gain or lose its LF, so one character on each side is read again.
    const from = Math.max(0, change.from - 1);
    const keep = this.firstAfter(from);
    const resume = this.firstAfter(Math.min(this.length, change.to + 1));
    const length = this.length + shift;
    const to = Math.min(length, change.to + 1 + shift);
    const fresh = lineStarts(slice(from, Math.min(length, to + 1)), 0, to - from).map((start) => start + from);
    const tail = this.starts.length - resume;
    const starts = new Int32Array(keep + fresh.length + tail);
    starts.set(this.starts.subarray(0, keep));
    starts.set(fresh, keep);
    for (let i = 0; i < tail; i++) starts[keep + fresh.length + i] = (this.starts[resume + i] as number) + shift;
    return new Lines(starts, length);
  }

  /** Index of the first line that starts after the offset. */
  private firstAfter(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Starts of the lines whose break ends in (from, to]. CR, LF and CRLF each end a line, as in LSP. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
