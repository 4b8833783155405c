import type { BlockRange } from "./facts.ts";

/** Whether the words of source[from, to) begin with capitals just where those of the name do. */
export function hasCaseOf(source: string, { from, to }: BlockRange, name: string): boolean {
  let at = 0;
  let i = from;
  // Letters run side by side for as long as both texts have the same; a plural or another spelling ends that.
  for (; i < to && at < name.length; i++, at++) {
    const a = source.charCodeAt(i);
    const b = name.charCodeAt(at);
    if (a === b || (isBreak(a) && isBreak(b))) continue;
    return (a ^ b) !== 32 || !isLetter(a);
  }
  return true;
}

/** What parts the words of a name. */
export function isBreak(code: number): boolean {
  return code === 0x20 || code === 0x2d || code === 0x0a || code === 0xa0 || code === 0x2010 || code === 0x2011 || code === 0x2013;
}

/** A letter without accents. */
export function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
