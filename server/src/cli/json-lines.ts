/** Reads JSON lines one after the other, so that memory follows the longest line and not the file. */
import { sizeLimit } from "./read-text.ts";

/** A text with the name its sender gave it. */
export interface TextRecord {
  readonly id: string | number;
  readonly text: string;
}

/** A line of the input: what it holds, or what is wrong with it. */
export interface JsonLine {
  /** Counts from 1. */
  readonly number: number;
  readonly record?: TextRecord | undefined;
  readonly problem?: string | undefined;
}

/** Every line that is not blank. A bad line never spoils the others. */
export async function* jsonLines(stream: AsyncIterable<Buffer | string>): AsyncIterableIterator<JsonLine> {
  for await (const { number, bytes } of linesOf(stream)) {
    if (bytes === undefined) yield { number, problem: `this line is longer than ${sizeLimit / 1_000_000} MB; it is left out.` };
    else if (bytes.some((byte) => byte > 32)) yield { number, ...recordOf(bytes) };
  }
}

/** A line's bytes; undefined where there are more than the limit. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncIterableIterator<{ number: number; bytes: Buffer | undefined }> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length > sizeLimit) parts = [];
    else parts.push(part);
  };
  const line = () => {
    const found = { number, bytes: length > sizeLimit ? undefined : Buffer.concat(parts) };
    number++;
    parts = [];
    length = 0;
    return found;
  };
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    let start = 0;
    for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, feed));
      yield line();
      start = feed + 1;
    }
    add(bytes.subarray(start));
  }
  if (length > 0) yield line();
}

function recordOf(bytes: Buffer): Pick<JsonLine, "record" | "problem"> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "the line is not UTF-8";
    return { problem: `not a line of JSON: ${why}.` };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { problem: 'not an object with "id" and "text".' };
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") return { problem: '"id" must be a string or a number.' };
  if (typeof text !== "string") return { problem: '"text" must be a string.' };
  return { record: { id, text } };
}
