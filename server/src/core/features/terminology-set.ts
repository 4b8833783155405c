import { patternsOf, rules } from "../rules/index.ts";
import type { RuleSettings } from "../rules/settings.ts";
import { mergeRuleSettings } from "../rules/settings.ts";
import { eponymList, type ScanContext } from "../scan/facts.ts";
import { Spelling, type SpellingPair } from "../termbase/spelling.ts";
import { type Layer, Termbase } from "../termbase/termbase.ts";

/** Data about English that rules and matching share; it lives in terminology/language. */
export interface LanguageData {
  readonly spelling: readonly SpellingPair[];
  readonly eponyms: { readonly names: readonly string[]; readonly nouns: readonly string[] };
  /** Abbreviations that need no definition. */
  readonly exempt: readonly string[];
}

/** The layers and settings that hold for a folder's documents, before what each document says itself. */
export interface TerminologySet {
  readonly context: ScanContext;
  readonly exempt: ReadonlySet<string>;
  readonly settings: RuleSettings;
}

/** Puts layers, language data and settings together; the later of two layers or settings wins. */
export function createTerminologySet(
  layers: readonly Layer[],
  language: LanguageData,
  settings: readonly RuleSettings[] = [],
): TerminologySet {
  return {
    context: {
      termbase: new Termbase(layers),
      spelling: new Spelling(language.spelling),
      eponyms: eponymList(language.eponyms.names, language.eponyms.nouns),
      patterns: patternsOf(rules),
    },
    exempt: new Set(language.exempt),
    settings: mergeRuleSettings(...settings),
  };
}

/** The set with one more layer and its settings on top. */
export function withLayer(set: TerminologySet, layer: Layer | undefined, settings: RuleSettings): TerminologySet {
  const context = layer ? { ...set.context, termbase: new Termbase([...set.context.termbase.layers, layer]) } : set.context;
  return { context, exempt: set.exempt, settings: mergeRuleSettings(set.settings, settings) };
}
