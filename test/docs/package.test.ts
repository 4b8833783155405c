/** The VSIX has what the extension needs, and nothing that was left lying about. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import { allRules } from "../../server/src/core/index.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const folder = (path: string) => readdirSync(new URL(path, root)).map((name) => `${path}${name}`);

const rulePages = ["README", ...allRules.map(({ id }) => id)].map((name) => `docs/rules/${name}.md`);

/** What the editor reads: the manifest and what it names, both clients, both servers, and the pages they open. */
const expected = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "dist/client-browser.cjs",
  "dist/client-node.cjs",
  "dist/language-client-node.cjs",
  "dist/server-browser.cjs",
  "dist/server-core.cjs",
  "dist/server-node.cjs",
  "dist/terminology.json",
  "docs/images/hover.webp",
  ...rulePages,
  ...folder("l10n/"),
  "media/icon.png",
  "media/view.svg",
  "package.json",
  "package.nls.de.json",
  "package.nls.json",
  "terminology/LICENSE",
  "terminology/pack.schema.json",
  ...folder("walkthrough/"),
];

describe("the VSIX", () => {
  let files: string[];
  before(async () => {
    // The command line is for npm: the extension does not run it. `--no-dependencies`, as `npm run package` says.
    files = await listFiles({ cwd: fileURLToPath(root), packageManager: PackageManager.None });
  });

  it("holds these files", () => {
    assert.deepEqual(files.sort(), expected.sort());
  });

  it("holds every file that the manifest names, and the pictures of the README", () => {
    const manifest = [...read("package.json").matchAll(/"(\.\/)?((?:dist|media|walkthrough|terminology)\/[^"*]+)"/g)].map(
      ([, , path]) => path ?? "",
    );
    const pictures = [...read("README.md").matchAll(/!\[[^\]]*\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path ?? "");
    assert(pictures.length > 0);
    const forNpm = ["dist/cli.js"];
    const missing = [...manifest, ...pictures].filter((path) => !files.includes(path) && !forNpm.includes(path));
    assert.deepEqual(missing, []);
  });
});
