import { isUse } from "../rules/abbreviations/uses.ts";
import type { ShortFormMention } from "../scan/mentions.ts";
import { readingUnit } from "../scan/prose.ts";
import { type DefinitionSite, definitionSites } from "./definition-sites.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** A line above a definition that says what becomes of the abbreviation. */
export interface DefinitionLens extends Range {
  readonly title: string;
  /** The abbreviation, where there is more of it to see than this definition. */
  readonly used: string | undefined;
}

/** A line for each definition of an abbreviation in running text: "SLE: defined here · 14 uses · 2 before the definition". */
export function definitionLenses(draft: Draft): DefinitionLens[] {
  const first = new Map<string, DefinitionSite>();
  const lenses: DefinitionLens[] = [];
  for (const site of definitionSites(draft)) {
    const { short, from, to, entry } = site;
    const unit = readingUnit(entry.scope);
    if (short === undefined || site.listed || unit === undefined) continue;
    const key = `${unit} ${short}`;
    const earlier = first.get(key);
    if (earlier) lenses.push({ from, to, title: `${short}: defined again, first in line ${earlier.line}`, used: short });
    else {
      first.set(key, site);
      const uses = draft.analysis.shortForm(short).filter((mention) => isUsed(mention) && readingUnit(mention.entry.scope) === unit);
      const before = uses.filter((use) => use.entry.from + use.from < from).length;
      lenses.push({
        from,
        to,
        title: [`${short}: defined here`, counted(uses.length), ...(before ? [`${before} before the definition`] : [])].join(" · "),
        used: uses.length > 0 ? short : undefined,
      });
    }
  }
  return lenses;
}

function isUsed(mention: ShortFormMention): boolean {
  return isUse(mention) || mention.kind === "variant";
}

function counted(uses: number): string {
  if (uses === 0) return "not used again";
  return uses === 1 ? "1 use" : `${uses} uses`;
}
