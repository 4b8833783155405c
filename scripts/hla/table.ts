import { Draft, type TerminologySet } from "../../server/src/core/index.ts";
import { parseHlaName } from "../../server/src/core/nomenclature/hla.ts";
import { hlaLoci } from "../../server/src/core/nomenclature/hla-loci.ts";
import { exceptionalOldNames } from "../../server/src/core/nomenclature/hla-old-names.ts";

/** A row of the official table of April 2010. */
export interface TableRow {
  readonly old: string;
  /** Undefined where the table has "None": the name was withdrawn. */
  readonly current: string | undefined;
}

/** Reads the table's two columns; its heading and what is no row is left out. */
export function readTable(text: string): TableRow[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, old, current] = /^(\S+\*\S+)\s+(\S+\*\S+|None)\s*$/.exec(line) ?? [];
    return old === undefined || current === undefined ? [] : [{ old, current: current === "None" ? undefined : current }];
  });
}

/** A name for whose row the project and the table disagree. */
export interface Disagreement {
  readonly name: string;
  readonly message: string;
}

/**
 * What digits split by two do not explain, derived from the table, against the exceptions that the
 * grammar knows: each side must have what the other has.
 */
export function compareExceptions(rows: readonly TableRow[]): { derived: readonly TableRow[]; disagreements: readonly Disagreement[] } {
  const derived = rows.filter(({ old, current }) => current !== splitByTwo(old));
  const known = new Set(exceptionalOldNames());
  const names = new Set(derived.map(({ old }) => exceptionKey(old)));
  // "A*927101" is explained by what the grammar knows of "A*9271".
  const explained = (name: string) => known.has(name) || known.has(/^\w+\*\d{4}/.exec(name)?.[0] ?? "");
  const seen = new Set([...names].flatMap((name) => [name, /^\w+\*\d{4}/.exec(name)?.[0] ?? name]));
  const disagreements = [
    ...[...names].filter((name) => !explained(name)).map((name) => ({ name, message: "is an exception that the grammar does not know" })),
    ...[...known]
      .filter((name) => !seen.has(name))
      .map((name) => ({ name, message: "is an exception to the grammar, but not in the table" })),
  ];
  return { derived, disagreements };
}

/** What the name would be if nothing but colons were new. */
function splitByTwo(old: string): string | undefined {
  const [, locus, digits, suffix] = /^(\w+)\*(\d+)([A-Z]?)$/.exec(old) as unknown as [string, string, string, string];
  const first = hlaLoci.get(locus)?.groupDigits ?? 2;
  const pairs = digits.slice(first).match(/..?/g) ?? [];
  return `${locus === "Cw" ? "C" : locus}*${[digits.slice(0, first), ...pairs].join(":")}${suffix}`;
}

function exceptionKey(old: string): string {
  return old.replace(/^Cw/, "C").replace(/[A-Z]$/, "");
}

/** The ways in which a draft may write a name, each with the format it stands in. */
const writings = [
  { format: "markdown", write: (name: string) => name.replace("*", "\\*") },
  { format: "markdown", write: (name: string) => name },
  { format: "markdown", write: (name: string) => `${prefixed(name).replace("*", "\\*")} was found.` },
  { format: "plain", write: (name: string) => `Typing gave ${prefixed(name)}, twice.` },
] as const;

function prefixed(name: string): string {
  return hlaLoci.get(name.slice(0, name.indexOf("*")))?.prefixed === false ? name : `HLA-${name}`;
}

/** What came of writing every name of the table in drafts. */
export interface TableFigures {
  /** Old names whose fix is exactly the official new name. */
  readonly mended: number;
  /** Withdrawn names that are reported and get no fix. */
  readonly withdrawn: number;
  /** Names that are the same in both columns, about which no rule says anything. */
  readonly same: number;
  /** New names about which no rule says anything. */
  readonly silent: number;
  readonly disagreements: readonly Disagreement[];
}

/** Writes both columns in drafts of every kind and compares what the rules say with the table. */
export function checkRows(rows: readonly TableRow[], set: TerminologySet): TableFigures {
  const figures = { mended: 0, withdrawn: 0, same: 0, silent: 0 };
  const disagreements: Disagreement[] = [];
  for (const { format, write } of writings) {
    const olds = findingsIn(
      rows.map(({ old }) => write(old)),
      format,
      set,
    );
    rows.forEach(({ old, current }, i) => {
      const { rules, fixed, safe } = olds[i] as FoundName;
      const tell = (message: string) => disagreements.push({ name: write(old), message });
      if (old === current) {
        if (rules.length === 0) figures.same++;
        else tell(`is reported by ${rules.join(", ")}, but is the name of today`);
      } else if (rules.join() !== "hla-allele-obsolete") tell(`is reported by ${rules.join(", ") || "no rule"}`);
      else if (current === undefined) {
        if (fixed === undefined) figures.withdrawn++;
        else tell(`was withdrawn, but is mended to ${fixed}`);
      } else if (fixed === write(current) && safe) figures.mended++;
      else tell(`is mended to ${fixed ?? "nothing"}${safe ? "" : " as a suggestion"}, but is ${current}`);
    });
    const news = rows.flatMap(({ current }) => (current === undefined ? [] : [current]));
    findingsIn(news.map(write), format, set).forEach(({ rules }, i) => {
      if (rules.length === 0) figures.silent++;
      else disagreements.push({ name: write(news[i] as string), message: `is a name of today, but is reported by ${rules.join(", ")}` });
    });
    for (const { current } of rows) {
      if (current === undefined) continue;
      const kind = parseHlaName(current)?.kind;
      if (kind !== "allele") disagreements.push({ name: current, message: `is a name of today, but reads as ${kind ?? "no name"}` });
    }
  }
  return { ...figures, disagreements };
}

interface FoundName {
  /** HLA rules that report the paragraph. */
  readonly rules: readonly string[];
  /** The paragraph after the first fix of its finding; undefined without one. */
  readonly fixed: string | undefined;
  readonly safe: boolean;
}

/** What the HLA rules say about each paragraph of one draft. */
function findingsIn(paragraphs: readonly string[], format: "markdown" | "plain", set: TerminologySet): FoundName[] {
  const found = new Draft(paragraphs.join("\n\n"), format, set).diagnostics().filter(({ rule }) => rule.startsWith("hla-"));
  let from = 0;
  let next = 0;
  return paragraphs.map((paragraph) => {
    const to = from + paragraph.length;
    const here = [];
    while ((found[next]?.from ?? Number.POSITIVE_INFINITY) < to) here.push(found[next++] as (typeof found)[number]);
    const fix = here[0]?.fixes[0];
    let fixed = fix && paragraph;
    for (const edit of [...(fix?.edits ?? [])].sort((a, b) => b.from - a.from)) {
      fixed = (fixed as string).slice(0, edit.from - from) + edit.text + (fixed as string).slice(edit.to - from);
    }
    from = to + 2;
    return { rules: here.map(({ rule }) => rule), fixed, safe: fix?.safe ?? false };
  });
}
