import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { extensionFolder, makeWorkspace } from "../editor/extension.ts";
import { temporaryFolder } from "../editor/server.ts";
import { bundleSuite } from "./bundle.ts";
import { suiteOptions, suiteSettings } from "./suite-options.ts";

/**
 * Runs the editor suite in a desktop VS Code and returns its exit code. The VS Code is the one that
 * the variable VSCODE_EXECUTABLE names, or else `@vscode/test-electron` downloads the version that
 * VSCODE_VERSION names, by default the newest. Linux needs a display for it: `xvfb-run -a`.
 */
export async function runInElectron(grep: string): Promise<number> {
  const suite = await bundleSuite(suiteOptions("node", grep));
  // In the temporary folder and not under .vscode-test, since VS Code's socket lives in it and
  // macOS allows such a path 103 characters.
  const dataFolder = temporaryFolder("data");
  mkdirSync(join(dataFolder, "User"));
  writeFileSync(join(dataFolder, "User", "settings.json"), JSON.stringify(suiteSettings));
  const executable = process.env.VSCODE_EXECUTABLE;
  return runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    version: process.env.VSCODE_VERSION ?? "stable",
    extensionDevelopmentPath: extensionFolder,
    extensionTestsPath: suite,
    // The folder must come first. Other extensions would only slow the suite down.
    launchArgs: [makeWorkspace(), "--disable-extensions", `--user-data-dir=${dataFolder}`],
  });
}
