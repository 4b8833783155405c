/** What is found, and how it is mended. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  activeTab,
  askForRemedies,
  closePanel,
  cursorPlace,
  eventually,
  holds,
  openFile,
  putCursor,
  runCommand,
  sees,
  visibleText,
} from "./support/hands.ts";
import { around, picture, sizeOf } from "./support/pictures.ts";
import { setOwnTerms, theWindow } from "./support/window.ts";

const draft = "autoimmune-disease.md";

describe("findings", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });
  beforeEach(async () => {
    await openFile(page, draft);
    await page.locator(".squiggly-warning").first().waitFor();
  });

  it("offers the remedy for what is underlined, and takes it back", async () => {
    await sizeOf(page, 860, 640);
    await putCursor(page, "Wegener's granulomatosis");
    const remedies = await askForRemedies(page);
    holds(await remedies.first().innerText(), "granulomatosis with polyangiitis");
    await picture(page, "quick-fix.webp", () =>
      around(page, [page.locator(".action-widget"), page.locator(".part.editor .view-line", { hasText: "Patients and" })], 40),
    );
    await page.keyboard.press("Enter");
    await sees(page, "still speak of granulomatosis with polyangiitis");
    await page.keyboard.press("Control+Z");
    await sees(page, "still speak of Wegener's granulomatosis");
    await unchanged(page);
  });

  it("lists all findings and leads to one", async () => {
    await page.keyboard.press("Control+Shift+M");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await eventually("ten findings", async () => (await rows.count()) >= 8);
    const listed = (await rows.allInnerTexts()).join("\n");
    holds(listed, "HLA-DRB1*04:01", "one word", "British spelling", "replaced in 2011");
    await rows.filter({ hasText: "British spelling" }).click();
    await eventually("the finding selected", async () => /^Ln 32,/.test(await cursorPlace(page)));
    await sees(page, "Oestrogen receptors");
    await closePanel(page);
  });

  it("mends all that is safe to mend, and takes it back in one step", async () => {
    await putCursor(page, "Oestrogen");
    // Right after a draft was opened VS Code may have nothing to mend yet.
    const mended = page.locator(".view-line", { hasText: /Hashimoto\sthyroiditis/ });
    await eventually("all mended", async () => {
      await runCommand(page, "Fix All");
      return mended.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
    });
    await sees(page, "Estrogen receptors");
    await sees(page, "Hashimoto thyroiditis");
    await page.keyboard.press("Control+Z");
    await sees(page, "Oestrogen receptors");
    assert((await visibleText(page)).includes("Hashimoto's thyroiditis"));
    await unchanged(page);
  });

  it("mends all drafts of the folder, after a look at what would change, and leaves them where that was closed", async () => {
    // The other journeys' drafts stay as they are.
    setOwnTerms("ignore: [a*.md, g*.md, l*.md, r*.md, s*.md, to*.md]\n");
    await openFile(page, "types.md");
    await page.locator(".squiggly-error").first().waitFor();
    const preview = page.locator(".editor-group-container .tab", { hasText: "Fixes: 2 changes in 1 draft" });
    const offered = page.locator(".quick-input-list .monaco-list-row", { hasText: "2 places in 1 draft" });

    // The editor hears of the file a moment after it was written.
    await eventually("the fixes of one draft", async () => {
      await runCommand(page, "Immunolex: Fix All in Folder");
      await page
        .locator(".quick-input-widget:not(.hidden) .monaco-list-row", { hasText: /places? in/ })
        .first()
        .waitFor();
      if ((await offered.count()) > 0) return true;
      await page.keyboard.press("Escape");
      return false;
    });
    await page.keyboard.press("Enter");
    await preview.waitFor();
    await activeTab(page, "Fixes:").locator(".tab-actions .action-label").click();
    await preview.waitFor({ state: "hidden" });
    await sees(page, "HLA-DRB1*04:01 and HLA-DQB1*03:02 differ");

    await runCommand(page, "Immunolex: Fix All in Folder");
    await offered.waitFor();
    await page.keyboard.press("Enter");
    await preview.waitFor();
    await page.locator(".editor-actions .action-label[aria-label*='Apply Fixes']").click();
    await preview.waitFor({ state: "hidden" });
    await sees(page, "HLA-DRB1\\*04:01 and HLA-DQB1\\*03:02 differ");
  });
});

/** Waits until the draft is as it was saved. */
async function unchanged(page: Page): Promise<void> {
  await eventually("a draft as it was", async () => /dirty/.test((await activeTab(page, draft).getAttribute("class")) ?? "") === false);
}
