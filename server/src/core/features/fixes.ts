import { t } from "../l10n/l10n.ts";
import type { Diagnostic, Range, TextEdit } from "./diagnostics.ts";
import { Draft } from "./draft.ts";
import { applyEdits, composeEdits, mergeEdits, mergeFixes } from "./edits.ts";

/** An action on the draft: mends one finding, all of its kind, or all that can be mended safely. */
export interface Action {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What it mends. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether this is the one to offer first. */
  readonly preferred: boolean;
}

/** Actions for the findings that touch a range: each fix, and each fix for all findings of its kind. */
export function actionsAt(draft: Draft, range: Range): Action[] {
  const all = draft.diagnostics();
  const here = all.filter((d) => d.from <= range.to && d.to >= range.from);
  const actions: Action[] = [];
  for (const diagnostic of here) {
    diagnostic.fixes.forEach((fix, i) => {
      actions.push({ title: fix.title, edits: fix.edits, diagnostics: [diagnostic], preferred: i === 0 });
    });
  }
  const offered = new Set<string>();
  for (const diagnostic of here) {
    for (const { title } of diagnostic.fixes.slice(0, 1)) {
      const alike = all.filter((d) => d.rule === diagnostic.rule && d.fixes[0]?.title === title);
      if (alike.length < 2 || offered.has(title)) continue;
      offered.add(title);
      const edits = mergeEdits(alike.map((d) => d.fixes[0] as NonNullable<(typeof d.fixes)[0]>));
      // A fix that already reaches every place needs no second action.
      if (edits.length === diagnostic.fixes[0]?.edits.length) continue;
      actions.push({ title: t("{0} in all {1} places", title, alike.length), edits, diagnostics: alike, preferred: false });
    }
  }
  return actions;
}

/** Passes after which fixing ends whatever is left; one fix may make way for another, but not for ever. */
const passes = 8;

/**
 * All safe fixes as one, or those of the rules that are `wanted`, with those that the first ones make way for; undefined
 * where there is none.
 */
export function fixAll(draft: Draft, wanted: Wanted = () => true): Action | undefined {
  const first = safeFixes(draft, wanted);
  if (first.edits.length === 0) return undefined;
  const { text } = draft.document;
  let edits: readonly TextEdit[] = first.edits;
  for (let pass = 1; pass < passes; pass++) {
    const next = safeFixes(new Draft(applyEdits(text, edits), draft.document.format, draft.folderTerminology), wanted).edits;
    if (next.length === 0) break;
    edits = composeEdits(text, edits, next);
  }
  return { title: t("Fix all that is safe to fix"), edits, diagnostics: first.mended, preferred: false };
}

/** Which rules' findings are to be mended, by id. */
type Wanted = (rule: string) => boolean;

/** How many findings of each rule can be mended safely, by the rule's id. */
export function safeFixCounts(draft: Draft): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of safeFixes(draft, () => true).mended) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function safeFixes(draft: Draft, wanted: Wanted): { edits: TextEdit[]; mended: Diagnostic[] } {
  const safe = draft.diagnostics().flatMap((diagnostic) => {
    if (!wanted(diagnostic.rule)) return [];
    const [fix] = diagnostic.fixes;
    return fix?.safe ? [{ ...fix, diagnostic }] : [];
  });
  const { edits, taken } = mergeFixes(safe);
  return { edits, mended: taken.map(({ diagnostic }) => diagnostic) };
}
