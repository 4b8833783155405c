/**
 * `npm run terminology:verify -- FOLDER`: looks every cross-reference up in the ontologies of a folder,
 * tells those that do not exist, are obsolete or are named otherwise, and how many records refer to
 * which vocabulary. The folder is not part of the project, so its path is always given.
 */
import { existsSync, statSync } from "node:fs";
import { pluralDesignation } from "../../server/src/core/termbase/inflection.ts";
import { wordsOf } from "./names.ts";
import { lines } from "./report-lines.ts";
import { type Entry, type Finding, finding, loadTerminology, type Terminology } from "./terminology.ts";
import { loadVocabularies, type Vocabularies } from "./vocabularies.ts";

async function verify(path: string): Promise<void> {
  const terminology = loadTerminology();
  const references = terminology.entries.flatMap((entry) => entry.concept.xrefs.map(({ id, match }) => ({ entry, id, match })));
  const vocabularies = await loadVocabularies(path, new Set(references.map(({ id }) => id)));
  const unknown = references.filter(({ id }) => !vocabularies.prefixes.has(prefixOf(id)));
  const findings = references.flatMap(({ entry, id, match }) => verifyOne(entry, id, match, vocabularies));

  for (const line of lines(findings)) console.log(line);
  for (const line of shares(terminology)) console.log(line);
  const told = [...new Set(unknown.map(({ id }) => prefixOf(id)))].sort().join(", ");
  if (told !== "") console.log(`Not verified, since the folder has no vocabulary for them: ${unknown.length} of ${told}.`);
  console.log(`${references.length - unknown.length} cross-references verified, ${findings.length} wrong.`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

function verifyOne(entry: Entry, id: string, match: string, { ids, prefixes }: Vocabularies): Finding[] {
  if (!prefixes.has(prefixOf(id))) return [];
  const place = placeOf(entry, id);
  const tell = (message: string): Finding[] => [{ ...finding(entry, "xrefs", message), ...place }];
  const foreign = ids.get(id);
  if (foreign === undefined) return tell(`\`${id}\` does not exist.`);
  if (foreign.obsolete) {
    return tell(`\`${id}\` is obsolete${foreign.replacedBy === undefined ? "" : `; \`${foreign.replacedBy}\` replaces it`}.`);
  }
  if (match !== "exact") return [];
  const ours = new Set(
    entry.concept.designations.flatMap(({ text, plural }) => [text, pluralDesignation(text, plural) ?? text].map(nameKey)),
  );
  if ([...foreign.names].some((name) => ours.has(nameKey(name)))) return [];
  const names = [...foreign.names].slice(0, 3).map((name) => `"${name}"`);
  return tell(`\`${id}\` is said to be an exact match, but none of our names is its name, ${names.join(" or ")}.`);
}

/**
 * Vocabularies invert names, put them in the plural and spell Greek letters out ("Arthritis,
 * Rheumatoid"; "Autoimmune Diseases"; "beta 2-Microglobulin"), so names are compared as sets of words
 * without their endings.
 */
function nameKey(name: string): string {
  const spelled = name.replace(/['’]s\b/g, "").replace(/[α-ε]/g, (letter) => ` ${GREEK[letter] ?? letter} `);
  return wordsOf(spelled)
    .map(({ text }) =>
      text
        .normalize("NFKD")
        .replace(/\p{Mark}/gu, "")
        .toLowerCase(),
    )
    .map((word) =>
      word.length > 3
        ? word
            .replace(/ies$/, "y")
            .replace(/(?:es|s)$/, "")
            .replace(/e$/, "")
        : word,
    )
    .sort()
    .join(" ");
}

const GREEK: Record<string, string> = { α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon" };

function placeOf({ file, span }: Entry, id: string): { from: number; to: number } {
  const found = new RegExp(`${id.replace(/[.]/g, "\\.")}(?![\\w.-])`).exec(file.text.slice(span.from, span.to));
  const from = span.from + (found?.index ?? 0);
  return { from, to: from + id.length };
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}

/** For each subject, how many of its records refer to which vocabulary. */
function shares({ entries, subjects }: Terminology): string[] {
  return Object.keys(subjects).flatMap((subject) => {
    const own = entries.filter(({ concept }) => concept.subject === subject);
    if (own.length === 0) return [];
    const counts = new Map<string, number>();
    for (const { concept } of own) {
      for (const prefix of new Set(concept.xrefs.map(({ id }) => prefixOf(id)))) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
    const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([prefix, count]) => `${prefix} ${Math.round((100 * count) / own.length)}%`);
    const none = own.filter(({ concept }) => concept.xrefs.length === 0).length;
    return [
      `${subject.padEnd(28)} ${String(own.length).padStart(3)} records: ${[...parts, `none ${Math.round((100 * none) / own.length)}%`].join(", ")}`,
    ];
  });
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Say where the ontologies are: npm run terminology:verify -- FOLDER");
  process.exitCode = 2;
} else if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`There is no folder with ontologies at ${folder}; nothing was verified.`);
  process.exitCode = 2;
} else {
  await verify(folder);
}
