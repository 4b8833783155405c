import { commands, l10n, window } from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type LanguageClientOptions,
  State,
} from "vscode-languageclient";
import type { ServerState } from "./server.ts";

/** A server that dies more often than this within the period is not started again. */
const mostDeaths = 4;
const periodMs = 3 * 60_000;

/** Makes a client that recovers; `become` is called when its server is there, is gone, and is there again. */
export function recovering<Client extends BaseLanguageClient>(
  make: (options: LanguageClientOptions) => Client,
  options: LanguageClientOptions,
  become: (state: ServerState) => void,
): Client {
  const recovery = new Recovery(become);
  const client = make({ ...options, errorHandler: recovery });
  client.onDidChangeState(({ newState }) => newState === State.Running && recovery.ran());
  return client;
}

/**
 * What is done when the server has died: it is started again, and the writer hears of it. The editor keeps the text and sends
 * it to the new server, saved or not.
 */
class Recovery implements ErrorHandler {
  private readonly become: (state: ServerState) => void;
  private deaths: number[] = [];
  private hasRun = false;

  constructor(become: (state: ServerState) => void) {
    this.become = become;
  }

  /** The server is there, for the first time or after a death. */
  ran(): void {
    this.hasRun = true;
    this.become("running");
  }

  /** A message that cannot be read or sent is logged; where the server is gone, `closed` follows. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    // A server that cannot even start would die again; who started it says so.
    if (!this.hasRun) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    this.deaths = [...this.deaths.filter((time) => now - time < periodMs), now];
    if (this.deaths.length > mostDeaths) {
      this.become("failed");
      void giveUp(this.deaths.length);
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.become("starting");
    void window.showInformationMessage(l10n.t("Immunolex had stopped and was started again. Your text is as you left it."));
    return { action: CloseAction.Restart, handled: true };
  }
}

async function giveUp(times: number): Promise<void> {
  const start = l10n.t("Start Again");
  const chosen = await window.showErrorMessage(
    l10n.t(
      "Immunolex has stopped {0} times within three minutes and is off now. Your text is as you left it. The output channel Immunolex says why.",
      times,
    ),
    start,
  );
  if (chosen === start) await commands.executeCommand("immunolex.restartServer");
}
