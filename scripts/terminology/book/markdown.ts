/** The book as Markdown: a file for each subject field, and an index. */
import { type Book, type BookRecord, type Row, type Run, recordsOf, type Section } from "./model.ts";
import { sortedByName } from "./names.ts";

/** The file that each record stands in, by its anchor. */
type Files = ReadonlyMap<string, string>;

/** The files of the book by name; `README.md` is the index. */
export function markdownOf(book: Book): Map<string, string> {
  const files = fileOfAnchor(book);
  const sections = book.sections.map((section) => [fileOf(section), sectionMarkdown(section, files)] as const);
  return new Map([["README.md", indexMarkdown(book, files)], ...sections]);
}

/**
 * Text that shows as it is wherever it does not begin a line, which no text here does. Unlike in a hover, what needs no
 * escape has none, so that the files read well as plain text, too.
 */
export function inline(text: string): string {
  return text
    .replace(/[\\`*_[\]{}<>~^$|]/g, "\\$&")
    .replace(/&(?=[#\w])/g, "\\&")
    .replace(/\s+/g, " ");
}

function indexMarkdown(book: Book, files: Files): string {
  const count = recordsOf(book).length;
  return [
    `# ${inline(book.title)}`,
    `${count.toLocaleString("en-US")} concepts in ${book.sections.length} subject fields. Version ${inline(book.version)}, free for any use (CC0-1.0).`,
    "## Subject fields",
    [
      "| subject field | concepts |",
      "|---|--:|",
      ...book.sections.map((s) => `| [${inline(s.title)}](${fileOf(s)}) | ${s.records.length} |`),
    ].join("\n"),
    "## Names",
    namesMarkdown(book, files),
    "",
  ].join("\n\n");
}

/** Every name that a reader may meet, from A to Z; those that are only recognized are left out. */
function namesMarkdown(book: Book, files: Files): string {
  const names = recordsOf(book).flatMap((record) =>
    record.entry.concept.designations.filter(({ status }) => status !== "hidden").map(({ text, status }) => ({ text, status, record })),
  );
  return sortedByName(names, ({ text }) => text)
    .map(({ text, status, record }) => {
      const to = record.anchor;
      if (status !== "preferred") return `- ${guarded(inline(text))}: see ${runMarkdown({ text: record.term, to }, files)}`;
      const meaning = text === record.term ? "" : `, ${inline(record.term)}`;
      return `- ${runMarkdown({ text, to }, files)}${meaning}`;
    })
    .join("\n");
}

function sectionMarkdown({ title, records }: Section, files: Files): string {
  return [
    `# ${inline(title)}`,
    "[All subject fields and names](README.md)",
    ...records.map((record) => recordMarkdown(record, files)),
    "",
  ].join("\n\n");
}

function recordMarkdown({ anchor, term, abbreviation, definition, plain, rows, standing }: BookRecord, files: Files): string {
  const short = abbreviation === undefined ? "" : ` (${inline(abbreviation)})`;
  return [
    `## <a id="${anchor}"></a>${inline(term)}${short}`,
    ...(definition.length > 0 ? [`**Definition:** ${runsMarkdown(definition, files)}`] : []),
    ...(plain === undefined ? [] : [`**In plain words:** ${inline(plain)}`]),
    [...rows.map((row) => rowMarkdown(row, files)), `- **Record:** ${inline(standing)}`].join("\n"),
  ].join("\n\n");
}

function rowMarkdown({ label, form, items }: Row, files: Files): string {
  const head = `- **${inline(label)}:**`;
  const texts = items.map((item) => runsMarkdown(item, files));
  if (form === "lines" && texts.length > 1) return [head, ...texts.map((text) => `  - ${guarded(text)}`)].join("\n");
  return `${head} ${texts.join(", ")}`;
}

/** A text that begins a list item, where a few signs would begin something else. */
function guarded(text: string): string {
  return text.replace(/^(?:[#+=-]|(\d+)(?=[.)]))/, (sign, digits?: string) => (digits === undefined ? `\\${sign}` : `${digits}\\`));
}

function runsMarkdown(runs: readonly Run[], files: Files): string {
  return runs.map((run) => runMarkdown(run, files)).join("");
}

function runMarkdown({ text, to, url }: Run, files: Files): string {
  if (url !== undefined) return `[${inline(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  return to === undefined ? inline(text) : `[${inline(text)}](${files.get(to)}#${to})`;
}

function fileOfAnchor({ sections }: Book): Map<string, string> {
  return new Map(sections.flatMap((section) => section.records.map(({ anchor }) => [anchor, fileOf(section)] as const)));
}

function fileOf({ key }: Section): string {
  return `${key}.md`;
}
