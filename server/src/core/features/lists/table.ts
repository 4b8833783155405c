import type { ListEntry, ListKind } from "./entries.ts";

/** A list as its headings and rows, before it is put into any form. */
export interface ListTable {
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

/** What stands above and in the columns of a list. */
export function listTable(kind: ListKind, entries: readonly ListEntry[]): ListTable {
  if (kind === "abbreviations") {
    return { head: ["Abbreviation", "Meaning"], rows: entries.map(({ short, term }) => [oneLine(short ?? term), oneLine(term)]) };
  }
  return {
    head: ["Term", "Definition"],
    rows: entries.map(({ short, term, definition }) => [
      oneLine(short === undefined ? term : `${term} (${short})`),
      oneLine(definition ?? ""),
    ]),
  };
}

/** A text without breaks, and without characters that no text file should hold. */
export function oneLine(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** The heading under which a list stands. */
export function listTitle(kind: ListKind): string {
  return kind === "abbreviations" ? "Abbreviations" : "Glossary";
}

/** Text as it may stand in HTML and XML, between tags and in attributes. */
export function escapeXml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
