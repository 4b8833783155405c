import type { Termbase } from "../../termbase/termbase.ts";
import type { Draft } from "../draft.ts";
import { type ListEntry, type ListKind, type ListOptions, listEntries } from "./entries.ts";
import { findList } from "./existing.ts";
import { joined, lineOf, tableHead } from "./markdown-list.ts";
import { escapeXml, type ListTable, listTable, listTitle } from "./table.ts";
import { tbx } from "./tbx.ts";

/** The forms in which a list can be had, beside its place in the document. */
export const listForms = ["table", "definitionList", "csv", "tsv", "html", "tbx"] as const;
export type ListForm = (typeof listForms)[number];

export const listKinds = ["abbreviations", "glossary"] as const satisfies readonly ListKind[];

/** A list of the document as a text of its own, with a line break at its end. */
export function listText(draft: Draft, kind: ListKind, form: ListForm, options: ListOptions = {}): string {
  const { range, written } = findList(draft, kind) ?? {};
  return textOf(listEntries(draft, kind, options, written, range), kind, form, draft.analysis.context.termbase);
}

function textOf(entries: readonly ListEntry[], kind: ListKind, form: ListForm, termbase: Termbase): string {
  const table = listTable(kind, entries);
  switch (form) {
    case "table":
      return `${[tableHead(table.head), ...table.rows.map((row) => lineOf(row, "table"))].join("\n")}\n`;
    case "definitionList":
      return `${joined(
        table.rows.map((row) => lineOf(row, "list")),
        "list",
      )}\n`;
    case "csv":
      return csv(table);
    case "tsv":
      return [table.head, ...table.rows].map((row) => `${row.map(harmless).join("\t")}\n`).join("");
    case "html":
      return html(table, kind);
    case "tbx":
      return tbx(entries, kind, termbase);
  }
}

/** As RFC 4180 has it. */
function csv({ head, rows }: ListTable): string {
  return [head, ...rows].map((row) => `${row.map((cell) => csvCell(harmless(cell))).join(",")}\r\n`).join("");
}

function csvCell(text: string): string {
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a cell that begins so as a formula; the apostrophe makes it a text. */
function harmless(cell: string): string {
  return /^[=+@-]/.test(cell) ? `'${cell}` : cell;
}

/** A page with one table, which Word opens and takes in from the clipboard as a table of its own. */
function html({ head, rows }: ListTable, kind: ListKind): string {
  const title = listTitle(kind);
  const row = (cells: readonly string[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join("")}</tr>`;
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    "<body>",
    '<table border="1">',
    `<thead>${row(head, "th")}</thead>`,
    "<tbody>",
    ...rows.map((cells) => row(cells, "td")),
    "</tbody>",
    "</table>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
