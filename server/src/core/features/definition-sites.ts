import { t } from "../l10n/l10n.ts";
import { type DocumentTerm, singularShort } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import type { Concept } from "../termbase/concept.ts";
import type { Scope } from "../text/sections.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** A place where a document says what a name means. */
export interface DefinitionSite extends Range {
  /** Undefined for a glossary entry without an abbreviation. */
  readonly short: string | undefined;
  readonly long: string;
  readonly concept: Concept;
  readonly entry: Entry;
  /** From 1, as an editor counts. */
  readonly line: number;
  /** Whether it is a line of a list or a glossary, not running text. */
  readonly listed: boolean;
}

/** All places where a document defines names, in document order. Costs a pass over its blocks, so it is for requests alone. */
export function definitionSites(draft: Draft): DefinitionSite[] {
  const { analysis, document } = draft;
  const terms = new Map(analysis.terms.terms.map((term) => [keyOf(term), term]));
  const sites: DefinitionSite[] = [];
  const add = (entry: Entry, short: string | undefined, long: string, range: Range, listed: boolean) => {
    const name = short === undefined ? undefined : singularShort(short, long);
    const concept = terms.get(keyOf({ short: name, long }))?.concept;
    if (!concept) return;
    const [from, to] = [entry.from + range.from, entry.from + range.to];
    sites.push({ short: name, long, concept, entry, from, to, line: document.lines.positionAt(from).line + 1, listed });
  };
  for (const entry of analysis.entries) {
    for (const { short, long, range } of entry.facts.definitions) add(entry, short, long, range, false);
    for (const { short, long, range } of entry.listed) add(entry, short, long, range, true);
  }
  return sites;
}

function keyOf({ short, long }: Pick<DocumentTerm, "short" | "long">): string {
  return `${short ?? ""}|${long}`;
}

/** Parts of a manuscript as a writer calls them, where the line alone may surprise. */
const parts: Partial<Readonly<Record<Scope, () => string>>> = {
  title: () => t("title"),
  heading: () => t("heading"),
  abstract: () => t("abstract"),
  caption: () => t("caption"),
  table: () => t("table"),
  footnote: () => t("footnote"),
  quote: () => t("quotation"),
  abbreviations: () => t("abbreviation list"),
  glossary: () => t("glossary"),
};

/** The part of the manuscript that a site stands in; undefined for the text itself. */
export function partOf({ entry }: DefinitionSite): string | undefined {
  return parts[entry.scope]?.();
}
