import { annotation, Draft, type TerminologySet } from "../../server/src/core/index.ts";
import type { TextFormat } from "../../server/src/core/text/syntax.ts";
import { builtinSet } from "./terminology.ts";

/** The terms of a text as "source → designation", in order. */
export function termsIn(text: string, options: { set?: TerminologySet; format?: TextFormat } = {}): string[] {
  const draft = new Draft(text, options.format ?? "markdown", options.set ?? builtinSet);
  return annotation(draft).terms.map((term) => `${term.text} → ${term.designation}`);
}
