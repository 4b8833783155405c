import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { rootFolder } from "../../editor/extension.ts";
import { temporaryFolder } from "../../editor/server.ts";

/** Packages what was built as `npm run package` does, and answers where the file is. */
export function packageExtension(): string {
  const path = join(temporaryFolder("vsix"), "immunolex.vsix");
  const args = ["--import", "tsx", join("scripts", "package", "run.ts"), path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: rootFolder, encoding: "utf8" });
  if (status !== 0) throw new Error(`The extension could not be packaged.\n${stdout}${stderr}`);
  return path;
}
