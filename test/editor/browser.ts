import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";
import { type Editor, editorFolder } from "./install.ts";

interface Executable {
  readonly path: string;
  readonly env?: NodeJS.ProcessEnv;
}

const installedNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Starts a headless Chromium that can reach nothing but 127.0.0.1: the one that the variable
 * CHROMIUM names, else one on the PATH, else the one that npm brought along.
 */
export async function startBrowser(editor: Editor): Promise<Browser> {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && chosen !== "") return launch({ path: chosen });
  const installed = findInstalled();
  if (installed !== undefined) {
    try {
      return await launch({ path: installed });
    } catch (error) {
      const [why] = (error as Error).message.split("\n");
      console.log(`${installed} does not start (${why}); using the Chromium from npm.`);
    }
  }
  return launch(unpacked(editor));
}

/** A fresh window of the browser, from which no request leaves this machine. */
export async function newWindow(browser: Browser, scale = 1): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 720 },
    deviceScaleFactor: scale,
  });
  await context.route(
    (url) => url.hostname !== "127.0.0.1" && url.protocol !== "data:" && url.protocol !== "blob:",
    (route) => route.abort("blockedbyclient"),
  );
  return context;
}

function launch({ path, env }: Executable): Promise<Browser> {
  const options: LaunchOptions = {
    executablePath: path,
    headless: true,
    // Routing covers pages; this covers service workers and the browser's own errands.
    args: ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
    chromiumSandbox: false,
    // Signals end this process by way of atExit, and Playwright then ends the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (env !== undefined) options.env = env as Record<string, string>;
  return chromium.launch(options);
}

/** A Chromium on the PATH, except a snap: it is confined and cannot read Playwright's profiles. */
function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders
    .flatMap((folder) => installedNames.map((name) => join(folder, name)))
    .find((path) => existsSync(path) && !/\bsnap\b/.test(realpathSync(path)));
}

/** Unpacks the Chromium of `@sparticuz/chromium`, once, and says how to start it. */
function unpacked({ chromiumFolder }: Editor): Executable {
  if (process.arch !== "x64") {
    throw new Error(
      `npm brings no Chromium for ${process.arch}: install one (\`apt-get install chromium\`) or name one in the variable CHROMIUM.`,
    );
  }
  const path = join(chromiumFolder, "chromium");
  const done = join(chromiumFolder, ".unpacked");
  if (!existsSync(done)) {
    console.log("Unpacking Chromium (200 MB) into test/editor/node_modules.");
    mkdirSync(chromiumFolder, { recursive: true });
    // The package unpacks into the temporary folder, and its shared libraries only on AWS Lambda.
    const script = 'import c from "@sparticuz/chromium"; await c.executablePath();';
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: editorFolder,
      env: {
        ...process.env,
        TMPDIR: chromiumFolder,
        AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
      },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Chromium could not be unpacked.\n${stderr}`);
    writeFileSync(done, "");
  }
  return { path, env: environmentFor(path, chromiumFolder) };
}

/**
 * The environment in which the unpacked Chromium runs: with its own copies of libnss3, libnspr4 and
 * libexpat, and its own font, where the machine has none.
 */
function environmentFor(path: string, chromiumFolder: string): NodeJS.ProcessEnv {
  const env = { ...process.env };
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = fontFolder(chromiumFolder);
  if (starts(path, env)) return env;
  env.LD_LIBRARY_PATH = join(chromiumFolder, "al2023", "lib");
  if (starts(path, env)) return env;
  const { stderr } = spawnSync(path, ["--version"], { env, encoding: "utf8" });
  throw new Error(
    `The Chromium from npm does not start here: ${stderr.trim()}\n` +
      "Install one (`apt-get install chromium`) or name one in the variable CHROMIUM.",
  );
}

function starts(path: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(path, ["--version"], { env }).status === 0;
}

/** The package's own fonts.conf names folders of AWS Lambda only. */
function fontFolder(chromiumFolder: string): string {
  const folder = join(chromiumFolder, "fonts");
  const cache = join(chromiumFolder, "font-cache");
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n` +
      `<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return folder;
}
