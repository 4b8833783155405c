/** The side bar: what the draft speaks of, and its abbreviations. */
import type { Locator, Page } from "playwright-core";
import { cursorPlace, eventually, focusDraft, openFile, runCommand, typeInto } from "./support/hands.ts";
import { around, picture, sizeOf } from "./support/pictures.ts";
import { inLanguage, theWindow } from "./support/window.ts";

const draft = "autoimmune-disease.md";

describe("the side bar", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("lists the terms, filters them, and leads from one place to the next", async () => {
    await sizeOf(page, 860, 480);
    await openFile(page, draft);
    await openSideBar(page);
    await row(page, "autoantibody").click();
    await placed(page, /^Ln 16,.*14 selected/);
    await picture(page, "views.webp", () => around(page, [page.locator(".part.sidebar"), page.locator(".part.editor")]));

    await runCommand(page, "Immunolex: Filter Terms");
    await typeInto(page, "mimicry");
    await row(page, "autoantibody").waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    await row(page, "molecular mimicry").click();
    await placed(page, /^Ln 26,.*17 selected/);
    await row(page, "molecular mimicry").click();
    await placed(page, /^Ln 28,.*17 selected/);
    await page.locator(".statusbar-item", { hasText: "2 of 2" }).waitFor();
    await page.keyboard.press("Enter");
    await placed(page, /^Ln 26,/);

    await runCommand(page, "Immunolex: Clear the Filter of Terms");
    await row(page, "autoantibody").waitFor();
  });

  it("lists the abbreviations by what there is to do about them", async () => {
    await openFile(page, draft);
    await openSideBar(page);
    for (const state of ["Undefined", "Defined and not used", "Defined"]) await row(page, state).waitFor();
    await row(page, "Epstein-Barr virus · 0 uses").waitFor();
    await row(page, "antinuclear antibody · 1 use").click();
    await placed(page, /^Ln 46,.*3 selected/);
    await focusDraft(page);
  });

  it("speaks German in a German window", async () => {
    await inLanguage("de", async (german) => {
      await openFile(german, draft);
      await openSideBar(german);
      for (const title of ["Begriffe", "Abkürzungen"]) await german.locator(".sidebar .pane-header", { hasText: title }).waitFor();
      await row(german, "Definiert und nicht verwendet").waitFor();
      await row(german, "antinuclear antibody · 1 Verwendung").waitFor();
      await runCommand(german, "Immunolex: Begriff nachschlagen");
      await german.locator(".quick-input-titlebar", { hasText: "Begriff nachschlagen" }).waitFor();
    });
  });
});

async function openSideBar(page: Page): Promise<void> {
  await page.locator(".activitybar .action-item a[aria-label*='Immunolex']").click();
  // The icon's name would cover the view.
  await page.mouse.move(600, 400);
}

/** A row of the side bar by the beginning of what it says, or by the description behind that. */
function row(page: Page, text: string): Locator {
  return page.locator(".sidebar .pane-body .monaco-list-row", { hasText: text }).first();
}

async function placed(page: Page, where: RegExp): Promise<void> {
  await eventually(`the cursor at ${where}`, async () => where.test(await cursorPlace(page)));
}
