/**
 * `npm run terminology:book [-- FOLDER]`: writes the terminology as a glossary to read into dist/book or FOLDER, as one
 * web page (index.html) and as Markdown (README.md and a file for each subject field).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lines } from "../report-lines.ts";
import { loadTerminology, shownPath } from "../terminology.ts";
import { builtinBook } from "./builtin.ts";
import { markdownOf } from "./markdown.ts";
import { recordsOf } from "./model.ts";
import { pageOf } from "./page.ts";

function build(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const terminology = loadTerminology();
  for (const line of lines(terminology.problems)) console.error(line);
  const book = builtinBook(terminology);
  const page = pageOf(book);
  const files = markdownOf(book);
  for (const [name, text] of [["index.html", page] as const, ...files]) writeFileSync(join(folder, name), text);
  const size = (Buffer.byteLength(page) / 1e6).toFixed(1);
  console.log(`${shownPath(join(folder, "index.html"))}: ${recordsOf(book).length} records, ${size} MB`);
  console.log(`${shownPath(join(folder, "README.md"))} and ${files.size - 1} subject fields as Markdown`);
}

const chosen = process.argv[2];
try {
  build(chosen === undefined ? fileURLToPath(new URL("../../../dist/book/", import.meta.url)) : resolve(chosen));
} catch (error) {
  console.error(`The book cannot be written: ${(error as Error).message}`);
  process.exitCode = 2;
}
