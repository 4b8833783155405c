import { type Stats, statSync } from "node:fs";

/** What is at a path, links followed; undefined where that cannot be known. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // A missing file, a circle of links or a locked folder: whoever needs the file will say which.
    return undefined;
  }
}
