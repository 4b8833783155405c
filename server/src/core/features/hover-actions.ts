import type { Concept } from "../termbase/concept.ts";
import type { Draft } from "./draft.ts";
import { escapeMarkdown, linkTarget } from "./markdown.ts";
import { renameStart } from "./rename.ts";

/** What a reader of a hover may want to do next. `id` is that of a concept; the others are about the name where it stands. */
export type HoverAction =
  | { readonly kind: "termCard"; readonly id: string }
  | { readonly kind: "allUses" | "rename"; readonly offset: number };

/** The address that does an action; undefined where the editor has no such command. */
export type ActionAddress = (action: HoverAction) => string | undefined;

/** The last line of a hover: links to what can be done with the name at an offset. Undefined where the editor can do nothing. */
export function actionLine(
  draft: Draft,
  offset: number,
  meanings: readonly { readonly concept: Concept; readonly term: string }[],
  addressOf: ActionAddress | undefined,
): string | undefined {
  if (!addressOf) return undefined;
  const several = meanings.length > 1;
  const cards = meanings.map(({ concept, term }) =>
    link(several ? `Term card: ${escapeMarkdown(term)}` : "Term card", addressOf({ kind: "termCard", id: concept.id })),
  );
  // Of a name with several meanings nobody can tell which concept is to be renamed.
  const start = several ? undefined : renameStart(draft, offset);
  const renames = start && !("problem" in start);
  const links = [
    ...cards,
    link("All uses", addressOf({ kind: "allUses", offset })),
    renames ? link("Rename", addressOf({ kind: "rename", offset })) : undefined,
  ].filter((each) => each !== undefined);
  return links.length > 0 ? links.join(" · ") : undefined;
}

function link(label: string, address: string | undefined): string | undefined {
  return address === undefined ? undefined : `[${label}](${linkTarget(address)})`;
}
