/**
 * Runs the editor suite in a real VS Code and exits with 0 or 1.
 *
 * `--in code-server` (the default on Linux) takes VS Code from npm and needs no display.
 * `--in electron` (the default elsewhere) takes the desktop VS Code by `@vscode/test-electron`.
 * `--in web` takes the same VS Code as code-server, with Immunolex as a web extension in the browser.
 * `--grep TEXT` runs only the tests whose full title contains TEXT.
 */
import { parseArgs } from "node:util";
import { requireBuild } from "../editor/extension.ts";
import { editorRunsHere } from "../editor/install.ts";
import { runInCodeServer } from "./code-server.ts";
import { runInElectron } from "./electron.ts";

const editors = {
  "code-server": (grep: string) => runInCodeServer("node", grep),
  electron: runInElectron,
  web: (grep: string) => runInCodeServer("web", grep),
};

function editorNamed(name: string): (grep: string) => Promise<number> {
  if (name === "code-server" || name === "electron" || name === "web") return editors[name];
  throw new Error(`--in takes code-server, electron or web, not "${name}".`);
}

try {
  const { values } = parseArgs({
    options: {
      in: { type: "string", default: editorRunsHere() ? "code-server" : "electron" },
      grep: { type: "string", default: "" },
    },
  });
  const runIn = editorNamed(values.in);
  requireBuild();
  process.exit(await runIn(values.grep));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
