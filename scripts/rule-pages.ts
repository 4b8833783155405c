import { allRules, rulePage, rulesTable } from "../server/src/core/index.ts";

const introduction = `# Rules

Each rule has a page: what it reports and why, examples, what it lets pass, and how to allow it. A false alarm costs more
than a miss, so a rule that good writers disagree about is off, or reports only that one document does both.`;

/** The pages of docs/rules by file name. */
export function rulePages(): Map<string, string> {
  const pages = new Map(allRules.map((rule) => [`${rule.id}.md`, rulePage(rule)]));
  pages.set("README.md", `${introduction}\n\n${rulesTable(allRules)}\n`);
  return pages;
}
