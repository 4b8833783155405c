/** User settings of an editor that runs the suite: none of the extension's own, and less noise. */
export const suiteSettings = {
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "workbench.startupEditor": "none",
} as const;

/** What the suite reads from its environment; see `suite/index.ts`. */
export function suiteEnvironment(grep: string): Record<string, string> {
  const color = process.stdout.isTTY && !process.env.NO_COLOR;
  return { IMMUNOLEX_SUITE_GREP: grep, IMMUNOLEX_SUITE_COLOR: color ? "yes" : "no" };
}
