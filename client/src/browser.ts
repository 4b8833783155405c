import type { ExtensionContext } from "vscode";
import { start, stop } from "./extension.ts";
import type { Views } from "./views.ts";

export function activate(context: ExtensionContext): Views {
  return start(context, async (...world) => (await import("./browser-client.ts")).makeClient(...world));
}

export const deactivate = stop;
