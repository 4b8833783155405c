/** Everything that turns the core's offsets and plain data into the protocol's, or back. Nothing else does. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  MarkupKind,
  type Position,
  type Range,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type Action,
  type Change,
  type Completion,
  type Concept,
  type Range as CoreRange,
  conceptCard,
  conceptLine,
  type Designation,
  type Diagnostic,
  type Hover,
  Lines,
  type Problem,
  type Severity,
  type Termbase,
  type TextEdit,
  type TextFormat,
} from "../core/index.ts";

/** A text and its lines, by which places in it are counted. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** The action that mends all that is safe to mend, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.immunolex`;

const source = "immunolex";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose finding an editor can show fainter, or struck through. */
const tags: Readonly<Record<string, DiagnosticTag[]>> = {
  "abbr-unused": [DiagnosticTag.Unnecessary],
  "term-deprecated": [DiagnosticTag.Deprecated],
};

/** How a document of a language is read. */
export function formatOf(languageId: string): TextFormat {
  return ["markdown", "quarto", "rmd"].includes(languageId) ? "markdown" : "plain";
}

/** The offset of a position; one outside the text answers the nearest that is inside. */
export function offsetAt(at: Source, position: Position): number {
  const { lines } = at;
  const line = counted(position.line);
  const offset = lines.offsetAt({ line, character: counted(position.character) });
  if (line + 1 >= lines.count || offset !== lines.startOf(line + 1)) return offset;
  // The protocol takes a character past a line's end for the end, before the break.
  return at.text.startsWith("\r\n", offset - 2) ? offset - 2 : offset - 1;
}

function counted(number: unknown): number {
  return typeof number === "number" && number > 0 ? Math.min(Math.floor(number), 2 ** 31) : 0;
}

/** The offsets of a range, in order. */
export function rangeAt(at: Source, range: Range): CoreRange {
  const from = offsetAt(at, range.start);
  return { from, to: Math.max(from, offsetAt(at, range.end)) };
}

/** The client's changes as offsets, each in the coordinates that the one before it left. */
export function toChanges(at: Source, events: readonly TextDocumentContentChangeEvent[]): Change[] {
  const [first] = events;
  if (events.length === 1 && first) return [toChange(at, first)];
  let now = at;
  return events.map((event) => {
    const change = toChange(now, event);
    now = applied(now, [change]);
    return change;
  });
}

function toChange(at: Source, event: TextDocumentContentChangeEvent): Change {
  if (!("range" in event)) return { from: 0, to: at.lines.length, insert: event.text };
  return { ...rangeAt(at, event.range), insert: event.text };
}

/** A text after changes. */
export function applied(at: Source, changes: readonly Change[]): Source {
  let { text, lines } = at;
  for (const change of changes) {
    const next = text.slice(0, change.from) + change.insert + text.slice(change.to);
    lines = lines.edit(change, (from, to) => next.slice(from, to));
    text = next;
  }
  return { text, lines };
}

/** A text that nobody has edited yet. */
export function sourceOf(text: string): Source {
  return { text, lines: Lines.of(text) };
}

/** A range of offsets as the protocol counts it. */
export function toRange(lines: Lines, { from, to }: CoreRange): Range {
  return { start: lines.positionAt(from), end: lines.positionAt(to) };
}

/** A finding in a document. `rulePages` is the address under which the client shows the rules' pages, if it does. */
export function toDiagnostic(uri: string, lines: Lines, diagnostic: Diagnostic, rulePages?: string): LspDiagnostic {
  const result: LspDiagnostic = {
    range: toRange(lines, diagnostic),
    severity: severities[diagnostic.severity],
    code: diagnostic.rule,
    source,
    message: diagnostic.message,
  };
  if (rulePages !== undefined) result.codeDescription = { href: `${rulePages}${diagnostic.rule}.md` };
  const tag = tags[diagnostic.rule];
  if (tag) result.tags = tag;
  if (diagnostic.related.length > 0) {
    result.relatedInformation = diagnostic.related.map((place) => ({
      location: { uri, range: toRange(lines, place) },
      message: place.message,
    }));
  }
  return result;
}

/** Something wrong in a pack's file. */
export function toPackDiagnostic(lines: Lines, problem: Problem): LspDiagnostic {
  return { range: toRange(lines, problem), severity: severities[problem.severity], code: "pack", source, message: problem.message };
}

/** A word about a whole document, shown at its start. */
export function toNotice(code: string, message: string): LspDiagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, code, source, message };
}

export function toHover(lines: Lines, hover: Hover): LspHover {
  return { range: toRange(lines, hover), contents: { kind: MarkupKind.Markdown, value: hover.markdown } };
}

/** A name to insert; `data` leads back to its documentation when the editor asks for it. */
export function toCompletionItem(lines: Lines, completion: Completion, data: unknown): CompletionItem {
  return {
    label: completion.text,
    kind: completion.abbreviation ? CompletionItemKind.Constant : CompletionItemKind.Text,
    ...(completion.detail === undefined ? {} : { detail: completion.detail }),
    sortText: completion.sortText,
    textEdit: { range: toRange(lines, completion.range), newText: completion.text },
    data,
  };
}

/** The same with its definition. */
export function withDocumentation(item: CompletionItem, completion: Completion): CompletionItem {
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: completion.markdown } };
}

/** What a code action needs to know of the document that it changes. */
export interface ActionTarget {
  readonly uri: string;
  readonly version: number;
  readonly lines: Lines;
  /** Whether the client can refuse an edit of an older version. */
  readonly versioned: boolean;
}

/** An action; of the findings it mends it names those that touch `within`. */
export function toCodeAction(target: ActionTarget, action: Action, kind: CodeActionKind, within: CoreRange): CodeAction {
  const mended = action.diagnostics.filter((d) => d.from <= within.to && d.to >= within.from);
  return {
    title: action.title,
    kind,
    diagnostics: mended.map((d) => toDiagnostic(target.uri, target.lines, d)),
    edit: toWorkspaceEdit(target, action.edits),
    ...(action.preferred ? { isPreferred: true } : {}),
  };
}

function toWorkspaceEdit({ uri, version, lines, versioned }: ActionTarget, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: LspTextEdit[] = edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}

/** A concept as the client lists it; the answer to `immunolex/lookUp` is a list of these. */
export interface LookUpItem {
  readonly id: string;
  readonly term: string;
  readonly abbreviation?: string;
  readonly definition?: string;
  /** The name that answered the query, where it is neither the term nor the abbreviation. */
  readonly name?: string;
  /** The pack that it comes from. */
  readonly origin: string;
  /** All that is known of it. */
  readonly markdown: string;
}

export function toLookUpItem(termbase: Termbase, concept: Concept, designation: Designation): LookUpItem {
  const { term, abbreviation, definition } = conceptLine(concept);
  const layer = termbase.layerOf(concept.id);
  const name = designation.text === term || designation.text === abbreviation ? undefined : designation.text;
  return {
    id: concept.id,
    term,
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...(definition === undefined ? {} : { definition }),
    ...(name === undefined ? {} : { name }),
    origin: layer?.name ?? "",
    markdown: layer ? conceptCard({ concept, designation, layer }, termbase) : "",
  };
}
