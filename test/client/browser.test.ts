/** The web extension has nothing of Node in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

describe("the server in a browser", () => {
  it("asks for the part that it shares with Node's server and for no other", () => {
    const parts = ["server-browser.cjs", "server-core.cjs"].map((name) =>
      readFileSync(new URL(`../../dist/${name}`, import.meta.url), "utf8"),
    );
    const asked = parts.flatMap((text) =>
      [...text.matchAll(/\b(?:__)?(?:require\d*|import)\(\s*["']([^"']+)["']\s*\)/g)].map(([, path]) => path),
    );
    assert.deepEqual(asked, ["./server-core.cjs"]);
  });
});
