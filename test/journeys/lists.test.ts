/** The lists that a manuscript needs, in the draft and out of it. */
import type { Page } from "playwright-core";
import { activeTab, choose, eventually, find, holds, openFile, runCommand, sees, visibleText } from "./support/hands.ts";
import { theWindow } from "./support/window.ts";

const draft = "autoimmune-disease.md";

/** Every form, and how its list of abbreviations and its glossary begin. */
const forms: readonly (readonly [form: string, abbreviations: string, glossary: string])[] = [
  ["HTML table", "<td>ANA", "<td>antinuclear"],
  ["CSV", "Abbreviation,", "Term,Definition"],
  ["TBX-Basic", "<tbx", "<tbx"],
  ["Markdown table", "| Abbreviation", "| Term"],
  ["Markdown definition list", "HLA", "antinuclear"],
];

describe("lists", () => {
  let page: Page;
  before(() => {
    page = theWindow();
  });

  it("writes the list of abbreviations and the glossary before the references", async () => {
    await openFile(page, draft);
    await runCommand(page, "Immunolex: Insert or Update Abbreviation List");
    await find(page, "## Abbreviations");
    await sees(page, "systemic lupus erythematosus");
    await runCommand(page, "Immunolex: Insert or Update Glossary");
    await find(page, "## Glossary");
    const text = await visibleText(page);
    holds(text, "molecular mimicry");
  });

  for (const [at, kind] of ["Abbreviations", "Glossary"].entries()) {
    it(`exports in every form: ${kind}`, async () => {
      await openFile(page, draft);
      for (const form of forms) {
        await openFile(page, draft);
        await runCommand(page, "Immunolex: Export Abbreviations or Glossary");
        await choose(page, kind);
        await page.locator(".quick-input-titlebar", { hasText: `Export ${kind}` }).waitFor();
        await choose(page, form[0]);
        await activeTab(page, "Untitled-").waitFor();
        await eventually(`${form[0]} of ${kind}`, async () => (await visibleText(page)).includes(form[at + 1] as string));
      }
    });
  }
});
