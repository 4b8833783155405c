import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start, stop } from "./extension.ts";
import type { Views } from "./views.ts";

export function activate(context: ExtensionContext): Promise<Views> {
  return start(context, async ({ extensionUri }, options) => {
    const script = Uri.joinPath(extensionUri, "dist", "server-browser.js");
    return new LanguageClient("immunolex", "Immunolex", new Worker(await workerAddress(script)), options);
  });
}

export const deactivate = stop;

/** A browser starts workers from the web or from memory, and from nowhere else. */
async function workerAddress(script: Uri): Promise<string> {
  if (script.scheme === "http" || script.scheme === "https") return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([Uint8Array.from(text)], { type: "text/javascript" }));
}
