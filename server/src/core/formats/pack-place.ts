/** Where in a pack an offset stands: in which key or value, and below what. Made for files that are being typed. */
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Span } from "../termbase/pack.ts";
import { longest, rootOf } from "./pack-root.ts";
import { entriesOf, type Path, partsOf, spanOf } from "./yaml.ts";

/** A key or a value that stands at an offset. */
export interface StandingPlace {
  /** From the outermost value: to the key, the key included, or to the value. */
  readonly path: Path;
  readonly role: "key" | "value";
  readonly text: string;
  /** Of the word itself, in UTF-16 units. */
  readonly range: Span;
}

/** A place where a key or a value is being typed. */
export interface TypingPlace {
  /** To the mapping that the key belongs into, or to the value. */
  readonly path: Path;
  /** An `item` may become the first key of a mapping, or a value by itself. */
  readonly role: "key" | "value" | "item";
  /** What is there of the word, before the offset and behind it: what a completion replaces. */
  readonly range: Span;
  /** Keys that stand in the mapping already. */
  readonly taken: readonly string[];
  /** Whether a colon follows. */
  readonly colon: boolean;
  /** Whether it is inside `{ }` or `[ ]`. */
  readonly flow: boolean;
}

/** The key or the value at an offset, its end included; undefined where neither stands, and in long texts. */
export function standingAt(text: string, offset: number): StandingPlace | undefined {
  const root = rootOf(text);
  const found = root && walk(root, [], offset);
  if (!found || !isScalar(found.node)) return undefined;
  const { node, path, role } = found;
  return { path, role, text: typeof node.value === "string" ? node.value : String(node.source ?? ""), range: spanOf(node) };
}

/** What is being typed at an offset; undefined in comments, in running text and in long files. Never throws. */
export function typingAt(text: string, offset: number): TypingPlace | undefined {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + 2000))?.[0] ?? "";
  if (text.length > longest || before.length > 2000 || /(?:^|\s)#/.test(before)) return undefined;
  const value = /^([ \t]*(?:- +)*)(["']?)([\w.-]+)\2[ \t]*:[ \t]+(["']?)(.*)$/.exec(before);
  const typed = value?.[5] ?? "";
  if (value && !/^[[{|>&*!]/.test(typed)) {
    const [, indent = "", quote = "", , opening = ""] = value;
    // Read without what is typed of the value, so that one reading serves for all of its letters.
    const known = rootOf(text.slice(0, offset - typed.length) + text.slice(offset));
    if (!known || !flowAround(text, known, [], offset - typed.length)) {
      const key = known && walk(known, [], start + indent.length + quote.length);
      if (key?.role !== "key") return undefined;
      const rest = opening ? after.split(opening)[0] : after.replace(/[ \t]+(?:#.*)?$/, "");
      const range = { from: offset - typed.length, to: offset + (rest?.length ?? 0) };
      return { path: key.path, role: "value", range, taken: [], colon: false, flow: false };
    }
  }
  const root = rootOf(text);
  const flow = root && flowAround(text, root, [], offset);
  if (flow) return inFlow(text, flow, offset, after);
  return value ? undefined : onOwnLine(text, root, { start, before, after });
}

/** A key, or an item of a list, that begins its line. It is read as if its colon were there already. */
function onOwnLine(
  text: string,
  root: Node | undefined,
  { start, before, after }: { start: number; before: string; after: string },
): TypingPlace | undefined {
  const [, indent = "", word] = /^([ \t]*(?:- +)*)([^\s"'#[\]{}|>&*!%@`,-]\S*|)$/.exec(before) ?? [];
  if (word === undefined || indent.includes("\t") || /:$/.test(word)) return undefined;
  const tail = /^[^\s:#,]*/.exec(after)?.[0] ?? "";
  const rest = after.slice(tail.length);
  const colon = /^[ \t]*:(?:[ \t]|$)/.test(rest);
  if (!colon && !/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  const from = start + indent.length;
  const to = from + word.length + tail.length;
  // A line that goes on with the text above it begins no key.
  const around = root && walk(root, [], from);
  if (around && isScalar(around.node) && spanOf(around.node).from < start) return undefined;
  const name = word + tail || "x";
  const completed = colon ? text : `${text.slice(0, from)}${name}: ${text.slice(to)}`;
  const whole = colon ? root : rootOf(completed);
  const key = whole && walk(whole, [], from);
  if (!whole || key?.role !== "key" || !isScalar(key.node) || spanOf(key.node).from !== from) return undefined;
  const path = key.path.slice(0, -1);
  const others = entriesIn(nodeAt(whole, path)).filter((each) => spanOf(each.key).from !== from);
  // Keys of one mapping stand below each other; a line between them belongs to neither.
  const [other] = others;
  if (other && columnOf(completed, spanOf(other.key).from) !== from - start) return undefined;
  const taken = others.map((each) => each.name);
  return { path, role: taken.length === 0 && path.length > 0 ? "item" : "key", range: { from, to }, taken, colon, flow: false };
}

/** Inside brackets, what counts stands between the last comma or bracket and the next. */
function inFlow(text: string, { node, path }: Located, offset: number, after: string): TypingPlace | undefined {
  const begin = (node.range?.[0] ?? 0) + 1;
  const typed = /[^,[\]{}]*$/.exec(text.slice(Math.max(begin, offset - 2000), offset))?.[0] ?? "";
  const [, head = "", quote = "", word] = /^([\s\S]*?:\s+|\s*)(["']?)([^"'\r\n]*)$/.exec(typed) ?? [];
  if (word === undefined || /[\]}]/.test(text[offset - typed.length - 1] ?? "")) return undefined;
  const tail = /^[^\s,:[\]{}"']*/.exec(after)?.[0] ?? "";
  const range = { from: offset - word.length, to: offset + tail.length };
  const common = { range, colon: /^[ \t]*["']?:/.test(after.slice(tail.length)), flow: true };
  if (isSeq(node)) {
    const index = node.items.filter((item) => (((item as Node | null)?.range ?? [0, 0])[1] as number) < range.from).length;
    return { ...common, path: [...path, index], role: "value", taken: [] };
  }
  const [, name] = /^\s*["']?([\w.-]+)["']?\s*:\s+$/.exec(head) ?? [];
  if (name !== undefined) return { ...common, path: [...path, name], role: "value", taken: [] };
  const own = `${word}${tail}`;
  return head.trim() === "" && (quote === "" || common.colon)
    ? { ...common, path, role: "key", taken: keysOf(node).filter((each) => each !== own) }
    : undefined;
}

interface Located {
  readonly node: Node;
  readonly path: Path;
}

/** The innermost key or value at an offset, its end included. */
function walk(node: Node, path: Path, offset: number): (Located & { role: "key" | "value" }) | undefined {
  for (const { part, key, value } of partsOf(node)) {
    const below = [...path, part];
    if (key && holds(key, offset)) return { node: key, path: below, role: "key" };
    // A mapping ends where the next key begins, so that both may hold the offset.
    const found = value && holds(value, offset) ? walk(value, below, offset) : undefined;
    if (found) return found;
  }
  return isScalar(node) && holds(node, offset) ? { node, path, role: "value" } : undefined;
}

/** The innermost collection in brackets around an offset; one that is not closed reaches as far as it was read. */
function flowAround(text: string, node: Node, path: Path, offset: number): Located | undefined {
  for (const { part, value } of partsOf(node)) {
    const found = value && holds(value, offset) ? flowAround(text, value, [...path, part], offset) : undefined;
    if (found) return found;
  }
  if (!(isMap(node) || isSeq(node)) || !node.flow) return undefined;
  const [from, to] = node.range ?? [0, 0];
  const closed = /[\]}]/.test(text[to - 1] ?? "");
  return from < offset && (closed ? offset < to : offset <= to) ? { node, path } : undefined;
}

function holds(node: Node, offset: number): boolean {
  const { from, to } = spanOf(node);
  return from <= offset && offset <= to;
}

function keysOf(node: Node | undefined): string[] {
  return entriesIn(node).map(({ name }) => name);
}

function entriesIn(node: Node | undefined): ReturnType<typeof entriesOf> {
  return isMap(node) ? entriesOf(node) : [];
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where the line begins in which an offset stands. */
export function lineStart(text: string, offset: number): number {
  // lastIndexOf would take what is before the text for its first place.
  return offset === 0 ? 0 : Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const part of path) node = node && partsOf(node).find((each) => each.part === part)?.value;
  return node;
}
