/** A language server under measurement: a real process, spoken to over real stdio. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const bundle = fileURLToPath(new URL("../dist/server-node.cjs", import.meta.url));
const uri = "file:///bench/draft.md";

export interface BenchServer {
  readonly process: ChildProcess;
  /** Opens a draft; resolves with its first diagnostics. */
  open(text: string): Promise<number>;
  /** Types one character; resolves once the diagnostics of that version have arrived. */
  type(line: number, character: number, text: string): Promise<void>;
  /** Resident memory in MB; undefined where the system does not tell. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

/** Starts the built server and initialises it as an editor would that takes pushed diagnostics. */
export async function startBenchServer(): Promise<BenchServer> {
  const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let version = 0;
  let arrived: ((count: number) => void) | undefined;
  connection.onNotification("textDocument/publishDiagnostics", (params: { version?: number; diagnostics: unknown[] }) => {
    if (params.version === version) arrived?.(params.diagnostics.length);
  });
  answerQuestions(connection);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
  });
  await connection.sendNotification("initialized", {});
  const settled = () => new Promise<number>((resolve) => (arrived = resolve));
  return {
    process: child,
    async open(text) {
      version = 1;
      const first = settled();
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version, text } });
      return first;
    },
    async type(line, character, text) {
      version++;
      const next = settled();
      const range = { start: { line, character }, end: { line, character } };
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
      await next;
    },
    memory: () => residentMemory(child.pid as number),
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}

/** A server may ask for settings and register for files; an editor without either answers so. */
function answerQuestions(connection: MessageConnection): void {
  connection.onRequest("workspace/configuration", (params: { items: unknown[] }) => params.items.map(() => null));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
}

function residentMemory(pid: number): number | undefined {
  try {
    const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
