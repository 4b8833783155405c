/**
 * Asks the JSON Schema of packs about a value and tells the answer in words for a writer. The same
 * schema file serves the editor's YAML support, so both say yes and no to the same things. The
 * validator builds no code from strings, because the server also runs in a Web Worker.
 */

import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import packSchema from "../../../../terminology/pack.schema.json" with { type: "json" };
import { t } from "../l10n/l10n.ts";
import { oneOf } from "../l10n/phrases.ts";
import { didYouMeanTail } from "./did-you-mean.ts";
import type { Path, Plain } from "./yaml.ts";

/** One thing the schema does not allow. */
export interface Finding {
  /** From the value that was asked about to the part that is wrong. */
  readonly path: Path;
  /** Whether the key itself is what is wrong. */
  readonly unknownKey: boolean;
  readonly message: string;
}

type Definition = "file" | "concept";

/** The schema itself, for whoever explains it. */
export const root = packSchema as unknown as Schema & { definitions: Record<string, Schema> };

const validators = new Map<Definition, Validator>();

/** What the schema says against `value`: nothing, some things, or one thing about the whole (`path` is empty). */
export function askSchema(definition: Definition, value: Plain): Finding[] {
  let validator = validators.get(definition);
  if (validator === undefined) {
    validator = new Validator({ $ref: `#/definitions/${definition}`, definitions: root.definitions }, "7", false);
    validators.set(definition, validator);
  }
  const found = errorsOf(validator, value).filter((unit) => !WRAPPERS.has(unit.keyword));
  if (found.length > MAX_ERRORS) {
    return [{ path: [], unknownKey: false, message: t("Too much is wrong here to tell it piece by piece; this is not used.") }];
  }
  return tell(leaves(found), value, definition);
}

/** Keywords that only say that something inside them failed. */
const WRAPPERS = new Set(["properties", "items", "$ref", "anyOf", "additionalProperties"]);

function errorsOf(validator: Validator, value: Plain): readonly OutputUnit[] {
  try {
    const { valid, errors } = validator.validate(value);
    return valid ? [] : errors;
  } catch (error) {
    // The validator spreads its errors into a call, which a hundred thousand of them overflow.
    if (!(error instanceof RangeError)) throw error;
    return Array.from({ length: MAX_ERRORS + 1 }, () => ({ keyword: "", keywordLocation: "#", instanceLocation: "#", error: "" }));
  }
}

/** Findings are compared with each other, so their number is bounded. */
const MAX_ERRORS = 300;

interface Leaf {
  readonly path: Path;
  readonly unit: OutputUnit;
}

/**
 * The errors worth telling. Where a value may be a text or a mapping, the schema complains about both;
 * a complaint about the wrong kind of value is dropped when the other branch got further.
 */
function leaves(errors: readonly OutputUnit[]): Leaf[] {
  const all = errors.map((unit) => ({ path: toPath(unit.instanceLocation), unit }));
  const kept = all.filter(
    (leaf) => leaf.unit.keyword !== "type" || !all.some((other) => other.unit.keyword !== "type" && begins(other.path, leaf.path)),
  );
  return kept.filter(
    (leaf) => leaf.unit.keyword !== "type" || !kept.some((other) => other.path.length > leaf.path.length && begins(other.path, leaf.path)),
  );
}

function begins(path: Path, start: Path): boolean {
  return start.every((part, i) => path[i] === part);
}

function tell(found: readonly Leaf[], value: Plain, definition: Definition): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const { path, unit } of found) {
    const key = JSON.stringify(path);
    // One message a place: the first is the most basic.
    if (told.has(key) && unit.keyword !== "required") continue;
    told.add(key);
    if (unit.keyword === "false") {
      findings.push({ path, unknownKey: true, message: unknownKey(path, definition) });
    } else {
      const alternatives = found.filter((other) => other.unit.keyword === "type" && JSON.stringify(other.path) === key);
      findings.push({ path, unknownKey: false, message: messageOf(path, unit, alternatives, value, definition) });
    }
  }
  return findings;
}

function messageOf(path: Path, unit: OutputUnit, alternatives: readonly Leaf[], value: Plain, definition: Definition): string {
  const schema = schemaAt(unit.keywordLocation, definition);
  const subject = subjectOf(path);
  const actual = at(value, path);
  switch (unit.keyword) {
    case "type": {
      const wanted = new Set(alternatives.flatMap((leaf) => typesAt(leaf.unit, definition)));
      const list = oneOf([...wanted].map((type) => TYPE_NAMES[type]?.() ?? type));
      const quote = wanted.has("string") && (typeof actual === "number" || typeof actual === "boolean");
      return quote
        ? t("{0} must be text; put it in quotes: {1}.", subject, `"${String(actual)}"`)
        : t("{0} is {1}; it must be {2}.", subject, kindOf(actual), list);
    }
    case "enum": {
      const options = (schema?.enum ?? []).filter((option) => typeof option === "string");
      return t("{0} is {1}; it can be {2}.", subject, show(actual), oneOf(options));
    }
    case "required": {
      const missing = (schema?.required ?? []).find((name) => !isMapWith(actual, name)) ?? "";
      return path.length === 0 ? t("This record needs `{0}`.", missing) : t("{0} needs `{1}`.", subject, missing);
    }
    case "maxLength":
      return t("{0} is longer than {1} characters.", subject, String(schema?.maxLength));
    case "pattern": {
      if (typeof actual === "string" && actual.trim() === "") return t("{0} is empty.", subject);
      const example: unknown = schema?.examples?.[0];
      return typeof example === "string"
        ? t("{0} is {1}, which does not have the right form. Write it like this: {2}", subject, show(actual), example)
        : t("{0} is {1}, which does not have the right form.", subject, show(actual));
    }
    default:
      return `${subject}: ${unit.error}`;
  }
}

function unknownKey(path: Path, definition: Definition): string {
  const name = String(path[path.length - 1]);
  const known = knownKeys(path.slice(0, -1), definition);
  return `${t("`{0}` is not a key that Immunolex knows here; it is not used.", name)}${didYouMeanTail(name, known)}`;
}

/** The keys that may stand beside an unknown one. */
function knownKeys(path: Path, definition: Definition): string[] {
  let schemas: Schema[] = [resolve(root.definitions[definition] as Schema)];
  for (const part of path) {
    schemas = schemas.flatMap((schema) =>
      branches(typeof part === "number" ? (schema.items as Schema | undefined) : (schema.properties?.[part] as Schema | undefined)),
    );
  }
  return schemas.flatMap((schema) => Object.keys(schema.properties ?? {}));
}

/** A schema and those of which its values may fulfil any. */
export function branches(schema: Schema | undefined): Schema[] {
  if (schema === undefined) return [];
  const resolved = resolve(schema);
  return [resolved, ...(resolved.anyOf ?? []).map(resolve)];
}

/** The schema that a reference stands for. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.replace("#/definitions/", "");
  return name === undefined ? schema : resolve(root.definitions[name] as Schema);
}

/** The schema whose keyword failed; the validator names it by the way it came. */
function schemaAt(location: string, definition: Definition): (Schema & { examples?: unknown[] }) | undefined {
  let schema: unknown = { $ref: `#/definitions/${definition}` };
  for (const part of location.split("/").slice(1, -1)) {
    if (schema === undefined || schema === null) return undefined;
    schema = part === "$ref" ? resolve(schema as Schema) : (schema as Record<string, unknown>)[decoded(part)];
  }
  return schema as Schema & { examples?: unknown[] };
}

function typesAt(unit: OutputUnit, definition: Definition): string[] {
  const type = schemaAt(unit.keywordLocation, definition)?.type;
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

const TYPE_NAMES: Readonly<Record<string, () => string>> = {
  string: () => t("text"),
  array: () => t("a list"),
  object: () => t("a group of keys (`key: value`)"),
  boolean: () => t("true or false"),
  number: () => t("a number"),
  integer: () => t("a whole number"),
};

/** How a message names the place: the key, or the key of the list an item stands in. */
function subjectOf(path: Path): string {
  const last = path[path.length - 1];
  if (last === undefined) return t("This");
  if (typeof last === "string") return `\`${last}\``;
  const list = path[path.length - 2];
  return list === undefined ? t("This") : t("This item of `{0}`", list);
}

function kindOf(value: Plain | undefined): string {
  if (value === null || value === undefined) return t("empty");
  if (Array.isArray(value)) return t("a list");
  if (typeof value === "object") return t("a group of keys (`key: value`)");
  if (typeof value === "string") return t("text");
  return typeof value === "number" ? t("a number") : show(value);
}

function show(value: Plain | undefined): string {
  if (typeof value === "object" || value === undefined) return kindOf(value);
  const text = typeof value === "string" ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isMapWith(value: Plain | undefined, key: string): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && key in value;
}

function at(value: Plain, path: Path): Plain | undefined {
  let current: Plain | undefined = value;
  for (const part of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string | number, Plain>)[part];
  }
  return current;
}

function toPath(pointer: string): Path {
  // The pointer does not say which numbers index a list; a mapping key that is a number reads the same.
  return pointer
    .split("/")
    .slice(1)
    .map(decoded)
    .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part));
}

// The validator writes keys into pointers as URIs do.
function decoded(part: string): string {
  return decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~");
}
