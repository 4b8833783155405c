/** Finds the words that are shown in the reader's language. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** A message that is asked a translation of, as its bundle in l10n/ has it. */
const calls = /\b(?:l10n\.)?t\(\s*("(?:[^"\\]|\\.)*"|'[^'\\]*')/g;

/** Every message of a folder, each once, in order. */
export function localizedStrings(folder: "client/src" | "server/src"): string[] {
  const found = sources(folder).flatMap((text) => [...text.matchAll(calls)].map(([, literal]) => textOf(literal as string)));
  return [...new Set(found)].sort();
}

/** Calls whose message is not written out in them, and so is never found. */
export function hiddenStrings(folder: "client/src" | "server/src"): string[] {
  return sources(folder).flatMap((text) => [...text.matchAll(/(?<!function )\b(?:l10n\.)?t\((?!\s*["'])[^\n]*/g)].map(([call]) => call));
}

/** A text that holds straight quotation marks stands in single ones. */
function textOf(literal: string): string {
  return literal.startsWith("'") ? literal.slice(1, -1) : (JSON.parse(literal) as string);
}

function sources(folder: string): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`${root}${folder}/${name}`, "utf8"));
}
