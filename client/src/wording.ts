/** Phrases with a number that several views use. */
import { l10n } from "vscode";

/** "4×": how often something stands in the draft. */
export function times(count: number): string {
  return `${count}\u202f×`;
}

export function findings(count: number): string {
  return count === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", count);
}

export function uses(count: number): string {
  return count === 1 ? l10n.t("1 use") : l10n.t("{0} uses", count);
}

export function concepts(count: number): string {
  return count === 1 ? l10n.t("1 concept") : l10n.t("{0} concepts", count);
}

export function changesInDrafts(changes: number, drafts: number): string {
  return inDrafts(changes === 1 ? l10n.t("1 change") : l10n.t("{0} changes", changes), drafts);
}

export function placesInDrafts(places: number, drafts: number): string {
  return inDrafts(places === 1 ? l10n.t("1 place") : l10n.t("{0} places", places), drafts);
}

function inDrafts(what: string, drafts: number): string {
  return drafts === 1 ? l10n.t("{0} in 1 draft", what) : l10n.t("{0} in {1} drafts", what, drafts);
}
