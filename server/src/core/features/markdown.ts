import { referencePage, sourcePage } from "./web-pages.ts";

/** Text from a pack or a draft as Markdown that shows it and does nothing else: no links, images or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>&~^$-]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();
}

/** A cross-reference as a link to its page, or as plain text where its page is not known. */
export function referenceLink(curie: string): string {
  const page = referencePage(curie);
  return page ? `[${page.name} ${escapeMarkdown(page.id)}](${page.url})` : escapeMarkdown(curie);
}

/** A source, linked by its DOI or PMID. */
export function sourceLink(source: { citation: string; doi?: string; pmid?: string }): string {
  const text = escapeMarkdown(source.citation);
  const url = sourcePage(source);
  return url ? `[${text}](${url})` : text;
}
