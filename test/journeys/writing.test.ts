/** What a writer's hands do: complete, rename, look for all places. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { activeTab, eventually, find, holds, openFile, putCursor, sees, visibleText } from "./support/hands.ts";
import { around, picture, sizeOf } from "./support/pictures.ts";
import { setFolder, theWindow } from "./support/window.ts";

describe("writing", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("completes a term", async () => {
    await openFile(page, "tolerance.md");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("It may end in rheumatoid arth");
    await page.keyboard.press("Control+Space");
    const offered = page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "rheumatoid arthritis" });
    await offered.waitFor();
    await page.keyboard.press("Enter");
    await sees(page, "It may end in rheumatoid arthritis");
  });

  it("renames a term with its article and capitals, and takes it back in one step", async () => {
    await openFile(page, "tolerance.md");
    await putCursor(page, "Central tolerance can");
    await rename(page, "central tolerance", "early tolerance");
    await sees(page, "An early tolerance that fails precedes disease. Early tolerance can be lost");
    await page.keyboard.press("Control+Z");
    await sees(page, "A central tolerance that fails precedes disease. Central tolerance can be lost");
    await eventually("a draft as it was", async () => !/dirty/.test((await activeTab(page, "tolerance.md").getAttribute("class")) ?? ""));
  });

  it("shows a doubtful rename before it is made", async () => {
    await sizeOf(page, 960, 540);
    await openFile(page, "spreading.md");
    await putCursor(page, "Epitope spreading, also");
    await rename(page, "epitope spreading", "epitope drift");
    const changes = page.locator(".part.panel .monaco-list-row", { hasText: "drift" });
    await eventually("four changes", async () => (await changes.count()) === 4);
    const ticked = await changes.locator(".edit-checkbox").evaluateAll((boxes) => boxes.map((box) => box.ariaChecked));
    assert.deepEqual(ticked, ["true", "true", "true", "false"]);
    await picture(page, "rename.webp", () => around(page, [page.locator(".part.editor"), page.locator(".part.panel")]));
    await page.locator(".part.panel .monaco-text-button", { hasText: "Apply" }).click();
    await sees(page, "Epitope drift, also called “antigenic spreading”");
    const text = (await visibleText(page)).replace(/\s+/g, " ");
    holds(text, "signs of epitope drift, and an epitope-drift model", "> Epitope spreading is easy", "the Epitope Spreading Network");
  });

  it("renames in another draft of the folder what is ticked there", async () => {
    await openFile(page, "graft.md");
    await putCursor(page, "Graft rejection is");
    await rename(page, "graft rejection", "graft loss");
    const elsewhere = page.locator(".part.panel .monaco-list-row", { hasText: "In mice, graft" });
    await elsewhere.locator(".edit-checkbox[aria-checked=false]").click();
    await page.locator(".part.panel .monaco-text-button", { hasText: "Apply" }).click();
    await sees(page, "Graft loss is feared. It comes early or late, and late graft loss is silent.");
    await openFile(page, "graft-notes.md");
    await sees(page, "In mice, graft loss comes early.");
  });

  it("lists all places of a concept, under whichever name", async () => {
    await openFile(page, "autoimmune-disease.md");
    await putCursor(page, "autoimmune condition");
    await page.keyboard.press("Shift+F12");
    const places = page.locator(".peekview-widget .monaco-list-row");
    // Five places in the draft, and each of the three drafts that has some.
    await eventually("all places", async () => (await places.count()) === 8);
    holds(
      (await places.allInnerTexts()).join("\n"),
      "an autoimmune condition",
      "most autoimmune diseases",
      "Autoimmune diseases arise",
      "lists.md",
      "recording.md",
    );
    await page.keyboard.press("Escape");
    await places.first().waitFor({ state: "hidden" });
  });

  it("says beside the text what an abbreviation stands for, where the folder asks for it", async () => {
    await openFile(page, "antigens.md");
    await find(page, "HLA stays");
    setFolder({ "immunolex.codeLens": true, "immunolex.inlayHints.everyNthUse": 2 });
    await sees(page, "bears HLA(human leukocyte antigen)");
    await page.locator(".codelens-decoration", { hasText: "HLA: defined here · 2 uses" }).waitFor();
    setFolder();
    await page.locator(".codelens-decoration").waitFor({ state: "hidden" });
  });
});

/** Renames what stands at the cursor. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor();
  assert.equal((await box.inputValue()).toLowerCase(), from);
  await box.fill(to);
  await page.keyboard.press("Enter");
}
