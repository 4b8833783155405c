/** The short recording of docs/images: a draft is read, mended and completed. Made where pictures are asked for. */
import type { Page } from "playwright-core";
import { askForRemedies, find, focusDraft, openFile, pointAt, putCursor, sees } from "./support/hands.ts";
import { taking } from "./support/pictures.ts";
import { Recording } from "./support/recording.ts";
import { setOwnTerms, theWindow } from "./support/window.ts";

describe("the recording", () => {
  (taking ? it : it.skip)("reads, mends, completes and renames", async () => {
    const page = theWindow();
    await page.setViewportSize({ width: 900, height: 440 });
    // Alone, so that the rename has no other drafts to ask about.
    setOwnTerms("ignore: [autoimmune-disease.md]\n");
    await openFile(page, "recording.md");
    await page.locator(".squiggly-warning").first().waitFor();
    const recording = new Recording(page);
    await recording.hold(900);

    await pointAt(page, "foreign antigen");
    await page.locator(".monaco-hover:not(.hidden)", { hasText: "originates outside the body" }).first().waitFor();
    await recording.hold(3200);
    await page.mouse.move(450, 400);
    await page.locator(".monaco-hover:not(.hidden)").first().waitFor({ state: "hidden" });
    await recording.hold(400);

    await putCursor(page, "Wegener's granulomatosis");
    await recording.hold(500);
    await askForRemedies(page);
    await recording.hold(1800);
    await page.keyboard.press("Enter");
    await sees(page, "In granulomatosis with polyangiitis");
    await recording.hold(1500);

    await find(page, "is not known.");
    await page.keyboard.press("ArrowRight");
    await type(page, recording, " Some carry rheumatoid fac");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "rheumatoid factor" }).waitFor();
    await recording.hold(1500);
    await page.keyboard.press("Enter");
    await sees(page, "Some carry rheumatoid factor");
    await recording.hold(900);

    await putCursor(page, "loss of tolerance");
    await page.keyboard.press("F2");
    const box = page.locator(".rename-box input");
    await box.waitFor();
    await recording.hold(900);
    await box.fill("breakdown of tolerance");
    await recording.hold(1000);
    await page.keyboard.press("Enter");
    await sees(page, "Breakdown of tolerance");
    await focusDraft(page);
    await recording.hold(2500);
    await recording.save("recording.webp");
  }).timeout(120_000);
});

/** Types a text, with a picture every few letters. */
async function type(page: Page, recording: Recording, text: string): Promise<void> {
  for (const part of text.match(/.{1,3}/g) ?? []) {
    await page.keyboard.type(part);
    await recording.hold(160);
  }
}
