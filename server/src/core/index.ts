/** The one door to the core: everything a server, a command line or a test may use of it. */
export { type AbbreviationInUse, type AbbreviationState, abbreviationStates, abbreviationsInUse } from "./features/abbreviations-in-use.ts";
export { type Annotation, annotation } from "./features/annotation.ts";
export { type Completion, completions } from "./features/completion.ts";
export { conceptCard, conceptLine } from "./features/concept-card.ts";
export { documentHighlights, namingAt, type Reference, references } from "./features/concept-symbol.ts";
export { type ConceptDefinition, definitionAt } from "./features/definition.ts";
export { type DefinitionLens, definitionLenses } from "./features/definition-lenses.ts";
export type { Diagnostic, QuickFix, Range, TextEdit } from "./features/diagnostics.ts";
export { type DocumentConcept, documentTerminology } from "./features/document-terminology.ts";
export { allRules, Draft } from "./features/draft.ts";
export { applyEdits, mergeEdits } from "./features/edits.ts";
export { type Expansion, expansions } from "./features/expansions.ts";
export { type Action, actionsAt, fixAll, safeFixCounts } from "./features/fixes.ts";
export { type Highlight, highlights } from "./features/highlights.ts";
export { type Hover, type HoverOptions, hover } from "./features/hover.ts";
export type { ActionAddress, HoverAction } from "./features/hover-actions.ts";
export type { ListKind } from "./features/lists/entries.ts";
export { type ListForm, listForms, listKinds, listText } from "./features/lists/export.ts";
export { type ListState, type ListUpdate, listState, updateList } from "./features/lists/update.ts";
export { type LookupResult, lookUp } from "./features/lookup.ts";
export { type PackCompletion, type PackWorld, packCompletions } from "./features/pack-help/completion.ts";
export { frontMatterCompletions, frontMatterHover, isInFrontMatter } from "./features/pack-help/front-matter.ts";
export { packHover } from "./features/pack-help/hover.ts";
export { unknownLinks } from "./features/pack-help/unknown-links.ts";
export { placesOfAbbreviation, placesOfConcept } from "./features/places.ts";
export { type BuiltIn, loadPrebuilt, type Prebuilt, prebuild } from "./features/prebuilt.ts";
export { allowances, isAllowable } from "./features/refactor/allow.ts";
export { refactoringsAt } from "./features/refactor/index.ts";
export { type NewRecord, recordAt } from "./features/refactor/record.ts";
export type { Refactoring } from "./features/refactor/refactoring.ts";
export {
  type NameChange,
  type RenameEdit,
  type RenameProblem,
  type RenameStart,
  type Renaming,
  rename,
  renameAlong,
  renameStart,
} from "./features/rename.ts";
export { rulePage, rulesTable } from "./features/rule-page.ts";
export { type CardPlace, conceptAt, type TermCard, termCard } from "./features/term-card.ts";
export { createTerminologySet, type LanguageData, type TerminologySet } from "./features/terminology-set.ts";
export { type TermInUse, termsInUse } from "./features/terms-in-use.ts";
export { withRecord, withRuleOff } from "./formats/edit-pack.ts";
export { type RawSettings, type ReadResult, readPack } from "./formats/pack.ts";
export { circularBase, namedFiles } from "./formats/settings.ts";
export { type Bundle as MessageBundle, config as configureMessages, t } from "./l10n/l10n.ts";
export { quote } from "./l10n/phrases.ts";
export type { Example, Rule, Severity } from "./rules/rule.ts";
export type { RuleSettings } from "./rules/settings.ts";
export { type Concept, type Designation, type Locale, preferredAbbreviation, preferredTerm } from "./termbase/concept.ts";
export type { Pack, Problem, Span } from "./termbase/pack.ts";
export { Spelling } from "./termbase/spelling.ts";
export { createLayer, type Layer, type LayerKind, Termbase } from "./termbase/termbase.ts";
export { draftLanguages } from "./text/draft-files.ts";
export { type Change, Lines, type Position } from "./text/lines.ts";
export type { TextFormat } from "./text/syntax.ts";
