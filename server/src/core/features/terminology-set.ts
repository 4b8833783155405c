import { patternsOf, rules } from "../rules/index.ts";
import { mergeRuleSettings, type RuleSettings, severityOf } from "../rules/settings.ts";
import { shortFormsOf } from "../scan/abbreviation-shapes.ts";
import { eponymList, type ScanContext } from "../scan/facts.ts";
import { Spelling, type SpellingPair } from "../termbase/spelling.ts";
import { type Layer, Termbase } from "../termbase/termbase.ts";

/** Data about English that rules and matching share; it lives in terminology/language. */
export interface LanguageData {
  readonly spelling: readonly SpellingPair[];
  readonly eponyms: { readonly names: readonly string[]; readonly nouns: readonly string[] };
  /** Abbreviations that need no definition. */
  readonly exempt: readonly string[];
  /** Styles by name, from which settings can start. */
  readonly styles: Readonly<Record<string, RuleSettings>>;
  /** What abbreviations with several meanings can stand for, the likeliest first. */
  readonly ambiguous: Readonly<Record<string, readonly string[]>>;
}

/** The layers and settings that hold for a folder's documents, before what each document says itself. */
export interface TerminologySet {
  readonly context: ScanContext;
  readonly exempt: ReadonlySet<string>;
  readonly settings: RuleSettings;
  readonly styles: Readonly<Record<string, RuleSettings>>;
}

/** Puts layers, language data and settings together; the later of two layers or settings wins. */
export function createTerminologySet(
  layers: readonly Layer[],
  language: LanguageData,
  settings: readonly RuleSettings[] = [],
): TerminologySet {
  const termbase = new Termbase(layers);
  const merged = mergeRuleSettings(...settings.flatMap((own) => withStyle(own, language.styles)));
  return {
    context: {
      termbase,
      spelling: new Spelling(language.spelling),
      eponyms: eponymList(language.eponyms.names, language.eponyms.nouns),
      shortForms: shortFormsOf(termbase, new Map(Object.entries(language.ambiguous))),
      patterns: patternsFor(merged),
    },
    exempt: new Set(language.exempt),
    settings: merged,
    styles: language.styles,
  };
}

/** The set with one more layer and its settings on top. */
export function withLayer(set: TerminologySet, layer: Layer | undefined, settings: RuleSettings): TerminologySet {
  const merged = mergeRuleSettings(set.settings, ...withStyle(settings, set.styles));
  return { ...set, context: contextWith(set.context, layer, patternsFor(merged)), settings: merged };
}

/** The context with one more layer and other patterns; the same object where nothing changes, as results hang on it. */
function contextWith(context: ScanContext, layer: Layer | undefined, patterns: ScanContext["patterns"]): ScanContext {
  const alike = patterns.length === context.patterns.length && patterns.every((pattern, i) => pattern === context.patterns[i]);
  if (!layer) return alike ? context : { ...context, patterns };
  const termbase = new Termbase([...context.termbase.layers, layer]);
  return { ...context, patterns, termbase, shortForms: shortFormsOf(termbase, context.shortForms.ambiguous) };
}

/** The patterns of the rules that are on: what nobody asks is not looked for. */
function patternsFor(settings: RuleSettings): ScanContext["patterns"] {
  return patternsOf(rules.filter((rule) => severityOf(rule, settings) !== undefined));
}

/** Settings behind the style they start from. The style `consistent` says nothing: mixing alone is reported. */
function withStyle(settings: RuleSettings, styles: TerminologySet["styles"]): RuleSettings[] {
  const style = settings.extends === undefined ? undefined : styles[settings.extends];
  return style ? [style, settings] : [settings];
}
