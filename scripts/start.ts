/** `npm start`: checks the example draft in the terminal, and says how to see it in an editor. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const check = spawnSync(process.execPath, [file("dist/cli.js"), "check", "--explain", "examples/autoimmune-disease.md"], {
  cwd: file("."),
  stdio: "inherit",
});
// Findings are what the example is for; only a failure to run is one here.
if (check.status === null || check.status > 1) process.exit(check.status ?? 1);
console.log(`
This was examples/autoimmune-disease.md, a draft with faults left in on purpose.

To see it in an editor:
  npm run editor     opens VS Code in your browser, with Immunolex and the example
  npm run package    builds immunolex.vsix; install it with “Install from VSIX…” in VS Code's Extensions view

In your own terminal:
  node dist/cli.js check my-draft.md
  node dist/cli.js lookup "molecular mimicry"
`);
