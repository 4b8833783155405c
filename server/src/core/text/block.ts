import { Tree } from "@lezer/common";
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
  readonly blocks: Block[];
  readonly starts: number[];
}

const plainSetting: BlockSetting = { quote: false, list: false, footnote: false, details: false };
const settings = new Map<number, BlockSetting>();
const known = new WeakMap<Tree, Block>();

/**
 * Collects the leaf blocks of a tree. Blocks whose tree object was seen before are the same objects
 * as before; that is what makes an edit cost as much as the edited block.
 */
export function collectBlocks(tree: Tree, text: string, offset: number): BlockList {
  const list: BlockList = { blocks: [], starts: [] };
  walk(tree, offset, plainSetting, text, list);
  return list;
}

function walk(tree: Tree, from: number, setting: BlockSetting, text: string, list: BlockList): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    if (!(child instanceof Tree)) continue;
    const start = from + (tree.positions[i] as number);
    const leaf = leafKind(child.type.name);
    if (leaf) {
      list.blocks.push(blockOf(child, leaf, setting, text, start));
      list.starts.push(start);
    } else walk(child, start, settingIn(child.type.name, setting), text, list);
  }
}

function blockOf(tree: Tree, kind: BlockKind, setting: BlockSetting, text: string, start: number): Block {
  const before = known.get(tree);
  if (before && before.setting === setting) return before;
  const source = ownCopy(text.slice(start, start + tree.length));
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

function leafKind(name: string): BlockKind | undefined {
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
