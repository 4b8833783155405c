import type { Entry, Place } from "../../scan/mentions.ts";
import type { Range } from "../diagnostics.ts";
import type { Draft } from "../draft.ts";
import type { ListKind, WrittenEntry } from "./entries.ts";
import { type LineStyle, type ListStyle, tableHead } from "./markdown-list.ts";
import { listTable } from "./table.ts";

/** Where a document has a list, or has prepared a place for one. */
export interface ListPlace {
  /** What an update replaces; empty where the list is still to come. */
  readonly range: Range;
  /** Undefined where there is no list yet. */
  readonly style: ListStyle | undefined;
  readonly written: readonly WrittenEntry[];
  /** The heading row of a table, with the line below it. */
  readonly head: string;
  /** Whether comments mark where the list begins and ends; what stands between them is Immunolex's. */
  readonly marked: boolean;
  /** Whether a writer has arranged it in a way that an update would destroy. */
  readonly byHand: boolean;
}

/** The place of a document's list: between its marks, else below a heading that says so. Undefined without either. */
export function findList(draft: Draft, kind: ListKind): ListPlace | undefined {
  return betweenMarks(draft, kind) ?? belowHeading(draft, kind);
}

function betweenMarks({ analysis, document }: Draft, kind: ListKind): ListPlace | undefined {
  const isMark = (entry: Entry, name: string) =>
    entry.block.kind === "comment" && entry.block.source.trim() === `<!-- immunolex-${name} -->`;
  const start = analysis.entries.findIndex((entry) => isMark(entry, kind));
  const begin = analysis.entries[start];
  const end = begin && analysis.entries.slice(start + 1).find((entry) => isMark(entry, `${kind}-end`));
  if (!begin || !end || !isPlain(begin) || !isPlain(end)) return undefined;
  const range = { from: begin.from + begin.block.source.trimEnd().length, to: lineStart(document, end.from) };
  const inside = document.slice(range.from, range.to);
  const style = inside.trim() === "" ? undefined : /^:[ \t]/m.test(inside) ? "list" : "table";
  return { range, style, written: [], head: tableHead(listTable(kind, []).head), marked: true, byHand: false };
}

function belowHeading(draft: Draft, kind: ListKind): ListPlace | undefined {
  const { entries } = draft.analysis;
  let empty: ListPlace | undefined;
  for (const [i, heading] of entries.entries()) {
    if (heading.block.opens?.section !== kind || heading.scope === "title" || !isPlain(heading)) continue;
    const rest = entries.slice(i + 1);
    const end = rest.findIndex((entry) => entry.block.opens !== undefined || entry.scope !== kind);
    const section = end < 0 ? rest : rest.slice(0, end);
    const list = listIn(draft, kind, section);
    if (list) return list;
    empty ??= {
      ...atEnd(draft, rest[section.length]),
      style: undefined,
      written: [],
      head: tableHead(listTable(kind, []).head),
      marked: false,
      byHand: false,
    };
  }
  return empty;
}

/** The end of a section, before the blank lines that part it from the next. */
function atEnd({ document }: Draft, next: Entry | undefined): { range: Range } {
  const end = next ? lineStart(document, next.from) : document.length;
  let at = end;
  while (at > 0 && /\s/.test(document.slice(at - 1, at))) at--;
  return { range: { from: at, to: at } };
}

type Part = "table" | "list" | "lines";

function listIn(draft: Draft, kind: ListKind, section: readonly Entry[]): ListPlace | undefined {
  const parts: (Part | undefined)[] = [];
  for (const [i, entry] of section.entries())
    parts.push(partOf(entry, section[i + 1], kind, kind === "glossary" || parts.at(-1) === "lines"));
  const start = parts.findIndex((part) => part !== undefined);
  const part = parts[start];
  if (part === undefined) return undefined;
  let end = start;
  while (end < parts.length && parts[end] === part) end++;
  const run = section.slice(start, part === "table" ? start + 1 : end);
  const [first, last] = [run[0] as Entry, run.at(-1) as Entry];
  const range = { from: lineStart(draft.document, first.from), to: last.from + last.block.source.trimEnd().length };
  const read = part === "table" ? readTable(first) : part === "list" ? readDetails(draft, run) : readLines(draft, run, range, kind);
  const whole = !parts.slice(start + run.length).some((other) => other !== undefined);
  // Of two lines with one name, an update could keep but one.
  const twice = new Set(read?.written.map(({ name }) => name)).size < (read?.written.length ?? 0);
  return {
    range,
    marked: false,
    style: part === "lines" ? "table" : part,
    written: [],
    head: tableHead(listTable(kind, []).head),
    ...read,
    byHand: !read || !whole || twice,
  };
}

/** What a block is of a list. `anyName`: whether a line may begin with what does not look like an abbreviation. */
function partOf({ block, listed }: Entry, next: Entry | undefined, kind: ListKind, anyName: boolean): Part | undefined {
  if (block.kind === "table") return "table";
  if (block.kind !== "paragraph") return undefined;
  if (block.setting.details || next?.block.setting.details) return "list";
  const likely = listed.some(({ short }) => short !== undefined) || (listed.length > 0 && (anyName || block.setting.list));
  return likely && block.source.split(/\r?\n/).some((line) => isLine(line, kind)) ? "lines" : undefined;
}

/** Whether a line looks like one of a list. A comma stands in sentences, too, so it parts an abbreviation from a few words alone. */
function isLine(line: string, kind: ListKind): boolean {
  const text = line.trim();
  if (/^[^:=\t,]{1,60}?(?:[:=\t]|\s[–—-]\s)/.test(text)) return true;
  return kind === "abbreviations" && /^[-*+]?\s*\S{2,12},\s[^.!?]*[.;]?$/.test(text);
}

type Read = Pick<ListPlace, "written"> & Partial<Pick<ListPlace, "style" | "head">>;

/** A table of two columns; one with more says what we cannot know. */
function readTable(entry: Entry): Read | undefined {
  if (!isPlain(entry)) return undefined;
  const lines = entry.block.source.split(/\r?\n/).map((line) => line.trim());
  const [head, below, ...rows] = lines;
  if (head === undefined || below === undefined || below.replace(/^\||\|$/g, "").split("|").length !== 2) return undefined;
  const cells = new Map<number, string[]>();
  for (const { text, cell } of entry.block.segments) {
    if (!cell || cell.column > 1) continue;
    const row = cells.get(cell.row) ?? [];
    row[cell.column] = `${row[cell.column] ?? ""}${text}`.trim();
    cells.set(cell.row, row);
  }
  const tracked = new Set(entry.listed.map(({ short }) => short));
  const written = rows.flatMap((raw, i) => {
    const [name = "", text = ""] = cells.get(i + 1) ?? [];
    return name === "" ? [] : [{ name, text, raw, tracked: tracked.has(name) }];
  });
  // A row without a name goes on with the one above, as no row of ours does.
  return written.length === rows.length ? { written, head: `${head}\n${below}` } : undefined;
}

/** A definition list; each entry reaches to the next one's name. */
function readDetails({ document }: Draft, run: readonly Entry[]): Read | undefined {
  if (run.some(({ block: { setting } }) => setting.quote || setting.list || setting.footnote)) return undefined;
  const names = run.filter(({ block }) => !block.setting.details);
  const ends = names.slice(1).map(({ from }) => lineStart(document, from));
  const last = run.at(-1) as Entry;
  const written = names.map((name, i) => {
    const details = run[run.indexOf(name) + 1] as Entry;
    const raw = document.slice(lineStart(document, name.from), ends[i] ?? last.from + last.block.source.length);
    const [entry] = details.listed;
    const shown = { name: readable(name), text: readable(details) };
    return { ...shown, raw: withBreaks(raw), tracked: entry?.short === shown.name };
  });
  return { written };
}

/** Lines such as "- HLA: human leukocyte antigen", each for itself. */
function readLines({ document }: Draft, run: readonly Entry[], range: Range, kind: ListKind): Read | undefined {
  const lines = withBreaks(document.slice(range.from, range.to)).split("\n");
  const listed = run.flatMap((entry) => entry.listed.map((one) => ({ one, place: { entry, ...one.range } })));
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length !== listed.length || run.some(({ block: { setting } }) => setting.quote || setting.footnote)) return undefined;
  let style: LineStyle | undefined;
  const written: WrittenEntry[] = [];
  for (const [i, { one, place }] of listed.entries()) {
    const raw = filled[i] as string;
    const { line } = document.lines.positionAt(place.entry.from + place.from);
    if (document.slice(document.lines.startOf(line), document.lines.startOf(line + 1)).trim() !== raw.trim()) return undefined;
    const name = one.definition !== undefined && one.short !== undefined ? `${one.long} (${one.short})` : (one.short ?? one.long);
    written.push({ name, text: one.definition ?? one.long, raw: raw.trimEnd(), tracked: one.short !== undefined });
    const own = styleOf(raw, place, document.format === "plain");
    style ??= own;
    // What is in part no list is left alone as a whole.
    if (!own || own.between.trim() !== style?.between.trim() || !isLine(raw, kind)) return undefined;
  }
  return style ? { written, style } : undefined;
}

function styleOf(raw: string, place: Place, plain: boolean): LineStyle | undefined {
  const found = /^(\s*(?:[-*+]\s+)?)(\*\*|__|\*|_)?(?:[^:=,–—\t]+?)\2(\s*[:=\t,]\s*|\s[–—-]\s)/.exec(raw);
  if (!found || (place.entry.block.setting.list && !/\S/.test(found[1] as string))) return undefined;
  return { lead: found[1] as string, mark: found[2] ?? "", between: found[3] as string, plain };
}

function readable({ block }: Entry): string {
  return block.segments
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function withBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n").trimEnd();
}

/** Whether a block stands by itself, not in a quotation or in something else's items. */
export function isPlain({ block: { setting } }: Entry): boolean {
  return !setting.quote && !setting.list && !setting.footnote && !setting.details;
}

/** Where the line of an offset begins. */
export function lineStart(document: Draft["document"], offset: number): number {
  return document.lines.startOf(document.lines.positionAt(offset).line);
}
