/** The editor that all journeys share: the packaged extension, installed in a real VS Code, in a headless Chromium. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { windowAddress } from "../../editor/address.ts";
import { newWindow, startBrowser } from "../../editor/browser.ts";
import { makeWorkspace, requireBuild, rootFolder } from "../../editor/extension.ts";
import { ensureEditor } from "../../editor/install.ts";
import { type Server, startServer } from "../../editor/server.ts";
import { plainWindow } from "../../editor/settings.ts";
import { hideSideBar, patience } from "./hands.ts";
import { scale } from "./pictures.ts";
import { packageExtension } from "./vsix.ts";

/** A cold start on a slow machine takes this long at most. */
const startMs = 90_000;

const settings = {
  ...plainWindow,
  "editor.hideCursorInOverviewRuler": true,
  "editor.lightbulb.enabled": "off",
  "editor.occurrencesHighlight": "off",
  "editor.overviewRulerBorder": false,
  "editor.renderWhitespace": "none",
  "editor.scrollbar.vertical": "hidden",
  "editor.stickyScroll.enabled": false,
  // In a browser the editor saves by itself, and then nothing could be given up.
  "files.autoSave": "off",
} as const;

interface Editor {
  readonly server: Server;
  readonly browser: Browser;
  /** Absolute path of the open folder. */
  readonly workspace: string;
  readonly page: Page;
}

let editor: Editor | undefined;

/** Packages, installs, starts and opens, once for all journeys. */
export async function startEditor(): Promise<void> {
  requireBuild();
  const installed = await ensureEditor();
  const server = await startServer(installed, { settings, extensions: [packageExtension()] });
  const workspace = makeWorkspace();
  cpSync(join(rootFolder, "test", "journeys", "drafts"), workspace, { recursive: true });
  const browser = await startBrowser(installed);
  const page = await openPage(await newWindow(browser, scale), server, workspace);
  editor = { server, browser, workspace, page };
}

/** The window that the journeys share. */
export function theWindow(): Page {
  return started().page;
}

/**
 * Opens a further window in another language, with the same folder, and closes it afterwards. Only extensions speak it:
 * VS Code itself does not, since no language pack is installed.
 */
export async function inLanguage(language: string, journey: (page: Page) => Promise<void>): Promise<void> {
  const { server, browser, workspace } = started();
  const context = await newWindow(browser, scale);
  await context.addInitScript((id) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: id }), language);
  try {
    await journey(await openPage(context, server, workspace));
  } finally {
    await context.close();
  }
}

/** Sets the folder's own settings; without any, the folder has none. */
export function setFolder(own: Readonly<Record<string, unknown>> = {}): void {
  const folder = join(started().workspace, ".vscode");
  if (Object.keys(own).length === 0) rmSync(folder, { recursive: true, force: true });
  else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), JSON.stringify(own));
  }
}

/** Writes the folder's own terms and decisions; without any, the folder has none. */
export function setOwnTerms(yaml?: string): void {
  const file = join(started().workspace, "immunolex.yaml");
  if (yaml === undefined) rmSync(file, { force: true });
  else writeFileSync(file, yaml);
}

function started(): Editor {
  if (!editor) throw new Error("The editor has not been started.");
  return editor;
}

async function openPage(context: BrowserContext, { port }: Server, workspace: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(windowAddress({ port, workspace }));
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: startMs });
  page.setDefaultTimeout(patience);
  await hideSideBar(page);
  return page;
}
