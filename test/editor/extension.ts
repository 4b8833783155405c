import { cpSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./server.ts";

/** The repository. */
export const rootFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * The extension under development: the repository, whose package.json is the manifest. The variable
 * IMMUNOLEX_EXTENSION names another one, so that the harness itself can be tried with a toy.
 */
export const extensionFolder = process.env.IMMUNOLEX_EXTENSION || rootFolder;

/** Throws unless the extension's entry point, which the manifest names, has been built. */
export function requireBuild(): void {
  const manifest = JSON.parse(readFileSync(join(extensionFolder, "package.json"), "utf8")) as {
    main: string;
  };
  if (!existsSync(join(extensionFolder, manifest.main))) {
    throw new Error(`${manifest.main} is missing: run \`npm run build\` first.`);
  }
}

/** Makes a workspace with a copy of the examples, removed when this process exits. */
export function makeWorkspace(): string {
  const examples = join(extensionFolder, "examples");
  if (!existsSync(examples)) throw new Error(`The examples are missing: ${examples}`);
  // The name of the folder is the title of the explorer.
  const folder = join(temporaryFolder("workspace"), "examples");
  cpSync(examples, folder, { recursive: true });
  return folder;
}
