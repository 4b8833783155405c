import { isBareUse, isSystematicName, type Use } from "../rules/abbreviations/uses.ts";
import type { RuleContext } from "../rules/rule.ts";
import { RangeSet } from "../scan/range-set.ts";
import type { Draft } from "./draft.ts";

/** A word in capitals of which nothing is known, with the places where it stands in the text. */
export interface UnknownAbbreviation {
  readonly short: string;
  readonly uses: readonly Use[];
}

/** With digits it is more likely the symbol of a gene, a clone or a code. */
const looksAbbreviated = /^\p{Lu}{2,6}$/u;
const romanNumeral = /^[IVXLC]+$/;

/** Least uses of a word of two letters, which may be a person's initials. */
const leastUses = 2;

/** Words with the look of an abbreviation that neither the document nor the terminology explains. */
export function unknownAbbreviations(draft: Draft, context: RuleContext): UnknownAbbreviation[] {
  const { analysis } = draft;
  const known = new Set(analysis.shortFormNames());
  const found = new Map<string, Use[]>();
  for (const entry of analysis.entries) {
    const { facts, matches } = entry;
    if (facts.shapes.length === 0) continue;
    const named = new RangeSet([...facts.occurrences, ...matches, ...facts.definitions.map(({ range }) => range)]);
    for (const { from, to, text, plural } of facts.shapes) {
      if (!looksAbbreviated.test(text) || romanNumeral.test(text) || known.has(text)) continue;
      if (context.exempt.has(text) || isSystematicName(text)) continue;
      const use: Use = { kind: "use", entry, from, to, plural };
      if (named.overlaps(use) || !isBareUse(use)) continue;
      const uses = found.get(text);
      if (uses) uses.push(use);
      else found.set(text, [use]);
    }
  }
  return [...found].filter(([short, uses]) => short.length > 2 || uses.length >= leastUses).map(([short, uses]) => ({ short, uses }));
}
