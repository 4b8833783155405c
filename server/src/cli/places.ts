/** Places as the command line tells them: lines and columns from 1, offsets in UTF-16 units. */
import type { Draft } from "../core/index.ts";

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The place of an offset. A byte order mark is part of the text and of its offsets, but fills no column. */
export function placeOf(offset: number, { document }: Draft): Place {
  const { line, character } = document.lines.positionAt(offset);
  const mark = line === 0 && character > 0 && document.text.startsWith("\uFEFF") ? 1 : 0;
  return { line: line + 1, column: character + 1 - mark, offset };
}
