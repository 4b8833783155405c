/** Wires a connection to a session: what the protocol asks is answered here, each handler guarded. */
import {
  type CompletionItem,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { type Completion, completions, hover } from "../core/index.ts";
import { actionCapabilities, serveActions } from "./actions.ts";
import { ClientState } from "./client-state.ts";
import { offsetAt, toCompletionItem, toHover, withDocumentation } from "./convert.ts";
import { clientFiles, type FileAccess, filesOf } from "./files.ts";
import { answerFolderFixes } from "./folder-fixes.ts";
import { createGuard, stopIfCancelled } from "./guard.ts";
import { speak } from "./language.ts";
import { completionCapability, packCompletionAt, packHoverAt, registerCompletion } from "./pack-help.ts";
import { workspacePackGlobs } from "./packs.ts";
import { readingAidCapabilities, refreshReadingAids, serveReadingAids } from "./reading-aids.ts";
import { answerRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { serveSymbols, symbolCapabilities } from "./symbols.ts";
import { answerViews } from "./views.ts";

/** Where the server runs, and what it finds there. */
export interface Environment {
  /** Files that the server can read by itself; others it asks the client for. */
  readonly files?: FileAccess & { has(uri: string): boolean };
  /** Address of the home folder. */
  readonly home?: string;
  /** Where the prebuilt terminology lies, unless the client says so. */
  readonly terminologyUri?: string;
  /** Settings that outrank the client's, from a command line. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Runs something after the messages that have arrived by now were looked at. */
  nextTurn(run: () => void): void;
}

/** Serves a client until it says `exit` or its end of the connection is gone. */
export function startServer(connection: Connection, environment: Environment): void {
  const guard = createGuard(connection.console);
  let session: Session;
  let client: ClientState;
  let lastCompletions: { readonly id: number; readonly items: readonly Completion[] } = { id: 0, items: [] };

  connection.onInitialize((params): InitializeResult => {
    client = new ClientState(params);
    speak(params.locale);
    session = openSession();
    return {
      serverInfo: { name: "Immunolex" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        ...completionCapability(params),
        ...actionCapabilities,
        ...symbolCapabilities(client.capabilities),
        ...readingAidCapabilities,
        ...(client.pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(
    guard.action("initialized", async () => {
      const { workspace } = client.capabilities;
      registerCompletion(connection, client.capabilities, client.options);
      if (workspace?.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: "immunolex" });
      if (workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guard.action("workspace folders", ({ added, removed }) => {
            client.changeFolders(
              added.map(({ uri }) => uri),
              removed.map(({ uri }) => uri),
            );
            return session.reload();
          }),
        );
      }
      await Promise.all([client.watch(connection, "packs", workspacePackGlobs), session.reload()]);
    }),
  );

  connection.onDidOpenTextDocument(
    guard.action("didOpen", ({ textDocument: { uri, languageId, version, text } }) => session.open(uri, languageId, version, text)),
  );
  connection.onDidChangeTextDocument(
    guard.action("didChange", ({ textDocument: { uri, version }, contentChanges }) => session.change(uri, version, contentChanges)),
  );
  connection.onDidCloseTextDocument(guard.action("didClose", ({ textDocument: { uri } }) => session.close(uri)));
  connection.onDidSaveTextDocument(guard.action("didSave", ({ textDocument: { uri } }) => session.filesChanged([uri])));
  connection.onDidChangeWatchedFiles(
    guard.action("didChangeWatchedFiles", ({ changes }) => session.filesChanged(changes.map(({ uri }) => uri))),
  );
  connection.onDidChangeConfiguration(
    guard.action("didChangeConfiguration", ({ settings }) => {
      client.pushedSettings = (settings as { immunolex?: unknown } | null)?.immunolex ?? client.pushedSettings;
      return session.reload();
    }),
  );

  connection.onHover(
    guard.request("hover", null, async ({ textDocument, position }, token) => {
      const help = await packHoverAt(session, textDocument.uri, position, client.options);
      if (help !== undefined) return help;
      const found = await session.checked(textDocument.uri);
      stopIfCancelled(token);
      if (!found) return null;
      const { document } = found.draft;
      const actionAddress = client.commands.hoverActions(textDocument.uri, document.lines);
      const lineAddress = (line: number) => `${textDocument.uri}#L${line}`;
      const answer = hover(found.draft, offsetAt(document, position), { lineAddress, ...(actionAddress ? { actionAddress } : {}) });
      return answer ? toHover(document.lines, answer) : null;
    }),
  );

  connection.onCompletion(
    guard.request("completion", null, async ({ textDocument, position }, token) => {
      const help = await packCompletionAt(session, textDocument.uri, position, client.options);
      if (help) return help;
      const found = await session.checked(textDocument.uri);
      stopIfCancelled(token);
      if (!found) return null;
      const { document } = found.draft;
      const { items, incomplete } = completions(found.draft, offsetAt(document, position));
      lastCompletions = { id: lastCompletions.id + 1, items };
      const { id } = lastCompletions;
      return { isIncomplete: incomplete, items: items.map((item, index) => toCompletionItem(document.lines, item, { list: id, index })) };
    }),
  );

  connection.onCompletionResolve((item, token) => {
    const resolve = guard.request<CompletionItem, CompletionItem>("completion resolve", item, () => {
      const { list, index } = (item.data ?? {}) as { list?: number; index?: number };
      const completion = list === lastCompletions.id && index !== undefined ? lastCompletions.items[index] : undefined;
      return completion ? withDocumentation(item, completion) : item;
    });
    return resolve(item, token);
  });

  serveActions(connection, guard, { session: () => session, client: () => client });
  serveSymbols(connection, guard, {
    session: () => session,
    capabilities: () => client.capabilities,
    recordPages: () => client.options.recordPages,
  });

  connection.languages.diagnostics.on(
    guard.request<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      "diagnostic",
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async ({ textDocument, previousResultId }, token) => {
        const report = await session.report(textDocument.uri);
        stopIfCancelled(token);
        if (!report) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        if (report.id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id };
        return { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: report.items() };
      },
    ),
  );

  serveReadingAids(
    connection,
    guard,
    () => session,
    () => client.commands,
  );

  answerRequests(connection, guard, () => session);
  answerFolderFixes(connection, guard, () => session);
  answerViews(connection, guard, () => session);

  connection.listen();

  function openSession(): Session {
    return new Session({
      log: connection.console,
      guard,
      files: filesOf(environment.files, client.options.clientFiles ? clientFiles(connection) : undefined),
      home: environment.home,
      terminologyUri: environment.terminologyUri ?? client.options.terminologyUri,
      rulePages: client.options.rulePages,
      push: !client.pulls,
      nextTurn: environment.nextTurn,
      folders: () => client.folders,
      settings: readSettings,
      publish: (uri, diagnostics, version) =>
        void connection.sendDiagnostics(version === undefined ? { uri, diagnostics } : { uri, version, diagnostics }),
      warn: (message) => void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
      progress: showProgress,
      terminologyChanged,
    });
  }

  async function readSettings(folders: readonly (string | undefined)[]): Promise<unknown[]> {
    const answers: unknown[] = client.capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration(
          folders.map((folder) => ({ section: "immunolex", ...(folder === undefined ? {} : { scopeUri: folder }) })),
        )
      : folders.map(() => client.pushedSettings);
    return answers.map((answer) => (environment.settings ? { ...(answer as object | null), ...environment.settings } : answer));
  }

  async function showProgress(title: string): Promise<() => void> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(`Immunolex: ${title}`);
    return () => progress.done();
  }

  function terminologyChanged(userPacks: readonly string[]): void {
    if (client.pulls && client.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    refreshReadingAids(connection, client.capabilities);
    void connection.sendNotification("immunolex/terminologyChanged");
    guard.action("watch", () => client.watch(connection, "user packs", userPacks))();
  }
}
