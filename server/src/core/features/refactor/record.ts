import type { Range } from "../diagnostics.ts";
import type { Draft } from "../draft.ts";
import { foundAt } from "../occurrence-at.ts";

/** What a new record of a pack begins with. */
export interface NewRecord {
  readonly term: string;
  readonly abbreviation: string | undefined;
}

/** Letters of a term that anybody would write into a pack. */
const longest = 120;

/**
 * The record that a writer may want of the selected words, or of the name under the cursor: one that the document
 * defines and no pack knows. Undefined where there is nothing to add.
 */
export function recordAt(draft: Draft, range: Range): NewRecord | undefined {
  const record = range.to > range.from ? ofSelection(draft, range) : ofName(draft, range.from);
  if (!record || record.term.length > longest || !/\p{L}/u.test(record.term)) return undefined;
  return draft.analysis.context.termbase.named(record.term).length > 0 ? undefined : record;
}

function ofSelection(draft: Draft, { from, to }: Range): NewRecord | undefined {
  if (to - from > 2 * longest) return undefined;
  const selected = plain(draft.document.slice(from, to));
  const both = /^(.*\S)\s+[([]([^()[\]\s]{2,12})[)\]]$/.exec(selected);
  if (both) return { term: lowered(both[1] as string), abbreviation: both[2] };
  const { terms } = draft.analysis.terms;
  const defined = terms.find(({ short, long }) => short === selected || long.toLowerCase() === selected.toLowerCase());
  if (defined) return { term: defined.long, abbreviation: defined.short };
  return selected === "" || /[.!?;:]\s/.test(selected) ? undefined : { term: lowered(selected), abbreviation: undefined };
}

function ofName(draft: Draft, offset: number): NewRecord | undefined {
  const own = foundAt(draft, offset)?.own;
  return own ? { term: own.long, abbreviation: own.short } : undefined;
}

/** The words without the marks around and inside them. */
function plain(source: string): string {
  return source
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[*_`“”"]+/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.]+|[\s,;:.]+$/g, "");
}

/** Without a capital that only a sentence gave: one in a single word of several that has no other. */
function lowered(term: string): string {
  return /^\p{Lu}\p{Ll}+\s/u.test(term) && !/\p{Lu}/u.test(term.slice(1)) ? term[0]?.toLowerCase() + term.slice(1) : term;
}
