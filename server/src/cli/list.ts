/** `immunolex list`: the abbreviation list or the glossary that a draft needs. */
import { type ListForm, type ListKind, listText } from "../core/index.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { readDraft, type TextOptions } from "./scoped.ts";
import type { Terminal } from "./terminal.ts";
import { openTerminology, type TerminologyOptions } from "./terminology.ts";
import { Trouble } from "./trouble.ts";

export interface ListOptions extends TerminologyOptions, TextOptions {
  readonly what: ListKind;
  readonly form: ListForm;
  /** A number as it was typed. */
  readonly minimumUses?: string | undefined;
}

/** Runs the command. */
export async function list(path: string, options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const minimumUses = options.minimumUses === undefined ? undefined : Number(options.minimumUses);
  if (minimumUses !== undefined && !(Number.isInteger(minimumUses) && minimumUses > 0))
    throw new Trouble(`--minimum-uses takes a whole number from 1 on, not “${options.minimumUses}”.`);
  const { draft } = await readDraft({ path }, openTerminology(options, terminal), options);
  await terminal.write(listText(draft, options.what, options.form, { minimumUses }));
  return terminal.troubled ? exitCode.trouble : exitCode.ok;
}
