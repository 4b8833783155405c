/** The report for writers: each finding with its line, the place marked, and what can be done. */
import type { Diagnostic, Severity } from "../core/index.ts";
import { codeFrame } from "./code-frame.ts";
import { type Explain, explainer } from "./definitions.ts";
import { stdin } from "./inputs.ts";
import { placeOf } from "./places.ts";
import type { Checked, Report } from "./report.ts";
import { counted, type Look, printable, wrap } from "./terminal.ts";

/** The severities, the gravest first. */
export const severities = ["error", "warning", "information", "hint"] as const satisfies readonly Severity[];

/** With `explain`, each concept's definition stands under the first finding of a text that is about it. */
export function textReport({ colours, width }: Look, explain: boolean): Report {
  const counts = new Map<Severity, number>();
  let files = 0;
  let fixable = 0;

  const colourOf = { error: colours.red, warning: colours.yellow, information: colours.blue, hint: colours.cyan };

  function finding(diagnostic: Diagnostic, { draft, path }: Checked, explained: Explain): string {
    const { severity, rule, message, related } = diagnostic;
    const { line, column } = placeOf(diagnostic.from, draft);
    const number = `${line}`;
    const margin = " ".repeat(number.length);
    const bar = colours.dim("│");
    const { source, marks } = codeFrame(diagnostic, draft, width - number.length - 3);
    const name = printable(path === stdin ? "stdin" : path);
    const lines = [
      `${colours.bold(`${name}:${line}:${column}`)} ${colourOf[severity](severity)} ${printable(message)} ${colours.dim(rule)}`,
      `${colours.dim(number)} ${bar} ${source}`,
      `${margin} ${bar} ${colourOf[severity](marks)}`,
    ];
    for (const place of related) lines.push(`${margin} ${bar} ${printable(place.message)}: line ${placeOf(place.from, draft).line}`);
    for (const text of definition(explained(diagnostic))) lines.push(`${margin} ${bar} ${text}`);
    return `${lines.join("\n")}\n\n`;
  }

  function definition(concept: ReturnType<Explain>): string[] {
    if (!concept) return [];
    const name = concept.abbreviation ? `${concept.term} (${concept.abbreviation})` : concept.term;
    const [first = "", ...rest] = wrap(printable(`${name}: ${concept.definition}`), width - 8);
    return [colours.italic(first), ...rest.map((line) => colours.italic(`  ${line}`))];
  }

  return {
    begin: () => "",
    file(checked) {
      files++;
      const { draft, diagnostics, places, path } = checked;
      for (const { severity } of diagnostics) counts.set(severity, (counts.get(severity) ?? 0) + 1);
      fixable += diagnostics.filter(({ fixes }) => fixes[0]?.safe).length;
      const mended = places > 0 ? `${colours.green("fixed")} ${printable(path)} in ${counted(places, "place")}\n\n` : "";
      const explained = explain && diagnostics.length > 0 ? once(explainer(draft)) : () => undefined;
      return mended + diagnostics.map((diagnostic) => finding(diagnostic, checked, explained)).join("");
    },
    end() {
      if (files === 0) return "";
      const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
      if (total === 0) return `${colours.green("No findings")} in ${counted(files, "file")}.\n`;
      const parts = severities.filter((s) => counts.has(s)).map((s) => colourOf[s](nameOf(s, counts.get(s) ?? 0)));
      const hint = fixable > 0 ? ` ${fixable} can be fixed with --fix.` : "";
      return `${counted(total, "finding")} in ${counted(files, "file")}: ${parts.join(", ")}.${hint}\n`;
    },
  };
}

/** A definition read once need not be read again a few lines on. */
function once(explain: Explain): Explain {
  const told = new Set<string>();
  return (place) => {
    const concept = explain(place);
    if (!concept || told.has(concept.id)) return undefined;
    told.add(concept.id);
    return concept;
  };
}

function nameOf(severity: Severity, n: number): string {
  return severity === "information" ? `${n} information` : counted(n, severity);
}
