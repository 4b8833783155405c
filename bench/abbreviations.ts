#!/usr/bin/env tsx
// How well `findAbbreviationDefinitions` agrees with hand-marked abstracts, and how fast it is.
//
//   npx tsx bench/abbreviations.ts GOLD.jsonl… [--half even|odd] [--errors N] [--out DIR]
//
// A gold line is {"id", "text", "pairs": [{"sf", "lf"}]}. Per document the sets of exact (short form, long form)
// strings are compared after white space is collapsed, case-sensitive, micro-averaged: the convention of the
// published figures. The halves are the even and the odd lines of a file: develop on one, check on the other.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { findAbbreviationDefinitions } from "../server/src/core/scan/abbreviation-definitions.ts";

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly pairs: readonly { readonly sf: string; readonly lf: string }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: "string" }, errors: { type: "string", default: "0" }, out: { type: "string" } },
});
if (positionals.length === 0) {
  console.error("usage: abbreviations.ts GOLD.jsonl… [--half even|odd] [--errors N] [--out DIR]");
  process.exit(2);
}

let missing = 0;
for (const file of positionals) {
  if (existsSync(file)) measure(file);
  else {
    missing++;
    console.error(`${file}: no such file. The corpora are not part of the project; nothing was measured.`);
  }
}
process.exitCode = missing > 0 ? 1 : 0;

/** Prints the figures of one corpus, and writes its predictions when asked to. */
function measure(file: string): void {
  const documents = readDocuments(file);
  const squeeze = (s: string) => s.replace(/\s+/g, " ").trim();
  const wrong: string[] = [];
  const missed: string[] = [];
  const predictions: string[] = [];
  let gold = 0;
  let guessed = 0;
  let hits = 0;
  for (const { id, text, pairs } of documents) {
    const found = findAbbreviationDefinitions(text);
    predictions.push(
      JSON.stringify({
        id,
        abbreviations: found.map((d) => ({
          short: d.short,
          long: d.long,
          shortRange: [d.shortFrom, d.shortTo],
          longRange: [d.longFrom, d.longTo],
        })),
        terms: [],
      }),
    );
    const expected = new Set(pairs.map((p) => `${squeeze(p.sf)}|${squeeze(p.lf)}`));
    const predicted = new Set(found.map((d) => `${squeeze(d.short)}|${squeeze(d.long)}`));
    gold += expected.size;
    guessed += predicted.size;
    for (const pair of predicted) {
      if (expected.has(pair)) hits++;
      else wrong.push(`${id}\t${pair}`);
    }
    for (const pair of expected) if (!predicted.has(pair)) missed.push(`${id}\t${pair}`);
  }
  const precision = guessed > 0 ? hits / guessed : 0;
  const recall = gold > 0 ? hits / gold : 0;
  const f = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  const percent = (x: number) => (100 * x).toFixed(1);
  const name = `${basename(file)}${values.half === undefined ? "" : ` (${values.half} lines)`}`;
  console.log(
    `${name}: ${documents.length} documents, gold ${gold}, predicted ${guessed}, correct ${hits}\n` +
      `  P ${percent(precision)}  R ${percent(recall)}  F ${percent(f)}  ${throughput(documents)}`,
  );
  const shown = Number(values.errors);
  if (shown > 0) console.log(`\nwrong\n${wrong.slice(0, shown).join("\n")}\n\nmissed\n${missed.slice(0, shown).join("\n")}\n`);
  if (values.out !== undefined) {
    mkdirSync(values.out, { recursive: true });
    const target = join(values.out, `${basename(file, ".jsonl")}.predicted.jsonl`);
    writeFileSync(target, `${predictions.join("\n")}\n`);
    console.log(`  predictions written to ${target}`);
  }
}

function readDocuments(file: string): GoldDocument[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((_, index) => values.half === undefined || (index % 2 === 1) === (values.half === "even"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldDocument);
}

/** Megabytes (UTF-16 units, in millions) a second, with the brackets and without any. */
function throughput(documents: readonly GoldDocument[]): string {
  const plain = documents.map((d) => d.text);
  const bare = plain.map((text) => text.replace(/[()[\]]/g, " "));
  return `${speed(plain).toFixed(0)} MB/s as it stands, ${speed(bare).toFixed(0)} MB/s without brackets`;
}

function speed(texts: readonly string[]): number {
  let units = 0;
  const started = performance.now();
  let elapsed = 0;
  do {
    for (const text of texts) {
      findAbbreviationDefinitions(text);
      units += text.length;
    }
    elapsed = performance.now() - started;
  } while (elapsed < 500);
  return units / 1e3 / elapsed;
}
