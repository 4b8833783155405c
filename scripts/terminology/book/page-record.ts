/** One record as HTML. */
import { type Html, html, joined } from "./html.ts";
import type { BookRecord, Row, Run } from "./model.ts";

/** Longer lists of names are folded: CD molecules have hundreds of kinds. */
const shownNames = 15;

export function recordHtml(record: BookRecord): Html {
  const short = record.abbreviation === undefined ? undefined : html` <span class="short">(${record.abbreviation})</span>`;
  return html`<article id="${record.anchor}" tabindex="-1" aria-labelledby="${record.anchor}-name">
<h3 id="${record.anchor}-name"><a href="#${record.anchor}">${record.term}</a>${short}</h3>
${record.definition.length > 0 ? html`<p class="definition">${runs(record.definition)}</p>` : undefined}
${record.plain === undefined ? undefined : html`<p class="plain"><span class="label">In plain words</span> ${record.plain}</p>`}
<dl>${record.rows.map(rowHtml)}</dl>
<p class="standing">${record.standing}</p>
</article>
`;
}

function rowHtml({ label, form, items }: Row): Html {
  return html`<dt>${label}</dt><dd>${form === "lines" ? items.map((item) => html`<div>${runs(item)}</div>`) : namesHtml(items)}</dd>`;
}

function namesHtml(items: Row["items"]): Html {
  const list = (part: Row["items"]) => joined(part.map(runs), ", ");
  if (items.length <= shownNames) return list(items);
  return html`<details><summary>${items.length} records</summary>${list(items)}</details>`;
}

function runs(items: readonly Run[]): Html {
  return html`${items.map(({ text, to, url, aside }) => {
    if (to !== undefined) return html`<a href="#${to}">${text}</a>`;
    if (url !== undefined) return html`<a href="${url}" rel="noreferrer">${text}</a>`;
    return aside ? html`<span class="aside">${text}</span>` : html`${text}`;
  })}`;
}
