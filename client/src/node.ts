import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start, stop } from "./extension.ts";
import type { Views } from "./views.ts";

export function activate(context: ExtensionContext): Promise<Views> {
  return start(context, async ({ extensionUri }, options) => {
    const module = Uri.joinPath(extensionUri, "dist", "server-node.cjs").fsPath;
    return new LanguageClient("immunolex", "Immunolex", { module, transport: TransportKind.ipc }, options);
  });
}

export const deactivate = stop;
