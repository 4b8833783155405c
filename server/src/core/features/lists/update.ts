import { t } from "../../l10n/l10n.ts";
import type { TextEdit } from "../diagnostics.ts";
import { Draft } from "../draft.ts";
import { applyEdits, composeEdits } from "../edits.ts";
import { type ListKind, type ListOptions, listEntries } from "./entries.ts";
import { findList, isPlain, type ListPlace, lineStart } from "./existing.ts";
import { joined, type LineStyle, type ListStyle, lineOf, tableHead } from "./markdown-list.ts";
import { listTable, listTitle } from "./table.ts";

/** What brings a list of the document up to date. */
export interface ListUpdate {
  /** As a command: "Update the abbreviation list (2 new, 1 no longer used)". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether the document has the list already. */
  readonly exists: boolean;
}

export interface UpdateOptions extends ListOptions {
  /** The form of a new list; one that is there keeps its own. */
  readonly style?: "table" | "list" | undefined;
}

/** Rounds after which a list that still is another is left alone. */
const rounds = 4;

/**
 * Edits that insert a list, or bring the one that is there up to date; undefined where nothing is to be done, or
 * where a writer has arranged the list in a way of their own. A second update finds nothing to do.
 */
export function updateList(draft: Draft, kind: ListKind, options: UpdateOptions = {}): ListUpdate | undefined {
  const first = step(draft, kind, options);
  if (!first) return undefined;
  const { text, format } = draft.document;
  let edits: readonly TextEdit[] = [first.edit];
  // What a list says is part of what the document says, so the list is read again with it.
  for (let round = 0; round < rounds; round++) {
    const after = new Draft(applyEdits(text, edits), format, draft.folderTerminology);
    // In an open code block, say, the list would be no list.
    if (!findList(after, kind)) return undefined;
    const next = step(after, kind, options);
    if (!next) return { title: first.title, edits, exists: first.exists };
    edits = composeEdits(text, edits, [next.edit]);
  }
  return undefined;
}

/**
 * How a list stands: there is something to do (`open`), it says what it should (`current`), a writer has arranged it in a way
 * of their own (`byHand`), or the document has nothing to list (`empty`).
 */
export type ListState = "open" | "current" | "byHand" | "empty";

export function listState(draft: Draft, kind: ListKind): ListState {
  const place = findList(draft, kind);
  if (place?.byHand) return "byHand";
  if (listEntries(draft, kind, {}, place?.written, place?.range).length === 0) return "empty";
  return updateList(draft, kind) ? "open" : "current";
}

interface Step {
  readonly title: string;
  readonly edit: TextEdit;
  readonly exists: boolean;
}

function step(draft: Draft, kind: ListKind, options: UpdateOptions): Step | undefined {
  const { document } = draft;
  const place = findList(draft, kind);
  if (place?.byHand) return undefined;
  const entries = listEntries(draft, kind, options, place?.written, place?.range);
  if (entries.length === 0) return undefined;
  const { rows, head } = listTable(kind, entries);
  const style: ListStyle = document.format === "plain" ? plainStyle : (place?.style ?? options.style ?? "table");
  const before = new Map(place?.written.map(({ name, text, raw }) => [`${name}\n${text}`, raw]));
  // A line that says the same stays as it was written, with its markup.
  const lines = rows.map((row) => before.get(row.join("\n")) ?? lineOf(row, style));
  const all = style === "table" ? [place?.head ?? tableHead(head), ...lines] : lines;
  const lineBreak = /\r?\n/.exec(document.slice(0, Math.min(document.length, 10_000)))?.[0] ?? "\n";
  const list = joined(all, typeof style === "object" && place?.style !== style ? plainStyle : style);
  const edit = place ? inPlace(place, list) : asSection(draft, kind, list);
  const text = edit.text.replace(/\n/g, lineBreak);
  if (document.slice(edit.from, edit.to) === text) return undefined;
  return {
    title: titleOf(
      kind,
      place,
      rows.map(([name]) => name),
    ),
    edit: { ...edit, text },
    exists: place?.style !== undefined,
  };
}

const plainStyle: LineStyle = { lead: "", mark: "", between: ": ", plain: true };

function inPlace({ range, style, marked }: ListPlace, list: string): TextEdit {
  if (marked) return { ...range, text: `\n\n${list}\n\n` };
  return { ...range, text: style === undefined ? `\n\n${list}` : list };
}

/** A section of its own, before the references where there are any. */
function asSection({ analysis, document }: Draft, kind: ListKind, list: string): TextEdit {
  const references = analysis.entries.find((entry) => entry.block.opens?.section === "references" && isPlain(entry));
  const level = references?.block.level || sectionLevel(analysis.entries.map(({ block }) => block.level));
  const heading = document.format === "plain" ? listTitle(kind) : `${"#".repeat(level)} ${listTitle(kind)}`;
  const section = `${heading}\n\n${list}\n`;
  if (references) {
    const at = lineStart(document, references.from);
    return { from: at, to: at, text: `${gapAfter(document.slice(Math.max(0, at - 4), at))}${section}\n` };
  }
  const end = document.length;
  return { from: end, to: end, text: `${gapAfter(document.slice(Math.max(0, end - 4), end))}${section}` };
}

/** The breaks that are missing for a blank line behind a text. */
function gapAfter(text: string): string {
  if (text === "" || /\n\r?\n$/.test(text)) return "";
  return text.endsWith("\n") ? "\n" : "\n\n";
}

/** The level of the document's main sections: the highest that two headings have, or the one below the title. */
function sectionLevel(levels: readonly number[]): number {
  for (let level = 1; level < 6; level++) if (levels.filter((l) => l === level).length > 1) return level;
  return 2;
}

function titleOf(kind: ListKind, place: ListPlace | undefined, names: readonly string[]): string {
  if (place?.style === undefined) return insertTitle(kind, names.length);
  if (place.marked) return updateTitle(kind, []);
  const before = new Set(place.written.map(({ name }) => name));
  const added = names.filter((name) => !before.has(name)).length;
  const removed = before.size - (names.length - added);
  return updateTitle(kind, [...(added > 0 ? [t("{0} new", added)] : []), ...(removed > 0 ? [t("{0} no longer needed", removed)] : [])]);
}

function insertTitle(kind: ListKind, entries: number): string {
  if (kind === "abbreviations")
    return entries === 1 ? t("Insert abbreviation list (1 entry)") : t("Insert abbreviation list ({0} entries)", entries);
  return entries === 1 ? t("Insert glossary (1 entry)") : t("Insert glossary ({0} entries)", entries);
}

function updateTitle(kind: ListKind, changes: readonly string[]): string {
  const told = changes.join(", ");
  if (kind === "abbreviations") return told === "" ? t("Update abbreviation list") : t("Update abbreviation list ({0})", told);
  return told === "" ? t("Update glossary") : t("Update glossary ({0})", told);
}
