/** The client of the web extension has nothing of Node in it. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entry = fileURLToPath(new URL("../../client/src/browser.ts", import.meta.url));

describe("the client in a browser", () => {
  it("asks for the editor's own module and for no other", async () => {
    const { metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      platform: "browser",
      format: "cjs",
      external: ["vscode"],
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const [output] = Object.values(metafile.outputs);
    assert.deepEqual([...new Set(output?.imports.filter(({ external }) => external).map(({ path }) => path))], ["vscode"]);
  });
});
