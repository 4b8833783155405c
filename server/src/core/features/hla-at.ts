import { describeHlaName } from "../nomenclature/hla-description.ts";
import { findHlaAlleles } from "../nomenclature/hla-mentions.ts";
import type { Entry } from "../scan/mentions.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

/** An HLA name in the text. */
export interface HlaFound extends Range {
  /** The name as it is meant: with the locus that a list left out, without a backslash before the asterisk. */
  readonly name: string;
  /** What it means, a sentence a field. */
  readonly sentences: readonly string[];
}

/** Names without an asterisk: "HLA-DRB1", "HLA-B27". */
const plain = /(?<![\p{L}\p{N}])HLA[-‐‑][A-Z][A-Za-z]{0,3}\d{0,4}(?![\p{L}\p{N}*∗⁎＊:])/gu;

/** The HLA name at an offset, its end included; undefined where none stands there. */
export function hlaNameAt(draft: Draft, offset: number): HlaFound | undefined {
  const entry = draft.analysis.entryAt(offset);
  if (!entry || !/HLA|\d/.test(entry.block.source)) return undefined;
  const at = offset - entry.from;
  for (const { name, range } of namesIn(entry)) {
    if (range.from > at || at > range.to) continue;
    const sentences = describeHlaName(name);
    if (sentences) return { from: entry.from + range.from, to: entry.from + range.to, name, sentences };
  }
  return undefined;
}

function* namesIn({ block }: Entry): IterableIterator<{ name: string; range: Range }> {
  for (const { text, range } of block.segments) {
    for (const mention of findHlaAlleles(text)) {
      yield { name: mention.prefixed ? `HLA-${mention.name}` : mention.name, range: range(mention.from, mention.to) };
    }
    for (const { 0: name, index } of text.matchAll(plain)) yield { name, range: range(index, index + name.length) };
  }
  // Markdown may have taken the asterisks of two alleles for emphasis; in the source they still stand.
  for (const { from, to, name, prefixed } of findHlaAlleles(block.source)) {
    yield { name: prefixed ? `HLA-${name}` : name, range: { from, to } };
  }
}
