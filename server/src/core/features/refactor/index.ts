/** What a writer can ask for at a place, beside the mending of findings. */
import type { Range } from "../diagnostics.ts";
import type { Draft } from "../draft.ts";
import { abbreviationRefactorings } from "./abbreviate.ts";
import type { Refactoring } from "./refactoring.ts";
import { variantRefactorings } from "./variants.ts";

/** The changes of wording that can be made at a range's start. */
export function refactoringsAt(draft: Draft, { from }: Range): Refactoring[] {
  return [...abbreviationRefactorings(draft, from), ...variantRefactorings(draft, from)];
}
