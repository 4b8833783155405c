/** The two streams of the process: results go to one, remarks and progress to the other. */
import { once } from "node:events";
import pc from "picocolors";

/** What a stream can show. */
export interface Look {
  readonly colours: ReturnType<typeof pc.createColors>;
  /** Characters in a line. */
  readonly width: number;
}

export type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

const pause = 400;
const interval = 100;

export class Terminal {
  readonly out: Stream;
  readonly err: Stream;
  private readonly env: NodeJS.ProcessEnv;
  private readonly started = Date.now();
  private lastProgress = 0;
  private progressShown = false;
  private troubles = 0;

  constructor(out: Stream, err: Stream, env: NodeJS.ProcessEnv) {
    this.out = out;
    this.err = err;
    this.env = env;
  }

  /** Whether anything went wrong that the exit code must tell. */
  get troubled(): boolean {
    return this.troubles > 0;
  }

  /** Colour is for terminals alone, and for those who have not said no to it (no-color.org). */
  look(stream: Stream): Look {
    const colour = stream.isTTY === true && !this.env.NO_COLOR && this.env.TERM !== "dumb";
    return { colours: pc.createColors(colour), width: Math.max(40, Math.min(stream.columns || 100, 120)) };
  }

  /** Writes and waits while the reader is slower than we are, so that output never piles up in memory. */
  async write(text: string, stream: Stream = this.out): Promise<void> {
    if (text === "") return;
    this.clearProgress();
    if (!stream.write(text)) await once(stream, "drain");
  }

  /** A remark that changes nothing. */
  note(message: string): void {
    this.clearProgress();
    this.err.write(`${printable(message)}\n`);
  }

  /** Something that went wrong; the work goes on, and the exit code will tell. */
  trouble(message: string): void {
    this.troubles++;
    this.note(message);
  }

  /** Tells what is being done, on a terminal and only when the work is long. */
  progress(message: string, long = false): void {
    const now = Date.now();
    if (!this.err.isTTY || now - this.lastProgress < interval || (!long && now - this.started < pause)) return;
    this.lastProgress = now;
    this.progressShown = true;
    const line = printable(message);
    const width = (this.err.columns || 80) - 1;
    this.err.write(`\r\x1b[2K${line.length > width ? `${line.slice(0, width - 1)}…` : line}`);
  }

  clearProgress(): void {
    if (!this.progressShown) return;
    this.progressShown = false;
    this.err.write("\r\x1b[2K");
  }
}

/** A text in which nothing can command the terminal or turn its line around. Its length stays as it is. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (c) => (c === "\t" ? " " : "·"));
}

/** How many columns a terminal takes for a text. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    columns += /\p{Emoji_Presentation}|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u.test(character) ? 2 : 1;
  }
  return columns;
}

/** Breaks a text into lines of at most `width` columns, between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** `1 file`, `2 files`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
