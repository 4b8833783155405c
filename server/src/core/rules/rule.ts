import type { Analysis } from "../scan/analysis.ts";
import type { Eponym, SpelledWord } from "../scan/facts.ts";
import type { ConceptGroup, Entry, Mark, Place, ShortFormMention } from "../scan/mentions.ts";
import type { Pattern } from "../scan/patterns.ts";
import type { Locale } from "../termbase/concept.ts";
import type { TextFormat } from "../text/syntax.ts";

export type Severity = "error" | "warning" | "information" | "hint";

export interface Edit extends Place {
  readonly text: string;
}

/** A way to mend a finding. */
export interface Fix {
  /** What it does, as a command: "Use “autoimmune disease”". */
  readonly title: string;
  /** Whether it may be applied without a person looking at it. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule has to say about one place. */
export interface Finding extends Place {
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly (Place & { readonly message: string })[];
  /** The best first. Asked for when a writer does, since most findings are only looked at. */
  readonly fixes?: () => readonly Fix[];
}

/** What rules may ask beside their group. */
export interface RuleContext {
  readonly analysis: Analysis;
  readonly format: TextFormat;
  /** The spelling the writer has chosen, if any. */
  readonly locale: Locale | undefined;
  /** Abbreviations that need no definition. */
  readonly exempt: ReadonlySet<string>;
  /** The form a writer has chosen for a rule that compares forms; undefined where even use is enough. */
  preferred(rule: string): string | undefined;
  /** How often an abbreviation must be used to be worth defining. */
  readonly minimumUses: number;
}

/** What a rule looks at: a group of mentions, from one place or from all over the document. */
export type Check =
  | { readonly on: "block"; check(entry: Entry, context: RuleContext): Finding[] }
  | { readonly on: "shortForm"; check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] }
  | { readonly on: "concept"; check(group: ConceptGroup, context: RuleContext): Finding[] }
  /** A pattern's matches, all of the document together: for what is only a fault beside something else. */
  | { readonly on: "marks"; readonly pattern: Pattern; check(marks: readonly Mark[], context: RuleContext): Finding[] }
  /** A pattern's matches, each for itself. */
  | { readonly on: "mark"; readonly pattern: Pattern; check(mark: Mark, context: RuleContext): Finding | undefined }
  | { readonly on: "spelling"; check(words: readonly { entry: Entry; word: SpelledWord }[], context: RuleContext): Finding[] }
  | { readonly on: "eponyms"; check(eponyms: readonly { entry: Entry; eponym: Eponym }[], context: RuleContext): Finding[] };

/** A pair of texts that shows a rule at work; each example is run as a test. */
export interface Example {
  readonly bad: string;
  /** What the first fix makes of it; absent where the rule offers none. */
  readonly good?: string;
}

/** One rule, whole: its documentation, its settings and its tests come from here. */
export interface Rule {
  /** A kebab-case noun that reads well after "allow". */
  readonly id: string;
  readonly severity: Severity;
  /** Set for a rule that runs only where a writer asks for it: why. */
  readonly offByDefault?: string;
  /** The forms among which a writer can choose; without a choice, mixing alone is reported. */
  readonly forms?: readonly string[];
  /** One line: what is reported, in the reader's language. */
  readonly title: string;
  /** Why a writer should care. */
  readonly why: string;
  /** Who says so. */
  readonly source: string;
  readonly examples: readonly Example[];
  /** Texts that look like a fault and are none. */
  readonly traps: readonly string[];
  /** The checks that make up the rule; most have one. */
  readonly checks: readonly Check[];
}
