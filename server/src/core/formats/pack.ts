/**
 * The YAML form of a pack, which is also the form of `immunolex.yaml` and of the `immunolex:` key in
 * front matter. One bad record never spoils the others: it is left out and its writer is told where
 * and why. See terminology/README.md for the form and terminology/pack.schema.json for its schema.
 */

import { isMap, isSeq, type Node } from "yaml";
import { t } from "../l10n/l10n.ts";
import { inQuotes } from "../l10n/phrases.ts";
import type { Concept } from "../termbase/concept.ts";
import type { Pack, Problem, Span } from "../termbase/pack.ts";
import { cyclesIn } from "./cycles.ts";
import { linksOf } from "./links.ts";
import { conceptOf, type RawRecord } from "./record.ts";
import { createReport, type Report } from "./report.ts";
import { askSchema, type Finding } from "./schema.ts";
import { noSettings, type RawSettings, settingsOf } from "./settings.ts";
import { type Path, type Plain, type PlainMap, parseYaml, spanOf, type Yaml } from "./yaml.ts";

export type { RawSettings, RuleSetting } from "./settings.ts";

/** What the reader needs to know beside the text. */
export interface ReadOptions {
  /** Name of the pack where the file gives none. */
  readonly name: string;
  /** The rules there are; with them, settings for other rules are reported. */
  readonly ruleIds?: readonly string[];
}

/** Everything a file holds, as far as it could be read. */
export interface ReadResult {
  readonly pack: Pack;
  readonly settings: RawSettings;
  readonly problems: readonly Problem[];
}

/** Reads a pack file. Never throws; an empty file is an empty pack. */
export function readPack(text: string, options: ReadOptions): ReadResult {
  const report = createReport(text);
  const yaml = parseYaml(text, report);
  return { ...readPackNode(yaml, yaml.root, report, options), problems: inOrder(report) };
}

/** As `readPack`, over a part of a YAML file that is parsed already; problems go to `report`. */
export function readPackNode(
  yaml: Yaml,
  node: Node | undefined,
  report: Report,
  options: ReadOptions,
): { pack: Pack; settings: RawSettings } {
  const empty: Pack = { name: options.name, subjects: {}, concepts: [], positions: new Map() };
  if (node === undefined) return { pack: empty, settings: noSettings };
  const value = yaml.plain(node);
  if (value === null) return { pack: empty, settings: noSettings };
  if (Array.isArray(value)) {
    return { pack: { ...empty, ...readConcepts(yaml, node, [], value, report, options.name) }, settings: noSettings };
  }
  if (typeof value !== "object" || !isMap(node)) {
    report.error(yaml.span(node, []), t("A pack has `concepts:` at its top, or is a list of concepts."));
    return { pack: empty, settings: noSettings };
  }
  return readFile(yaml, node, value, report, options);
}

/** The problems of a report in the order of the file. */
export function inOrder(report: Report): readonly Problem[] {
  return [...report.problems].sort((a, b) => a.from - b.from || a.to - b.to);
}

function readFile(yaml: Yaml, node: Node, value: PlainMap, report: Report, options: ReadOptions) {
  const { concepts, ...rest } = value;
  let file = withoutEmpty(rest);
  for (const finding of askSchema("file", file)) {
    tell(yaml, node, finding, report);
    if (finding.path.length === 0) file = Object.create(null) as PlainMap;
    else if (finding.unknownKey) remove(file, finding.path);
    else cut(file, finding.path);
  }
  const name = typeof file.name === "string" ? file.name : options.name;
  const subjects = { ...(file.subjects as Record<string, string> | undefined) };
  let found: Pick<Pack, "concepts" | "positions" | "links"> = { concepts: [], positions: new Map() };
  if (Array.isArray(concepts)) {
    found = readConcepts(yaml, node, ["concepts"], concepts, report, name);
  } else if (concepts !== null && concepts !== undefined) {
    report.error(yaml.span(node, ["concepts"], "key"), t("`concepts` must be a list: one `- term: …` for each concept."));
  }
  const pack: Pack = { name, ...(typeof file.title === "string" ? { title: file.title } : {}), subjects, ...found };
  const spanAt = (path: Path, part: "key" | "value"): Span => yaml.span(node, path, part);
  return { pack, settings: settingsOf(file, spanAt, report, options.ruleIds) };
}

/** A concept and the record it came from. */
interface Placed {
  concept: Concept;
  readonly path: Path;
  readonly record: Node;
}

function readConcepts(
  yaml: Yaml,
  node: Node,
  path: Path,
  records: readonly Plain[],
  report: Report,
  packName: string,
): Pick<Pack, "concepts" | "positions" | "links"> {
  const placed: Placed[] = [];
  const list = yaml.child(node, path);
  const items = isSeq(list) ? list.items : [];
  for (const [i, value] of records.entries()) {
    const item = items[i];
    const record = isNode(item) ? item : node;
    const concept = readRecord(yaml, record, value, report, packName);
    if (concept !== undefined) placed.push({ concept, path: [...path, i], record });
  }
  const unique = leaveOutDuplicates(yaml, placed, report);
  breakCycles(yaml, unique, report);
  return {
    concepts: unique.map(({ concept }) => concept),
    positions: new Map(unique.map(({ concept, record }) => [concept.id, report.place(spanOf(record))])),
    links: unique.flatMap(({ concept, record }) => linksOf(yaml, record, concept, report)),
  };
}

function isNode(item: unknown): item is Node {
  return typeof item === "object" && item !== null && "range" in item;
}

function readRecord(yaml: Yaml, node: Node, value: Plain, report: Report, packName: string): Concept | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (typeof value !== "string" || value.trim() === "") {
      report.error(yaml.span(node, []), t("A concept begins with `- term:`."));
      return undefined;
    }
    return complete(yaml, node, { term: value }, report, packName);
  }
  for (const key of Object.keys(value)) {
    if (value[key] === null) report.warning(yaml.span(node, [key], "key"), t("`{0}` is empty.", key));
  }
  const record = withoutEmpty(value);
  for (const finding of askSchema("concept", record)) {
    tell(yaml, node, finding, report);
    if (finding.unknownKey) {
      remove(record, finding.path);
      continue;
    }
    // Without its id or its term a record would be another concept; anything else it can do without.
    if (finding.path.length === 0 || finding.path[0] === "id" || finding.path[0] === "term") return undefined;
    cut(record, finding.path);
  }
  return complete(yaml, node, tidyLists(record), report, packName);
}

function complete(yaml: Yaml, node: Node, record: RawRecord, report: Report, packName: string): Concept | undefined {
  const { concept, complaints } = conceptOf(record, packName);
  for (const { path, message, severity } of complaints) report[severity](yaml.span(node, path), message);
  return concept;
}

/** A hole where a bad list item was cut out, so that the places of the others do not move. */
const HOLE = null;

/** Takes the key, or the list item, in which `path` lies out of a record. */
function cut(record: PlainMap, path: Path): void {
  const [key, item] = path;
  if (key === undefined) return;
  const value = record[key];
  if (Array.isArray(value) && typeof item === "number") value[item] = HOLE;
  else if (key === "subjects" || key === "rules") {
    if (typeof value === "object" && value !== null && item !== undefined) delete (value as PlainMap)[item];
    else delete record[key];
  } else delete record[key];
}

/** Takes an unknown key out, wherever it stands: what is not read must not be mistaken for what is. */
function remove(record: PlainMap, path: Path): void {
  let parent: Plain | undefined = record;
  for (const part of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = (parent as Record<string | number, Plain>)[part];
  }
  const key = path[path.length - 1];
  if (typeof parent === "object" && parent !== null && !Array.isArray(parent) && key !== undefined) delete parent[key];
}

function tidyLists(record: PlainMap): RawRecord {
  for (const [key, value] of Object.entries(record)) {
    if (Array.isArray(value)) record[key] = value.filter((item) => item !== HOLE);
  }
  return record as unknown as RawRecord;
}

function tell(yaml: Yaml, node: Node, finding: Finding, report: Report): void {
  // Where the YAML itself is broken the value is not what its writer wrote; one message is enough.
  const { from } = report.place(yaml.span(node, finding.path));
  if (report.problems.some((earlier) => earlier.from === from && earlier.severity === "error")) return;
  if (finding.unknownKey) report.warning(yaml.span(node, finding.path, "key"), finding.message);
  else report.error(yaml.span(node, finding.path), finding.message);
}

function withoutEmpty(value: PlainMap): PlainMap {
  const result = Object.create(null) as PlainMap;
  for (const [key, item] of Object.entries(value)) if (item !== null) result[key] = item;
  return result;
}

function leaveOutDuplicates(yaml: Yaml, placed: readonly Placed[], report: Report): Placed[] {
  const byId = new Map<string, Placed>();
  for (const one of placed) {
    const { id } = one.concept;
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, one);
      continue;
    }
    const here = placeOfId(yaml, one);
    const there = placeOfId(yaml, first);
    if (yaml.child(one.record, ["id"]) === undefined) {
      report.error(here, t("{0} has a record already in line {1}; this one is left out.", inQuotes(nameOf(one)), report.line(there)));
      report.error(there, t("{0} has another record in line {1}; only this one is used.", inQuotes(nameOf(first)), report.line(here)));
      continue;
    }
    report.error(
      here,
      t("`{0}` is already the id of {1} in line {2}; this record is left out.", id, inQuotes(nameOf(first)), report.line(there)),
    );
    report.error(there, t("`{0}` is also the id of {1} in line {2}; only this one is used.", id, inQuotes(nameOf(one)), report.line(here)));
  }
  return [...byId.values()];
}

function placeOfId(yaml: Yaml, { record }: Placed): Span {
  return yaml.span(record, yaml.child(record, ["id"]) === undefined ? [] : ["id"]);
}

/** Takes out the links that make a concept broader than, or part of, itself, so that whoever climbs them arrives. */
function breakCycles(yaml: Yaml, placed: Placed[], report: Report): void {
  for (const relation of ["broader", "partOf"] as const) {
    const byId = new Map(placed.map((one) => [one.concept.id, one]));
    const arcs = new Map(placed.map(({ concept }) => [concept.id, concept[relation]]));
    for (const cycle of cyclesIn(arcs)) {
      const members = cycle.map((id) => byId.get(id) as Placed);
      const last = members[members.length - 1] as Placed;
      const [firstId] = cycle;
      const shown = members.length > 5 ? [...members.slice(0, 4), undefined, last] : members;
      const way = shown
        .map((one) => (one ? t("{0} (line {1})", inQuotes(nameOf(one)), report.line(yaml.span(one.record, [relation]))) : "…"))
        .join(" → ");
      const message =
        members.length === 1
          ? t("{0} is its own `{1}`; the link is not used.", inQuotes(nameOf(last)), relation)
          : t("`{0}` runs in a circle: {1} → {2}; the last link is not used.", relation, way, inQuotes(nameOf(members[0] as Placed)));
      for (const one of members.slice(0, 10)) report.error(yaml.span(one.record, [relation]), message);
      last.concept = { ...last.concept, [relation]: last.concept[relation].filter((id) => id !== firstId) };
    }
  }
}

function nameOf({ concept }: Placed): string {
  return concept.designations[0]?.text ?? concept.id;
}
