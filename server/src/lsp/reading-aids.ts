/** What an editor may show in the text for the reader's eye: colors, expansions of abbreviations, lines above definitions. */
import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InlayHint,
  type SemanticTokens,
  SemanticTokensBuilder,
  type ServerCapabilities,
} from "vscode-languageserver";
import { type Draft, definitionLenses, expansions, type Highlight, highlights } from "../core/index.ts";
import type { ClientCommands } from "./client-commands.ts";
import { rangeAt, toRange } from "./convert.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import type { Session } from "./session.ts";

const tokenTypes = ["immunolexTerm", "immunolexAbbreviation"];
const tokenModifiers = ["definition", "deprecated"];
const noTokens: SemanticTokens = { data: [] };

/** All are answered at any time, and with nothing while their settings are off. */
export const readingAidCapabilities: Partial<ServerCapabilities> = {
  semanticTokensProvider: { legend: { tokenTypes, tokenModifiers }, full: true, range: true },
  inlayHintProvider: true,
  codeLensProvider: {},
};

/** Answers an editor's questions for colors, hints and lenses. `session` is called once the client has said hello. */
export function serveReadingAids(connection: Connection, guard: Guard, session: () => Session, commands: () => ClientCommands): void {
  connection.languages.semanticTokens.on(
    guard.request("semanticTokens", noTokens, async ({ textDocument: { uri } }, token) => {
      const draft = await draftFor(session(), uri, "highlightTerms");
      stopIfCancelled(token);
      return draft ? toSemanticTokens(draft, highlights(draft)) : noTokens;
    }),
  );
  connection.languages.semanticTokens.onRange(
    guard.request("semanticTokens range", noTokens, async ({ textDocument: { uri }, range }, token) => {
      const draft = await draftFor(session(), uri, "highlightTerms");
      stopIfCancelled(token);
      return draft ? toSemanticTokens(draft, highlights(draft, rangeAt(draft.document, range))) : noTokens;
    }),
  );
  connection.languages.inlayHint.on(
    guard.request("inlayHint", [], async ({ textDocument: { uri }, range }, token): Promise<InlayHint[]> => {
      const draft = await draftFor(session(), uri, "inlayHints.everyNthUse");
      stopIfCancelled(token);
      if (!draft) return [];
      const everyNth = session().settingsFor(uri)?.["inlayHints.everyNthUse"] ?? 0;
      return expansions(draft, everyNth, rangeAt(draft.document, range)).map(({ at, short, long, use, definedIn }) => ({
        position: toRange(draft.document.lines, { from: at, to: at }).end,
        label: `(${long})`,
        paddingLeft: true,
        tooltip: `${short}, use ${use} in this document${definedIn === undefined ? "; not defined here" : `; defined in line ${definedIn}`}`,
      }));
    }),
  );
  connection.onCodeLens(
    guard.request("codeLens", [], async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
      const draft = await draftFor(session(), uri, "codeLens");
      stopIfCancelled(token);
      if (!draft) return [];
      const { lines } = draft.document;
      return definitionLenses(draft).map((lens) => ({
        range: toRange(lines, lens),
        command: commands().showUses(lens.title, uri, lines, lens, lens.used),
      }));
    }),
  );
}

/** Asks the client to ask again, after settings or terminology have changed. */
export function refreshReadingAids(connection: Connection, { workspace }: InitializeParams["capabilities"]): void {
  if (workspace?.semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh();
  if (workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
}

/** A document's draft where the document is checked and the setting is on. */
async function draftFor(
  session: Session,
  uri: string,
  setting: "highlightTerms" | "inlayHints.everyNthUse" | "codeLens",
): Promise<Draft | undefined> {
  const found = await session.checked(uri);
  return found && session.settingsFor(uri)?.[setting] ? found.draft : undefined;
}

function toSemanticTokens({ document }: Draft, found: readonly Highlight[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { from, to, abbreviation, definition, deprecated } of found) {
    const { start } = toRange(document.lines, { from, to });
    builder.push(start.line, start.character, to - from, abbreviation ? 1 : 0, (definition ? 1 : 0) + (deprecated ? 2 : 0));
  }
  return { data: builder.build().data };
}
