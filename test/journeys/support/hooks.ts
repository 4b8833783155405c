/** What all journeys share: one editor, a clean window after each journey, a picture of the window where one failed. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "mocha";
import { rootFolder } from "../../editor/extension.ts";
import { closeEverything, hideSideBar } from "./hands.ts";
import { sizeOf } from "./pictures.ts";
import { setFolder, setOwnTerms, startEditor, theWindow } from "./window.ts";

export const mochaHooks = {
  async beforeAll(this: Context): Promise<void> {
    this.timeout(180_000);
    await startEditor();
  },
  async afterEach(this: Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state === "failed") {
      const folder = join(rootFolder, "out", "journeys");
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${test.title.replace(/[^\w]+/g, "-")}.png`);
      await theWindow().screenshot({ path });
      console.log(`      what was seen: ${path}`);
    }
    const page = theWindow();
    setFolder();
    setOwnTerms();
    await closeEverything(page);
    await hideSideBar(page);
    await sizeOf(page, 1200, 720);
  },
};
