import { isShortForm } from "../../../server/src/core/termbase/concept.ts";
import { type Finding, finding, type Terminology } from "../terminology.ts";

const LOCALES = ["en-US", "en-GB"] as const;

/**
 * Exactly one preferred full form in each spelling. A concept that goes by its symbol (HLA-DP) has a
 * preferred symbol instead, and then no full form that rivals it.
 */
export function preferredForms({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const names = entry.concept.designations;
    const full = names.filter((name) => !isShortForm(name) && (name.status === "preferred" || name.status === "admitted"));
    if (full.length === 0 && names.filter((name) => isShortForm(name) && name.status === "preferred").length === 1) return [];
    return LOCALES.flatMap((locale) => {
      const preferred = full.filter((name) => name.status === "preferred");
      const own = preferred.filter((name) => name.locale === locale);
      const count = own.length > 0 ? own.length : preferred.filter((name) => name.locale === undefined).length;
      if (count === 1) return [];
      return [finding(entry, "id", `There are ${count} preferred full forms for ${locale}; there must be one.`)];
    });
  });
}
