import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start, stop } from "./extension.ts";

export function activate(context: ExtensionContext): Promise<void> {
  return start(context, async ({ extensionUri }, options) => {
    const module = Uri.joinPath(extensionUri, "dist", "server-node.cjs").fsPath;
    return new LanguageClient("immunolex", "Immunolex", { module, transport: TransportKind.ipc }, options);
  });
}

export const deactivate = stop;
