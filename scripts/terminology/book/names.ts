/** How concepts are named, addressed and ordered in the book. */
import { normalisedName } from "../../../server/src/core/termbase/forms.ts";

/** The anchor of a record: its id in lower case with Greek letters spelled, `IMX:IL-36α` as `imx-il-36alpha`. */
export function anchorOf(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]+/u)
    .map(normalisedName)
    .filter((part) => part !== "")
    .join("-");
}

const order = new Intl.Collator("en", { numeric: true });

/** In the order of a dictionary: without regard to case, accents and hyphens, Greek letters as spelled, CD2 before CD10. */
export function sortedByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, name: nameOf(item), key: nameOf(item).split(/\s+/).map(normalisedName).join(" ") }));
  return keyed.sort((a, b) => order.compare(a.key, b.key) || order.compare(a.name, b.name)).map(({ item }) => item);
}
