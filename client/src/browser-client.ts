import { Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from "vscode-languageclient/browser";
import { recovering } from "./recovery.ts";
import type { MakeClient } from "./server.ts";

/** Reaches a server in a worker of its own. */
export const makeClient: MakeClient = async ({ extensionUri }, options, become) => {
  const script = Uri.joinPath(extensionUri, "dist", "server-browser.js");
  let worker: Worker | undefined;
  const server = async () => {
    // A worker cannot be started twice.
    worker = new Worker(await workerAddress(script));
    // The worker alone would not do: the library asks for an instance of Worker, which VS Code has replaced by a function.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = recovering((complete) => new LanguageClient("immunolex", "Immunolex", server, complete), options, become);
  // A server that was told to exit, or has hung, would keep its memory: a worker ends when it is ended, and not before.
  client.onDidChangeState(({ newState }) => newState === State.Stopped && worker?.terminate());
  return client;
};

/** A browser starts workers from the web or from memory, and from nowhere else. */
async function workerAddress(script: Uri): Promise<string> {
  if (script.scheme === "http" || script.scheme === "https") return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([Uint8Array.from(text)], { type: "text/javascript" }));
}
