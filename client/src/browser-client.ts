import { Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from "vscode-languageclient/browser";
import { recovering } from "./recovery.ts";
import type { MakeClient } from "./server.ts";

/** Reaches a server in a worker of its own. */
export const makeClient: MakeClient = async ({ extensionUri }, options, become) => {
  const dist = Uri.joinPath(extensionUri, "dist");
  const [core, entry] = await Promise.all([
    textOf(Uri.joinPath(dist, "server-core.cjs")),
    textOf(Uri.joinPath(dist, "server-browser.cjs")),
  ]);
  const script = new Blob([workerScript(core, entry)], { type: "text/javascript" });
  let address: string | undefined;
  let worker: Worker | undefined;
  // A worker cannot be started twice. In VS Code's own worker none is an `instanceof Worker`, so the streams are made here.
  const server = async () => {
    address = URL.createObjectURL(script);
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = recovering((complete) => new LanguageClient("immunolex", "Immunolex", server, complete), options, become);
  // A server that was told to exit, or has hung, would keep its memory: a worker ends when it is ended, and not before.
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Stopped) return;
    worker?.terminate();
    if (address !== undefined) URL.revokeObjectURL(address);
  });
  return client;
};

async function textOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Two CommonJS files as one script: a worker that is started from memory finds no file beside it. */
function workerScript(core: string, entry: string): string {
  return `const core = { exports: {} };
((module, exports) => {${core}
})(core, core.exports);
((require, module) => {${entry}
})(() => core.exports, { exports: {} });`;
}
