import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { windowAddress } from "../editor/address.ts";
import { newWindow, startBrowser } from "../editor/browser.ts";
import { extensionFolder, makeWorkspace } from "../editor/extension.ts";
import { ensureEditor } from "../editor/install.ts";
import { startServer } from "../editor/server.ts";
import { plainWindow } from "../editor/settings.ts";

const draft = "autoimmune-disease.md";
const term = "molecular mimicry";

/** A cold start on a slow machine takes this long at most. */
const patienceMs = 60_000;

/**
 * Drives the extension as a web extension, with the browser client in VS Code's worker and the server in
 * a worker of its own, and returns 0, or throws what did not come. By keyboard alone, as a person would.
 */
export async function runInWeb(): Promise<number> {
  const editor = await ensureEditor();
  const settings = { ...plainWindow, "remote.extensionKind": { "immunolex.immunolex": ["web"] } };
  const server = await startServer(editor, { settings });
  const workspace = makeWorkspace();
  const page = await (await newWindow(await startBrowser(editor))).newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(windowAddress({ port: server.port, workspace, extension: extensionFolder, file: join(workspace, draft) }));

  await page.locator(".squiggly-warning, .squiggly-info, .squiggly-hint").first().waitFor();
  console.log("  ✔ underlines what it finds");
  const host = await runningExtension(page);
  assert.match(host, /web worker/i);
  console.log(`  ✔ runs in the browser (${host})`);
  // The list stands in front of the draft.
  await page.keyboard.press("Escape");
  await page.locator(".monaco-modal-editor-block").waitFor({ state: "hidden" });
  assert.match(await hoverText(page), /structural similarity/);
  console.log(`  ✔ explains ${term}`);
  return 0;
}

/** Finds the term in the draft and asks for its hover. */
async function hoverText(page: Page): Promise<string> {
  await page.locator(".view-line").first().click();
  await page.keyboard.press("Control+F");
  await page.locator(".find-widget.visible textarea").first().fill(term);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: term }).first();
  await hover.waitFor();
  const text = await hover.innerText();
  await page.keyboard.press("Escape");
  return text;
}

/** What “Developer: Show Running Extensions” says of the extension: where it runs, and how long it took to start. */
async function runningExtension(page: Page): Promise<string> {
  await page.locator(".view-line").first().click();
  await page.keyboard.press("F1");
  const command = "Show Running Extensions";
  await page.keyboard.type(command);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: command }).first().waitFor();
  await page.keyboard.press("Enter");
  const row = page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "immunolex" });
  return (await row.innerText()).split("\n").slice(2).join(", ").trim();
}
