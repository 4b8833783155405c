import type { Edit, Severity } from "../rules/rule.ts";
import type { RuledFinding } from "../rules/run.ts";
import type { Place } from "../scan/mentions.ts";

/** A range of the document, in UTF-16 units from its start. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface TextEdit extends Range {
  readonly text: string;
}

export interface QuickFix {
  readonly title: string;
  /** Whether it may be applied without a person looking at it. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A finding where it stands in the document. */
export interface Diagnostic extends Range {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Range & { readonly message: string })[];
  /** Worked out when first asked for, which must be before the draft's next edit. */
  readonly fixes: readonly QuickFix[];
}

/** A finding with its places counted from the document's start. */
export function toDiagnostic(finding: RuledFinding): Diagnostic {
  let fixes: QuickFix[] | undefined;
  return {
    ...absolute(finding),
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message,
    related: (finding.related ?? []).map((place) => ({ ...absolute(place), message: place.message })),
    get fixes() {
      fixes ??= (finding.fixes?.() ?? []).map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(absoluteEdit) }));
      return fixes;
    },
  };
}

function absolute({ entry, from, to }: Place): Range {
  return { from: entry.from + from, to: entry.from + to };
}

function absoluteEdit(edit: Edit): TextEdit {
  return { ...absolute(edit), text: edit.text };
}

/** The edits of several fixes as one: in order, each once, and none that overlaps one of an earlier fix. */
export function mergeEdits(fixes: readonly QuickFix[]): TextEdit[] {
  return mergeFixes(fixes).edits;
}

/** As `mergeEdits`, with the fixes that went in. */
export function mergeFixes<Fix extends QuickFix>(fixes: readonly Fix[]): { edits: TextEdit[]; taken: Fix[] } {
  const edits: TextEdit[] = [];
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.map((edit) => ({ edit, at: placeOf(edits, edit) })).filter(({ edit, at }) => !same(edits[at], edit));
    // A fix is applied whole or not at all.
    if (fresh.some(({ edit, at }) => overlap(edit, edits[at]) || overlap(edit, edits[at - 1]))) continue;
    for (const { edit } of fresh) edits.splice(placeOf(edits, edit), 0, edit);
    taken.push(fix);
  }
  return { edits, taken };
}

/** Where an edit belongs in a list that is in order. */
function placeOf(edits: readonly TextEdit[], edit: TextEdit): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).from < edit.from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function same(a: TextEdit | undefined, b: TextEdit): boolean {
  return a !== undefined && a.from === b.from && a.to === b.to && a.text === b.text;
}

function overlap(a: Range, b: Range | undefined): boolean {
  return b !== undefined && ((a.from < b.to && b.from < a.to) || a.from === b.from);
}

/** The text with edits applied; they must be in order and apart, as `mergeEdits` answers them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}
