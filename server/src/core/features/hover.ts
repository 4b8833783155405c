import { t } from "../l10n/l10n.ts";
import { type Concept, preferredTerm } from "../termbase/concept.ts";
import type { Reading } from "../termbase/termbase.ts";
import { conceptCard, titleOf } from "./concept-card.ts";
import { type DefinitionSite, definitionSites } from "./definition-sites.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { hlaNameAt } from "./hla-at.ts";
import { inThisDocument, type LineName } from "./in-this-document.ts";
import { escapeMarkdown } from "./markdown.ts";
import { isShort, meaningsOf } from "./meanings.ts";
import { type Found, foundAt } from "./occurrence-at.ts";

export interface Hover extends Range {
  readonly markdown: string;
}

export interface HoverOptions {
  /** The address of a line of the document, counted from 1, where the editor can open it. */
  readonly lineAddress?: (line: number) => string;
}

/** How many meanings of a name are shown with their definitions. */
const shown = 4;

/** What is known of the name at an offset, and what this document makes of it; undefined where nothing known stands. */
export function hover(draft: Draft, offset: number, options: HoverOptions = {}): Hover | undefined {
  const found = foundAt(draft, offset);
  const hla = hlaNameAt(draft, offset);
  // "HLA-DRB1" is known to the terminology; "HLA-DRB1*04:01" is what stands there.
  if (hla && (!found || hla.to - hla.from > found.to - found.from)) {
    const [what, ...fields] = hla.sentences.map(escapeMarkdown);
    const list = fields.map((field) => `- ${field}`).join("\n");
    return { from: hla.from, to: hla.to, markdown: [`**${escapeMarkdown(hla.name)}**`, what, list].filter(Boolean).join("\n\n") };
  }
  if (!found) return undefined;
  const { lineAddress } = options;
  const lineName: LineName = (line) => {
    const name = t("line {0}", line);
    return lineAddress ? `[${name}](${linkTarget(lineAddress(line))})` : name;
  };
  return { from: found.from, to: found.to, markdown: describe(draft, found, offset, lineName) };
}

function describe(draft: Draft, found: Found, offset: number, lineName: LineName): string {
  const { termbase } = draft.analysis.context;
  const { locale } = draft.terminology.settings;
  const sites = definitionSites(draft);
  const { readings, told } = meaningsOf(draft, found, sites, lineName);
  const here = (concept: Concept) => inThisDocument(draft, concept, { sites, offset, short: isShort(found), lineName });
  const [reading, rival] = readings;
  if (reading && rival) {
    const list = readings.slice(0, shown).map(({ concept, layer }) => {
      const definition = concept.definition ? `: ${escapeMarkdown(concept.definition)}` : "";
      return `- ${titleOf(concept, layer, { locale })}${definition}`;
    });
    return `${told}\n\n${list.join("\n")}`;
  }
  const known = reading ?? linked(found, draft);
  if (known) return conceptCard(known, termbase, { locale, meant: told, here: here(known.concept), short: found.own?.short, brief: true });
  return ownCard(found, told, here, sites);
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

/** An address that cannot end the link around it. */
function linkTarget(address: string): string {
  return address.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
