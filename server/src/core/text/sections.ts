import type { Block } from "./block.ts";

/** What a part of a manuscript is for. */
export type Section = "body" | "abstract" | "keywords" | "abbreviations" | "glossary" | "references" | "aside";

/** Where a block stands, which decides where an abbreviation must be defined anew. */
export type Scope =
  | "title"
  | "heading"
  | "abstract"
  | "body"
  | "caption"
  | "table"
  | "footnote"
  | "quote"
  | Exclude<Section, "body" | "abstract">;

/** A section that a block opens: a heading, or a line of its own that is worded like one. */
export interface SectionStart {
  readonly section: Section;
  /** Sections of this level and deeper end here. */
  readonly level: number;
}

/** Headings by which medical journals name their sections, matched as whole headings. */
const names: readonly [RegExp, Section][] = [
  [/^(?:structured )?(?:abstract|summary|plain[- ]language summary|lay summary)$/, "abstract"],
  [/^(?:key ?words|index terms|mesh terms)$/, "keywords"],
  [
    /^(?:list of )?(?:non-?standard )?(?:abbreviations|acronyms|initialisms)(?: (?:list|used|and (?:acronyms|symbols|definitions)).*)?$/,
    "abbreviations",
  ],
  [/^(?:glossary|(?:definitions? of )?(?:key )?terms|terminology|definitions)(?: of terms| and definitions)?$/, "glossary"],
  [/^(?:references|bibliography|literature cited|works cited|reference list|cited literature|further reading)$/, "references"],
  [
    /^(?:acknowledge?ments?|author contributions?|authors?['’]? contributions?|contributors?|affiliations?|author (?:information|details)|funding(?: (?:information|statement|sources?))?|(?:conflicts?|declarations?) of (?:competing )?interests?|competing interests|disclosures?|credits?|search strateg(?:y|ies).*|licen[cs]e|citation|how to cite)$/,
    "aside",
  ],
];

/** Lines that are headings in a text without heading marks; unknown lines are not. */
const plainHeading =
  /^(?:introduction|background|(?:materials? and |patients? and )?methods|results(?: and discussion)?|discussion|conclusions?|limitations|caveats|significance|importance of findings|main findings)$/;

/** The section a block opens, from its kind and its text. */
export function openedSection(block: Pick<Block, "kind" | "level" | "segments">): SectionStart | undefined {
  const heading = block.kind === "heading";
  const text = block.segments[0]?.text ?? "";
  if (!heading && (block.kind !== "paragraph" || text.length > 40)) return undefined;
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^(?:\d+(?:\.\d+)*|[ivx]+)[.)]?\s+/, "")
    .replace(/^[*_]+|[\s:.*_]+$/g, "");
  const known = names.find(([pattern]) => pattern.test(name))?.[1];
  if (heading) return { section: known ?? "body", level: block.level };
  // A line "Summary" without heading marks sums up anything; an abstract is so called.
  if (name === "summary") return { section: "body", level: 6 };
  if (known || plainHeading.test(name)) return { section: known ?? "body", level: 6 };
  return undefined;
}

/** Labels by which a paragraph of its own says what it is: "**Keywords**: lupus, HLA". */
const labels: readonly [RegExp, Label][] = [
  [/^[\s*_]*(?:key ?words|index terms|mesh terms)\s*[:—–]/i, "keywords"],
  [/^\s*(?:running |short )?title\s*[:—–]/i, "title"],
  [/^\s*(?:supplementary |suppl\. )?(?:table|fig(?:ure|\.)?|box|panel)\s*S?\d+[a-z]?\s*[.:|–—-]/i, "caption"],
];

/** What a paragraph is by its own words, whatever section it stands in. */
export type Label = "keywords" | "title" | "caption" | "references";

/** The label of a block: said by its first words, or shown by its shape, as an entry of a reference list is. */
export function labelOf(block: Pick<Block, "kind" | "segments">): Label | undefined {
  const text = block.segments[0]?.text;
  if (block.kind !== "paragraph" || text === undefined) return undefined;
  return labels.find(([pattern]) => pattern.test(text))?.[1] ?? (isReference(text) ? "references" : undefined);
}

/** "12. Gordon DE, Jang GM, et al. A map … 2020": a number perhaps, names with initials, and a year. */
function isReference(text: string): boolean {
  const authors =
    /^\s*(?:\[?\d{1,3}[\].)]*\s+)?(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,?\s(?:\p{Lu}\.?[\s-]?){1,3}(?:,|\.|;|\s&|\set al)\s*){1,}/u;
  return authors.test(text) && /\b(?:19|20)\d\d\b/.test(text) && /et al|\d+\s*[:;(]\s*\d|doi|https?:|journal|[.?]\s+\p{Lu}/iu.test(text);
}

/** Where a reader stands between two blocks: the sections that are open, and whether the title has passed. */
export interface Outline {
  readonly titled: boolean;
  readonly open: readonly SectionStart[];
}

/** Where a reader stands before the first block. */
export const outlineStart: Outline = { titled: false, open: [] };

/** Where a reader stands after a block; the same object where the block opens nothing. */
export function outlineAfter(outline: Outline, block: Block): Outline {
  const start = block.opens;
  if (!start) return outline;
  const open = outline.open.filter(({ level }) => level < start.level);
  const outer = open.at(-1)?.section;
  // A subheading inside an abstract or a reference list stays in it.
  const inherited = start.section === "body" && outer !== undefined && outer !== "body" ? { ...start, section: outer } : start;
  return { titled: outline.titled || isTitle(outline, block), open: [...open, inherited] };
}

/** The scope of a block, from where a reader stands before and after it. */
export function scopeOf(block: Block, before: Outline, after: Outline): Scope {
  if (isTitle(before, block)) return "title";
  if (block.opens) return "heading";
  if (block.label && block.label !== "caption") return block.label;
  const section = after.open.at(-1)?.section ?? "body";
  if (section !== "body" && section !== "abstract") return section;
  if (block.setting.quote) return "quote";
  if (block.setting.footnote) return "footnote";
  if (block.kind === "table") return "table";
  return block.label ?? section;
}

export function sameOutline(a: Outline, b: Outline): boolean {
  if (a === b) return true;
  if (a.titled !== b.titled || a.open.length !== b.open.length) return false;
  return a.open.every((start, i) => start.level === b.open[i]?.level && start.section === b.open[i]?.section);
}

function isTitle(before: Outline, block: Block): boolean {
  return block.kind === "heading" && block.level === 1 && !before.titled;
}
