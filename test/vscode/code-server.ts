import type { Page } from "playwright-core";
import { windowAddress } from "../editor/address.ts";
import { newWindow, startBrowser } from "../editor/browser.ts";
import { extensionFolder, makeWorkspace } from "../editor/extension.ts";
import { ensureEditor } from "../editor/install.ts";
import { type Server, startServer } from "../editor/server.ts";
import { bundleSuite } from "./bundle.ts";
import type { Host } from "./suite/options.ts";
import { suiteOptions, suiteSettings } from "./suite-options.ts";

/** Marks the suite's output among the editor's own logs, which arrive on the same channel. */
const tag = "immunolex-suite\u00a0";

/** Longer than the suite's own limit, so that a slow suite can still say what it waits for. */
const limitMs = 5 * 60_000;

/** The setting that has VS Code run the extension's browser entry in the worker of the page, as vscode.dev does. */
const asWebExtension = { "remote.extensionKind": { "immunolex.immunolex": ["web"] } };

/**
 * Runs the editor suite in code-server, opened by a headless Chromium, and returns the suite's exit
 * code: in the server's extension host, or in the browser's with Immunolex as a web extension.
 * Throws when the suite gives no result, with the editor's last messages.
 */
export async function runInCodeServer(host: Host, grep: string): Promise<number> {
  const editor = await ensureEditor();
  const suite = await bundleSuite({ ...suiteOptions(host, grep), tag });
  const server = await startServer(editor, {
    settings: host === "web" ? { ...suiteSettings, ...asWebExtension } : suiteSettings,
  });
  const browser = await startBrowser(editor);
  const page = await (await newWindow(browser)).newPage();
  const { port } = server;
  const workspace = makeWorkspace();
  return follow(page, server, windowAddress({ port, workspace, extension: extensionFolder, suite }));
}

/** Opens the page, prints what the suite prints, and waits for its exit code. */
async function follow(page: Page, server: Server, address: string): Promise<number> {
  const others: string[] = [];
  let started = false;
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
    const text = args.map(String).join(" ");
    const from = text.indexOf(tag);
    if (from < 0) {
      // The first line says it; the rest is a stack inside VS Code.
      others.push(text.split("\n", 1)[0] ?? "");
    } else {
      started = true;
      console.log(text.slice(from + tag.length));
    }
  });
  const exitCode = new Promise<number>((resolve) => {
    // VS Code calls it when `run()` of the suite has settled.
    void page.exposeFunction("codeAutomationExit", resolve);
  });
  try {
    const [code] = await Promise.all([Promise.race([exitCode, failure(page, server)]), page.goto(address)]);
    if (code !== 0 && !started) throw new Error("the suite could not be loaded");
    return code;
  } catch (error) {
    const where = started ? "did not finish" : "did not start";
    throw new Error(
      `The editor suite ${where}: ${(error as Error).message}\n${["The editor's last messages:", ...others.slice(-15)].join("\n  ")}`,
    );
  }
}

/** Rejects when no result can come any more. */
function failure(page: Page, server: Server): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (why: string) => reject(new Error(why));
    setTimeout(() => fail(`no result after ${limitMs / 1000} s`), limitMs).unref();
    void server.ended.then(fail);
    page.once("crash", () => fail("the page of the editor crashed"));
    page.once("close", () => fail("the browser ended"));
  });
}
