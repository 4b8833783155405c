/**
 * The acronyms that Quarto and pandoc filters keep in front matter, as concepts. Read are the forms of
 * rchaput/acronyms (`keys:` with `shortname` and `longname`), of pandoc-acro and tarleb/acronyms (key →
 * `short` and `long`, or key → long form), of pandoc-acronyms (`shortform`, `longform`) and plain
 * lists of these.
 */

import { isMap, isSeq, type Node } from "yaml";
import { t } from "../l10n/l10n.ts";
import { inQuotes } from "../l10n/phrases.ts";
import type { Concept, Designation } from "../termbase/concept.ts";
import type { Pack, Span } from "../termbase/pack.ts";
import { designation } from "./record.ts";
import type { Report } from "./report.ts";
import { entriesOf, type Plain, type PlainMap, spanOf, type Yaml } from "./yaml.ts";

/** Keys beside the acronyms that steer the filters themselves. */
const OPTIONS = new Set([
  "fromfile",
  "id_prefix",
  "include_unused",
  "insert_links",
  "insert_loa",
  "keys",
  "loa_format",
  "loa_header_classes",
  "loa_title",
  "non_existing",
  "on_duplicate",
  "options",
  "sorting",
  "style",
]);

const SHORT = ["shortname", "short", "shortform"];
const LONG = ["longname", "long", "longform"];

interface Entry {
  readonly span: Span;
  readonly concept: Concept;
}

/** Reads the values of the given nodes, in the order of the file, into one set of concepts. */
export function readAcronyms(yaml: Yaml, nodes: readonly Node[], report: Report): Pick<Pack, "concepts" | "positions"> {
  const byId = new Map<string, Entry>();
  for (const node of nodes) {
    for (const entry of entries(yaml, node, report)) {
      const earlier = byId.get(entry.concept.id);
      if (earlier === undefined) byId.set(entry.concept.id, entry);
      else if (longOf(earlier.concept) !== longOf(entry.concept)) tellTwice(earlier, entry, report);
    }
  }
  const concepts = [...byId.values()];
  return {
    concepts: concepts.map(({ concept }) => concept),
    positions: new Map(concepts.map(({ concept, span }) => [concept.id, report.place(span)])),
  };
}

function tellTwice(earlier: Entry, later: Entry, report: Report): void {
  const short = shortOf(later.concept);
  report.warning(
    later.span,
    t("{0} stands for {1} already in line {2}; this one is not used.", short, inQuotes(longOf(earlier.concept)), report.line(earlier.span)),
  );
}

function longOf({ designations }: Concept): string {
  return designations[0]?.text ?? "";
}

function shortOf({ designations }: Concept): string {
  return designations[1]?.text ?? "";
}

function entries(yaml: Yaml, node: Node, report: Report): Entry[] {
  if (isSeq(node)) return node.items.flatMap((_, i) => fromItem(yaml, yaml.child(node, [i]), undefined, undefined, report));
  if (!isMap(node)) return [];
  const keys = yaml.child(node, ["keys"]);
  if (isSeq(keys)) return entries(yaml, keys, report);
  return entriesOf(node).flatMap(({ name, key, value }) => {
    if (OPTIONS.has(name) && !isAcronym(yaml, value)) return [];
    return fromItem(yaml, value, name, key, report);
  });
}

/** Whether the value of a key that is an option elsewhere is an acronym here. */
function isAcronym(yaml: Yaml, node: Node | undefined): boolean {
  return isMap(node) && textAt(asMap(yaml.plain(node)), LONG) !== undefined;
}

/** One acronym. `key` is its name in a mapping, and its short form where it has no other. */
function fromItem(yaml: Yaml, node: Node | undefined, key: string | undefined, keyNode: Node | undefined, report: Report): Entry[] {
  const nodes = [keyNode, node].filter((one) => one !== undefined);
  if (nodes.length === 0) return [];
  const spans = nodes.map(spanOf);
  const span = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  const value = node === undefined ? null : yaml.plain(node);
  const map = asMap(value);
  const short = textAt(map, SHORT) ?? key;
  const long = textAt(map, LONG) ?? (typeof value === "string" ? value : undefined);
  if (short === undefined || plainText(short) === "") {
    report.warning(span, t("This acronym has no short form."));
    return [];
  }
  if (long === undefined || plainText(long) === "") {
    report.warning(keyNode === undefined ? span : spanOf(keyNode), t("{0} has no long form.", plainText(short)));
    return [];
  }
  return [{ span, concept: acronym(plainText(short), plainText(long), map) }];
}

function acronym(short: string, long: string, map: PlainMap): Concept {
  const plural = asMap(map.plural ?? null);
  const names: Designation[] = [
    designation({ text: long, ...pluralOf(textAt(plural, LONG), map["long-plural"], long) }, "full", "preferred"),
    designation({ text: short, ...pluralOf(textAt(plural, SHORT), map["short-plural"], short) }, "abbreviation", "preferred"),
  ];
  return {
    id: `front-matter:${short.replace(/\s+/g, "-")}`,
    designations: names,
    broader: [],
    partOf: [],
    related: [],
    confusedWith: [],
    xrefs: [],
    sources: [],
  };
}

// Quarto's filter gives the whole plural; pandoc-acro gives only the ending.
function pluralOf(whole: string | undefined, ending: Plain | undefined, singular: string): { plural?: string } {
  if (whole !== undefined) return { plural: plainText(whole) };
  return typeof ending === "string" && ending !== "s" ? { plural: singular + ending } : {};
}

function asMap(value: Plain): PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function textAt(map: PlainMap, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = map[key];
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** Pandoc reads metadata as Markdown, so the names may carry emphasis and escapes. */
function plainText(text: string): string {
  return text
    .replace(/(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
