/** What the editor's tests ask about the actions at a place. */
import * as vscode from "vscode";
import { codeActions, placeIn, until } from "./support.ts";

export const rewrite = vscode.CodeActionKind.RefactorRewrite;

/** A cursor at a place, not a selection. */
export function at(document: vscode.TextDocument, over: string): vscode.Range {
  const place = placeIn(document, over);
  return new vscode.Range(place, place);
}

/** The titles of the actions at a place that are like a pattern. */
export async function titles(document: vscode.TextDocument, over: string, kind: vscode.CodeActionKind, like: RegExp): Promise<string[]> {
  const actions = await codeActions(document, at(document, over), kind);
  return actions.map(({ title }) => title).filter((title) => like.test(title));
}

/** Waits for an action, so that what is asked next is asked of a server that knows the draft. */
export async function untilOffered(document: vscode.TextDocument, over: string, like: RegExp, kind: vscode.CodeActionKind): Promise<void> {
  await until(async () => (await titles(document, over, kind, like)).length > 0, { what: `${like} at “${over}”` });
}
