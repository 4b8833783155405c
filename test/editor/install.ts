import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What an installed editor consists of: absolute paths. */
export interface Editor {
  /** The Node that code-server runs on; the one running this process may be older. */
  readonly node: string;
  /** The script that starts VS Code's server. */
  readonly serverScript: string;
  /** Where the headless Chromium of `browser.ts` is unpacked. */
  readonly chromiumFolder: string;
}

/** This folder, which has a package.json and, once installed, node_modules of its own. */
export const editorFolder = dirname(fileURLToPath(import.meta.url));

const modules = join(editorFolder, "node_modules");
const serverFolder = join(modules, "code-server", "lib", "vscode");
const stampFile = join(modules, ".immunolex-installed");
const gigabyte = 1e9;
const spaceNeeded = 2 * gigabyte;

const editor: Editor = {
  node: join(modules, `node-linux-${process.arch}`, "bin", "node"),
  serverScript: join(serverFolder, "out", "server-main.js"),
  chromiumFolder: join(modules, ".chromium"),
};

/** Whether this machine can run the editor from npm; others use the desktop VS Code. */
export function editorRunsHere(): boolean {
  return process.platform === "linux" && (process.arch === "x64" || process.arch === "arm64");
}

/**
 * Installs VS Code's server into this folder's node_modules, unless the versions of the lock file
 * are there already. Throws an error that says what failed and what to do instead.
 */
export async function ensureEditor(): Promise<Editor> {
  if (!editorRunsHere()) {
    throw new Error(
      `The editor from npm runs on Linux (x64, arm64), not on ${process.platform} ${process.arch}. ` +
        "Use `npm run test:electron`, which downloads VS Code.",
    );
  }
  const version = lockedVersion();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === version) return editor;

  await checkSpace();
  const started = Date.now();
  console.log(
    "Installing a real VS Code for the editor suite (code-server, Node 24, Chromium): " +
      "once, 1.1 GB on disk, in test/editor/node_modules.",
  );
  // A half-finished install leaves no stamp, and `npm ci` begins by removing what is there.
  rmSync(stampFile, { force: true });
  // No package may build anything: the editor works without its native add-ons, and a bare machine
  // has no compiler.
  await npm(["ci", "--ignore-scripts"], editorFolder);
  // code-server's own postinstall would do this, but with the native builds; `npm ci` refuses here,
  // since its lock file lacks the parts that are left out of the release.
  await npm(["install", "--omit=dev", "--ignore-scripts"], serverFolder);
  for (const path of [editor.node, editor.serverScript]) {
    if (!existsSync(path)) throw new Error(`The editor was installed, but ${path} is missing.`);
  }
  writeFileSync(stampFile, version);
  console.log(`The editor is installed (${Math.round((Date.now() - started) / 1000)} s).`);
  return editor;
}

/** Changes whenever what should be installed changes. */
function lockedVersion(): string {
  const lock = readFileSync(join(editorFolder, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.arch}\n`;
}

async function checkSpace(): Promise<void> {
  const { bavail, bsize } = await statfs(editorFolder);
  const free = bavail * bsize;
  if (free < spaceNeeded) {
    throw new Error(
      `The editor needs ${spaceNeeded / gigabyte} GB of disk space while it installs; ` +
        `${(free / gigabyte).toFixed(1)} GB are free at ${editorFolder}.`,
    );
  }
}

/** Runs npm quietly; its output is shown only when it fails. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  // Under `npm run`, npm says where it is, which also holds where `npm` is not on the PATH.
  const cli = process.env.npm_execpath;
  const [command, ...rest] = cli?.endsWith("npm-cli.js") === true ? [process.execPath, cli, ...args] : ["npm", ...args];
  const child = spawn(command, [...rest, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env: withoutNpmSettings(process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const problem = await new Promise<string | undefined>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : `exit code ${code}`));
  });
  if (problem !== undefined) {
    throw new Error(
      `The editor could not be installed: \`npm ${args.join(" ")}\` in ${cwd} failed (${problem}).\n` +
        `${output.trim()}\n` +
        "Is the npm registry within reach? `npm run test:electron` runs the same suite " +
        "in a VS Code that it downloads.",
    );
  }
}

/**
 * The environment without what an outer `npm run` adds for its own package: `npm_config_prefix` and
 * the like would otherwise apply to this one. The registry, proxies and certificates stay.
 */
function withoutNpmSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^npm_(?:package_|lifecycle_|command$|config_(?:local_prefix|omit|include|ignore_scripts)$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
