/** Replaces a file's text in one step, so that no moment shows half of it. */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { reasonOf, Trouble } from "./trouble.ts";

/**
 * Puts `text` in the place of `before`, the bytes that were read. The file keeps its mode, its owner
 * where we may set it, and the links that lead to it. Throws `Trouble`, and leaves the file as it is,
 * when it is read-only or no longer holds `before`.
 */
export async function replaceFile(path: string, before: Buffer, text: string): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let signal: NodeJS.Signals | undefined;
  const wait = (name: NodeJS.Signals) => {
    signal = name;
  };
  for (const name of signals) process.on(name, wait);
  try {
    // All of it is synchronous: a signal is heard when the file is either the old or the new one.
    replaceNow(path, before, text);
    // What came meanwhile is heard within two turns of the event loop: the first may be past listening.
    await setImmediate();
    await setImmediate();
  } finally {
    for (const name of signals) process.off(name, wait);
  }
  if (signal) process.kill(process.pid, signal);
}

function replaceNow(path: string, before: Buffer, text: string): void {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    if ((stat.mode & 0o222) === 0) throw new Trouble(`${path}: not changed, for it is read-only.`);
    temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
    writeNew(temporary, text, stat);
    if (!readFileSync(target).equals(before)) {
      throw new Trouble(`${path}: not changed, for another program has changed it meanwhile. Run the command again.`);
    }
    renameSync(temporary, target);
    temporary = undefined;
    syncFolder(dirname(target));
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${path}: not changed, for it cannot be written: ${reasonOf(error)}.`);
  } finally {
    if (temporary !== undefined) removeQuietly(temporary);
  }
}

function writeNew(path: string, text: string, like: Stats): void {
  const file = openSync(path, "wx", 0o600);
  try {
    const bytes = Buffer.from(text, "utf8");
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    const own = process.getuid?.() === like.uid && process.getgid?.() === like.gid;
    if (!own) ownQuietly(file, like);
    fchmodSync(file, like.mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only an administrator may give files away; to others the new file is their own. */
function ownQuietly(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {}
}

/** Makes the new name last; some systems do not let a folder be opened, and do without. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {}
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {}
}
