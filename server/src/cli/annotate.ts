/** `immunolex annotate`: one JSON line a text, with its abbreviations and terms. */
import { createReadStream } from "node:fs";
import { annotation, Draft } from "../core/index.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { findInputs, isLarge, stdin } from "./inputs.ts";
import { jsonLines } from "./json-lines.ts";
import { readDraft, scopeOf, type TextOptions } from "./scoped.ts";
import type { Terminal } from "./terminal.ts";
import { openTerminology, type Scopes, type TerminologyOptions } from "./terminology.ts";
import { messageOf, reasonOf, Trouble } from "./trouble.ts";

export interface AnnotateOptions extends TerminologyOptions, TextOptions {
  /** `jsonl`: each line of the input is a text of its own, `{"id", "text"}`. */
  readonly input: "text" | "jsonl";
}

/** Runs the command; what cannot be read is told, and the rest is annotated. */
export async function annotate(paths: readonly string[], options: AnnotateOptions, terminal: Terminal): Promise<ExitCode> {
  const scopes = openTerminology(options, terminal);
  if (options.input === "jsonl") {
    for (const path of paths.length > 0 ? paths : [stdin]) await annotateLines(path, scopes, options, terminal);
  } else {
    await annotateFiles(paths, scopes, options, terminal);
  }
  return terminal.troubled ? exitCode.trouble : exitCode.ok;
}

async function annotateFiles(paths: readonly string[], scopes: Scopes, options: AnnotateOptions, terminal: Terminal): Promise<void> {
  const inputs = findInputs(paths, terminal);
  for (const [i, input] of inputs.entries()) {
    terminal.progress(`Reading ${i + 1} of ${inputs.length}: ${input.path}`, isLarge(input));
    try {
      const { draft } = await readDraft(input, scopes, options);
      await terminal.write(lineOf(input.path, draft));
    } catch (error) {
      terminal.trouble(error instanceof Trouble ? error.message : `${input.path}: ${messageOf(error)}`);
    }
  }
  terminal.clearProgress();
}

async function annotateLines(path: string, scopes: Scopes, options: AnnotateOptions, terminal: Terminal): Promise<void> {
  const name = path === stdin ? "stdin" : path;
  const { set } = scopeOf({ path }, scopes);
  const format = options.plainText ? "plain" : "markdown";
  const stream = path === stdin ? process.stdin : createReadStream(path);
  try {
    for await (const { number, record, problem } of jsonLines(stream)) {
      terminal.progress(`Reading ${name}, line ${number}`);
      const line = record ? guarded(() => lineOf(record.id, new Draft(record.text, format, set))) : { problem };
      if (line.value === undefined) terminal.trouble(`${name}:${number}: ${line.problem}`);
      else await terminal.write(line.value);
    }
  } catch (error) {
    terminal.trouble(`${name}: cannot be read: ${reasonOf(error)}.`);
  }
  terminal.clearProgress();
}

/** One text that we cannot cope with never costs its sender the others. */
function guarded(answer: () => string): { value?: string; problem?: string | undefined } {
  try {
    return { value: answer() };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function lineOf(id: string | number, draft: Draft): string {
  return `${JSON.stringify({ id, ...annotation(draft) })}\n`;
}
