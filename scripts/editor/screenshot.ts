/**
 * Takes the README's screenshots, docs/images/hover.webp and problems.png, of the example draft in a
 * real VS Code, by doing with mouse and keyboard what a reader would do. The hover travels in the
 * VSIX, so it shows no more than it must, as WebP: the whole window as PNG is larger than the server.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page, PageScreenshotOptions } from "playwright-core";
import { windowAddress } from "../../test/editor/address.ts";
import { newWindow, startBrowser } from "../../test/editor/browser.ts";
import { extensionFolder, makeWorkspace, requireBuild, rootFolder } from "../../test/editor/extension.ts";
import { ensureEditor } from "../../test/editor/install.ts";
import { startServer } from "../../test/editor/server.ts";
import { plainWindow } from "../../test/editor/settings.ts";

const draft = "autoimmune-disease.md";
const term = "molecular mimicry";
const images = join(rootFolder, "docs", "images");

/** A cold start on a slow machine takes this long at most. */
const patienceMs = 60_000;

async function takeScreenshots(): Promise<void> {
  requireBuild();
  const editor = await ensureEditor();
  const server = await startServer(editor, { settings: plainWindow });
  const workspace = makeWorkspace();
  const browser = await startBrowser(editor);
  const page = await (await newWindow(browser, 1.5)).newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(
    windowAddress({
      port: server.port,
      workspace,
      extension: extensionFolder,
      file: join(workspace, draft),
    }),
  );
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: draft }).waitFor();
  await page.keyboard.press("Control+B");
  await page.locator(".squiggly-warning, .squiggly-info, .squiggly-hint").first().waitFor();
  mkdirSync(images, { recursive: true });

  await pointAt(page, term);
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: term }).first();
  await hover.waitFor();
  await save(page, "hover.webp", { type: "webp", quality: 70, clip: await around(hover) });

  await page.mouse.move(600, 5);
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").nth(1).waitFor();
  await save(page, "problems.png");
}

/** Scrolls until a text stands low enough to leave room for its hover above it, and points at it. */
async function pointAt(page: Page, text: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const place = await page.evaluate(placeOf, text);
    if (place !== undefined && place.y < height * 0.75) {
      await page.mouse.move(place.x, place.y, { steps: 5 });
      return;
    }
    if (Date.now() > deadline) throw new Error(`the draft does not show “${text}”`);
    await page.mouse.wheel(0, 60);
    await page.waitForTimeout(100);
  }
}

/** The middle of the first occurrence of a text in the editor. Runs in the page, so it uses nothing from outside. */
function placeOf(text: string): { x: number; y: number } | undefined {
  for (const line of document.querySelectorAll(".view-line")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // The editor writes spaces as no-break spaces.
      const from = (node.textContent ?? "").replaceAll("\u00a0", " ").indexOf(text);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + text.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  return undefined;
}

/** The hover with the text above and below it, in CSS pixels of the page. */
async function around(hover: Locator): Promise<NonNullable<PageScreenshotOptions["clip"]>> {
  const box = await hover.boundingBox();
  if (box === null) throw new Error("the hover is gone");
  const margin = 48;
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

async function save(page: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  const path = join(images, name);
  await page.screenshot({ path, animations: "disabled", ...options });
  console.log(path);
}

takeScreenshots().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`No screenshots: ${(error as Error).message}`);
    process.exit(1);
  },
);
