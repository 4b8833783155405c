import { l10n } from "vscode";
import type { DocumentConcept, TerminologySet } from "./protocol.ts";
import { concepts } from "./wording.ts";

/** The terms of a document as a Markdown page with a table. */
export function terminologyPage(name: string, set: TerminologySet | null): string {
  const title = `# ${l10n.t("Terms of {0}", escaped(name))}`;
  if (set === null)
    return `${title}\n\n${l10n.t("Immunolex does not check this document. The setting `immunolex.languages` says which it checks.")}\n`;
  const layers = set.layers.map((layer) => `- ${escaped(layer.name)}: ${concepts(layer.concepts)}`);
  return [
    title,
    set.concepts.length === 0 ? l10n.t("No known term stands in this document.") : table(set.concepts),
    `## ${l10n.t("Where terms come from")}`,
    [...layers, `- ${l10n.t("what this document defines itself")}`].join("\n"),
    l10n.t("A later one outranks those before it."),
    "",
  ].join("\n\n");
}

function table(concepts: readonly DocumentConcept[]): string {
  const rows = concepts.map(({ term, abbreviation, forms, origin }) => [
    escaped(term),
    escaped(abbreviation ?? ""),
    forms.map(({ text, count }) => `${escaped(text)} ×\u00a0${count}`).join(", "),
    escaped(origin.name),
  ]);
  const head = [l10n.t("Term"), l10n.t("Abbreviation"), l10n.t("In this document"), l10n.t("From")];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Text that Markdown shows as it is, in one line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&~^$-]/g, "\\$&").replace(/\s+/g, " ");
}
