import { t } from "../l10n/l10n.ts";
import { all } from "../l10n/phrases.ts";
import type { Entry } from "../scan/mentions.ts";
import type { Document } from "../text/document.ts";
import type { Rule } from "./rule.ts";
import type { RuledFinding } from "./run.ts";

/** A comment that allows findings. Offsets are UTF-16 units in the document. */
interface Suppression {
  readonly from: number;
  readonly to: number;
  /** What it covers. */
  readonly start: number;
  readonly end: number;
  /** Empty means all rules. */
  readonly rules: readonly string[];
}

/** Reports comments that allow what does not occur; it has no check of its own. */
export const unusedSuppression: Rule = {
  id: "unused-suppression",
  severity: "information",
  get title() {
    return t("A comment allows something that does not occur");
  },
  why: "A comment that outlives its reason hides the next fault in the same place.",
  source: "Immunolex",
  examples: [],
  traps: [],
  checks: [],
};

const directive = /<!--\s*immunolex-(disable-next-line|disable-file|disable|enable)((?:[\s,]+[\w-]+)*)\s*-->/g;

/**
 * What is left of the findings after the document's own comments, and the comments that allowed nothing.
 * `entries` are those that hold such comments.
 */
export function applySuppressions(
  document: Document,
  entries: readonly Entry[],
  findings: readonly RuledFinding[],
): { kept: RuledFinding[]; unused: { from: number; to: number; message: string }[] } {
  const suppressions = readSuppressions(document, entries);
  if (suppressions.length === 0) return { kept: [...findings], unused: [] };
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const at = finding.entry.from + finding.from;
    const covering = suppressions.filter((s) => at >= s.start && at < s.end && (s.rules.length === 0 || s.rules.includes(finding.rule.id)));
    for (const suppression of covering) used.add(suppression);
    return covering.length === 0;
  });
  const unused = suppressions
    .filter((s) => !used.has(s))
    .map(({ from, to, rules }) => ({
      from,
      to,
      message:
        rules.length === 0
          ? t("Nothing here needs this comment: no rule reports anything it covers. You can delete it.")
          : t(
              "Nothing here needs this comment: {0} reports anything it covers. You can delete it.",
              all(rules.map((rule) => `\`${rule}\``)),
            ),
    }));
  return { kept, unused };
}

function readSuppressions(document: Document, entries: readonly Entry[]): Suppression[] {
  const found: Suppression[] = [];
  const open: { from: number; to: number; rules: string[] }[] = [];
  const close = (rules: readonly string[], end: number) => {
    for (let i = open.length - 1; i >= 0; i--) {
      const one = open[i] as (typeof open)[number];
      if (rules.length > 0 && one.rules.length > 0 && !rules.some((rule) => one.rules.includes(rule))) continue;
      found.push({ ...one, start: one.from, end });
      open.splice(i, 1);
    }
  };
  for (const entry of entries) {
    for (const match of entry.block.source.matchAll(directive)) {
      const from = entry.from + match.index;
      const to = from + match[0].length;
      const rules = (match[2] ?? "").split(/[\s,]+/).filter(Boolean);
      if (match[1] === "disable") open.push({ from, to, rules });
      else if (match[1] === "enable") close(rules, from);
      else if (match[1] === "disable-file") found.push({ from, to, rules, start: 0, end: document.length });
      else {
        const line = document.lines.positionAt(to).line;
        found.push({ from, to, rules, start: document.lines.startOf(line + 1), end: document.lines.startOf(line + 2) });
      }
    }
  }
  close([], document.length);
  return found.sort((a, b) => a.from - b.from);
}
