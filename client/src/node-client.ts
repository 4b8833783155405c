import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { recovering } from "./recovery.ts";
import type { MakeClient } from "./server.ts";

/** Reaches a server in a process of its own. */
export const makeClient: MakeClient = async ({ extensionUri }, options, become) => {
  const module = Uri.joinPath(extensionUri, "dist", "server-node.cjs").fsPath;
  const server = { module, transport: TransportKind.ipc };
  return recovering((complete) => new LanguageClient("immunolex", "Immunolex", server, complete), options, become);
};
