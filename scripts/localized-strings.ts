/** Finds the words of the client that are shown in the writer's language. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const client = fileURLToPath(new URL("../client/src/", import.meta.url));

/** Every message that the client asks a translation of, as the bundles in l10n/ have it. */
export function localizedStrings(): string[] {
  const calls = /\b(?:l10n\.)?t\(\s*("(?:[^"\\]|\\.)*")/g;
  const texts = readdirSync(client).map((name) => readFileSync(client + name, "utf8"));
  const found = texts.flatMap((text) => [...text.matchAll(calls)].map(([, literal]) => JSON.parse(literal as string) as string));
  return [...new Set(found)].sort();
}
