/** Reads a pack that is being typed, once for all that is asked of it. */
import { isScalar, type Node } from "yaml";
import { createReport } from "./report.ts";
import { parseYaml, partsOf, spanOf } from "./yaml.ts";

/** In UTF-16 units. Reading as much takes two tenths of a second; what is longer was hardly typed by hand. */
export const longest = 200_000;

/** Lines of one file that may be without their colon. */
const mostMended = 4;

/** What was read last: a completion asks of a file as it is and with a colon, hovers and further letters ask again. */
let kept: readonly { readonly text: string; readonly root: Node | undefined }[] = [];

/** The outermost value of a file. Lines on which a key is begun and has no colon yet do not spoil those below them. */
export function rootOf(text: string): Node | undefined {
  if (text.length > longest) return undefined;
  const known = kept.find((each) => each.text === text) ?? { text, root: read(text) };
  kept = [known, ...kept.filter((each) => each !== known)].slice(0, 2);
  return known.root;
}

function read(text: string): Node | undefined {
  let mended = text;
  for (let times = 0; ; times++) {
    const { root } = parseYaml(mended, createReport(mended));
    const end = root && times < mostMended ? unfinishedIn(root, mended) : undefined;
    if (end === undefined) return root;
    // The colon takes the place of the key's last letter, so that all else keeps its place.
    mended = `${mended.slice(0, end - 1)}:${mended.slice(end)}`;
  }
}

/** Where a key ends that is read as one with the key of the next line, since it has no colon. */
function unfinishedIn(node: Node, text: string): number | undefined {
  for (const { key, value } of partsOf(node)) {
    if (isScalar(key) && key.type === "PLAIN") {
      const { from, to } = spanOf(key);
      const line = /^(.+?)[ \t]*\r?\n/.exec(text.slice(from, to))?.[1];
      if (line !== undefined && line.length > 1) return from + line.length;
    }
    const below = value && unfinishedIn(value, text);
    if (below !== undefined) return below;
  }
  return undefined;
}
