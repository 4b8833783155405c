import type { ListTable } from "./table.ts";

/** How the lines of a list are written that is neither a table nor a definition list. */
export interface LineStyle {
  /** What stands before the name: a list mark, or nothing. */
  readonly lead: string;
  /** What the name is wrapped in: "**", or nothing. */
  readonly mark: string;
  /** What stands between the name and the rest. */
  readonly between: string;
  /** Whether the document is plain text, where nothing is markup and nothing is escaped. */
  readonly plain: boolean;
}

/** The form that a list has in the document. */
export type ListStyle = "table" | "list" | LineStyle;

/** A table's heading row with the line below it. */
export function tableHead([left, right]: ListTable["head"]): string {
  return `| ${left} | ${right} |\n|---|---|`;
}

/** One entry of a list as the source of a document. */
export function lineOf([name, text]: ListTable["rows"][number], style: ListStyle): string {
  if (style === "table") return `| ${escapeCell(name)} | ${escapeCell(text)} |`;
  if (style === "list") return `${escapeLineStart(name)}\n: ${escapeLineStart(text)}`;
  const { lead, mark, between, plain } = style;
  if (plain) return `${lead}${name}${between}${text}`;
  return `${lead}${mark}${lead || mark ? escapeText(name) : escapeLineStart(name)}${mark}${between}${escapeText(text)}`;
}

/** Entries as a list: what stands between two of them depends on the style. */
export function joined(lines: readonly string[], style: ListStyle): string {
  return lines.join(style === "list" ? "\n\n" : "\n");
}

function escapeCell(text: string): string {
  return escapeText(text) || " ";
}

function escapeLineStart(text: string): string {
  return escapeText(text).replace(/^(?:[-+>#:=~]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/**
 * Text that Markdown shows as it is. Signs that mean nothing inside a line stay as they are, so that the list reads
 * well as a source, too.
 */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]|$~^]|<(?=[\p{L}/!?])|&(?=#|\w+;)|(?<![\p{L}\p{N}])@(?=[\p{L}{])|\{(?=[{%<])/gu, "\\$&");
}
