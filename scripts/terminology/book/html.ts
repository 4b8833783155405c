/** HTML in which every text is escaped, because only the templates below can make markup. */
import { escapeUTF8 } from "entities";

/** Text that is markup already. */
export class Html {
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

type Value = Html | string | number | undefined | readonly Value[];

/** A template whose values are escaped unless they are `Html`; lists are joined and undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((string, i) => string + (i < values.length ? markupOf(values[i]) : "")).join(""));
}

function markupOf(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map(markupOf).join("");
  return escapeUTF8(String(value));
}

/** Items with a separator between them. */
export function joined(items: readonly Html[], separator: string | Html): Html {
  return html`${items.flatMap((item, i) => (i === 0 ? [item] : [separator, item]))}`;
}
