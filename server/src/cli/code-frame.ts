/** Shows the line a finding stands in, with the place marked; a paragraph that is one line is cut around it. */
import type { Draft, Range } from "../core/index.ts";
import { columnsOf, printable } from "./terminal.ts";

/** A cut looks for a space this many characters around, so that it seldom falls within a word. */
const slack = 15;

/** The line and the marks under it, each without its margin. `width` counts characters. */
export function codeFrame({ from, to }: Range, { document: { text, lines } }: Draft, width: number): { source: string; marks: string } {
  const { line } = lines.positionAt(from);
  const mark = line === 0 && text.startsWith("\uFEFF") ? 1 : 0;
  const lineFrom = lines.startOf(line) + mark;
  const lineTo = endOfLine(text, lines.startOf(line), lines.startOf(line + 1));
  const start = Math.min(Math.max(from, lineFrom), lineTo);
  const end = Math.min(Math.max(to, start), lineTo);
  const [left, right] = around(text, lineFrom, lineTo, start, end, width);
  const before = `${left > lineFrom ? "…" : ""}${printable(text.slice(left, start))}`;
  const shown = printable(text.slice(start, Math.min(end, right)));
  const after = `${printable(text.slice(Math.min(end, right), right))}${right < lineTo ? "…" : ""}`;
  return {
    source: `${before}${shown}${after}`.trimEnd(),
    marks: `${" ".repeat(columnsOf(before))}${"^".repeat(Math.max(1, columnsOf(shown)))}`,
  };
}

/** The stretch of a line to show: all of it where it fits, else what lies around the place. */
function around(text: string, lineFrom: number, lineTo: number, start: number, end: number, width: number): [number, number] {
  if (lineTo - lineFrom <= width) return [lineFrom, lineTo];
  const room = Math.max(0, width - 2 - (end - start));
  let left = Math.max(lineFrom, start - Math.ceil(room / 2));
  const right = Math.min(lineTo, left + width - 2);
  left = Math.max(lineFrom, Math.min(left, right - width + 2));
  return [left === lineFrom ? left : wordStart(text, left, start), right === lineTo ? right : wordEnd(text, right, Math.min(end, right))];
}

function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, Math.min(limit, at + slack)).search(/\s\S/);
  return space >= 0 ? at + space + 1 : onCharacter(text, at);
}

function wordEnd(text: string, at: number, limit: number): number {
  const space = text.slice(Math.max(limit, at - slack), at).search(/\s\S*$/);
  return space >= 0 ? Math.max(limit, at - slack) + space : onCharacter(text, at);
}

/** Moves off the middle of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function endOfLine(text: string, from: number, next: number): number {
  let end = next;
  while (end > from && /[\r\n]/.test(text[end - 1] as string)) end--;
  return end;
}
