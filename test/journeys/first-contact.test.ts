/** What a newcomer sees: the extension's page, the walkthrough and its sample draft. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { activeTab, closeEverything, eventually, openFile, runCommand, sees } from "./support/hands.ts";
import { around, picture, sizeOf } from "./support/pictures.ts";
import { inLanguage, theWindow } from "./support/window.ts";

describe("first contact", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("starts nothing before there is a draft", () =>
    inLanguage("en", async (fresh) => {
      // High enough for all rows, since those out of sight are not drawn.
      await sizeOf(fresh, 1200, 2400);
      await runCommand(fresh, "Developer: Show Running Extensions");
      const rows = fresh.locator(".runtime-extensions-editor .monaco-list-row");
      await rows.first().waitFor();
      const own = rows.filter({ hasText: "Immunolex" });
      assert.equal(await own.count(), 0);
      await closeEverything(fresh);
      await openFile(fresh, "graft.md");
      await runCommand(fresh, "Developer: Show Running Extensions");
      await own.waitFor();
      // Others that start with a draft, such as VS Code's own Markdown, stand beside it.
      for (const row of await rows.allInnerTexts()) console.log(`      ${row.split("\n").filter(Boolean).join(" ")}`);
    }));

  it("walks a newcomer through, on a sample draft", async () => {
    await sizeOf(page, 1200, 860);
    await runCommand(page, "Immunolex: Get Started");
    const steps = page.locator(".gettingStartedContainer .getting-started-step");
    await steps.filter({ hasText: "Add your own terms" }).waitFor();
    assert.equal(await steps.count(), 6);
    const media = page.locator(".getting-started-media iframe.webview.ready").contentFrame().locator("#active-frame").contentFrame();
    await media.locator("svg").first().waitFor();
    await picture(page, "walkthrough.webp", async () => {
      const whole = await around(page, [page.locator(".part.editor")]);
      const all = await around(page, [steps.last()], 32);
      return { ...whole, height: all.y + all.height - whole.y };
    });
    await steps.locator(".monaco-button", { hasText: "Open a Sample Draft" }).click();
    await activeTab(page, "Untitled-").waitFor();
    await sees(page, "Why the immune system turns on itself");
    await page.locator(".squiggly-warning").first().waitFor();
  });

  it("has a page for writers, with no picture that fails to load", async () => {
    await runCommand(page, "Extensions: Show Installed Extensions");
    await page.locator(".extensions-viewlet .monaco-list-row", { hasText: "Immunolex" }).click();
    const content = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("body");
    await content.locator("h2", { hasText: "Three steps to begin" }).waitFor();
    const text = await content.innerText();
    assert.doesNotMatch(text, /npm |!\[|\]\(/);
    const loaded = () => content.locator("img").evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth > 0));
    await eventually("every picture of the page", async () => (await loaded()).every(Boolean));
  });
});
