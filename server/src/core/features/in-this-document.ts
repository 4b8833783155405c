import { isBareUse, isSystematicName, isUse } from "../rules/abbreviations/uses.ts";
import { readingUnit } from "../scan/prose.ts";
import { type Concept, preferredAbbreviation } from "../termbase/concept.ts";
import { type DefinitionSite, partOf } from "./definition-sites.ts";
import type { Draft } from "./draft.ts";
import { escapeMarkdown } from "./markdown.ts";
import { usageOf } from "./usage.ts";

/** How many forms of a name are counted out, and how many places of a definition are named. */
const most = { forms: 4, sites: 3 };

/** A line of the document, in words; a link where the editor can follow one. */
export type LineName = (line: number) => string;

/** Where a name stands, and what is known of the document around it. */
export interface NamePlace {
  readonly sites: readonly DefinitionSite[];
  /** In UTF-16 units from the document's start. */
  readonly offset: number;
  /** Whether it is an abbreviation, which has to be defined before. */
  readonly short: boolean;
  readonly lineName: LineName;
  /** What the reader was told above: where the document defines the name, or that it does not. */
  readonly told?: "defined" | "undefined" | undefined;
}

/** What a document makes of a concept: where it defines it, how often it names it and in which forms. Markdown. */
export function inThisDocument(draft: Draft, concept: Concept, place: NamePlace): string | undefined {
  const own = place.sites.filter((site) => site.concept.id === concept.id);
  const lines = [own.length > 0 ? defined(draft, own, place) : place.told ? undefined : notDefined(draft, concept), usage(draft, concept)];
  const told = lines.filter((line) => line !== undefined);
  return told.length === 0 ? undefined : told.join("  \n");
}

function defined(draft: Draft, sites: readonly DefinitionSite[], { offset, short, lineName, told }: NamePlace): string | undefined {
  const shorts = [...new Set(sites.map(({ short, long }) => `“${escapeMarkdown(short ?? long)}”`))].slice(0, most.sites).join(" and ");
  const unit = readingUnit(draft.analysis.entryAt(offset)?.scope ?? "body");
  const inText = sites.filter((site) => !site.listed && readingUnit(site.entry.scope) === unit);
  const late = short && inText.length > 0 && inText.every(({ from }) => from > offset) ? ", only after this place" : "";
  if (told === "defined" && sites.length === 1 && late === "") return undefined;
  return `*In this document:* ${shorts} ${sites.length > 1 && shorts.includes(" and ") ? "are" : "is"} defined in ${places(sites, lineName)}${late}`;
}

/** "line 3 (abstract) and line 12". */
export function places(sites: readonly DefinitionSite[], lineName: LineName): string {
  const named = sites.slice(0, most.sites).map((site) => {
    const part = partOf(site);
    return `${lineName(site.line)}${part ? ` (${part})` : ""}`;
  });
  const rest = sites.length - named.length;
  return [...new Set(named), ...(rest > 0 ? [`${rest} more`] : [])].join(" and ").replace(/ and (?=.* and )/g, ", ");
}

/** Only an abbreviation that stands in running text and that readers have to be told needs a word. */
function notDefined(draft: Draft, concept: Concept): string | undefined {
  const short = preferredAbbreviation(concept);
  if (short?.type !== "abbreviation" || isSystematicName(short.text)) return undefined;
  const { exempt, settings } = draft.terminology;
  if (exempt.has(short.text) || settings.exempt?.includes(short.text)) return undefined;
  if (!draft.analysis.shortForm(short.text).some((mention) => isUse(mention) && isBareUse(mention))) return undefined;
  return `*In this document:* “${escapeMarkdown(short.text)}” is used and not defined`;
}

function usage(draft: Draft, concept: Concept): string | undefined {
  const { count, forms } = usageOf(draft, concept.id);
  if (count === 0) return undefined;
  const told = forms.slice(0, most.forms).map((form) => `${escapeMarkdown(form.text)} ${form.count}`);
  const rest = forms.length - told.length;
  const others = rest > 0 ? ` · ${rest} other form${rest > 1 ? "s" : ""}` : "";
  const times = count === 1 ? "once" : `${count} times`;
  return forms.length === 1 ? `*Used:* ${times}` : `*Used:* ${times} (${told.join(" · ")}${others})`;
}
