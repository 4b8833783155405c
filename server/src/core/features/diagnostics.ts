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
