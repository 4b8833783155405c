/** The files in which a folder says how its drafts are to be read: immunolex.yaml and .immunolex/*.yaml. */
import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { escapePath, globSync } from "tinyglobby";
import { statOf } from "./stat.ts";
import { reasonOf, Trouble } from "./trouble.ts";

const configName = "immunolex.yaml";
const packFolder = ".immunolex";

/** The nearest folder upwards that has settings or packs; undefined where none has. */
export function workspaceOf(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (workspaceFiles(at).length > 0) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** The packs and settings of a workspace, those that have the last word last. Throws `Trouble`. */
export function workspaceFiles(workspace: string): string[] {
  const folder = join(workspace, packFolder);
  const config = join(workspace, configName);
  const packs = statOf(folder)?.isDirectory() ? namesIn(folder).filter((name) => name.endsWith(".yaml")) : [];
  return [...packs.sort().map((name) => join(folder, name)), ...(statOf(config)?.isFile() ? [config] : [])];
}

/** Whether a path is that of a workspace's settings. */
export function isConfig(path: string): boolean {
  return basename(path) === configName;
}

/** The folder a pack file speaks of: a file in .immunolex speaks of the folder around it. */
export function folderAround(path: string): string {
  const folder = dirname(path);
  return basename(folder) === packFolder ? dirname(folder) : folder;
}

/**
 * Those of `files` that globs relative to `folder` cover. A glob without a slash means a name in any
 * folder, and one that names a folder covers all it holds.
 */
export function coveredBy(globs: readonly string[], folder: string, files: readonly string[]): Set<string> {
  if (globs.length === 0) return new Set();
  const below = files.filter((file) => !relative(folder, resolve(file)).startsWith(".."));
  const folders = new Set(below.map((file) => relative(folder, dirname(resolve(file))).replaceAll("\\", "/")));
  const ignore = globs
    .map((glob) => (glob.includes("/") ? glob.replace(/^\.?\//, "").replace(/\/+$/, "") : `**/${glob}`))
    .flatMap((glob) => [glob, `${glob}/**`]);
  const around = [...folders].map((path) => (path === "" ? "*" : `${escapePath(path)}/*`));
  const left = globSync(around, { cwd: folder, ignore, dot: true, expandDirectories: false, followSymbolicLinks: false });
  const kept = new Set(left.map((path) => resolve(folder, path)));
  return new Set(below.filter((file) => !kept.has(resolve(file))));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new Trouble(`${folder}: cannot be read: ${reasonOf(error)}.`);
  }
}
