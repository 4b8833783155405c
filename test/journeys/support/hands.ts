/** What a person does in an editor window, by mouse and keyboard. Every step waits for what it should bring. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** Milliseconds that an answer of the window may take on a slow and busy machine. */
export const patience = 20_000;

/** Waits until `look` answers something other than undefined or false, and answers that. `what` names it for the error. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`not seen within ${patience / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a file of the folder by a part of its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  const box = page.locator(".quick-input-widget:not(.hidden) input").first();
  await eventually("the box that opens files", async () => {
    await page.keyboard.press("Control+P");
    return box.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  });
  await typeInto(page, name);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).waitFor();
  await page.keyboard.press("Enter");
  await activeTab(page, name).waitFor();
  await focusDraft(page);
}

/** Brings the keyboard back to the draft, from a panel or a view. */
export async function focusDraft(page: Page): Promise<void> {
  await page.keyboard.press("Control+1");
  await page.locator(".editor-group-container.active .monaco-editor.focused .view-line").first().waitFor();
}

/** Runs a command of the palette by its title. A palette that is opened too early does not learn of later commands. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title });
  await eventually(`the command ${title}`, async () => {
    await page.keyboard.press("F1");
    // An editor that still opens takes the focus, and with it the palette.
    const there = await typeInto(page, `>${title}`, 3000)
      .then(() => row.waitFor({ timeout: 3000 }))
      .then(
        () => true,
        () => false,
      );
    await page.keyboard.press(there ? "Enter" : "Escape");
    return there;
  });
}

/** Takes a row of the list that the window asks with: types what narrows it, and Enter. */
export async function choose(page: Page, label: string): Promise<void> {
  await typeInto(page, label);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: label }).waitFor();
  await page.keyboard.press("Enter");
}

/** Types into the box at the top of the window, in place of what stands there. */
export async function typeInto(page: Page, text: string, timeout = patience): Promise<void> {
  await page.locator(".quick-input-widget:not(.hidden) input").first().fill(text, { timeout });
}

export function activeTab(page: Page, name: string): Locator {
  return page.locator(".editor-group-container.active .tab.active", { hasText: name });
}

/** Finds the first occurrence of a text in the draft and leaves it selected. */
export async function find(page: Page, text: string): Promise<void> {
  await focusDraft(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+F");
  const widget = page.locator(".find-widget.visible");
  await widget.locator("textarea").first().fill(text);
  const count = () => widget.locator(".matchesCount").innerText();
  await eventually(`“${text}” in the draft`, async () => /[1-9]/.test(await count()));
  // Where the search began behind the text, it has found the text without going there.
  if (/\?/.test(await count())) await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await widget.waitFor({ state: "hidden" });
  await eventually(`“${text}” selected`, async () => (await cursorPlace(page)).includes(`(${text.length} selected)`));
}

/** Finds a text and puts the cursor `by` characters behind its start. */
export async function putCursor(page: Page, text: string, by = 1): Promise<void> {
  await find(page, text);
  await page.keyboard.press("ArrowLeft");
  for (let step = 0; step < by; step++) await page.keyboard.press("ArrowRight");
}

/** Points at the middle of a text that can be seen in the editor. */
export async function pointAt(page: Page, text: string): Promise<void> {
  const { x, y } = await eventually(`“${text}” in the draft`, () => page.evaluate(placeOf, text));
  await page.mouse.move(x, y, { steps: 5 });
}

/** The lines of text that can be seen in the active editor. */
export function editorText(page: Page): Locator {
  return page.locator(".editor-group-container.active .view-line");
}

/** What can be seen of the active draft, as one text with plain spaces. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page.locator(".editor-group-container.active .view-lines").first().innerText();
  return lines.replaceAll("\u00a0", " ");
}

/** Waits until the active draft shows a text. */
export async function sees(page: Page, text: string): Promise<void> {
  // A line that is too long for the window goes on in the next.
  const flat = (lines: string) => lines.replaceAll("\n", "");
  await eventually(`“${text}” in the draft`, async () => flat(await visibleText(page)).includes(text));
}

/** Opens the menu of remedies at the cursor. Right after a finding has appeared VS Code may have none yet. */
export async function askForRemedies(page: Page): Promise<Locator> {
  const remedies = page.locator(".action-widget .monaco-list-row.action");
  const none = page.locator(".monaco-editor-overlaymessage");
  await eventually("remedies", async () => {
    await page.keyboard.press("Control+.");
    await remedies
      .or(none)
      .first()
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
    return (await remedies.count()) > 0;
  });
  return remedies;
}

/** Hides the side bar, whichever view it shows. */
export async function hideSideBar(page: Page): Promise<void> {
  const bar = page.locator(".part.sidebar");
  if (await bar.isVisible()) await page.keyboard.press("Control+B");
  await bar.waitFor({ state: "hidden" });
}

/** Closes the panel below the draft. */
export async function closePanel(page: Page): Promise<void> {
  const panel = page.locator(".part.panel");
  if (await panel.isVisible()) await panel.locator(".action-label.codicon-panel-close").click();
  await panel.waitFor({ state: "hidden" });
}

/** Waits until an element shows a text. */
export async function shows(element: Locator, text: string | RegExp): Promise<void> {
  await element.filter({ hasText: text }).first().waitFor({ timeout: patience });
}

/** Closes whatever is open, and gives up what is not saved. */
export async function closeEverything(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  const preview = page.locator(".part.panel .monaco-text-button", { hasText: "Discard" });
  if (await preview.isVisible()) await preview.click();
  await runCommand(page, "View: Close All Editor Groups");
  const discard = page.locator(".monaco-dialog-box .monaco-button", { hasText: "Don't Save" });
  await eventually("everything closed", async () => {
    if (await discard.isVisible()) await discard.click();
    return (await page.locator(".editor-group-container .tab").count()) === 0;
  });
}

/** The status bar's place of the cursor, such as “Ln 12, Col 3 (18 selected)”. */
export function cursorPlace(page: Page): Promise<string> {
  return page.locator("#status\\.editor\\.selection").innerText();
}

/** The middle of the first occurrence of a text in the editor. Runs in the page, so it uses nothing from outside. */
function placeOf(text: string): { x: number; y: number } | undefined {
  for (const line of document.querySelectorAll(".editor-group-container.active .view-line")) {
    // The editor writes spaces as no-break spaces, and one element for each colour.
    const from = (line.textContent ?? "").replaceAll("\u00a0", " ").indexOf(text);
    if (from < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (from >= at && from < at + length) range.setStart(node, from - at);
      if (from + text.length > at && from + text.length <= at + length) range.setEnd(node, from + text.length - at);
      at += length;
    }
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return undefined;
}

/** Fails unless a text holds all of these. */
export function holds(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert(text.includes(part), `“${part}” is not in:\n${text}`);
}
