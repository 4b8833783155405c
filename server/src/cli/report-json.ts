/** The report for programs. Its form is a contract: change `version` when it changes. */
import type { Diagnostic, Draft } from "../core/index.ts";
import { placeOf } from "./places.ts";
import type { Checked, Report } from "./report.ts";

/** One JSON value, written file by file. */
export function jsonReport(): Report {
  let files = 0;
  return {
    begin: () => '{"version":1,"files":[',
    file: (checked) => `${files++ === 0 ? "" : ","}\n${JSON.stringify(fileOf(checked))}`,
    end: () => `${files === 0 ? "" : "\n"}]}\n`,
  };
}

function fileOf({ path, draft, diagnostics }: Checked) {
  return { path, diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, draft)) };
}

function diagnosticOf({ rule, severity, message, from, to, fixes }: Diagnostic, draft: Draft) {
  return {
    rule,
    severity,
    message,
    start: placeOf(from, draft),
    end: placeOf(to, draft),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ start: edit.from, end: edit.to, text: edit.text })),
    })),
  };
}
