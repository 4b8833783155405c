import { t } from "../l10n/l10n.ts";
import type { Rule } from "../rules/rule.ts";

/** A rule's documentation as Markdown, made of the rule itself. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    `${rule.title}.`,
    `**Severity:** ${rule.severity}${rule.offByDefault ? `, off by default: ${lowerFirst(rule.offByDefault)}` : ""}`,
    `## Why\n\n${rule.why}`,
    rule.examples.length > 0 ? `## Examples\n\n${rule.examples.map(example).join("\n\n")}` : undefined,
    rule.traps.length > 0 ? `## What it lets pass\n\n${rule.traps.map(quote).join("\n\n")}` : undefined,
    rule.forms ? `## Choosing a form\n\n${forms(rule)}` : undefined,
    `## Allowing it\n\n${allowing(rule.id)}`,
    `## Source\n\n${rule.source}.`,
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

/** The table of all rules. */
export function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${rule.offByDefault ? `off: ${lowerFirst(rule.offByDefault)}` : "on"} |`,
  );
  return ["| rule | what it reports | severity | default |", "|---|---|---|---|", ...rows].join("\n");
}

/** An example as it stands on the rule's page. */
export function example({ bad, good }: Rule["examples"][number]): string {
  const shown = `${t("Reported:")}\n\n${quote(bad)}`;
  return good === undefined ? shown : `${shown}\n\n${t("Better:")}\n\n${quote(good)}`;
}

/** A fence longer than any in the text, so that the text stands as it is. */
function quote(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}md\n${text}\n${fence}`;
}

function forms(rule: Rule): string {
  const list = (rule.forms ?? []).map((form) => `\`${form}\``).join(", ");
  return `Without a choice, only mixing within one document is reported. To hold to one form, name it in \`immunolex.yaml\`; there are ${list}:\n\n\`\`\`yaml\nprefer:\n  ${rule.id}: ${rule.forms?.[0] ?? ""}\n\`\`\``;
}

function allowing(id: string): string {
  return [
    `In one line: \`<!-- immunolex-disable-next-line ${id} -->\` above it.`,
    `In one file: \`<!-- immunolex-disable-file ${id} -->\`, or in the front matter:`,
    `\`\`\`yaml\nimmunolex:\n  rules:\n    ${id}: off\n\`\`\``,
    `In the whole folder: \`rules:\` in \`immunolex.yaml\`, or the setting \`immunolex.rules\`. Instead of \`off\` it takes \`hint\`, \`information\`, \`warning\` or \`error\`.`,
  ].join("\n\n");
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;
}
