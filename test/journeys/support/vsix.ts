import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
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

/**
 * Packages a language pack without a single word. With it VS Code takes a language for the window's, and speaks English
 * for want of words, while an extension speaks that language with words of its own.
 */
export function packageLanguage(languageId: string, languageName: string): string {
  const cwd = temporaryFolder("language");
  const translations = [{ id: "vscode", path: "./words.json" }];
  const manifest = {
    name: `language-${languageId}`,
    publisher: "immunolex-test",
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    contributes: { localizations: [{ languageId, languageName, localizedLanguageName: languageName, translations }] },
  };
  writeFileSync(join(cwd, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(cwd, "words.json"), JSON.stringify({ version: "1.0.0", contents: {} }));
  writeFileSync(join(cwd, "README.md"), "For a test.");
  const packagePath = join(cwd, "language.vsix");
  const options = { cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true };
  const script = `import { createVSIX } from "@vscode/vsce"; await createVSIX(${JSON.stringify(options)});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: rootFolder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The language pack could not be packaged.\n${stdout}${stderr}`);
  return packagePath;
}
