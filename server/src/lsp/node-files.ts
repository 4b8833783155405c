import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { t } from "../core/index.ts";
import { type FileAccess, largestPack } from "./files.ts";

/** Files on the disk. */
export const nodeFiles: FileAccess & { has(uri: string): boolean } = {
  has: (uri) => uri.startsWith("file:"),
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      const { size, ...kind } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
      // A pipe or a device could be read for ever.
      if (!kind.isFile) throw new Error(t("it is not a file"));
      if (size > largestPack) throw new Error(t("it is larger than {0} MB", largestPack / 1024 / 1024));
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
};

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return t("reading it is not allowed");
  return code ?? message;
}
