/** What a reader of a draft asks: what a term means, and what else is known of it. */
import assert from "node:assert/strict";
import type { FrameLocator, Page } from "playwright-core";
import {
  activeTab,
  cursorPlace,
  eventually,
  find,
  focusDraft,
  holds,
  openFile,
  pointAt,
  putCursor,
  runCommand,
  shows,
  typeInto,
} from "./support/hands.ts";
import { around, picture, sizeOf } from "./support/pictures.ts";
import { setFolder, theWindow } from "./support/window.ts";

const draft = "autoimmune-disease.md";

describe("reading", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("explains a term under the pointer", async () => {
    await sizeOf(page, 860, 1280);
    await openFile(page, draft);
    await find(page, "molecular mimicry");
    await hoverByMouse(page);
    await picture(page, "hover.webp", () => around(page, [hover(page)], 40));
  });

  it("explains a term in a dark window", async () => {
    await sizeOf(page, 860, 1280);
    setFolder({ "workbench.colorTheme": "Dark 2026" });
    await page.locator(".monaco-workbench.vs-dark").waitFor();
    await openFile(page, draft);
    await find(page, "molecular mimicry");
    await hoverByMouse(page);
    const [text, ground] = await hover(page)
      .locator("p", { hasText: "structural similarity" })
      .evaluate((paragraph) => [
        getComputedStyle(paragraph).color,
        getComputedStyle(paragraph.closest(".monaco-hover") as Element).backgroundColor,
      ]);
    assert(brightness(text) - brightness(ground) > 100, `text ${text} on ${ground}`);
    await picture(page, "hover-dark.webp", () => around(page, [hover(page)], 40));
  });

  it("explains the term at the cursor to who uses the keyboard", async () => {
    await openFile(page, draft);
    await putCursor(page, "Wegener's granulomatosis");
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    const text = await hover(page).innerText();
    holds(text, "granulomatosis with polyangiitis", "2011");
    await page.keyboard.press("Escape");
    await hover(page).waitFor({ state: "hidden" });
  });

  it("shows the term card, follows a related concept, goes back, and leads to a place", async () => {
    await sizeOf(page, 900, 520);
    await openFile(page, draft);
    await putCursor(page, "molecular mimicry");
    await page.keyboard.press("Control+K");
    await page.keyboard.press("g");
    const card = cardOf(page);
    await shows(card.locator("h1"), "molecular mimicry");
    holds(await card.locator("main").innerText(), "structural similarity", "antigenic mimicry", "In this draft: 2");
    // The draft has become narrower; a step of the cursor brings it into view again.
    await focusDraft(page);
    await page.keyboard.press("ArrowRight");
    await picture(page, "term-card.webp", () => around(page, [page.locator(".part.editor")]));

    await card.locator("a", { hasText: "bystander activation" }).click();
    await shows(card.locator("h1"), "bystander activation");
    await activeTab(page, "bystander activation").waitFor();
    await card.locator("nav a", { hasText: "Back" }).click();
    await shows(card.locator("h1"), "molecular mimicry");
    assert.equal(await card.locator("nav").count(), 0);

    await card.locator("a", { hasText: "Line 28" }).click();
    await activeTab(page, draft).waitFor();
    await eventually("the place selected", async () => /Ln 28, .*17 selected/.test(await cursorPlace(page)));
  });

  it("looks up any term by a part of its name", async () => {
    await openFile(page, draft);
    await runCommand(page, "Immunolex: Look Up Term");
    await typeInto(page, "bystander");
    const found = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "bystander activation" });
    await found.waitFor();
    await page.keyboard.press("Enter");
    await shows(cardOf(page).locator("h1"), "bystander activation");
  });
});

const hover = (page: Page) => page.locator(".monaco-hover:not(.hidden)", { hasText: "Source:" }).first();

async function hoverByMouse(page: Page): Promise<void> {
  await page.keyboard.press("ArrowLeft");
  await pointAt(page, "molecular mimicry");
  await hover(page).waitFor();
  holds(await hover(page).innerText(), "molecular mimicry", "structural similarity", "Used: 2 times", "MeSH");
}

/** The page inside the panel of the term card: a frame in a frame. */
function cardOf(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** From 0, black, to 255. */
function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return (red + green + blue) / 3;
}
