/** What every report of `check` is made from. */
import type { Diagnostic, Draft } from "../core/index.ts";

/** A text that was checked, as it is after any fixes. */
export interface Checked {
  /** As it was given; `-` for standard input. */
  readonly path: string;
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
  /** In how many places fixes have changed it. */
  readonly places: number;
}

/** Turns checked texts into output, one after the other. */
export interface Report {
  begin(): string;
  file(checked: Checked): string;
  end(): string;
}
