/** Reads tables of facts as concepts, one a row, so that all that is done with records is done with them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Schema, Validator } from "@cfworker/json-schema";
import { isMap, isScalar, parseDocument } from "yaml";
import type { Concept, CrossReference, Designation } from "../../../server/src/core/termbase/concept.ts";
import type { Problem, Span } from "../../../server/src/core/termbase/pack.ts";
import { definitions, isReceptor, type Kind, type Row } from "./compose.ts";

interface Table {
  readonly kind: Kind;
  readonly subject: string;
  readonly broader: string;
  readonly sources: readonly string[];
  readonly created: string;
  readonly reviewed: string;
  readonly record: "draft" | "reviewed";
  readonly rows: Readonly<Record<string, Row>>;
}

/** The concepts of a table with their places, and what is wrong in it. A row that is wrong is left out. */
export interface FactsResult {
  readonly concepts: readonly { readonly concept: Concept; readonly span: Span }[];
  readonly problems: readonly Problem[];
}

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../terminology/facts.schema.json", import.meta.url)), "utf8"),
) as Schema;
const rowSchema = (schema.properties?.rows as Schema | undefined)?.additionalProperties as Schema;
const head = new Validator({ ...schema, properties: { ...schema.properties, rows: { type: "object" } } }, "7", false);
const row = new Validator(rowSchema, "7", false);

/** Reads the text of a table. */
export function readFacts(text: string): FactsResult {
  const document = parseDocument(text);
  const problems: Problem[] = document.errors.map(({ pos: [from, to], message }) => ({
    from,
    to,
    severity: "error",
    message: message.split("\n")[0] as string,
  }));
  const table = (problems.length > 0 ? undefined : document.toJS()) as Table | undefined;
  const whole = table === undefined ? undefined : complaint(head, table);
  if (whole !== undefined) problems.push({ from: 0, to: 1, severity: "error", message: whole });
  const rows = document.get("rows");
  if (table === undefined || whole !== undefined || !isMap(rows)) return { concepts: [], problems };
  const concepts = rows.items.flatMap(({ key, value }) => {
    const symbol = isScalar(key) ? String(key.value) : "";
    const [from] = (isScalar(key) ? key.range : undefined) ?? [0];
    const span = { from, to: (value as { range?: [number, number, number] } | null)?.range?.[1] ?? from + symbol.length };
    const facts = table.rows[symbol] as Row;
    const wrong = complaint(row, facts);
    if (wrong !== undefined) problems.push({ from, to: from + symbol.length, severity: "error", message: `${symbol}: ${wrong}` });
    return wrong === undefined ? [{ concept: conceptOf(symbol, facts, table), span }] : [];
  });
  return { concepts, problems };
}

function complaint(validator: Validator, value: unknown): string | undefined {
  const { valid, errors } = validator.validate(value);
  if (valid) return undefined;
  const last = errors[errors.length - 1];
  const place = last?.instanceLocation.replace(/^#\/?/, "") || "the table";
  if (last?.keyword === "false") return `there is no key \`${place}\`; the keys are ${Object.keys(rowSchema.properties ?? {}).join(", ")}`;
  return `${place}: ${last?.error ?? "is wrong"}`;
}

function conceptOf(symbol: string, facts: Row, table: Table): Concept {
  const { kind, subject, sources, created, reviewed, record } = table;
  const genes = facts.gene === undefined ? [] : [facts.gene].flat();
  const old = facts.former ?? [];
  const notes = [
    ...(old.length > 0 ? [`Formerly ${new Intl.ListFormat("en-US", { type: "disjunction" }).format(old)}.`] : []),
    ...(facts.associated === undefined ? [] : [`${facts.associated.charAt(0).toUpperCase()}${facts.associated.slice(1)}.`]),
  ];
  return {
    id: facts.id ?? `IMX:${symbol}`,
    subject,
    designations: [
      ...names(symbol, kind),
      ...[...(facts.also ?? []), ...old, ...(genes.length === 1 ? genes.filter(isUnmistakable) : [])].filter(unlike(symbol)).map(hidden),
    ],
    definition: definitions[kind](symbol, facts),
    ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
    broader: [kind === "chemokine" && isReceptor(symbol) ? chemokineReceptor : table.broader],
    partOf: [],
    related: [],
    confusedWith: [],
    xrefs: genes.map((gene) => crossReference(gene, genes.length)),
    sources: sources.map((citation) => ({ citation })),
    created,
    reviewed,
    record,
  };
}

/** Proteins and genes are not told apart, but one chain is not the whole. */
function crossReference(gene: string, genes: number): CrossReference {
  const id = `HGNC.SYMBOL:${gene}`;
  return genes > 1 ? { id, match: "narrow", note: "the gene of one of its forms or chains" } : { id, match: "exact" };
}

/** Chemokine receptors stand in the table of chemokines. */
const chemokineReceptor = "IMX:1302";

/** Interleukins have a full form and an abbreviation; the other names are symbols. */
function names(symbol: string, kind: Kind): Designation[] {
  const short = { text: symbol, status: "preferred", caseSensitive: true, exact: false } as const;
  if (kind !== "interleukin") return [{ ...short, type: "symbol" }];
  const number = symbol.replace(/^IL-/, "");
  if (number.endsWith("RA")) return [{ ...short, type: "symbol" }];
  const full = { text: `interleukin-${number}`, type: "full", status: "preferred", caseSensitive: false, exact: false } as const;
  return [full, { ...short, type: "abbreviation" }];
}

/** Whether a gene's symbol can hardly be anything else: SELL and KIT are words too, and F3 is a grade. */
function isUnmistakable(gene: string): boolean {
  return gene.length > 4 || (gene.length === 4 && /\d/.test(gene));
}

/** Leaves out a name that is the symbol itself but for its case, as the gene's often is. */
function unlike(symbol: string): (name: string) => boolean {
  return (name) => name.toLowerCase() !== symbol.toLowerCase();
}

/** A name that is recognized and never suggested. What holds a word is a full form; the rest is a symbol and has its case. */
function hidden(text: string): Designation {
  const isWords = /\p{Ll}{3}/u.test(text);
  return { text, type: isWords ? "full" : "symbol", status: "hidden", caseSensitive: !isWords, plural: "", exact: false };
}
