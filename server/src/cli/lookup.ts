/** `immunolex lookup`: what the terminology knows about a term. */
import {
  type Concept,
  type Designation,
  type LookupResult,
  lookUp,
  preferredAbbreviation,
  preferredTerm,
  type Termbase,
} from "../core/index.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { type Look, printable, type Terminal, wrap } from "./terminal.ts";
import { openTerminology, type TerminologyOptions } from "./terminology.ts";

export interface LookupOptions extends TerminologyOptions {
  readonly format: "text" | "json";
}

/** A term that was asked for, with what answers it. */
interface Answer {
  readonly term: string;
  /** Concepts of which the term is a name. */
  readonly named: readonly LookupResult[];
  /** Concepts that come near it. */
  readonly near: readonly LookupResult[];
}

const mostNear = 8;

/** Runs the command. Answers `findings` where a term is nobody's name. */
export async function lookup(words: readonly string[], options: LookupOptions, terminal: Terminal): Promise<ExitCode> {
  const { termbase } = openTerminology(options, terminal)(".").set.context;
  const answers = termsIn(words, termbase).map((term) => answerTo(term, termbase));
  const text = options.format === "json" ? jsonOf(answers) : textOf(answers, termbase, terminal.look(terminal.out));
  await terminal.write(text);
  if (terminal.troubled) return exitCode.trouble;
  return answers.every(({ named }) => named.length > 0) ? exitCode.ok : exitCode.findings;
}

/** Each argument is a term, unless all of them together are one: few think of quotation marks. */
function termsIn(words: readonly string[], termbase: Termbase): string[] {
  const together = words.join(" ");
  return namedBy(together, termbase).size > 0 ? [together] : [...words];
}

function answerTo(term: string, termbase: Termbase): Answer {
  const results = lookUp(termbase, term, 50);
  const ids = namedBy(term, termbase);
  return {
    term,
    named: results.filter(({ concept }) => ids.has(concept.id)),
    near: results.filter(({ concept }) => !ids.has(concept.id)).slice(0, mostNear),
  };
}

/** An abbreviation as it is written rules out what is only spelt like it: MS is not ms. */
function namedBy(term: string, termbase: Termbase): Set<string> {
  const abbreviated = termbase.abbreviated(term).map(({ concept }) => concept.id);
  const named = termbase.named(term).map(({ id }) => id);
  return new Set(abbreviated.length > 0 ? abbreviated : named);
}

function jsonOf(answers: readonly Answer[]): string {
  const results = answers.map(({ term, named, near }) => ({ term, concepts: named.map(recordOf), near: near.map(recordOf) }));
  return `${JSON.stringify({ version: 1, results }, null, 2)}\n`;
}

function recordOf({ concept, designation, origin }: LookupResult) {
  const { id, subject, definition, note, designations, broader, partOf, related, confusedWith, xrefs, sources } = concept;
  return {
    id,
    term: preferredTerm(concept).text,
    abbreviation: preferredAbbreviation(concept)?.text,
    definition,
    matched: designation.text,
    origin,
    subject,
    note,
    designations: designations.map(({ text, type, status }) => ({ text, type, status })),
    broader,
    partOf,
    related,
    confusedWith,
    xrefs,
    sources,
  };
}

function textOf(answers: readonly Answer[], termbase: Termbase, look: Look): string {
  return answers.map((answer) => answerText(answer, termbase, look)).join("\n");
}

function answerText({ term, named, near }: Answer, termbase: Termbase, look: Look): string {
  const { colours } = look;
  const lines: string[] = [];
  if (named.length === 0) lines.push(`${colours.yellow("Nothing is known under")} “${printable(term)}”.`, "");
  if (named.length > 1) lines.push(`“${printable(term)}” has ${named.length} meanings.`, "");
  for (const result of named) lines.push(...card(result, termbase, look), "");
  if (near.length > 0) lines.push(colours.dim(named.length > 0 ? "See also" : "Near it"), ...near.map((result) => brief(result, look)), "");
  return lines.join("\n");
}

/** A concept whole: name, definition, other names, relations, identifiers, sources. */
function card({ concept, origin }: LookupResult, termbase: Termbase, { colours, width }: Look): string[] {
  const subject = concept.subject ? (termbase.layerOf(concept.id)?.subjects[concept.subject] ?? concept.subject) : undefined;
  const names = (ids: readonly string[]) => ids.flatMap((id) => termbase.concept(id) ?? []).map((c) => preferredTerm(c).text);
  const withStatus = (...statuses: Designation["status"][]) =>
    concept.designations.filter((d) => statuses.includes(d.status)).map((d) => (d.reason ? `${d.text} (${d.reason})` : d.text));
  const facts: [string, readonly string[]][] = [
    ["Also", withStatus("admitted")],
    ["Avoid", withStatus("deprecated", "superseded")],
    ["Kind of", names(concept.broader)],
    ["Part of", names(concept.partOf)],
    ["Not to be confused with", names(concept.confusedWith)],
    ["Note", concept.note ? [concept.note] : []],
    ["Identifiers", [concept.id, ...concept.xrefs.map(({ id }) => id)]],
    ["Sources", [...concept.sources.map(({ citation }) => citation), origin]],
  ];
  const indented = (text: string) => wrap(printable(text), width - 4).map((line) => `  ${line}`);
  return [
    colours.bold(printable(titleOf(concept))) + (subject ? colours.dim(` · ${printable(subject)}`) : ""),
    ...(concept.definition ? indented(`${concept.definition}.`) : ["  No definition yet."]),
    ...facts
      .filter(([, list]) => list.length > 0)
      .flatMap(([label, list]) => indented(`${label}: ${list.join(label === "Sources" ? "; " : ", ")}`)),
  ];
}

/** A concept on one line. */
function brief({ concept }: LookupResult, { width }: Look): string {
  const line = printable(concept.definition ? `${titleOf(concept)}: ${concept.definition}` : titleOf(concept));
  return `  ${line.length > width - 4 ? `${line.slice(0, width - 5).trimEnd()}…` : line}`;
}

function titleOf(concept: Concept): string {
  const term = preferredTerm(concept);
  const abbreviation = preferredAbbreviation(concept);
  return abbreviation && abbreviation !== term ? `${term.text} (${abbreviation.text})` : term.text;
}
