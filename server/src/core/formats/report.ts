/** Collects the problems of one file and knows its lines. */
import { t } from "../l10n/l10n.ts";
import type { Problem, Span } from "../termbase/pack.ts";

/** Beyond this many problems a list helps nobody. */
const MAX_PROBLEMS = 200;

/** Where the text of a reader stands in its file. */
export interface Report {
  readonly problems: readonly Problem[];
  error(span: Span, message: string): void;
  warning(span: Span, message: string): void;
  /** The 1-based line in the file, for messages that point elsewhere. */
  line(span: Span): number;
  /** Moves a span of the text to its place in the file. */
  place(span: Span): Span;
}

/**
 * Starts a report over `text`, which begins `offset` UTF-16 units into its file. The only text that
 * does not begin its file is front matter, which has exactly one line (`---`) before it.
 */
export function createReport(text: string, offset = 0): Report {
  const problems: Problem[] = [];
  const firstLine = offset > 0 ? 2 : 1;
  let starts: number[] | undefined;

  function add(span: Span, message: string, severity: Problem["severity"]): void {
    if (problems.length > MAX_PROBLEMS) return;
    if (problems.length === MAX_PROBLEMS) {
      problems.push({ ...place(span), message: t("There are more problems from here on; they are not listed."), severity });
      return;
    }
    problems.push({ ...place(span), message, severity });
  }

  function place(span: Span): Span {
    const from = Math.max(0, Math.min(span.from, text.length));
    let to = Math.max(from, Math.min(span.to, text.length));
    // A YAML collection ends where the next one begins; the blank space between them belongs to neither.
    while (to > from + 1 && /\s/.test(text[to - 1] as string)) to--;
    return { from: from + offset, to: to + offset };
  }

  function line(span: Span): number {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= span.from) low = middle;
      else high = middle - 1;
    }
    return low + firstLine;
  }

  return {
    problems,
    error: (span, message) => add(span, message, "error"),
    warning: (span, message) => add(span, message, "warning"),
    line,
    place,
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
