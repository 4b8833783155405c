/** `immunolex check`: the findings of all rules, and their fixes. */
import type { Diagnostic, Severity } from "../core/index.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { fixed } from "./fix.ts";
import { findInputs, type Input, isLarge, stdin } from "./inputs.ts";
import { replaceFile } from "./replace-file.ts";
import type { Checked } from "./report.ts";
import { jsonReport } from "./report-json.ts";
import { severities, textReport } from "./report-text.ts";
import { readDraft, scopeOf, type TextOptions } from "./scoped.ts";
import type { Terminal } from "./terminal.ts";
import { openTerminology, type Scope, type Scopes, type TerminologyOptions } from "./terminology.ts";
import { messageOf, Trouble } from "./trouble.ts";

export interface CheckOptions extends TerminologyOptions, TextOptions {
  readonly format: "text" | "json";
  readonly fix?: boolean | undefined;
  /** The least severity that makes the exit code 1. */
  readonly failOn: Severity;
  /** Whether definitions stand under the findings. */
  readonly explain?: boolean | undefined;
}

/** Runs the command; what cannot be read or written is told, and the rest is checked. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const scopes = openTerminology(options, terminal);
  const inputs = withoutIgnored(findInputs(paths, terminal), scopes, terminal);
  // The fixed text of standard input takes the way out that the report has otherwise.
  const stream = options.fix && inputs.some(({ path }) => path === stdin) ? terminal.err : terminal.out;
  const report = options.format === "json" ? jsonReport() : textReport(terminal.look(stream), options.explain ?? false);
  let failing = false;
  await terminal.write(report.begin(), stream);
  for (const [i, input] of inputs.entries()) {
    terminal.progress(`Checking ${i + 1} of ${inputs.length}: ${input.path}`, isLarge(input));
    try {
      const checked = await checkInput(input, scopes, options, terminal);
      failing ||= checked.diagnostics.some((diagnostic) => fails(diagnostic, options.failOn));
      await terminal.write(report.file(checked), stream);
    } catch (error) {
      terminal.trouble(error instanceof Trouble ? error.message : `${input.path}: ${messageOf(error)}`);
    }
  }
  await terminal.write(report.end(), stream);
  if (terminal.troubled) return exitCode.trouble;
  return failing ? exitCode.findings : exitCode.ok;
}

async function checkInput(input: Input, scopes: Scopes, options: CheckOptions, terminal: Terminal): Promise<Checked> {
  const { draft, source } = await readDraft(input, scopes, options);
  const { path } = input;
  if (!options.fix) return { path, draft, diagnostics: draft.diagnostics(), places: 0 };
  const { draft: after, places } = fixed(draft, scopeOf(input, scopes).set);
  if (path === stdin) await terminal.write(after.document.text);
  else if (places > 0) await replaceFile(path, source.bytes, after.document.text);
  return { path, draft: after, diagnostics: after.diagnostics(), places };
}

/** Leaves out what the workspaces do not want checked. */
function withoutIgnored(inputs: readonly Input[], scopes: Scopes, terminal: Terminal): Input[] {
  const byScope = new Map<Scope, Input[]>();
  for (const input of inputs) {
    const scope = scopeOf(input, scopes);
    byScope.set(scope, [...(byScope.get(scope) ?? []), input]);
  }
  const ignored = new Set<string>();
  for (const [scope, own] of byScope) {
    for (const path of scope.ignored(own.map(({ path }) => path).filter((path) => path !== stdin))) ignored.add(path);
  }
  if (ignored.size > 0 && ignored.size === inputs.length) terminal.note("All these files are under `ignore` in immunolex.yaml.");
  return inputs.filter(({ path }) => !ignored.has(path));
}

function fails({ severity }: Diagnostic, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
