/** Reads text strictly: what is not plainly UTF-8 text is refused and never guessed at. */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { reasonOf, Trouble } from "./trouble.ts";

/** Larger files are not read, in bytes. */
export const sizeLimit = 20_000_000;

/** A text and the bytes it was read from. */
export interface Source {
  /** With its byte order mark and its line ends, exactly. */
  readonly text: string;
  readonly bytes: Buffer;
}

/** Reads a file. Throws `Trouble` that begins with its path. */
export function readTextFile(path: string): Source {
  const bytes = readBytes(path);
  return { text: decode(bytes, path), bytes };
}

/** Reads a stream to its end. Throws `Trouble` that begins with its name. */
export async function readTextStream(stream: AsyncIterable<Buffer | string>, name: string): Promise<Source> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > sizeLimit) throw new Trouble(`${name}: more than ${megabytes(sizeLimit)}, the most that Immunolex reads at once.`);
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  return { text: decode(bytes, name), bytes };
}

/** The text of UTF-8 bytes. Throws `Trouble` that names the line where they are not. */
export function decode(bytes: Buffer, name: string): string {
  if (isUtf16(bytes)) throw new Trouble(`${name}: this is UTF-16 text. Save it as UTF-8.`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new Trouble(`${name}:${lineOfByte(bytes, nul)}: a NUL byte; this is not a text file.`);
  try {
    return strictly(bytes);
  } catch {
    throw new Trouble(`${name}:${firstBadLine(bytes)}: this line is not UTF-8. Save the file as UTF-8.`);
  }
}

function readBytes(path: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new Trouble(`${path}: this is a folder.`);
    if (!stat.isFile()) throw new Trouble(`${path}: this is not an ordinary file. Pipe its text in and use - as the path.`);
    if (stat.size > sizeLimit) {
      throw new Trouble(`${path}: ${megabytes(stat.size)}; Immunolex reads files of up to ${megabytes(sizeLimit)}.`);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${path}: cannot be read: ${reasonOf(error)}.`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function strictly(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function lineOfByte(bytes: Buffer, at: number): number {
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < at; i = bytes.indexOf(10, i + 1)) line++;
  return line;
}

/** A line feed is never part of another character in UTF-8, so each line can be tried alone. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    try {
      strictly(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function megabytes(bytes: number): string {
  const value = bytes / 1_000_000;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} MB`;
}
