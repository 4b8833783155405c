/** What is known of the client, and the files that it watches for us. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  type InitializeParams,
} from "vscode-languageserver";
import { ClientCommands } from "./client-commands.ts";
import type { PackHelpOptions } from "./pack-help.ts";
import { folderOf, nameOf } from "./uris.ts";

/** What a client may say when it starts the server. */
export interface Options extends PackHelpOptions {
  /** Whether the client answers the requests of `files.ts`. */
  readonly clientFiles?: boolean;
  readonly terminologyUri?: string;
  /** Address under which the client shows the pages of the rules; the rule's id and ".md" follow. */
  readonly rulePages?: string;
  /** Address under which the client shows records of the built-in terminology; the term, "?" and the concept's id follow. */
  readonly recordPages?: string;
  /** The commands of client-commands.ts that the client has, for links in hovers and lines above definitions. */
  readonly commands?: unknown;
  /** `push` sends findings unasked even to a client that could ask for them. */
  readonly diagnostics?: "push" | "pull";
  /** Settings, for clients that cannot be asked for them. */
  readonly settings?: unknown;
}

export class ClientState {
  readonly capabilities: InitializeParams["capabilities"];
  readonly options: Options;
  readonly commands: ClientCommands;
  folders: readonly string[];
  pushedSettings: unknown;
  private readonly watched = new Map<string, { places: string; registration: Promise<Disposable> | undefined }>();

  constructor(params: InitializeParams) {
    this.capabilities = params.capabilities ?? {};
    this.options = (params.initializationOptions as Options | null | undefined) ?? {};
    this.commands = new ClientCommands(this.options.commands);
    this.pushedSettings = this.options.settings;
    const root = params.rootUri ? [params.rootUri] : [];
    this.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? root;
  }

  /** Whether the client asks for findings. */
  get pulls(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined && this.options.diagnostics !== "push";
  }

  get createsFiles(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true;
  }

  /** Whether the client can refuse an edit of an older version of a document. */
  get versionsEdits(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
  }

  /** Asks the client to watch globs or addresses, in place of those watched under the same name before. */
  async watch(connection: Connection, name: string, places: readonly string[]): Promise<void> {
    const { didChangeWatchedFiles } = this.capabilities.workspace ?? {};
    if (!didChangeWatchedFiles?.dynamicRegistration || this.watched.get(name)?.places === places.join("\n")) return;
    const before = this.watched.get(name)?.registration;
    const watchers = places.map((place) => watcher(place, didChangeWatchedFiles.relativePatternSupport === true));
    const registration =
      watchers.length === 0 ? undefined : connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    this.watched.set(name, { places: places.join("\n"), registration });
    (await before)?.dispose();
    await registration;
  }
}

function watcher(place: string, relative: boolean): FileSystemWatcher {
  if (!place.includes("://")) return { globPattern: place };
  if (relative) return { globPattern: { baseUri: folderOf(place), pattern: nameOf(place) } };
  return { globPattern: decodeURIComponent(new URL(place).pathname) };
}
