/** How the server reads files: from the disk, or through the client where the files are not on one. */
import type { Connection } from "vscode-languageserver";

/** What the server may do with files: read them, and nothing else. */
export interface FileAccess {
  /** The text of a file; undefined where there is none. Rejects with a reason that a person can read. */
  read(uri: string): Promise<string | undefined>;
  /** Names of the files directly in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
}

/** Bytes beyond which a file is not a pack that anybody has written. */
export const largestPack = 64 * 1024 * 1024;

/** Files as the client sees them; the client answers `immunolex/readFile` and `immunolex/findFiles`. */
export function clientFiles(connection: Connection): FileAccess {
  return {
    async read(uri) {
      const answer = await connection.sendRequest<{ text: string | null }>("immunolex/readFile", { uri });
      return answer.text ?? undefined;
    },
    list: (folder) => connection.sendRequest<string[]>("immunolex/findFiles", { folder }),
  };
}

/** The server's own files where it can reach them, the client's for all others. */
export function filesOf(own: (FileAccess & { has(uri: string): boolean }) | undefined, theirs: FileAccess | undefined): FileAccess {
  const nowhere: FileAccess = {
    read: async () => {
      throw new Error("this editor gives no access to it");
    },
    list: async () => [],
  };
  const accessTo = (uri: string) => (own?.has(uri) ? own : (theirs ?? nowhere));
  return { read: (uri) => accessTo(uri).read(uri), list: (folder) => accessTo(folder).list(folder) };
}
