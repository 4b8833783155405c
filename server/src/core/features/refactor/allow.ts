import { t } from "../../l10n/l10n.ts";
import { quote } from "../../l10n/phrases.ts";
import type { Entry } from "../../scan/mentions.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { allRules, type Draft } from "../draft.ts";
import type { Refactoring } from "./refactoring.ts";

const ruleIds = new Set(allRules.map(({ id }) => id));

/** Whether a finding comes from a rule that a writer can allow. */
export function isAllowable({ rule }: Diagnostic): boolean {
  return ruleIds.has(rule) && rule !== "unused-suppression";
}

/** Comments that allow a rule's finding where it stands, or in the whole file. A plain text has no comments. */
export function allowances(draft: Draft, diagnostic: Diagnostic): Refactoring[] {
  const { document } = draft;
  if (document.format === "plain" || !isAllowable(diagnostic)) return [];
  const { rule } = diagnostic;
  const here = allowHere(draft, diagnostic);
  const start = document.frontMatter?.end ?? (document.slice(0, 1) === "\uFEFF" ? 1 : 0);
  const lineBreak = lineBreakOf(draft);
  return [
    ...(here ? [{ title: t("Allow {0} here", quote(rule)), edits: here }] : []),
    {
      title: t("Allow {0} in this file", quote(rule)),
      edits: [{ from: start, to: start, text: `<!-- immunolex-disable-file ${rule} -->${lineBreak}${lineBreak}` }],
    },
  ];
}

/** A comment above the line where a block begins there; else a pair of comments around the block, or around its list. */
function allowHere(draft: Draft, { from, rule }: Diagnostic): Refactoring["edits"] | undefined {
  const { document, analysis } = draft;
  const entry = analysis.entryAt(from);
  if (!entry) return undefined;
  const lineBreak = lineBreakOf(draft);
  const around = runAround(analysis.entries, entry);
  const first = around[0] as Entry;
  const last = around.at(-1) as Entry;
  const lineOf = (offset: number) => document.lines.positionAt(offset).line;
  const start = document.lines.startOf(lineOf(first.from));
  const simple = around.length === 1 && !isNested(entry) && entry.block.kind !== "table";
  if (simple && lineOf(from) === lineOf(entry.from)) {
    return [{ from: start, to: start, text: `<!-- immunolex-disable-next-line ${rule} -->${lineBreak}` }];
  }
  const blockEnd = last.from + last.block.source.trimEnd().length;
  const nextLine = lineOf(blockEnd) + 1;
  const end = nextLine < document.lines.count ? document.lines.startOf(nextLine) : document.length;
  const gap = end > 0 && document.slice(end - 1, end) === "\n" ? "" : lineBreak;
  return [
    { from: start, to: start, text: `<!-- immunolex-disable ${rule} -->${lineBreak}${lineBreak}` },
    { from: end, to: end, text: `${gap}${lineBreak}<!-- immunolex-enable ${rule} -->${lineBreak}` },
  ];
}

/** The block, or all blocks of the list, the quotation or the footnotes that it stands in: a comment between would part them. */
function runAround(entries: readonly Entry[], entry: Entry): Entry[] {
  if (!isNested(entry)) return [entry];
  let [start, end] = [entry.index, entry.index];
  while (start > 0 && isNested(entries[start - 1] as Entry)) start--;
  while (end + 1 < entries.length && isNested(entries[end + 1] as Entry)) end++;
  // A definition list's first name stands before its details.
  if (entries[start]?.block.setting.details && start > 0) start--;
  return entries.slice(start, end + 1);
}

function isNested({ block: { setting } }: Entry): boolean {
  return setting.list || setting.quote || setting.footnote || setting.details;
}

function lineBreakOf({ document }: Draft): string {
  return /\r?\n/.exec(document.slice(0, Math.min(document.length, 10_000)))?.[0] ?? "\n";
}
