/** What the schema of packs says of keys and values, in its own words. */
import type { Schema } from "@cfworker/json-schema";
import { stringify } from "yaml";
import { branches, resolve, root } from "./schema.ts";
import type { Path } from "./yaml.ts";

/** A value that a key can have, where the schema lists them. */
export interface ValueWords {
  readonly value: string;
  readonly description: string | undefined;
}

/** A key, and what the schema says of it. */
export interface KeyWords {
  readonly name: string;
  readonly description: string | undefined;
  /** Whether its value fits on the line of the key, or is a list or a mapping below it. */
  readonly holds: "text" | "list" | "mapping";
  readonly values: readonly ValueWords[];
  /** The key with a value, as YAML. */
  readonly example: string | undefined;
}

/** What editors read beside the standard's own words. */
interface Worded extends Schema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}

/** The keys of the mapping at a path below the outermost value of a file; none where no mapping can stand. */
export function keysAt(path: Path): KeyWords[] {
  const found = new Map<string, KeyWords>();
  for (const schema of schemasAt(path)) {
    for (const [name, below] of Object.entries(schema.properties ?? {})) {
      if (!found.has(name)) found.set(name, wordsOf(name, below as Worded));
    }
  }
  return [...found.values()];
}

/** What the schema says of the key that a path ends with; undefined where it knows none. */
export function keyAt(path: Path): KeyWords | undefined {
  const name = path.at(-1);
  return typeof name === "string" ? keysAt(path.slice(0, -1)).find((key) => key.name === name) : undefined;
}

/** The values that the schema lists for a place. */
export function valuesAt(path: Path): ValueWords[] {
  return schemasAt(path).flatMap(listedBy);
}

function schemasAt(path: Path): Worded[] {
  const start = typeof path[0] === "number" ? root.definitions.concepts : root.definitions.file;
  let schemas: Worded[] = branches(start);
  for (const part of path) {
    schemas = schemas.flatMap((schema) => branches(stepInto(schema, part)));
  }
  return schemas;
}

function stepInto(schema: Worded, part: string | number): Schema | undefined {
  if (typeof part === "number") return asSchema(schema.items);
  const { properties } = schema;
  return properties && Object.hasOwn(properties, part) ? asSchema(properties[part]) : asSchema(schema.additionalProperties);
}

function asSchema(value: unknown): Schema | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

const known = new WeakMap<Worded, KeyWords>();

/** Each part of the schema belongs to one key, and its example is long to write. */
function wordsOf(name: string, schema: Worded): KeyWords {
  const words = known.get(schema) ?? writeWords(name, schema);
  known.set(schema, words);
  return words;
}

function writeWords(name: string, schema: Worded): KeyWords {
  const all = branches(schema) as Worded[];
  const values = all.flatMap(listedBy);
  const [example] = schema.examples ?? all.flatMap(({ examples }) => examples ?? []);
  const shown = example ?? values[0]?.value;
  return {
    name,
    // A word beside a reference is about this key, the word behind the reference about all that use it.
    description: schema.description ?? (resolve(schema) as Worded).description,
    holds: holdsOf(all),
    values,
    example: shown === undefined ? undefined : stringify({ [name]: shown }, { lineWidth: 0 }).trimEnd(),
  };
}

/** A single text is enough where one is allowed; a list or a mapping is for what can be nothing else. */
function holdsOf(schemas: readonly Worded[]): KeyWords["holds"] {
  const types = new Set(schemas.flatMap(({ type }) => type ?? []));
  if (types.size === 1 && types.has("array")) return "list";
  return types.size === 1 && types.has("object") ? "mapping" : "text";
}

function listedBy({ enum: options, enumDescriptions, type }: Worded): ValueWords[] {
  if (!options) return type === "boolean" ? ["true", "false"].map((value) => ({ value, description: undefined })) : [];
  return options.flatMap((value, i) => (typeof value === "string" ? [{ value, description: enumDescriptions?.[i] }] : []));
}
