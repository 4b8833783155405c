/** What the process answers to whoever started it. */
export const exitCode = {
  /** All went well, and nothing at or above the level asked for was found. */
  ok: 0,
  /** There is something to tell: findings, or a term that nobody knows. */
  findings: 1,
  /** The command line was wrong, or a file could not be read or written. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
