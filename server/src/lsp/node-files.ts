import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { t } from "../core/index.ts";
import { type FileAccess, isHidden, largestFile } from "./files.ts";

/** Folders that one search looks into; who opens a whole disk has more. */
const mostFolders = 10_000;

/** Files on the disk. */
export const nodeFiles: FileAccess & { has(uri: string): boolean } = {
  has: (uri) => uri.startsWith("file:"),
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      const { size, ...kind } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
      // A pipe or a device could be read for ever.
      if (!kind.isFile) throw new Error(t("it is not a file"));
      if (size > largestFile) throw new Error(t("it is larger than {0} MB", largestFile / 1024 / 1024));
      return new TextDecoder().decode(await readFile(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw new Error(reasonOf(error));
    }
  },
  async list(folder) {
    try {
      return await readdir(fileURLToPath(folder));
    } catch {
      return [];
    }
  },
  async find(folder, endings, most) {
    const wanted = new RegExp(`\\.(?:${endings.join("|")})$`, "i");
    const found: string[] = [];
    // Breadth first, so that what lies near the top is found in any tree.
    const folders = [fileURLToPath(folder)];
    for (let i = 0; i < Math.min(folders.length, mostFolders); i++) {
      const at = folders[i] as string;
      for (const entry of await readdir(at, { withFileTypes: true }).catch(() => [])) {
        if (isHidden(entry.name)) continue;
        if (entry.isDirectory()) folders.push(join(at, entry.name));
        else if (entry.isFile() && wanted.test(entry.name)) found.push(pathToFileURL(join(at, entry.name)).href);
        if (found.length >= most) return found;
      }
    }
    return found;
  },
};

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return t("reading it is not allowed");
  return code ?? message;
}
