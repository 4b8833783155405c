/** How the server reads files: from the disk, or through the client where the files are not on one. */
import type { Connection } from "vscode-languageserver";
import { t } from "../core/index.ts";
import { pathWithin } from "./uris.ts";

/** What the server may do with files: read them, and nothing else. */
export interface FileAccess {
  /** The text of a file; undefined where there is none. Rejects with a reason that a person can read. */
  read(uri: string): Promise<string | undefined>;
  /** Names of the files directly in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Addresses of files anywhere below a folder whose names end in a dot and one of these endings, in whatever case; at
   * most `most`. Hidden folders, node_modules and links are passed over, as nobody writes there.
   */
  find(folder: string, endings: readonly string[], most: number): Promise<readonly string[]>;
}

/** Bytes beyond which a file is nothing that anybody has written, be it a pack or a draft. */
export const largestFile = 64 * 1024 * 1024;

/** Whether a path, or a part of it, is one that nobody writes in: hidden, or what a package manager has fetched. */
export function isHidden(path: string): boolean {
  return path.split("/").some((name) => name.startsWith(".") || name === "node_modules");
}

/** Files as the client sees them; the client answers `immunolex/readFile`, `immunolex/findFiles` and `immunolex/findDrafts`. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    async read(uri) {
      const answer = await connection.sendRequest<{ text: string | null }>("immunolex/readFile", { uri });
      return answer.text ?? undefined;
    },
    list: (folder) => connection.sendRequest<string[]>("immunolex/findFiles", { folder }),
    async find(folder, endings, most) {
      const found = await connection.sendRequest<string[] | null>("immunolex/findDrafts", { folder, endings, most });
      return (found ?? []).filter((uri) => !isHidden(pathWithin(folder, uri) ?? "."));
    },
  };
}

/** The server's own files where it can reach them, the client's for all others. */
export function filesOf(own: (FileAccess & { has(uri: string): boolean }) | undefined, theirs: FileAccess | undefined): FileAccess {
  const nowhere: FileAccess = {
    read: async () => {
      throw new Error(t("this editor gives no access to it"));
    },
    list: async () => [],
    find: async () => [],
  };
  const accessTo = (uri: string) => (own?.has(uri) ? own : (theirs ?? nowhere));
  return {
    read: (uri) => accessTo(uri).read(uri),
    list: (folder) => accessTo(folder).list(folder),
    find: (folder, endings, most) => accessTo(folder).find(folder, endings, most),
  };
}
