/** `immunolex terms`: the concepts a draft speaks of, how it names them, and who defines them. */
import { type DocumentConcept, type Draft, documentTerminology } from "../core/index.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { stdin } from "./inputs.ts";
import { placeOf } from "./places.ts";
import { readDraft, type TextOptions } from "./scoped.ts";
import { counted, type Look, printable, type Terminal, wrap } from "./terminal.ts";
import { openTerminology, type TerminologyOptions } from "./terminology.ts";

export interface TermsOptions extends TerminologyOptions, TextOptions {
  readonly format: "text" | "json";
}

/** Runs the command. */
export async function terms(path: string, options: TermsOptions, terminal: Terminal): Promise<ExitCode> {
  const { draft } = await readDraft({ path }, openTerminology(options, terminal), options);
  const concepts = documentTerminology(draft);
  const text = options.format === "json" ? jsonOf(path, draft, concepts) : textOf(path, draft, concepts, terminal.look(terminal.out));
  await terminal.write(text);
  return terminal.troubled ? exitCode.trouble : exitCode.ok;
}

function jsonOf(path: string, draft: Draft, concepts: readonly DocumentConcept[]): string {
  const shown = concepts.map(({ first, ...concept }) => ({
    ...concept,
    first: { start: placeOf(first.from, draft), end: placeOf(first.to, draft) },
  }));
  return `${JSON.stringify({ version: 1, path, layers: layersOf(draft), concepts: shown }, null, 2)}\n`;
}

function layersOf(draft: Draft): { kind: string; name: string; concepts: number }[] {
  return draft.terminology.context.termbase.layers.map(({ kind, name, concepts }) => ({ kind, name, concepts: concepts.length }));
}

function textOf(path: string, draft: Draft, concepts: readonly DocumentConcept[], look: Look): string {
  const { colours } = look;
  const name = path === stdin ? "stdin" : path;
  const layers = layersOf(draft).map((layer) => `  ${printable(layer.name)}: ${counted(layer.concepts, "concept")}`);
  const used = concepts.map((concept) => conceptText(concept, draft, look));
  const head = `${colours.bold(printable(name))} speaks of ${counted(concepts.length, "concept")}.`;
  return `${[head, "", ...used, colours.dim("Terminology in force"), ...layers].join("\n")}\n`;
}

function conceptText(concept: DocumentConcept, draft: Draft, { colours, width }: Look): string {
  const { term, abbreviation, definition, origin, forms, count, first } = concept;
  const title = abbreviation && abbreviation !== term ? `${term} (${abbreviation})` : term;
  const head = `${colours.bold(printable(title))} ${colours.dim(`· ${count}× from line ${placeOf(first.from, draft).line} · ${printable(origin.name)}`)}`;
  const written = forms.map(({ text, count: n }) => `${text} ${n}×`).join(", ");
  const body = [definition ? `${definition}.` : "", `Written: ${written}`].filter(Boolean);
  return [head, ...body.flatMap((text) => wrap(printable(text), width - 4).map((line) => `  ${line}`)), ""].join("\n");
}
