/** What the ontologies and tables of a folder say about the ids that our records refer to. */
import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { oboTerms } from "./obo.ts";

/** What is known about a foreign id. */
export interface Foreign {
  /** Names that stand for the same thing there. */
  readonly names: Set<string>;
  obsolete: boolean;
  replacedBy: string | undefined;
}

export interface Vocabularies {
  readonly ids: ReadonlyMap<string, Foreign>;
  /** Prefixes of which the folder holds a vocabulary; ids of others cannot be verified. */
  readonly prefixes: ReadonlySet<string>;
}

/** Reads all files of a folder that it knows how to read, and keeps what concerns the `wanted` ids. */
export async function loadVocabularies(folder: string, wanted: ReadonlySet<string>): Promise<Vocabularies> {
  const ids = new Map<string, Foreign>();
  const prefixes = new Set<string>();

  function add(id: string, names: readonly string[]): Foreign | undefined {
    prefixes.add(id.slice(0, id.indexOf(":")));
    if (!wanted.has(id)) return undefined;
    const foreign = ids.get(id) ?? { names: new Set(), obsolete: false, replacedBy: undefined };
    for (const name of names) if (name !== "") foreign.names.add(name);
    ids.set(id, foreign);
    return foreign;
  }

  for (const name of filesByDate(folder)) {
    const path = join(folder, name);
    if (name.endsWith(".obo")) await readObo(path, add);
    else if (name.endsWith(".tsv")) await readTable(path, add);
  }
  return { ids, prefixes };
}

type Add = (id: string, names: readonly string[]) => Foreign | undefined;

/** Older files first, so that a newer one has the last word on what is obsolete. */
function filesByDate(folder: string): string[] {
  const date = (name: string) => /\d{4}(?:-\d{2}){0,2}/.exec(name)?.[0] ?? "";
  return readdirSync(folder).sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
}

async function readObo(path: string, add: Add): Promise<void> {
  for await (const term of oboTerms(path)) {
    // The table GO is rebuilt from has no scopes, so any synonym there may be an exact one.
    const exact = term.synonyms.filter(({ scope }) => scope === "EXACT" || term.id.startsWith("GO:"));
    const foreign = add(term.id, [term.name, ...exact.map(({ text }) => text)]);
    if (foreign !== undefined && term.name !== "") {
      foreign.obsolete = term.obsolete;
      foreign.replacedBy = term.replacedBy;
    }
    for (const old of term.alternatives) {
      const merged = add(old, []);
      if (merged !== undefined) Object.assign(merged, { obsolete: true, replacedBy: term.id });
    }
  }
}

/** How a row of each table is read, by a column that only that table has. */
const TABLES: Record<string, (row: Record<string, string>, add: Add) => void> = {
  mesh_id: ({ mesh_id = "", mesh_name = "" }, add) => add(`MESH:${mesh_id}`, [mesh_name]),
  predicate_id: ({ subject_label = "", object_id = "", object_label = "" }, add) =>
    add(object_id.replace(/^mesh:/, "MESH:").replace(/^Orphanet:/, "ORPHA:"), [subject_label, object_label]),
  entrez: ({ entrez = "", symbol = "", name = "", aliases = "", uniprot = "" }, add) => {
    const names = [symbol, name, ...aliases.split("|")];
    add(`HGNC.SYMBOL:${symbol}`, names);
    add(`NCBIGene:${entrez}`, names);
    for (const accession of uniprot.split("|")) if (accession !== "") add(`UniProt:${accession}`, names);
  },
  definition: ({ id = "", label = "" }, add) => add(id, [label]),
};

async function readTable(path: string, add: Add): Promise<void> {
  let columns: string[] | undefined;
  let read: ((row: Record<string, string>, add: Add) => void) | undefined;
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (columns === undefined) {
      columns = cells;
      read = TABLES[Object.keys(TABLES).find((column) => cells.includes(column)) ?? ""];
      if (read === undefined) return;
      continue;
    }
    const names = columns;
    read?.(Object.fromEntries(cells.map((cell, i) => [names[i] ?? String(i), cell])), add);
  }
}
