/** Starts and stops the server and brings its commands; the same on a desktop and in a browser. */
import { commands, type ExtensionContext, l10n, languages, type TextDocument, Uri, window, workspace } from "vscode";
import { exportList, updateList } from "./lists.ts";
import { pickConcept } from "./look-up.ts";
import { Pages, scheme } from "./pages.ts";
import { termCardRequest, terminologySetRequest } from "./protocol.ts";
import { documentSelector, draftSelector, type MakeClient, Server } from "./server.ts";
import { StatusItem } from "./status.ts";
import { createViews, type Views } from "./views.ts";

let server: Server | undefined;

/**
 * Called by the entries of the desktop and of the browser with their own way to reach a server. It answers at once; the
 * server starts with the first document that it checks or question that it is asked.
 */
export function start(context: ExtensionContext, make: MakeClient): Views {
  const log = window.createOutputChannel("Immunolex", { log: true });
  const status = new StatusItem();
  const running = new Server(context, make, log, () => {
    void status.update(running);
    views.refresh();
  });
  const views = createViews(context, running);
  const pages = new Pages(context.extensionUri, {
    termsOf: async (uri) => (await running.ask(terminologySetRequest, { uri })) ?? null,
    record: async (id) => (await running.ask(termCardRequest, { id })) ?? undefined,
  });
  server = running;
  context.subscriptions.push(
    log,
    status,
    views,
    workspace.registerTextDocumentContentProvider(scheme, pages),
    commands.registerCommand("immunolex.lookUpTerm", async () => {
      const concept = await pickConcept(running);
      if (concept) await views.card.show(concept.id);
    }),
    commands.registerCommand("immunolex.showTerminologySet", (uri?: unknown) => showTerms(pages, uri)),
    commands.registerCommand("immunolex.updateAbbreviationList", () => withList((uri) => updateList(running, uri, "abbreviations"))),
    commands.registerCommand("immunolex.updateGlossary", () => withList((uri) => updateList(running, uri, "glossary"))),
    commands.registerCommand("immunolex.exportList", () => withList((uri) => exportList(running, uri))),
    commands.registerCommand("immunolex.restartServer", () => running.restart()),
    window.onDidChangeActiveTextEditor(() => void status.update(running)),
    workspace.onDidOpenTextDocument((document) => startFor(running, [document])),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("immunolex.languages")) return;
      // Which documents are sent to the server is settled when it starts.
      if (running.state === "idle") startFor(running, workspace.textDocuments);
      else void running.restart();
    }),
  );
  startFor(running, workspace.textDocuments);
  return views;
}

/** Starts the server if one of the documents is for it. */
function startFor(server: Server, documents: readonly TextDocument[]): void {
  const selector = documentSelector();
  if (documents.some((document) => languages.match(selector, document) > 0)) void server.start();
}

export function stop(): Promise<void> | undefined {
  return server?.stop();
}

/** Does something with a list of the draft in view, where there is one. */
async function withList(act: (uri: Uri) => Promise<void>): Promise<void> {
  const uri = draftInView();
  if (uri) await act(uri);
  else void window.showInformationMessage(l10n.t("Open a draft first: the list is made of what it says."));
}

async function showTerms(pages: Pages, given: unknown): Promise<void> {
  const uri = given instanceof Uri ? given : draftInView();
  if (uri) await pages.showTerms(uri);
  else void window.showInformationMessage(l10n.t("Open a draft first: the terminology set is that of a document."));
}

/** The draft that is being edited, or else one that can be seen. */
function draftInView(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor && languages.match(draftSelector(), editor.document) > 0)?.document.uri;
}
