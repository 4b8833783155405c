import type { Block } from "../text/block.ts";
import type { Place } from "./mentions.ts";

/** Where the state of being quoted changes in a block: after each of these offsets it is as the entry beside says. */
interface Quotation {
  readonly changes: readonly number[];
  readonly states: readonly boolean[];
}

const known = new WeakMap<Block, Quotation>();

/** Whether a place stands between quotation marks of its block, so that the words are another's or are mentioned, not used. */
export function isQuoted({ entry: { block }, from }: Place): boolean {
  let quotation = known.get(block);
  if (!quotation) {
    // A block is read once, however many names it holds.
    quotation = readQuotation(block);
    known.set(block, quotation);
  }
  const { changes, states } = quotation;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return states[low - 1] ?? false;
}

function readQuotation({ source, kind }: Block): Quotation {
  const changes: number[] = [];
  const states: boolean[] = [];
  let [curly, angled, straight] = [false, false, false];
  const marks = /[“”«»"|]/g;
  for (let mark = marks.exec(source); mark; mark = marks.exec(source)) {
    if (mark[0] === "“" || mark[0] === "”") curly = mark[0] === "“";
    else if (mark[0] === "«" || mark[0] === "»") angled = mark[0] === "«";
    // Marks without direction open and close by turns, in a table cell by cell.
    else if (mark[0] === '"') straight = !straight;
    else if (kind === "table") straight = false;
    changes.push(mark.index);
    states.push(curly || angled || straight);
  }
  return { changes, states };
}
