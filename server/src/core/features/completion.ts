import type { Concept, Designation } from "../termbase/concept.ts";
import { conceptCard } from "./concept-card.ts";
import type { Range } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";

export interface Completion {
  /** The name as it will stand in the text. */
  readonly text: string;
  /** What it replaces. */
  readonly range: Range;
  /** The preferred term, where the name is another one. */
  readonly detail: string | undefined;
  /** Made when first asked for, since a list holds many. */
  readonly markdown: string;
  /** Orders the list: the document's own names first, then preferred names, then others. */
  readonly sortText: string;
  readonly abbreviation: boolean;
}

/** How many names are offered at once; typing on narrows the list. */
const most = 100;

/** Names that continue what is written before an offset. Offers nothing before the second letter. */
export function completions(draft: Draft, offset: number): { items: Completion[]; incomplete: boolean } {
  const { document } = draft;
  const line = document.slice(document.lines.startOf(document.lines.positionAt(offset).line), offset);
  const starts = wordStarts(line);
  const { termbase } = draft.analysis.context;
  const items: Completion[] = [];
  const seen = new Set<string>();
  const add = (concept: Concept, designation: Pick<Designation, "text" | "status" | "type">, own: boolean) => {
    const start = starts.find((s) => continues(designation.text, line.slice(s)));
    if (start === undefined || seen.has(designation.text)) return;
    seen.add(designation.text);
    const layer = termbase.layerOf(concept.id);
    const preferred = concept.designations.find((d) => d.status === "preferred")?.text;
    const rank = own ? 0 : designation.status === "preferred" ? 1 : 2;
    items.push({
      text: designation.text,
      range: { from: offset - (line.length - start), to: offset },
      detail: preferred === designation.text ? undefined : preferred,
      get markdown() {
        if (!layer) return concept.definition ?? "";
        return conceptCard({ concept, designation: designation as Designation, layer }, termbase, {
          locale: draft.terminology.settings.locale,
        });
      },
      sortText: `${rank}${designation.text.toLowerCase()}`,
      abbreviation: designation.type === "abbreviation",
    });
  };
  for (const { concept, short, long } of draft.analysis.terms.terms) {
    add(concept, { text: long, status: "preferred", type: "full" }, true);
    if (short) add(concept, { text: short, status: "preferred", type: "abbreviation" }, true);
  }
  for (const concept of termbase.concepts()) {
    for (const designation of concept.designations) {
      if (items.length >= most) return { items, incomplete: true };
      if (designation.status === "preferred" || designation.status === "admitted") add(concept, designation, false);
    }
  }
  return { items, incomplete: false };
}

/** Where the last three words of a line begin, the longest stretch first: a name may have been begun two words ago. */
function wordStarts(line: string): number[] {
  const starts = [...line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+-]*/gu)].map((m) => m.index);
  return starts.slice(-3);
}

function continues(name: string, written: string): boolean {
  return written.length >= 2 && name.length > written.length && name.toLowerCase().startsWith(written.toLowerCase());
}
