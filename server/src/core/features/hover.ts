import { t } from "../l10n/l10n.ts";
import { type Concept, preferredTerm } from "../termbase/concept.ts";
import type { Reading } from "../termbase/termbase.ts";
import { conceptCard, titleOf } from "./concept-card.ts";
import { type DefinitionSite, definitionSites } from "./definition-sites.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { type HlaFound, hlaNameAt } from "./hla-at.ts";
import { type ActionAddress, actionLine } from "./hover-actions.ts";
import { inThisDocument, type LineName, type NamePlace } from "./in-this-document.ts";
import { escapeMarkdown, linkTarget } from "./markdown.ts";
import { isShort, meaningsOf } from "./meanings.ts";
import { type Found, foundAt } from "./occurrence-at.ts";

export interface Hover extends Range {
  readonly markdown: string;
}

export interface HoverOptions {
  /** The address of a line of the document, counted from 1, where the editor can open it. */
  readonly lineAddress?: (line: number) => string;
  /** Where the editor follows links that do something: the address of what is to be done. */
  readonly actionAddress?: ActionAddress;
}

/** How many meanings of a name are shown with their definitions. */
const shown = 4;

/** What is known of the name at an offset, and what this document makes of it; undefined where nothing known stands. */
export function hover(draft: Draft, offset: number, options: HoverOptions = {}): Hover | undefined {
  const found = foundAt(draft, offset);
  const hla = hlaNameAt(draft, offset);
  // "HLA-DRB1" is known to the terminology; "HLA-DRB1*04:01" is what stands there.
  if (hla && (!found || hla.to - hla.from > found.to - found.from)) {
    return { from: hla.from, to: hla.to, markdown: hlaCard(hla) };
  }
  if (!found) return undefined;
  const { lineAddress, actionAddress } = options;
  const lineName: LineName = (line) => {
    const name = t("line {0}", line);
    return lineAddress ? `[${name}](${linkTarget(lineAddress(line))})` : name;
  };
  const { markdown, meanings } = describe(draft, found, offset, lineName);
  const actions = actionLine(draft, offset, meanings, actionAddress);
  return { from: found.from, to: found.to, markdown: [markdown, actions].filter(Boolean).join("\n\n") };
}

/** What a name means, and the concepts that were told of. */
interface Description {
  readonly markdown: string;
  readonly meanings: readonly { readonly concept: Concept; readonly term: string }[];
}

function describe(draft: Draft, found: Found, offset: number, lineName: LineName): Description {
  const { termbase } = draft.analysis.context;
  const { locale } = draft.terminology.settings;
  const sites = definitionSites(draft);
  const { readings, told, others } = meaningsOf(draft, found, sites, lineName);
  const defined = found.own?.short === undefined ? "undefined" : "defined";
  const place: NamePlace = { sites, offset, short: isShort(found), lineName, told: told === undefined ? undefined : defined };
  const here = (concept: Concept) => inThisDocument(draft, concept, place);
  const [reading, rival] = readings;
  if (reading && rival) {
    const list = readings.slice(0, shown).map(meaningLine);
    const rest = readings.length > shown ? [t("- {0} more", readings.length - shown)] : [];
    return {
      markdown: [told, [...list, ...rest].join("\n"), others].filter(Boolean).join("\n\n"),
      meanings: readings.slice(0, shown).map(({ concept }) => ({ concept, term: preferredTerm(concept, locale).text })),
    };
  }
  const known = reading ?? linked(found, draft);
  if (known) {
    const meant = [told, others].filter(Boolean).join(" ") || undefined;
    const card = conceptCard(known, termbase, { locale, meant, here: here(known.concept), short: found.own?.short, brief: true });
    return { markdown: card, meanings: [{ concept: known.concept, term: "" }] };
  }
  const own = found.own ? [{ concept: found.own.concept, term: found.own.long }] : [];
  return { markdown: ownCard(found, [told, others].filter(Boolean).join(" "), here, sites), meanings: own };

  /** One of several meanings: its definition, or where there is none its subject field. */
  function meaningLine({ concept, layer }: Reading): string {
    if (!concept.definition) return `- ${titleOf(concept, layer, { locale })}`;
    return `- ${titleOf(concept, undefined, { locale, bare: true })}: ${escapeMarkdown(concept.definition)}`;
  }
}

/** An HLA name: what it is and of which gene, then field by field. */
function hlaCard({ name, sentences }: HlaFound): string {
  // A sentence about a field begins with it: "04: the allele group".
  const isField = (sentence: string) => /^[\p{L}\d]+: /u.test(sentence);
  const fields = sentences.filter(isField).map((field) => `- ${escapeMarkdown(field)}`);
  const whole = sentences.filter((sentence) => !isField(sentence)).map(escapeMarkdown);
  return [`**${escapeMarkdown(name)}**`, whole.join(" "), fields.join("\n")].filter(Boolean).join("\n\n");
}

/** A name that the document ties to a concept which the terminology knows under other names. */
function linked({ own }: Found, draft: Draft): Reading | undefined {
  const { termbase } = draft.analysis.context;
  const concept = own && termbase.concept(own.concept.id);
  const layer = concept && termbase.layerOf(concept.id);
  return layer && { concept, designation: preferredTerm(concept), layer };
}

/** A name that only the document knows. */
function ownCard(
  { own }: Found,
  told: string | undefined,
  here: (concept: Concept) => string | undefined,
  sites: readonly DefinitionSite[],
): string {
  if (!own) return "";
  const { concept, short, long } = own;
  const name = short ? `**${escapeMarkdown(long)}** (${escapeMarkdown(short)})` : `**${escapeMarkdown(long)}**`;
  const definition = concept.definition ? escapeMarkdown(concept.definition) : undefined;
  const origin = sites.some((site) => site.concept.id === concept.id) ? undefined : t("*Defined in this document*");
  return [name, told, definition, here(concept) ?? origin].filter(Boolean).join("\n\n");
}
