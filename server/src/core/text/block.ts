import { type NodeType, Tree } from "@lezer/common";
import { type Label, labelOf, openedSection, type SectionStart } from "./sections.ts";
import { blockSegments, type Segment } from "./segments.ts";

export type BlockKind = "paragraph" | "heading" | "table" | "abbreviation" | "comment" | "break";

/** What a block stands in. */
export interface BlockSetting {
  readonly quote: boolean;
  readonly list: boolean;
  readonly footnote: boolean;
  /** In the details of a definition list. */
  readonly details: boolean;
}

/**
 * A leaf of the document, apart from where it stands: the same object is found again after an edit
 * elsewhere, so results may hang on it. Offsets inside are UTF-16 units from the block's start.
 */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly setting: BlockSetting;
  readonly source: string;
  /** The readable text, in reading order. */
  readonly segments: readonly Segment[];
  /** The section that begins here. */
  readonly opens: SectionStart | undefined;
  /** What the block is by its own words or shape. */
  readonly label: Label | undefined;
  /** Whether a comment here speaks to Immunolex. */
  readonly directives: boolean;
}

/** Blocks in document order with the offset at which each begins. */
export interface BlockList {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** The trees right below the document's top, how many blocks stand before each, and where each begins. */
  readonly tops: readonly Tree[];
  readonly counts: readonly number[];
  readonly places: readonly number[];
}

/** A text that parts can be cut from. */
interface Sliced {
  sliceString(from: number, to: number): string;
}

interface Builder {
  readonly blocks: Block[];
  readonly starts: number[];
}

const plainSetting: BlockSetting = { quote: false, list: false, footnote: false, details: false };
const settings = new Map<number, BlockSetting>();
const known = new WeakMap<Tree, Block>();

/**
 * Collects the leaf blocks of a tree. Blocks whose tree object was seen before are the same objects
 * as before; that is what makes an edit cost as much as the edited block. With the list before the
 * edit, the blocks at both ends are not even looked at.
 */
export function collectBlocks(tree: Tree, text: Sliced, offset: number, before?: BlockList): BlockList {
  const tops: Tree[] = [];
  const places: number[] = [];
  flatten(tree, offset, tops, places);
  const old = before?.tops ?? [];
  if (before) keepLast(before, text, tops, places);
  const shortest = Math.min(old.length, tops.length);
  let head = 0;
  while (head < shortest && old[head] === tops[head] && before?.places[head] === places[head]) head++;
  let tail = 0;
  const shift = (places.at(-1) ?? 0) - (before?.places.at(-1) ?? 0);
  // Blank lines belong to no tree: where one came or went between two trees, the shift is another.
  while (tail < shortest - head && isShifted(before as BlockList, old.length - 1 - tail, tops, places, tops.length - 1 - tail, shift))
    tail++;

  const counts = before?.counts.slice(0, head) ?? [];
  const kept = before?.counts[head] ?? before?.blocks.length ?? 0;
  const list: Builder = { blocks: before?.blocks.slice(0, kept) ?? [], starts: before?.starts.slice(0, kept) ?? [] };
  for (let i = head; i < tops.length - tail; i++) {
    counts.push(list.blocks.length);
    collect(tops[i] as Tree, places[i] as number, plainSetting, text, list);
  }
  if (before && tail > 0) append(before, old.length - tail, shift, list, counts);
  return { ...list, tops, counts, places };
}

/** The trees below the top: the parser groups many children under unnamed nodes, which mean nothing. */
function flatten(tree: Tree, from: number, tops: Tree[], places: number[]): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    if (!(child instanceof Tree)) continue;
    const start = from + (tree.positions[i] as number);
    if (child.type.isAnonymous) flatten(child, start, tops, places);
    else {
      tops.push(child);
      places.push(start);
    }
  }
}

/**
 * Takes the old last tree for the new one where both say the same. The parser reads the end of a text anew at every
 * edit, since more might follow there; without this, all between the edit and the end would count as changed.
 */
function keepLast(before: BlockList, text: Sliced, tops: Tree[], places: readonly number[]): void {
  const [was, is] = [before.tops.length - 1, tops.length - 1];
  const [old, fresh] = [before.tops[was], tops[is]];
  if (!old || !fresh || old === fresh || old.type !== fresh.type || old.length !== fresh.length) return;
  const shift = (places[is] as number) - (before.places[was] as number);
  for (let i = before.counts[was] as number; i < before.blocks.length; i++) {
    const from = (before.starts[i] as number) + shift;
    const { source } = before.blocks[i] as Block;
    if (text.sliceString(from, from + source.length) !== source) return;
  }
  tops[is] = old;
}

/** Whether a top tree is an old one that moved by just `shift`. */
function isShifted(before: BlockList, old: number, tops: readonly Tree[], places: readonly number[], at: number, shift: number): boolean {
  return before.tops[old] === tops[at] && (places[at] as number) - (before.places[old] as number) === shift;
}

/** Takes over the blocks from the top tree number `from` on, which moved by `shift`. */
function append(before: BlockList, from: number, shift: number, list: Builder, counts: number[]): void {
  const first = before.counts[from] as number;
  const more = list.blocks.length - first;
  for (let i = from; i < before.counts.length; i++) counts.push((before.counts[i] as number) + more);
  for (let i = first; i < before.blocks.length; i++) {
    list.blocks.push(before.blocks[i] as Block);
    list.starts.push((before.starts[i] as number) + shift);
  }
}

function collect(tree: Tree, start: number, setting: BlockSetting, text: Sliced, list: Builder): void {
  const leaf = leafKind(tree.type);
  if (leaf) {
    list.blocks.push(blockOf(tree, leaf, setting, text, start));
    list.starts.push(start);
    return;
  }
  const inner = settingIn(tree.type.name, setting);
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    if (child instanceof Tree) collect(child, start + (tree.positions[i] as number), inner, text, list);
  }
}

function blockOf(tree: Tree, kind: BlockKind, setting: BlockSetting, text: Sliced, start: number): Block {
  const before = known.get(tree);
  if (before && before.setting === setting) return before;
  const source = ownCopy(text.sliceString(start, start + tree.length));
  const level = kind === "heading" ? Number(tree.type.name.at(-1)) : 0;
  const parts = { kind, level, segments: blockSegments(tree, kind, source) };
  const block: Block = {
    ...parts,
    setting,
    source,
    opens: openedSection(parts),
    label: labelOf(parts),
    directives: source.includes("<!--") && source.includes("immunolex-"),
  };
  known.set(tree, block);
  return block;
}

const leafKinds = new Map<NodeType, BlockKind | undefined>();

function leafKind(type: NodeType): BlockKind | undefined {
  if (!leafKinds.has(type)) leafKinds.set(type, leafKindOf(type.name));
  return leafKinds.get(type);
}

function leafKindOf(name: string): BlockKind | undefined {
  if (name === "Paragraph" || name === "Task") return "paragraph";
  if (name.startsWith("ATXHeading") || name.startsWith("SetextHeading")) return "heading";
  if (name === "Table") return "table";
  if (name === "AbbreviationLine") return "abbreviation";
  if (name === "CommentBlock" || name === "HTMLBlock") return "comment";
  if (name === "FencedDiv") return "break";
  return undefined;
}

/** One shared object for each combination, so that settings compare by identity. */
function settingIn(name: string, setting: BlockSetting): BlockSetting {
  const next = {
    quote: setting.quote || name === "Blockquote",
    list: setting.list || name === "ListItem",
    footnote: setting.footnote || name === "FootnoteDefinition",
    details: setting.details || name === "DefinitionDetails",
  };
  const key = Number(next.quote) + 2 * Number(next.list) + 4 * Number(next.footnote) + 8 * Number(next.details);
  if (key === 0) return plainSetting;
  const shared = settings.get(key);
  if (shared) return shared;
  settings.set(key, next);
  return next;
}

/** A slice keeps the whole text it was cut from in memory; joining and cutting again makes a copy of its own. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
