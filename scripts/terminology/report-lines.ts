/** Findings as lines that editors and CI can follow: `file:line:column severity message`. */
import type { Finding } from "./terminology.ts";

/** One line a finding; lines and columns count from 1, columns in UTF-16 units. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ file, from, severity, message }) => {
    const before = file.text.slice(0, from).split(/\r\n|\r|\n/);
    const column = (before[before.length - 1] as string).length + 1;
    return `${file.path}:${before.length}:${column} ${severity} ${message}`;
  });
}
