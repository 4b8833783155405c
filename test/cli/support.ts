/** Runs the command line as a real process, on real files in a folder of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadLanguage } from "../../scripts/terminology/language.ts";
import { builtinPack, loadTerminology } from "../../scripts/terminology/terminology.ts";
import { prebuild } from "../../server/src/core/index.ts";

/** What a process left behind. */
export interface Result {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: Record<string, string>;
  /** Modules loaded before the command line, as addresses. */
  readonly preload?: readonly string[];
}

const main = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));
const temporary: string[] = [];
let bundle: Promise<string> | undefined;

process.on("exit", () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files in it, by path. It goes when the tests end. */
export function folderWith(files: Record<string, string | Buffer> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "immunolex-cli-")));
  temporary.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The bundle of the command line, with the terminology beside it as in the product; made once. */
export function cli(): Promise<string> {
  bundle ??= makeBundle();
  return bundle;
}

async function makeBundle(): Promise<string> {
  const folder = folderWith({ "terminology.json": JSON.stringify(prebuild(builtinPack(loadTerminology()), loadLanguage())) });
  const outfile = join(folder, "cli.mjs");
  const require = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  await build({
    entryPoints: [main],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    banner: { js: require },
    logLevel: "error",
  });
  return outfile;
}

/** Runs `immunolex` and waits for its end. */
export async function run(
  args: readonly string[],
  { cwd = folderWith(), stdin = "", env = {}, preload = [] }: RunOptions = {},
): Promise<Result> {
  const file = await cli();
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...clean } = process.env;
  const child = spawn(process.execPath, [...preload.map((url) => `--import=${url}`), file, ...args], { cwd, env: { ...clean, ...env } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    err += chunk;
  });
  // A process that does not read its input to the end is allowed to.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}

/** Starts `immunolex` for a test that speaks with it; it does not outlive the test, whatever that finds. */
export async function conversation(
  args: readonly string[],
  speak: (child: ChildProcessWithoutNullStreams) => Promise<void>,
  cwd = folderWith(),
): Promise<void> {
  const child = spawn(process.execPath, [await cli(), ...args], { cwd });
  child.stdin.on("error", () => {});
  const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
  try {
    await speak(child);
  } finally {
    clearTimeout(patience);
    child.kill("SIGKILL");
  }
}

/** The findings of `check --format json`, by path: `rule line:column text`. */
export function findings(result: Result): Record<string, string[]> {
  const { files } = JSON.parse(result.out) as JsonReport;
  return Object.fromEntries(
    files.map(({ path, diagnostics }) => [path, diagnostics.map((d) => `${d.rule} ${d.start.line}:${d.start.column}`)]),
  );
}

/** The form of `check --format json`. */
export interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly start: JsonPlace;
      readonly end: JsonPlace;
      readonly fixes: readonly {
        readonly title: string;
        readonly safe: boolean;
        readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
      }[];
    }[];
  }[];
}

interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The text of a file below a folder. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A draft in which one abbreviation is defined and never used again: one hint, with a safe fix. */
export const unused = "The kinetics of a made-up test enzyme (MUTE) were measured twice.\n";
export const unusedFixed = "The kinetics of a made-up test enzyme were measured twice.\n";

/** A draft with nothing to say about. */
export const clean = "Nothing here is short for anything else.\n";
