/** Wires a connection to a session: what the protocol asks is answered here, each handler guarded. */
import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type CompletionItem,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { actionsAt, type Completion, completions, fixAll, hover } from "../core/index.ts";
import { ClientCommands } from "./client-commands.ts";
import {
  type ActionTarget,
  fixAllKind,
  type LookUpItem,
  offsetAt,
  rangeAt,
  toCodeAction,
  toCompletionItem,
  toHover,
  withDocumentation,
} from "./convert.ts";
import { clientFiles, type FileAccess } from "./files.ts";
import { createGuard, stopIfCancelled } from "./guard.ts";
import { type ListParams, listActionKinds, listActions, listOf } from "./lists.ts";
import { completionCapability, type PackHelpOptions, packCompletionAt, packHoverAt, registerCompletion } from "./pack-help.ts";
import { workspacePackGlobs } from "./packs.ts";
import { readingAidCapabilities, refreshReadingAids, serveReadingAids } from "./reading-aids.ts";
import { allowActions, rewriteActions } from "./refactorings.ts";
import {
  type DocumentParams,
  type LookUpParams,
  lookUpItems,
  type Status,
  statusOf,
  type TerminologySetAnswer,
  terminologySetOf,
} from "./requests.ts";
import { type Checked, Session } from "./session.ts";
import { serveSymbols, symbolCapabilities } from "./symbols.ts";
import { folderOf, nameOf } from "./uris.ts";
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

/** What a client may say when it starts the server. */
interface Options extends PackHelpOptions {
  /** Whether the client answers `immunolex/readFile` and `immunolex/findFiles`. */
  readonly clientFiles?: boolean;
  readonly terminologyUri?: string;
  /** Address under which the client shows the pages of the rules; the rule's id and ".md" follow. */
  readonly rulePages?: string;
  /** The commands of client-commands.ts that the client has, for links in hovers and lines above definitions. */
  readonly commands?: unknown;
  /** `push` sends findings unasked even to a client that could ask for them. */
  readonly diagnostics?: "push" | "pull";
  /** Settings, for clients that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Serves a client until it says `exit` or its end of the connection is gone. */
export function startServer(connection: Connection, environment: Environment): void {
  const guard = createGuard(connection.console);
  let session: Session;
  let client: ClientState;
  let lastCompletions: { readonly id: number; readonly items: readonly Completion[] } = { id: 0, items: [] };

  connection.onInitialize((params): InitializeResult => {
    client = new ClientState(params);
    session = openSession();
    return {
      serverInfo: { name: "Immunolex" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        ...completionCapability(params),
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite, ...Object.values(listActionKinds)],
        },
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
      await Promise.all([watch("packs", workspacePackGlobs), session.reload()]);
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

  connection.onCodeAction(
    guard.request("codeAction", [], async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
      // Read first, so that whatever follows is about one version of the document.
      const file = await session.settingsFile(textDocument.uri);
      const found = await session.checked(textDocument.uri);
      stopIfCancelled(token);
      if (!found) return [];
      const asked = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`));
      // Who opens the menu by hand sees everything; who only moves the cursor sees fixes for what stands there.
      const everything = context.only === undefined && context.triggerKind !== CodeActionTriggerKind.Automatic;
      const target = targetOf(found);
      const within = rangeAt(found.draft.document, range);
      const fixes = context.only === undefined || asked(CodeActionKind.QuickFix) ? actionsAt(found.draft, within) : [];
      stopIfCancelled(token);
      const all = everything || asked(fixAllKind) ? fixAll(found.draft) : undefined;
      stopIfCancelled(token);
      const editing = { target, within, file, creates: client.createsFiles };
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

  serveSymbols(connection, guard, { session: () => session, capabilities: () => client.capabilities });

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

  connection.onRequest(
    "immunolex/lookUp",
    guard.request<LookUpParams, LookUpItem[]>("lookUp", [], async ({ query, uri }, token) => {
      const set = await session.terminology(uri);
      stopIfCancelled(token);
      return set ? lookUpItems(set, query) : [];
    }),
  );
  connection.onRequest(
    "immunolex/terminologySet",
    guard.request<DocumentParams, TerminologySetAnswer | null>("terminologySet", null, async ({ uri }, token) => {
      const found = await session.checked(uri);
      stopIfCancelled(token);
      return found ? terminologySetOf(found) : null;
    }),
  );
  connection.onRequest(
    "immunolex/list",
    guard.request<ListParams, { text: string } | null>("list", null, async (params, token) => {
      const found = await session.checked(params.uri);
      stopIfCancelled(token);
      return found ? listOf(found, params) : null;
    }),
  );
  connection.onRequest(
    "immunolex/status",
    guard.request<Partial<DocumentParams> | null, Status | null>("status", null, async (params) => {
      const uri = params?.uri;
      const set = await session.terminology(uri);
      const checked = uri !== undefined && (await session.checked(uri)) !== undefined;
      return set ? statusOf(set, checked) : null;
    }),
  );

  answerViews(connection, guard, () => session);

  connection.listen();

  function openSession(): Session {
    return new Session({
      log: connection.console,
      guard,
      files: filesOf(environment, client.options.clientFiles ? clientFiles(connection) : undefined),
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
    guard.action("watch", () => watch("user packs", userPacks))();
  }

  /** Asks the client to watch globs or addresses, in place of those watched under the same name before. */
  async function watch(name: string, places: readonly string[]): Promise<void> {
    const { didChangeWatchedFiles } = client.capabilities.workspace ?? {};
    if (!didChangeWatchedFiles?.dynamicRegistration || client.watched.get(name)?.places === places.join("\n")) return;
    const before = client.watched.get(name)?.registration;
    const watchers = places.map((place) => watcher(place, didChangeWatchedFiles.relativePatternSupport === true));
    const registration =
      watchers.length === 0 ? undefined : connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    client.watched.set(name, { places: places.join("\n"), registration });
    (await before)?.dispose();
    await registration;
  }

  function targetOf({ document, draft }: Checked): ActionTarget {
    const versioned = client.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return { uri: document.uri, version: document.version, lines: draft.document.lines, versioned };
  }
}

/** What is known of the client. */
class ClientState {
  readonly capabilities: InitializeParams["capabilities"];
  readonly options: Options;
  readonly commands: ClientCommands;
  readonly watched = new Map<string, { places: string; registration: Promise<Disposable> | undefined }>();
  folders: readonly string[];
  pushedSettings: unknown;

  constructor(params: InitializeParams) {
    this.capabilities = params.capabilities ?? {};
    this.options = (params.initializationOptions as Options | null | undefined) ?? {};
    this.commands = new ClientCommands(this.options.commands);
    this.pushedSettings = this.options.settings;
    const root = params.rootUri ? [params.rootUri] : [];
    this.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? root;
  }

  /** Whether the client asks for findings. */
  get pulls(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined && this.options.diagnostics !== "push";
  }

  get createsFiles(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
  }
}

function watcher(place: string, relative: boolean): FileSystemWatcher {
  if (!place.includes("://")) return { globPattern: place };
  if (relative) return { globPattern: { baseUri: folderOf(place), pattern: nameOf(place) } };
  return { globPattern: decodeURIComponent(new URL(place).pathname) };
}

/** The server's own files where it can reach them, the client's for all others. */
function filesOf({ files: own }: Environment, theirs: FileAccess | undefined): FileAccess {
  const nowhere: FileAccess = {
    read: async () => {
      throw new Error("this editor gives no access to it");
    },
    list: async () => [],
  };
  const accessTo = (uri: string) => (own?.has(uri) ? own : (theirs ?? nowhere));
  return { read: (uri) => accessTo(uri).read(uri), list: (folder) => accessTo(folder).list(folder) };
}
