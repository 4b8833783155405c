import { allRules, type Rule } from "../server/src/core/index.ts";

const severities = ["off", "hint", "information", "warning", "error"];

/** What package.json says of the setting `immunolex.rules`: every rule, with its title and how serious it is. */
export function manifestRules(): Record<string, { type: string; enum: string[]; description: string }> {
  const sorted = [...allRules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(sorted.map((rule) => [rule.id, { type: "string", enum: choices(rule), description: describe(rule) }]));
}

function choices(rule: Rule): string[] {
  return rule.offByDefault ? ["on", ...severities] : severities;
}

function describe({ title, severity, offByDefault }: Rule): string {
  return `${title}. Without a setting: ${offByDefault ? "off" : severity}.`;
}
