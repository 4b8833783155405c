import { isShortForm } from "../../../server/src/core/termbase/concept.ts";
import { mentionsIn } from "../names.ts";
import { type Finding, finding, type Terminology } from "../terminology.ts";

/** A token with two capitals, or a capital and a digit. */
const ABBREVIATION = /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*[\p{Lu}\p{Nd}])[\p{L}\p{N}][\p{L}\p{N}-]*/gu;

/**
 * A reader of a definition need not know our abbreviations: each is spelled out right before it, is on
 * the list of exempt ones, or belongs to a full name such as "HLA-B27".
 */
export function undefinedAbbreviation(terminology: Terminology): Finding[] {
  return terminology.entries.flatMap((entry) => {
    const definition = entry.concept.definition ?? "";
    // The rows of a table of facts name genes and each other by their symbols, which are all that there is.
    const named = mentionsIn(definition, terminology).filter(({ designation }) => entry.composed || !isShortForm(designation));
    return [...definition.matchAll(ABBREVIATION)]
      .filter(({ 0: token, index }) => {
        const bare = token.replace(/s$/, "");
        if (terminology.isExempt(token) || terminology.isExempt(bare)) return false;
        if (bare.split("-").every((part) => terminology.isExempt(part) || !/\p{Lu}.*[\p{Lu}\p{Nd}]/u.test(part))) return false;
        if (definition[index - 1] === "(" || (entry.composed && /\d/.test(token))) return false;
        return !named.some(({ from, to }) => from <= index && index + token.length <= to);
      })
      .map(({ 0: token }) => finding(entry, "definition", `"${token}" is not spelled out.`));
  });
}
