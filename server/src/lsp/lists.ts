/** Lists that a manuscript needs: kept in sync by source actions, and answered as texts of their own. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { type ListForm, type ListKind, type ListState, listForms, listKinds, listState, listText, updateList } from "../core/index.ts";
import { type ActionTarget, toRewrite } from "./convert.ts";
import type { Checked } from "./session.ts";

/** The actions that insert a list or bring it up to date, for `editor.codeActionsOnSave` and key bindings. */
export const listActionKinds: Readonly<Record<ListKind, string>> = {
  abbreviations: `${CodeActionKind.Source}.abbreviationList.immunolex`,
  glossary: `${CodeActionKind.Source}.glossary.immunolex`,
};

/** What `immunolex/list` asks. */
export interface ListParams {
  readonly uri: string;
  readonly what: ListKind;
  readonly form: ListForm;
}

/** The answer to `immunolex/list`: a list as a text of its own, and how the one in the draft stands. */
export interface ListAnswer {
  readonly text: string;
  readonly state: ListState;
  /** How often a name must be used to be listed. */
  readonly leastUses: number;
}

/** Answers `immunolex/list`; null for a document that is not checked, or a form there is not. */
export function listOf({ draft }: Checked, { what, form }: ListParams): ListAnswer | null {
  if (!listKinds.includes(what) || !listForms.includes(form)) return null;
  return { text: listText(draft, what, form), state: listState(draft, what), leastUses: draft.terminology.settings.minimumUses ?? 1 };
}

/**
 * Actions that insert a list or bring it up to date. Who asks for their kind gets them all; who opens the menu of all
 * actions, as `everything` says, is reminded of a list that is out of date.
 */
export function listActions(
  { draft }: Checked,
  target: ActionTarget,
  asked: (kind: string) => boolean | undefined,
  everything: boolean,
): CodeAction[] {
  return listKinds.flatMap((list) => {
    const kind = listActionKinds[list];
    if (!everything && !asked(kind)) return [];
    const update = updateList(draft, list);
    return update && (update.exists || asked(kind)) ? [toRewrite(target, update.title, kind, update.edits)] : [];
  });
}
