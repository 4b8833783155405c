import type { MatchType } from "../termbase/concept.ts";
import { referencePage, sourcePage } from "./web-pages.ts";

/** Text from a pack or a draft as Markdown that shows it and does nothing else: no links, images or HTML. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]()#+!|<>&~^$@-]/g, "\\$&")
      // Viewers make links of bare addresses.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
      .replace(/\s+/g, " ")
      .trim()
      // At the start of a line, a year with a full stop would begin a numbered list.
      .replace(/^(\d+)\./, "$1\\.")
  );
}

/** How a page that is not about just this concept stands to it. */
const matches: Readonly<Record<MatchType, string>> = { exact: "", close: " (close)", broad: " (broader)", narrow: " (narrower)" };

/** A cross-reference as a link to its page, or as plain text where its page is not known. */
export function referenceLink(curie: string, match: MatchType = "exact"): string {
  const page = referencePage(curie);
  return page ? `[${page.name} ${escapeMarkdown(page.id)}](${page.url})${matches[match]}` : escapeMarkdown(curie);
}

/** A source, linked by its DOI or PMID. */
export function sourceLink(source: { citation: string; doi?: string; pmid?: string }): string {
  const text = escapeMarkdown(source.citation);
  const url = sourcePage(source);
  return url ? `[${text}](${url})` : text;
}

/** "a, b and 3 more": the first of a list, and how many are left out. The items are Markdown already. */
export function shortList(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** An address that cannot end the link around it. */
export function linkTarget(address: string): string {
  return address.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
