/** The VSIX has what the extension needs, and nothing that was left lying about. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import { readmeOf, readmePath, writeReadme } from "../../scripts/package/readme.ts";
import { allRules } from "../../server/src/core/index.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const folder = (path: string) => readdirSync(new URL(path, root)).map((name) => `${path}${name}`);

const rulePages = ["README", ...allRules.map(({ id }) => id)].map((name) => `docs/rules/${name}.md`);

/** What the editor reads: the manifest and what it names, both clients, both servers, and the pages they open. */
const expected = [
  "CHANGELOG.md",
  "LICENSE",
  "dist/client-browser.cjs",
  "dist/client-node.cjs",
  "dist/language-client-node.cjs",
  "dist/readme.md",
  "dist/server-browser.cjs",
  "dist/server-core.cjs",
  "dist/server-node.cjs",
  "dist/terminology.json",
  ...rulePages,
  // The words of the server are built into it.
  "l10n/bundle.l10n.de.json",
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
  before(async function () {
    // The packager walks through all that lies in the folder, an installed VS Code of 1 GB among it.
    this.timeout(180_000);
    writeReadme();
    // The command line is for npm: the extension does not run it. `--no-dependencies`, as `npm run package` says.
    // The page's path is an option that the types do not know.
    const options = { cwd: fileURLToPath(root), packageManager: PackageManager.None, readmePath };
    files = await listFiles(options);
  });

  it("holds these files", () => {
    assert.deepEqual(files.sort(), expected.sort());
  });

  it("holds every file that the manifest names", () => {
    const manifest = [...read("package.json").matchAll(/"(\.\/)?((?:dist|media|walkthrough|terminology)\/[^"*]+)"/g)].map(
      ([, , path]) => path ?? "",
    );
    const forNpm = ["dist/cli.js"];
    const missing = manifest.filter((path) => !files.includes(path) && !forNpm.includes(path));
    assert.deepEqual(missing, []);
  });
});

describe("the page of the extension", () => {
  const pictures = (page: string) => [...page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
  const gallery = read("docs/gallery.md");

  it("names pictures that are there, each of them small", () => {
    assert(pictures(gallery).length >= 6);
    for (const path of pictures(gallery)) {
      const { size } = statSync(new URL(`docs/${path}`, root));
      assert(size < 60_000 || path.endsWith("recording.webp"), `${path}: ${size} bytes`);
    }
  });

  it("links no picture that VS Code could not show, and no page that is not on the web", () => {
    assert.doesNotMatch(readmeOf(gallery), /\]\((?!https:)/);
    assert.deepEqual(pictures(readmeOf(gallery)), []);
  });

  it("takes pictures and pages from the repository, once there is one", () => {
    const page = readmeOf(gallery, "git+https://github.com/writer/immunolex.git");
    assert.equal(pictures(page).length, pictures(gallery).length);
    assert(page.includes("](https://github.com/writer/immunolex/raw/HEAD/docs/images/hover.webp)"));
    assert(page.includes("](https://github.com/writer/immunolex/blob/HEAD/docs/rules/README.md)"));
  });

  it("speaks to writers", () => {
    assert.doesNotMatch(gallery, /npm|\bLSP\b|node\b/i);
  });
});
