import {
  type CancellationToken,
  CancellationTokenSource,
  type ExtensionContext,
  extensions,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { answerForFiles } from "./files.ts";
import { hoverCommands } from "./hover-commands.ts";
import { recordPages, rulePages } from "./pages.ts";
import { type Request, terminologyChanged } from "./protocol.ts";

/**
 * Makes the client for a desktop or for a browser, not yet started. The client library takes longer to load than all the
 * rest, so whoever has this function loads the library when it is called.
 */
export type MakeClient = (
  context: ExtensionContext,
  options: LanguageClientOptions,
  become: (state: ServerState) => void,
) => Promise<BaseLanguageClient>;

/** `idle` is not asked for yet. */
export type ServerState = "idle" | "starting" | "running" | "failed";

/** A token left out would travel as a second parameter. */
const neverCancelled = new CancellationTokenSource().token;

/** The language server: started when it is first needed, and anew when it has died or a setting asks for it. */
export class Server {
  state: ServerState = "idle";
  private readonly context: ExtensionContext;
  private readonly make: MakeClient;
  private readonly log: LogOutputChannel;
  private readonly changed: () => void;
  private client: BaseLanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();

  /** `changed` is called when the server's state or its terminology is another one. */
  constructor(context: ExtensionContext, make: MakeClient, log: LogOutputChannel, changed: () => void) {
    this.context = context;
    this.make = make;
    this.log = log;
    this.changed = changed;
  }

  /** Starts the server unless that was done before. */
  async start(): Promise<void> {
    await (this.state === "idle" ? this.restart() : this.turn);
  }

  /** Starts the server, or stops the one there is and starts another. Calls wait for each other. */
  restart(): Promise<void> {
    this.become("starting");
    this.turn = this.turn.then(() => this.stopNow()).then(() => this.startNow());
    return this.turn;
  }

  stop(): Promise<void> {
    this.turn = this.turn.then(() => this.stopNow());
    return this.turn;
  }

  /** Asks the server, which is started if need be; undefined where it does not answer. */
  async ask<Params, Result>(
    type: Request<Params, Result>,
    params: Params,
    token: CancellationToken = neverCancelled,
  ): Promise<Result | undefined> {
    try {
      await this.start();
      return await this.client?.sendRequest<Result>(type.method, params, token);
    } catch (error) {
      if (!token.isCancellationRequested) this.log.error(`${type.method}: ${String(error)}`);
      return undefined;
    }
  }

  private async startNow(): Promise<void> {
    try {
      const client = await this.make(this.context, this.options(), (state) => this.become(state));
      answerForFiles(client);
      client.onNotification(terminologyChanged, this.changed);
      this.client = client;
      await client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.become("failed");
      void window.showErrorMessage(l10n.t("The Immunolex server could not be started. The output channel Immunolex says why."));
    }
  }

  private async stopNow(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that has crashed cannot be stopped.
      this.log.warn(String(error));
    }
  }

  private become(state: ServerState): void {
    this.state = state;
    this.changed();
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(),
      outputChannel: this.log,
      diagnosticPullOptions: { onChange: true },
      markdown: { isTrusted: { enabledCommands: hoverCommands } },
      initializationOptions: {
        commands: hoverCommands,
        completionIn: { drafts: draftSelector(), packs: packSelector() },
        // It reads our schema, too (yamlValidation in package.json).
        schemaIsTold: extensions.getExtension("redhat.vscode-yaml") !== undefined,
        clientFiles: true,
        recordPages: recordPages.toString(),
        rulePages: rulePages.toString(),
        terminologyUri: Uri.joinPath(this.context.extensionUri, "dist", "terminology.json").toString(),
      },
    };
  }
}

/** The documents that the server hears of: drafts and packs. */
export function documentSelector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
  return [...draftSelector(), ...packSelector()];
}

/** The documents that are checked. */
export function draftSelector(): { scheme: string; language: string }[] {
  const languages = workspace.getConfiguration("immunolex").get<string[]>("languages", []);
  return schemes().flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

function packSelector(): { scheme: string; pattern: string }[] {
  const patterns = ["**/immunolex.yaml", "**/.immunolex/*.yaml"];
  return schemes().flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern })));
}

/** Files, new documents and virtual folders; not output channels, older versions or the extension's own pages. */
function schemes(): string[] {
  const open = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  return [...new Set(["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web", "memfs", ...open])];
}
