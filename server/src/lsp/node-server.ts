import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "./node-files.ts";
import { startServer } from "./server.ts";

/** How a command line may shape the server. */
export interface NodeServerOptions {
  /** Path of the prebuilt terminology; by default it lies beside the program that runs. */
  readonly terminologyFile?: string;
  /** Settings that outrank the client's, such as `{ packs, builtinTerminology }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Serves the client that started this process, over what it says on the command line: `--stdio`,
 * `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. The process ends with its client.
 */
export function startNodeServer({ terminologyFile = besideProgram("terminology.json"), settings }: NodeServerOptions = {}): void {
  // Over IPC nothing is read that could end, so the end of the parent shows as this alone.
  process.once("disconnect", () => process.exit(1));
  startServer(createConnection(ProposedFeatures.all), {
    files: nodeFiles,
    home: pathToFileURL(homedir()).href,
    terminologyUri: pathToFileURL(terminologyFile).href,
    ...(settings ? { settings } : {}),
    nextTurn: setImmediate,
  });
}

/** A command on the PATH is a link; what it needs lies beside what it links to. */
function besideProgram(name: string): string {
  return join(dirname(realpathSync(process.argv[1] ?? ".")), name);
}
