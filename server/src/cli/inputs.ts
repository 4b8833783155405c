/** Turns the paths of a command line into texts: files, folders, globs, and `-` for standard input. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { draftLanguages, type TextFormat } from "../core/index.ts";
import { readTextFile, readTextStream, type Source } from "./read-text.ts";
import { statOf } from "./stat.ts";
import type { Terminal } from "./terminal.ts";
import { reasonOf } from "./trouble.ts";

/** A text to work on, not yet read. The path is as it was given, or below the folder that was; `-` is standard input. */
export interface Input {
  readonly path: string;
}

/** The path that stands for standard input. */
export const stdin = "-";

/** The files that a walk through a folder takes for drafts. */
export const extensions: readonly string[] = Object.keys(draftLanguages).map((ending) => `.${ending}`);

/** All texts the paths name, each once, in the order given and sorted within a folder; without paths, the current folder. */
export function findInputs(paths: readonly string[], terminal: Terminal): Input[] {
  const found = new Map<string, Input>();
  for (const path of paths.length > 0 ? paths : ["."]) {
    for (const file of filesOf(path, terminal)) {
      const key = file === stdin ? stdin : resolve(file);
      if (!found.has(key)) found.set(key, { path: file });
    }
  }
  return [...found.values()];
}

/** Reads a text. Throws `Trouble`. */
export function readInput({ path }: Input): Source | Promise<Source> {
  return path === stdin ? readTextStream(process.stdin, "stdin") : readTextFile(path);
}

/** Whether a text is so large that a person should be told what the wait is for. */
export function isLarge({ path }: Input): boolean {
  return path !== stdin && (statOf(path)?.size ?? 0) > 1_000_000;
}

/** `.txt` files are plain text, all others Markdown; `--plain-text` makes everything plain. */
export function formatOf({ path }: Input, plainText: boolean): TextFormat {
  return plainText || extname(path).toLowerCase() === ".txt" ? "plain" : "markdown";
}

function filesOf(path: string, terminal: Terminal): string[] {
  if (path === stdin) return [stdin];
  let folder: boolean;
  try {
    folder = statSync(path).isDirectory();
  } catch (error) {
    if (isDynamicPattern(path)) return filesMatching(path, terminal);
    terminal.trouble(`${path}: cannot be read: ${reasonOf(error)}.`);
    return [];
  }
  if (!folder) return [path];
  const files = [...filesBelow(path, terminal)];
  if (files.length === 0) terminal.note(`${path}: no drafts here; Immunolex looks for ${extensions.map((e) => `*${e}`).join(", ")}.`);
  return files;
}

/** Dot folders and node_modules hold what no writer wrote; links to folders may run in circles. */
function* filesBelow(folder: string, terminal: Terminal): IterableIterator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    terminal.trouble(`${folder}: cannot be read: ${reasonOf(error)}.`);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (entry.isDirectory()) yield* filesBelow(path, terminal);
    else if (extensions.includes(extname(entry.name).toLowerCase()) && isFile(entry, path)) yield path;
  }
}

function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statOf(path)?.isFile() ?? false;
}

function filesMatching(pattern: string, terminal: Terminal): string[] {
  const slashes = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const files = globSync(slashes, { ignore: "**/node_modules/**", expandDirectories: false, followSymbolicLinks: false });
  if (files.length === 0) terminal.trouble(`${pattern}: no file matches this pattern.`);
  return files.map((file) => normalize(file)).sort();
}
