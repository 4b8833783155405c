/** Actions at a place beside quick fixes: changes of wording, and what goes into the folder's settings file. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver";
import {
  allowances,
  type Range as CoreRange,
  type Diagnostic,
  isAllowable,
  quote,
  recordAt,
  refactoringsAt,
  t,
  withRecord,
  withRuleOff,
} from "../core/index.ts";
import { type ActionTarget, type FileTarget, toDiagnostic, toFileEdit, toRewrite } from "./convert.ts";
import type { Checked } from "./session.ts";

/** A place, and what an action there can change. */
export interface Editing {
  readonly target: ActionTarget;
  readonly within: CoreRange;
  /** The folder's settings file, where the document belongs to a folder. */
  readonly file: FileTarget | undefined;
  /** Whether the client takes edits that make a file. */
  readonly creates: boolean;
}

/** Changes of wording at a place, and the record for a pack that a term there may become. */
export function rewriteActions({ draft }: Checked, editing: Editing): CodeAction[] {
  const { target, within } = editing;
  const kind = CodeActionKind.RefactorRewrite;
  const actions = refactoringsAt(draft, within).map(({ title, edits }) => toRewrite(target, title, kind, edits));
  const record = recordAt(draft, within);
  const edit = record && fileEdit(editing, (text) => withRecord(text, record));
  if (!edit) return actions;
  const name = record.abbreviation === undefined ? record.term : `${record.term} (${record.abbreviation})`;
  return [...actions, { title: t("Add “{0}” to the terms of this folder", name), kind, edit }];
}

/** Allows what the findings at a place report: there, in the file, and in the folder. */
export function allowActions({ draft }: Checked, editing: Editing): CodeAction[] {
  const { target, within } = editing;
  const rules = new Map<string, Diagnostic>();
  for (const diagnostic of draft.diagnostics()) {
    const touches = diagnostic.from <= within.to && diagnostic.to >= within.from;
    if (touches && isAllowable(diagnostic) && !rules.has(diagnostic.rule)) rules.set(diagnostic.rule, diagnostic);
  }
  return [...rules.values()].flatMap((diagnostic) => {
    const { rule } = diagnostic;
    const diagnostics = [toDiagnostic(target.uri, target.lines, diagnostic)];
    const comments = allowances(draft, diagnostic).map(({ title, edits }) => toRewrite(target, title, CodeActionKind.QuickFix, edits));
    const edit = fileEdit(editing, (text) => withRuleOff(text, rule));
    const folder = edit ? [{ title: t("Allow {0} in this folder", quote(rule)), kind: CodeActionKind.QuickFix, edit }] : [];
    return [...comments, ...folder].map((action) => ({ ...action, diagnostics }));
  });
}

/** The edit that changes the settings file, or makes it; undefined where that cannot be, or changes nothing. */
function fileEdit({ file, target, creates }: Editing, change: (text: string) => string | undefined): WorkspaceEdit | undefined {
  if (!file || (file.text === undefined && !(target.versioned && creates))) return undefined;
  const after = change(file.text ?? "");
  return after === undefined || after === file.text ? undefined : toFileEdit(file, after, file.text !== undefined, target.versioned);
}
