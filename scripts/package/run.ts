/** Packages what `npm run build -- --production` built. Its argument is the file to write, immunolex.vsix without one. */
import { resolve } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { readmePath, writeReadme } from "./readme.ts";

const [packagePath = "immunolex.vsix"] = process.argv.slice(2);

writeReadme();
await createVSIX({
  packagePath: resolve(packagePath),
  readmePath,
  // What the extension needs is bundled.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
