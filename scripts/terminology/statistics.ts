/** What the terminology holds, by subject field, as the table in terminology/README.md. */
import type { Evidence } from "../../server/src/core/termbase/concept.ts";
import type { Entry, Terminology } from "./terminology.ts";

const begin = "<!-- statistics: `npm run terminology:stats` writes this part -->";
const end = "<!-- /statistics -->";

/** What is counted in a subject field. */
export interface Statistics {
  readonly subject: string;
  readonly records: number;
  /** Records composed from tables of facts. */
  readonly composed: number;
  readonly designations: number;
  readonly defined: number;
  /** Records with an evidence class. */
  readonly evidence: number;
  /** Records with a cross-reference. */
  readonly referenced: number;
  /** Records that a second person has read. */
  readonly reviewed: number;
}

/** Counts for each subject field that has records, and for all together. */
export function statisticsOf({ byId, subjects }: Terminology): { fields: Statistics[]; total: Statistics } {
  const entries = [...byId.values()];
  const fields = Object.entries(subjects).map(([key, title]) =>
    count(
      title,
      entries.filter(({ concept }) => concept.subject === key),
    ),
  );
  return { fields: fields.filter(({ records }) => records > 0), total: count("All subject fields", entries) };
}

/** The table and what it cannot hold, in Markdown. */
export function statisticsTable(terminology: Terminology): string {
  const { fields, total } = statisticsOf(terminology);
  const rows = [...fields, total].map((field) => {
    const cells = [field.subject, field.records, field.composed, field.designations, field.defined, field.evidence];
    const all = [...cells, percent(field.referenced, field.records), percent(field.reviewed, field.records)];
    return (field === total ? all.map((cell) => `**${cell}**`) : all).join(" | ");
  });
  const head = ["subject field", "records", "composed", "designations", "defined", "evidence class", "cross-referenced", "reviewed"];
  return [
    `| ${head.join(" | ")} |`,
    `|---${"|--:".repeat(head.length - 1)}|`,
    ...rows.map((row) => `| ${row} |`),
    "",
    "*Composed* records are written from the tables of `facts/`, the others by hand; designations count every name and",
    "abbreviation, not their plurals and spellings, which are derived; *reviewed* records were read by a second person.",
    evidenceLine([...terminology.byId.values()], total.evidence),
  ].join("\n");
}

/** A README with the table of today between its markers. Throws where the markers are not there. */
export function withStatistics(readme: string, table: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`terminology/README.md lacks the lines ${begin} and ${end}.`);
  return `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
}

function count(subject: string, entries: readonly Entry[]): Statistics {
  const having = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  return {
    subject,
    records: entries.length,
    composed: having(({ composed }) => composed === true),
    designations: entries.reduce((sum, { concept }) => sum + concept.designations.length, 0),
    defined: having(({ concept }) => concept.definition !== undefined),
    evidence: having(({ concept }) => concept.evidence !== undefined),
    referenced: having(({ concept }) => concept.xrefs.length > 0),
    reviewed: having(({ concept }) => concept.record === "reviewed"),
  };
}

function evidenceLine(entries: readonly Entry[], total: number): string {
  const of = (evidence: Evidence) => entries.filter(({ concept }) => concept.evidence === evidence).length;
  return (
    `Of the ${total} records with an evidence class, the autoimmune origin is established in ${of("established")}, probable in\n` +
    `${of("probable")} and contested in ${of("contested")}; ${of("autoinflammatory")} are autoinflammatory and ${of("not-autoimmune")} not autoimmune.`
  );
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;
}
