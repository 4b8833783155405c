import { t } from "../l10n/l10n.ts";
import { abbrAmbiguous } from "../rules/abbreviations/abbr-ambiguous.ts";
import { abbrConflict } from "../rules/abbreviations/abbr-conflict.ts";
import { abbrUndefined } from "../rules/abbreviations/abbr-undefined.ts";
import { abbrUndefinedInAbstract } from "../rules/abbreviations/abbr-undefined-in-abstract.ts";
import { abbrUnused } from "../rules/abbreviations/abbr-unused.ts";
import { isAbbreviation, isDefinition } from "../rules/abbreviations/definitions.ts";
import { fullNameOf, longFormOf, meaningsOf, missingDefinition } from "../rules/abbreviations/missing.ts";
import { isBareUse, isSystematicName, isUse } from "../rules/abbreviations/uses.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import type { ShortFormMention } from "../scan/mentions.ts";
import { readingUnit } from "../scan/prose.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { placeOf } from "./places.ts";
import { unknownAbbreviations } from "./unknown-abbreviations.ts";

/** How a document treats an abbreviation; `exempt` ones need no definition. In the order in which a writer should see to them. */
export const abbreviationStates = ["conflicting", "undefined", "early", "unused", "defined", "exempt"] as const;
export type AbbreviationState = (typeof abbreviationStates)[number];

/** An abbreviation as one document uses it. */
export interface AbbreviationInUse {
  /** In the singular. */
  readonly short: string;
  /** What it stands for: as the document says, or else what the terminology takes it for. */
  readonly long: string | undefined;
  /** `early` is one that is used before it is defined. */
  readonly state: AbbreviationState;
  /** What is wrong and what to do, in a sentence or two for the writer. */
  readonly message: string | undefined;
  /** How often the short form stands outside its definitions. */
  readonly uses: number;
  /** How often the long form is written out outside them. */
  readonly longUses: number;
  /** Definitions in the text, and lines of an abbreviation list. */
  readonly definitions: number;
  /** Where a click leads first: the definition or, without one, the first use. */
  readonly place: Range;
}

/**
 * Every abbreviation of a document with its state. The rules are asked whether or not they are on, so that the list is whole
 * whatever a writer has switched off. In alphabetical order.
 */
export function abbreviationsInUse(draft: Draft): AbbreviationInUse[] {
  const context = draft.ruleContext();
  const known = draft.analysis.shortFormNames().flatMap((short) => {
    const mentions = draft.analysis.shortForm(short);
    return isListed(short, mentions, context) ? [inUse(short, mentions, context)] : [];
  });
  const unknown = unknownAbbreviations(draft, context).map(({ short, uses }) => ({
    ...counted([], undefined),
    short,
    state: "undefined" as const,
    message: t("Neither this draft nor the terminology says what it stands for. Write it out at first use."),
    uses: uses.length,
    place: placeOf(uses[0] as ShortFormMention),
  }));
  return [...known, ...unknown].sort((a, b) => compare(a.short.toLowerCase(), b.short.toLowerCase()) || compare(a.short, b.short));
}

/** Whether a short form is an abbreviation for a writer: one that the document introduces, or uses in the text. */
function isListed(short: string, mentions: readonly ShortFormMention[], context: RuleContext): boolean {
  const introduced = mentions.some(({ kind }) => kind === "definition" || kind === "listed");
  if (introduced) return true;
  if (!isAbbreviation(short, context.analysis.context.termbase)) return false;
  // A word like "PM" is an abbreviation only where the terminology has it or readers are known to take it for one.
  return mentions.some((m) => isUse(m) && isBareUse(m));
}

function inUse(short: string, mentions: readonly ShortFormMention[], context: RuleContext): AbbreviationInUse {
  const definition = mentions.find(isDefinition);
  const listed = mentions.find((m) => m.kind === "listed");
  const meaning = meaningsOf(short, context)[0];
  const long = (definition && longFormOf(definition)) ?? listed?.listed.long ?? (meaning && fullNameOf(meaning, short, context).text);
  const place = definition ?? listed ?? mentions.find(isUse) ?? (mentions[0] as ShortFormMention);
  return { short, ...counted(mentions, long), ...stateOf(short, mentions, context), place: placeOf(place) };
}

function counted(mentions: readonly ShortFormMention[], long: string | undefined) {
  const count = (...kinds: ShortFormMention["kind"][]) => mentions.filter(({ kind }) => kinds.includes(kind)).length;
  return { long, uses: count("use", "variant"), longUses: count("longUse"), definitions: count("definition", "listed") };
}

function stateOf(
  short: string,
  mentions: readonly ShortFormMention[],
  context: RuleContext,
): { state: AbbreviationState; message: string | undefined } {
  const says = (rule: Rule): string | undefined => {
    for (const check of rule.checks) {
      const [finding] = check.on === "shortForm" ? check.check(short, mentions, context) : [];
      if (finding) return finding.message;
    }
    return undefined;
  };
  const conflict = says(abbrConflict);
  if (conflict !== undefined) return { state: "conflicting", message: conflict };
  const missing = says(abbrUndefined) ?? says(abbrUndefinedInAbstract) ?? says(abbrAmbiguous);
  if (missing !== undefined) {
    const late = (["text", "abstract"] as const).some((unit) => missingDefinition(short, mentions, unit, context)?.late);
    return { state: late ? "early" : "undefined", message: missing };
  }
  const unused = says(abbrUnused);
  // What the abstract defines and only the text uses is at work all the same; the sentence says where it is not.
  const atWork = mentions.some(({ kind }) => kind === "use" || kind === "variant");
  if (unused !== undefined) return { state: atWork ? "defined" : "unused", message: unused };
  if (mentions.some((m) => m.kind === "definition" || m.kind === "listed")) return { state: "defined", message: undefined };
  const needsNone = context.exempt.has(short) || isSystematicName(short);
  const inText = mentions.some((m) => isUse(m) && readingUnit(m.entry.scope) !== undefined);
  return { state: "exempt", message: needsNone || !inText ? undefined : t("The words beside it say what it stands for.") };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
