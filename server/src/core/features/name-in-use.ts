/** Whether a name that a writer wants to give is taken by something else in the document. */
import { t } from "../l10n/l10n.ts";
import { singularShort } from "../scan/document-terms.ts";
import { isGloss, isRunningText, quoted } from "../scan/prose.ts";
import { isQuoted } from "../scan/quotation.ts";
import { RangeSet } from "../scan/range-set.ts";
import { isShortForm, preferredTerm } from "../termbase/concept.ts";
import { normalisedName } from "../termbase/forms.ts";
import { type ConceptNaming, conceptsIn, namingsInEntry } from "./concept-symbol.ts";
import type { Draft } from "./draft.ts";

/** Why a name cannot be given to the concept of a naming, as a sentence for the writer; undefined where it can. */
export function nameInUse(draft: Draft, naming: ConceptNaming, text: string): string | undefined {
  for (const { key, concept, own } of conceptsIn(draft)) {
    const full = [own?.long, ...concept.designations.filter((d) => !isShortForm(d)).map((d) => d.text)];
    const short = [own?.short, ...concept.designations.filter(isShortForm).map((d) => d.text)];
    const isFull = full.some((name) => name !== undefined && normalisedName(name) === normalisedName(text));
    const isShort = short.some((name) => name === text);
    if (!isFull && !isShort) continue;
    if (key !== naming.key) {
      const other = preferredTerm(concept).text;
      return normalisedName(other) === normalisedName(text)
        ? t("{0} already names another concept in this document. Choose another name.", quoted(text))
        : t("{0} already names {1} in this document. Choose another name.", quoted(text), quoted(other));
    }
    // A name and its abbreviation that are alike would leave "SLE (SLE)".
    if (isShort && !isFull && !naming.short) return t("{0} is the abbreviation of this name already.", quoted(text));
    if (isFull && !isShort && naming.short) return t("{0} is the full form of this abbreviation already.", quoted(text));
  }
  return naming.short && isUnknownShortForm(draft, naming, text)
    ? t("{0} stands for something else in this document already. Choose another name.", quoted(text))
    : undefined;
}

/** Whether the text uses an abbreviation that neither it nor the terminology explains. */
function isUnknownShortForm(draft: Draft, { key }: ConceptNaming, text: string): boolean {
  return draft.analysis.entries.some((entry) => {
    if (!isRunningText(entry.scope)) return false;
    const alike = entry.facts.shapes.filter((shape) => singularShort(shape.text, "s") === singularShort(text, "s"));
    if (alike.length === 0) return false;
    const own = new RangeSet(namingsInEntry(draft, entry, key));
    return alike.some(({ from, to }) => !own.overlaps({ from, to }) && !isQuoted({ entry, from, to }) && !isGloss({ entry, from, to }));
  });
}
