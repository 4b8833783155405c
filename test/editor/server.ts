import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./cleanup.ts";
import type { Editor } from "./install.ts";

/** A running server, stopped when this process exits. */
export interface Server {
  readonly port: number;
  /** The last lines the server wrote, for an error message. */
  log(): string;
  /** Resolves with a description when the server ends of its own accord. */
  readonly ended: Promise<string>;
}

export interface ServerOptions {
  /** User settings, as in settings.json. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** VSIX files to install before it starts, as a person would. */
  readonly extensions?: readonly string[];
  /** Further variables for the server, which the extension host and the tests inherit. */
  readonly env?: Readonly<Record<string, string>>;
}

const readyWithinMs = 60_000;

/** Where a server keeps what is its own. */
interface Folders {
  readonly data: string;
  readonly extensions: string;
  /** For its sockets, which VS Code leaves behind. */
  readonly sockets: string;
}

/** Starts VS Code's server on 127.0.0.1 with fresh data and extension folders. */
export async function startServer(editor: Editor, options: ServerOptions = {}): Promise<Server> {
  const folders = makeFolders(options.settings);
  const env = { ...environment(), TMPDIR: folders.sockets, XDG_RUNTIME_DIR: folders.sockets, ...options.env };
  for (const vsix of options.extensions ?? []) installExtension(editor, folders, env, vsix);

  const child = spawn(
    editor.node,
    [
      editor.serverScript,
      "--accept-server-license-terms",
      "--host=127.0.0.1",
      "--port=0",
      // Whoever can reach 127.0.0.1 on this machine can open the editor while it runs.
      "--without-connection-token",
      "--telemetry-level=off",
      "--disable-workspace-trust",
      // Without it a released VS Code ignores the extension* keys of the page's address.
      "--enable-smoke-test-driver",
      ...folderArguments(folders),
    ],
    {
      // A group of its own, so that its extension hosts and language servers end with it.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env,
    },
  );
  atExit(() => killGroup(child));

  const lines: string[] = [];
  const log = (): string => lines.slice(-20).join("\n");
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`the editor's server did not start: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`the editor's server ended (${signal ?? `exit code ${code}`})\n${log()}`));
  });
  const listening = new Promise<number>((resolve) => {
    const read = (chunk: Buffer): void => {
      // Indented lines are stacks and lists of places where an add-on was looked for.
      lines.push(
        ...chunk
          .toString()
          .split("\n")
          .filter((line) => /^[^\s}]/.test(line)),
      );
      const port = /Extension host agent listening on (\d+)/.exec(lines.slice(-20).join("\n"))?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const port = await Promise.race([
    listening,
    ended.then((why) => Promise.reject(new Error(why))),
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`the editor's server was not ready after 60 s\n${log()}`)), readyWithinMs).unref(),
    ),
  ]);
  return { port, log, ended };
}

function makeFolders(settings: ServerOptions["settings"] = {}): Folders {
  const folder = temporaryFolder("editor");
  const [data, extensions, sockets] = ["data", "extensions", "tmp"].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(sockets);
  const userFolder = join(data, "data", "User");
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, "settings.json"), JSON.stringify(settings));
  return { data, extensions, sockets };
}

function folderArguments({ data, extensions }: Folders): string[] {
  return [`--server-data-dir=${data}`, `--extensions-dir=${extensions}`];
}

/** Installs a VSIX where the server will look for extensions. */
function installExtension(editor: Editor, folders: Folders, env: NodeJS.ProcessEnv, vsix: string): void {
  const args = [editor.serverScript, "--accept-server-license-terms", ...folderArguments(folders), "--install-extension", vsix, "--force"];
  const { status, stdout, stderr } = spawnSync(editor.node, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${vsix} could not be installed.\n${stdout}${stderr}`);
}

/** Makes a folder that is removed when this process exits. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `immunolex-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
  return folder;
}

/**
 * This process's environment without what would leak into the editor: a VS Code whose terminal we
 * may be running in, loaders of our Node, and the coverage of an outer c8.
 */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}
