/** Answers what can be done at a place: fixes, changes of wording, lists, and all safe fixes as one. */
import { type CodeAction, CodeActionKind, CodeActionTriggerKind, type Connection } from "vscode-languageserver";
import { actionsAt, fixAll } from "../core/index.ts";
import type { ClientState } from "./client-state.ts";
import { type ActionTarget, fixAllKind, rangeAt, toCodeAction } from "./convert.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import { listActionKinds, listActions } from "./lists.ts";
import { allowActions, rewriteActions } from "./refactorings.ts";
import type { Session } from "./session.ts";

/** What the answers need to know; both are there once the client has introduced itself. */
interface ActionWorld {
  session(): Session;
  client(): ClientState;
}

/** The part of the server's capabilities that is answered here. */
export const actionCapabilities = {
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite, ...Object.values(listActionKinds)],
  },
};

export function serveActions(connection: Connection, guard: Guard, { session, client }: ActionWorld): void {
  connection.onCodeAction(
    guard.request("codeAction", [], async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
      // Read first, so that whatever follows is about one version of the document.
      const file = await session().settingsFile(textDocument.uri);
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      if (!found) return [];
      const { document, draft } = found;
      const asked = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`));
      // Who opens the menu by hand sees everything; who only moves the cursor sees fixes for what stands there.
      const everything = context.only === undefined && context.triggerKind !== CodeActionTriggerKind.Automatic;
      const target: ActionTarget = {
        uri: document.uri,
        version: document.version,
        lines: draft.document.lines,
        versioned: client().versionsEdits,
      };
      const within = rangeAt(draft.document, range);
      const fixes = context.only === undefined || asked(CodeActionKind.QuickFix) ? actionsAt(draft, within) : [];
      stopIfCancelled(token);
      const all = everything || asked(fixAllKind) ? fixAll(draft) : undefined;
      stopIfCancelled(token);
      const editing = { target, within, file, creates: client().createsFiles };
      const rewrites = everything || asked(CodeActionKind.RefactorRewrite);
      return [
        ...fixes.map((action) => toCodeAction(target, action, CodeActionKind.QuickFix, within)),
        ...(context.only === undefined || asked(CodeActionKind.QuickFix) ? allowActions(found, editing) : []),
        ...(rewrites ? rewriteActions(found, editing) : []),
        ...listActions(found, target, asked, everything),
        ...(all ? [toCodeAction(target, all, fixAllKind, within)] : []),
      ];
    }),
  );
}
