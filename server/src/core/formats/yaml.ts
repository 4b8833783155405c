/**
 * YAML in, plain data out, with the place of every value. Made for files that strangers write: depth,
 * size and aliases are bounded before anything recursive sees them, and errors become problems.
 */

import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type ParsedNode,
  Parser,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { t } from "../l10n/l10n.ts";
import type { Span } from "../termbase/pack.ts";
import type { Report } from "./report.ts";

/** Plain data as JSON knows it; mappings have no prototype, so that a key may be called anything. */
export type Plain = null | boolean | number | string | Plain[] | PlainMap;
export interface PlainMap {
  [key: string]: Plain;
}

/** A step from a value to one of its parts. */
export type Path = readonly (string | number)[];

/** A parsed file. */
export interface Yaml {
  /** The outermost value; undefined where the file is empty or could not be read at all. */
  readonly root: Node | undefined;
  /** The value of a node. Aliases are followed; what is broken comes out as null. */
  plain(node: Node): Plain;
  /** The place of the value at `path` below `node`, or of its key, or of the nearest thing around it. */
  span(node: Node, path: Path, part?: "key" | "value"): Span;
  /** The node at `path` below `node`. */
  child(node: Node, path: Path): Node | undefined;
}

/** In UTF-16 units. No pack written by hand comes near; the limit keeps a wrong file from stopping the server. */
const MAX_LENGTH = 8_000_000;
/** Some 15,000 short records, and a few seconds of garbage at worst; larger packs have other formats. */
const MAX_TOKENS = 400_000;
/** A record is six deep; the parser underneath recurses. */
const MAX_DEPTH = 64;
/** What all aliases of a file may stand for together, in values. */
const MAX_ALIASED = 10_000;
const MAX_SYNTAX_ERRORS = 20;

/** Reads YAML. Never throws: what cannot be read is told to `report`. */
export function parseYaml(text: string, report: Report): Yaml {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  let aliased = 0;
  let aliasesRefused = false;
  const seen = new Set<Node>();

  const root = text.length > MAX_LENGTH ? tooLarge(text, report) : compose(text, report);

  function plain(node: Node): Plain {
    return convert(node, 0, false);
  }

  function convert(node: Node | null | undefined, depth: number, viaAlias: boolean): Plain {
    if (node === null || node === undefined) return null;
    if (depth > MAX_DEPTH) return null;
    if (viaAlias && ++aliased > MAX_ALIASED) {
      if (!aliasesRefused) {
        aliasesRefused = true;
        report.error(spanOf(node), t("The references (`*name`) of this file stand for too much text; write the values out."));
      }
      return null;
    }
    if (isAlias(node)) {
      const target = targets.get(node) ?? anchors.get(node.source);
      if (target === undefined) {
        report.error(spanOf(node), t("`*{0}` stands for nothing: there is no `&{0}` before it.", node.source));
        return null;
      }
      targets.set(node, target);
      return aliasesRefused ? null : convert(target, depth + 1, true);
    }
    if (isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      const { value } = node;
      if (value === null || typeof value === "string" || typeof value === "boolean") return value;
      if (typeof value === "number") return Number.isFinite(value) ? value : String(node.source ?? value);
      return String(value);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(isPair(item) ? null : (item as Node), depth + 1, viaAlias));
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return items;
    }
    if (isMap(node)) {
      const result = Object.create(null) as PlainMap;
      for (const { key, value } of node.items) {
        const name = keyName(key as Node | null);
        const place = isSpanned(key) ? key : isSpanned(value) ? value : node;
        if (name === undefined || /\p{Surrogate}/u.test(name)) {
          if (!seen.has(place)) report.error(spanOf(place), t("A key must be a plain word."));
        } else if (name in result) {
          if (!seen.has(place)) report.error(spanOf(place), t("`{0}` is here twice; only the first is used.", name));
        } else {
          result[name] = convert(value as Node | null, depth + 1, viaAlias);
        }
        seen.add(place);
      }
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return result;
    }
    return null;
  }

  function follow(node: Node | undefined): Node | undefined {
    for (let hops = 0; node !== undefined && isAlias(node); hops++) {
      node = hops > MAX_DEPTH ? undefined : targets.get(node);
    }
    return node;
  }

  function step(node: Node | undefined, part: string | number): { key?: Node; value?: Node } {
    const inner = follow(node);
    if (isMap(inner)) {
      const pair = inner.items.find(({ key }) => keyName(key as Node | null) === String(part));
      const found: { key?: Node; value?: Node } = {};
      if (isSpanned(pair?.key)) found.key = pair.key;
      if (isSpanned(pair?.value)) found.value = pair.value;
      return found;
    }
    if (isSeq(inner) && typeof part === "number") {
      const item = inner.items[part];
      return isSpanned(item) ? { value: item } : {};
    }
    return {};
  }

  function child(node: Node, path: Path): Node | undefined {
    let current: Node | undefined = node;
    for (const part of path) current = step(current, part).value;
    return current;
  }

  function span(node: Node, path: Path, part: "key" | "value" = "value"): Span {
    let around: Node = node;
    let current: Node | undefined = node;
    for (const [i, name] of path.entries()) {
      const next: { key?: Node; value?: Node } = step(current, name);
      const last = i === path.length - 1;
      // A key without a value has no place of its own for the value: the key stands for it.
      const best: Node | undefined = (last && part === "key" ? next.key : undefined) ?? filled(next.value) ?? next.key ?? next.value;
      if (best === undefined) return headOf(around);
      around = best;
      current = next.value;
    }
    return path.length === 0 ? headOf(node) : part === "key" || !isMap(follow(around)) ? spanOf(around) : headOf(around);
  }

  // A record fills many lines; a squiggle under all of them says nothing, so its first line stands for it.
  function headOf(node: Node): Span {
    const whole = spanOf(node);
    const end = text.slice(whole.from, whole.to).search(/[\r\n]/);
    return end <= 0 ? whole : { from: whole.from, to: whole.from + end };
  }

  return { root, plain, span, child };
}

/** The key of a mapping entry as text, if it is one. */
function keyName(key: Node | null): string | undefined {
  if (key === null) return "";
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : String(key.source ?? key.value ?? "");
}

function isSpanned(node: unknown): node is ParsedNode {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && Array.isArray(node.range);
}

function filled(node: Node | undefined): Node | undefined {
  const range = node?.range;
  return range && range[1] > range[0] ? node : undefined;
}

/** The place of a node itself, without the comments and blank lines after it. */
export function spanOf(node: Node): Span {
  const range = node.range;
  return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 };
}

/** The parts of a value one step below it; none where it is a word. */
export function partsOf(node: Node): { part: string | number; key?: Node; value: Node | undefined }[] {
  if (isMap(node)) return entriesOf(node).map(({ name, key, value }) => ({ part: name, key, value }));
  if (isSeq(node)) return node.items.map((item, part) => ({ part, value: isNode(item) ? item : undefined }));
  return [];
}

function isNode(item: unknown): item is Node {
  return isScalar(item) || isMap(item) || isSeq(item);
}

/** The entries of a mapping in the order of the file, as key text and value node. */
export function entriesOf(map: YAMLMap): { name: string; key: Node; value: Node | undefined }[] {
  const entries: { name: string; key: Node; value: Node | undefined }[] = [];
  for (const { key, value } of map.items) {
    const name = keyName(key as Node | null);
    if (name !== undefined && isSpanned(key)) entries.push({ name, key, value: isSpanned(value) ? value : undefined });
  }
  return entries;
}

function tooLarge(text: string, report: Report): undefined {
  report.error({ from: 0, to: firstLineEnd(text) }, t("This file is too large to be a pack; split it into several files."));
}

function firstLineEnd(text: string): number {
  const end = text.slice(0, 1000).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, 1000) : end;
}

function compose(text: string, report: Report): Node | undefined {
  const lexer = new Lexer();
  const parser = new Parser();
  const composer = new Composer({
    schema: "core",
    // The library's own check compares every key with every other; ours is in `convert`.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    resolveKnownTags: false,
  });
  let document: Document.Parsed | undefined;
  let tokens = 0;
  let syntaxErrors = 0;
  let offset = 0;

  // False means: enough read. The parser keeps its nesting on a list, so its length is the depth,
  // known before the composer would recurse into it.
  function* steps(): Generator<Document.Parsed> {
    for (const lexeme of lexer.lex(text)) {
      for (const token of parser.next(lexeme)) {
        // A pack has no use for directives (`%…`); many of them are the mark of another kind of file.
        const odd = token.type === "error" || token.type === "directive";
        if (odd && ++syntaxErrors > MAX_SYNTAX_ERRORS) {
          report.error({ from: token.offset, to: token.offset + 1 }, t("From here on this does not look like YAML; the file is not read."));
          return;
        }
        yield* composer.next(token);
      }
      offset += lexeme.length;
      if (parser.stack.length > 2 * MAX_DEPTH) {
        report.error({ from: offset - 1, to: offset }, t("This is nested too deeply to be a pack; the file is not read."));
        return;
      }
      if (++tokens > MAX_TOKENS) {
        tooLarge(text, report);
        return;
      }
    }
    for (const token of parser.end()) yield* composer.next(token);
    yield* composer.end(true, text.length);
  }

  try {
    for (const next of steps()) {
      if (document === undefined) {
        document = next;
      } else {
        report.warning(spanOf(next as unknown as Node), t("A pack ends at `---` or `...`; what follows is not read."));
        break;
      }
    }
  } catch (error) {
    // The library is not ours to vouch for: a bug of its own must not take the server down.
    const reason = error instanceof Error ? error.message : String(error);
    report.error({ from: 0, to: firstLineEnd(text) }, t("This file cannot be read as YAML: {0}", reason));
    return undefined;
  }
  if (document === undefined) return undefined;
  for (const error of document.errors.slice(0, MAX_SYNTAX_ERRORS)) reportSyntax(text, error, report);
  // Unknown tags (`!name`) are the only warnings; the value is read without the tag.
  for (const warning of document.warnings.slice(0, MAX_SYNTAX_ERRORS)) {
    report.warning(syntaxSpan(warning), sentence(warning.message));
  }
  return document.contents ?? undefined;
}

function reportSyntax(text: string, error: YAMLError, report: Report): void {
  const span = syntaxSpan(error);
  report.error(span, syntaxMessage(text, error, span));
}

function syntaxSpan(error: YAMLError): Span {
  return { from: error.pos[0], to: Math.max(error.pos[0] + 1, error.pos[1]) };
}

/** The commonest slips in words of someone who writes, not someone who parses. */
function syntaxMessage(text: string, error: YAMLError, span: Span): string {
  const lineStart = text.lastIndexOf("\n", span.from - 1) + 1;
  switch (error.code) {
    case "TAB_AS_INDENT":
      return t("This line is indented with a tab; YAML needs spaces.");
    case "BLOCK_AS_IMPLICIT_KEY":
      return t("A text that holds `: ` must stand in quotes.");
    case "BAD_INDENT":
      return t("This line is indented by more or fewer spaces than its neighbours.");
    case "MISSING_CHAR":
    case "MULTILINE_IMPLICIT_KEY":
      if (/quote/.test(error.message)) return t("A quotation mark is opened and never closed.");
      if (/Flow (sequence|map)/.test(error.message)) return t("A bracket is opened and never closed: {0}", sentence(error.message));
      if (error.code === "MULTILINE_IMPLICIT_KEY" || /Implicit/.test(error.message)) {
        return t("A colon and a space are missing after the key, or this line is indented wrongly.");
      }
      return sentence(error.message);
    case "BAD_SCALAR_START":
      return t("A text that begins with `{0}` must stand in quotes.", text[span.from] ?? "");
    case "UNEXPECTED_TOKEN":
      if (/\t/.test(text.slice(lineStart, span.from))) return t("This line is indented with a tab; YAML needs spaces.");
      return t("This cannot stand here: {0}", sentence(error.message));
    default:
      return sentence(error.message);
  }
}

function sentence(message: string): string {
  const trimmed = message.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
