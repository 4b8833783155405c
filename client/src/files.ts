import { FileSystemError, FileType, l10n, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FindDraftsParams, findDraftsRequest, findFilesRequest, readFileRequest } from "./protocol.ts";

/** Bytes beyond which a file is neither a draft nor a pack that anybody has written. */
const largestFile = 64 * 1024 * 1024;

/** Reads packs and drafts for a server that cannot reach them: in a browser, or in a folder that is on no disk. */
export function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest.method, async ({ uri }: { uri: string }) => ({ text: (await read(Uri.parse(uri))) ?? null }));
  client.onRequest(findFilesRequest.method, ({ folder }: { folder: string }) => namesIn(Uri.parse(folder)));
  client.onRequest(findDraftsRequest.method, async ({ folder, endings, most }: FindDraftsParams) => {
    // Globs tell capitals from small letters in some places.
    const names = endings.map((ending) => ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)).join(",");
    const wanted = new RelativePattern(Uri.parse(folder), `**/*.{${names}}`);
    return (await workspace.findFiles(wanted, "**/{.*,node_modules}/**", most)).map(String);
  });
}

async function read(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestFile) throw new Error(l10n.t("it is larger than {0} MB", largestFile / 1024 / 1024));
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}

async function namesIn(folder: Uri): Promise<string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name);
  } catch {
    return [];
  }
}
