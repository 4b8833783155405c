import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../editor/extension.ts";
import type { Host, SuiteOptions } from "./suite/options.ts";

/** User settings of an editor that runs the suite: none of the extension's own, and less noise. */
export const suiteSettings = {
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "workbench.startupEditor": "none",
} as const;

export const suiteFolder = join(rootFolder, "test", "vscode", "suite");

/** What the runner asks of a suite that runs in `host`: all of its tests, or those whose full title contains `grep`. */
export function suiteOptions(host: Host, grep: string): SuiteOptions {
  return {
    host,
    tests: readdirSync(suiteFolder)
      .flatMap((name) => /^(.+)\.test\.ts$/.exec(name)?.[1] ?? [])
      .sort(),
    grep,
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    forbidOnly: process.env.CI !== undefined,
  };
}
