/** What the runner asks of the suite. It is written into the bundle, since a browser has no environment to read it from. */

/** Where the extension runs: in a process of Node, or in a worker of the browser. */
export type Host = "node" | "web";

export interface SuiteOptions {
  readonly host: Host;
  /** The names of the test files, without `.test.ts`, in their order. */
  readonly tests: readonly string[];
  /** What the full title of a test must contain; empty for all tests. */
  readonly grep: string;
  readonly color: boolean;
  /** Whether `it.only` is a fault. */
  readonly forbidOnly: boolean;
  /** What each printed line begins with, so that the runner can tell it from the editor's own logs. */
  readonly tag?: string;
}

/** Replaced at bundling. */
declare const immunolexSuiteOptions: SuiteOptions;

export const options: SuiteOptions = immunolexSuiteOptions;
