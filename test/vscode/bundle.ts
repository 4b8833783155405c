import { rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { rootFolder } from "../editor/extension.ts";

/** Inside the repository, so that the bundle finds the root's mocha. */
const bundledSuiteFolder = join(rootFolder, "out", "test", "vscode");

const suiteFolder = join(dirname(fileURLToPath(import.meta.url)), "suite");

/**
 * Bundles the suite for the extension host and returns the path of the module that exports `run()`.
 *
 * Every test file becomes a module of its own, as mocha expects. They are CommonJS, since only its
 * `require("vscode")` works in every supported VS Code. mocha itself stays outside: it is an ES
 * module, and esbuild would let the UMD wrappers inside it overwrite the bundle's own exports.
 */
export async function bundleSuite(): Promise<string> {
  const names = await readdir(suiteFolder);
  const tests = names.filter((name) => name.endsWith(".test.ts"));
  rmSync(bundledSuiteFolder, { recursive: true, force: true });
  await build({
    entryPoints: ["index.ts", ...tests].map((name) => join(suiteFolder, name)),
    outdir: bundledSuiteFolder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return join(bundledSuiteFolder, "index.cjs");
}
