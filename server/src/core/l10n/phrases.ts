/** Parts of sentences that many messages share. */
import { t } from "./l10n.ts";

/** A text in the quotation marks of the reader's language. */
export function quote(text: string): string {
  return t("“{0}”", text);
}

/** A value of a file, in quotation marks that English sets as files do. */
export function inQuotes(text: string): string {
  return t('"{0}"', text);
}

/** How often something is done: "once", "3 times". */
export function times(count: number): string {
  return count === 1 ? t("once") : t("{0} times", count);
}

/** "a or b or c". */
export function either(items: readonly string[]): string {
  return items.length === 0 ? "" : items.reduce((all, item) => t("{0} or {1}", all, item));
}

/** "a and b and c". */
export function all(items: readonly string[]): string {
  return items.length === 0 ? "" : items.reduce((before, item) => t("{0} and {1}", before, item));
}

/** "a, b or c". */
export function oneOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : t("{0} or {1}", items.slice(0, -1).join(", "), items.at(-1) as string);
}

/** "a, b and c". */
export function series(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : t("{0} and {1}", items.slice(0, -1).join(", "), items.at(-1) as string);
}
