/** The lists that a manuscript needs, in the draft and out of it. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { activeTab, choose, openFile, runCommand, sees, visibleText } from "./support/hands.ts";
import { theWindow } from "./support/window.ts";

const draft = "lists.md";

/** Every form with what its list of abbreviations holds, and one with what the glossary holds. */
const exported: readonly (readonly [kind: string, form: string, line: string])[] = [
  ["Abbreviations", "HTML table", "<td>HLA</td><td>human leukocyte antigen</td>"],
  ["Abbreviations", "CSV", "HLA,human leukocyte antigen"],
  ["Abbreviations", "TBX-Basic", "<tbx"],
  ["Abbreviations", "Markdown table", "| HLA | human leukocyte antigen |"],
  ["Abbreviations", "Markdown definition list", ": human leukocyte antigen"],
  ["Glossary", "CSV", 'human leukocyte antigen (HLA),"MHC molecule of humans'],
];

/** What is said to end a file's name in. Beside an HTML table this VS Code has too much to say of its own to show it. */
const endings: Readonly<Record<string, string>> = { CSV: ".csv", "TBX-Basic": ".tbx" };

describe("lists", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("writes the list of abbreviations and the glossary before the references", async () => {
    await openFile(page, draft);
    await runCommand(page, "Immunolex: Insert or Update Abbreviation List");
    await sees(page, "| HLA | human leukocyte antigen |");
    await runCommand(page, "Immunolex: Insert or Update Glossary");
    await sees(page, "| human leukocyte antigen (HLA) | MHC molecule");
    const headings = (await visibleText(page)).split("\n").filter((line) => line.startsWith("#"));
    assert.deepEqual(headings, ["# Lists", "## Abbreviations", "## Glossary", "## References"]);
  });

  it("exports both lists, in every form", async () => {
    for (const [kind, form, line] of exported) {
      await openFile(page, draft);
      await runCommand(page, "Immunolex: Export Abbreviations or Glossary");
      await choose(page, kind);
      await page.locator(".quick-input-titlebar", { hasText: `Export ${kind}` }).waitFor();
      await choose(page, form);
      await activeTab(page, "Untitled-").waitFor();
      await sees(page, line);
      const ending = endings[form];
      if (ending === undefined) continue;
      // Under test the window keeps messages to itself until they are asked for.
      await runCommand(page, "Notifications: Show Notifications");
      const message = page.locator(".notifications-center .notification-list-item", { hasText: `ends in ${ending}` });
      await message.locator(".monaco-button", { hasText: "Save…" }).waitFor();
      await runCommand(page, "Notifications: Clear All Notifications");
    }
  }).timeout(120_000);
});
