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
