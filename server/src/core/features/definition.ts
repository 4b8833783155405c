/** Where the concept at a place is defined: in the document, or in a record of the terminology. */
import type { Entry } from "../scan/mentions.ts";
import { readingUnit } from "../scan/prose.ts";
import type { Layer } from "../termbase/termbase.ts";
import { type ConceptNaming, keyOfTerm, namingAt, termsDefined } from "./concept-symbol.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** The definition of the name at a place; offsets of the document. */
export interface ConceptDefinition {
  /** The name that was asked about. */
  readonly origin: Range;
  /** Where the document itself defines it, if it does. */
  readonly range: Range | undefined;
  /** The record in the terminology, which counts where the document says nothing. */
  readonly record: { readonly layer: Layer; readonly id: string } | undefined;
}

/** Finds what defines the name at an offset; undefined where no known name stands. */
export function definitionAt(draft: Draft, offset: number): ConceptDefinition | undefined {
  const naming = namingAt(draft, offset);
  if (!naming) return undefined;
  const layer = draft.analysis.context.termbase.layerOf(naming.concept.id);
  return {
    origin: rangeOf(naming.entry, naming),
    range: placeOfDefinition(draft, naming) ?? draft.frontMatterRecords.get(naming.concept.id),
    record: layer && { layer, id: naming.concept.id },
  };
}

/** In running text before in lists; from a definition one goes on to the next, or stays where there is no other. */
function placeOfDefinition(draft: Draft, naming: ConceptNaming): Range | undefined {
  const here = rangeOf(naming.entry, naming);
  const inText = definitionsInText(draft, naming);
  const all = [...inText, ...listings(draft, naming.key)];
  return all.find(({ from, to }) => to <= here.from || here.to <= from) ?? all[0];
}

/** Definitions in running text, those of the part that the name stands in first: an abstract defines for itself. */
function definitionsInText(draft: Draft, { key, entry: { scope } }: ConceptNaming): Range[] {
  const unit = readingUnit(scope);
  const [near, far]: [Range[], Range[]] = [[], []];
  for (const entry of draft.analysis.entries) {
    if (entry.scope === "references") continue;
    for (const definition of entry.facts.definitions) {
      if (!termsDefined(draft, definition).some((term) => keyOfTerm(draft, term) === key)) continue;
      (readingUnit(entry.scope) === unit ? near : far).push(rangeOf(entry, definition.range));
    }
  }
  return [...near, ...far];
}

/** Lines of abbreviation lists, then those of glossaries. */
function listings(draft: Draft, key: string): Range[] {
  const [short, long]: [Range[], Range[]] = [[], []];
  const { entries } = draft.analysis;
  for (const entry of entries) {
    for (const listed of entry.listed) {
      if (!termsDefined(draft, listed).some((term) => keyOfTerm(draft, term) === key)) continue;
      const range = rangeOf(entry, listed.range);
      // In a definition list the name stands in the block before.
      const named = entry.block.setting.details ? { from: entries[entry.index - 1]?.from ?? range.from, to: range.to } : range;
      (listed.definition === undefined ? short : long).push(named);
    }
  }
  return [...short, ...long];
}

function rangeOf(entry: Entry, { from, to }: Range): Range {
  return { from: entry.from + from, to: entry.from + to };
}
