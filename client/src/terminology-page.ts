import type { DocumentConcept, TerminologySet } from "./protocol.ts";

/** The terms of a document as a Markdown page with a table. */
export function terminologyPage(name: string, set: TerminologySet | null): string {
  const title = `# Terms of ${escaped(name)}`;
  if (set === null)
    return `${title}\n\nImmunolex does not check this document. The setting \`immunolex.languages\` says which it checks.\n`;
  const layers = set.layers.map((layer) => `- ${escaped(layer.name)}: ${counted(layer.concepts, "concept")}`);
  return [
    title,
    set.concepts.length === 0 ? "No known term stands in this document." : table(set.concepts),
    "## Where terms come from",
    [...layers, "- what this document defines itself"].join("\n"),
    "A later one outranks those before it.",
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
  const head = ["Term", "Abbreviation", "In this document", "From"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Text that Markdown shows as it is, in one line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&~^$-]/g, "\\$&").replace(/\s+/g, " ");
}
