/**
 * Opens a real VS Code with the extension in the browser, and keeps it running until Ctrl+C.
 * Its argument is the folder to work in; without one, a throw-away copy of the examples.
 */
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { windowAddress } from "../../test/editor/address.ts";
import { extensionFolder, makeWorkspace, requireBuild } from "../../test/editor/extension.ts";
import { ensureEditor } from "../../test/editor/install.ts";
import { startServer } from "../../test/editor/server.ts";
import { plainWindow } from "../../test/editor/settings.ts";

async function open(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  requireBuild();
  const [folder] = positionals;
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${folder} is not a folder.`);
  }
  const editor = await ensureEditor();
  const server = await startServer(editor, { settings: plainWindow });
  const workspace = folder === undefined ? makeWorkspace() : resolve(folder);
  const example = join(workspace, "autoimmune-disease.md");
  const address = windowAddress({
    port: server.port,
    workspace,
    extension: extensionFolder,
    ...(existsSync(example) ? { file: example } : {}),
  });
  console.log(`The editor is at\n\n  ${address}\n`);
  if (folder === undefined) console.log(`It shows a copy of the examples: ${workspace}`);
  console.log("After `npm run build`, reload the page to try a change. Ctrl+C ends the editor.");
  showInBrowser(address);
  throw new Error(await server.ended);
}

/** Opens the address in the user's browser where there is a desktop; otherwise printing is all. */
function showInBrowser(address: string): void {
  if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  const child = spawn("xdg-open", [address], { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}

open().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
