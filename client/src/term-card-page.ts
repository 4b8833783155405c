/** The term card as a page of HTML. It has no other access than to send the messages of its links. */
import type { HierarchyNode, NameStatus, Relation, TermCard } from "./protocol.ts";
import { cardScript, cardStyle } from "./term-card-style.ts";

/** Puts a message into the writer's language; `{0}` and so on stand for the arguments. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** What a link on the card asks for. */
export type CardMessage = { readonly open: string } | { readonly place: number } | { readonly back: true };

export interface CardPageOptions {
  /** Unguessable, and another one for each page: only what bears it may run or style. */
  readonly nonce: string;
  readonly t: Translate;
  /** Language of the card's own words. */
  readonly language: string;
  /** Whether another card was shown before. */
  readonly back: boolean;
}

/** The page of a card. Text of the record is escaped throughout, and only https addresses become links. */
export function cardPage(card: TermCard, { nonce, t, language, back }: CardPageOptions): string {
  const csp = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const body = [back ? `<nav>${link({ back: true }, `← ${t("Back")}`)}</nav>` : "", head(card, t), ...sections(card, t)];
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<title>${escaped(card.term)}</title>
<style nonce="${nonce}">${cardStyle}</style>
</head>
<body>
<main>
${body.filter(Boolean).join("\n")}
</main>
<script nonce="${nonce}">${cardScript}</script>
</body>
</html>`;
}

function head(card: TermCard, t: Translate): string {
  const short = card.abbreviation === undefined ? "" : ` <span class="short">${escaped(card.abbreviation)}</span>`;
  const origin = card.origin ?? t("Defined in this draft");
  const reviewed = card.record === "reviewed" && card.reviewed !== undefined ? t("reviewed {0}", card.reviewed) : undefined;
  const draft = card.record === "draft" ? t("draft of a record") : undefined;
  const about = [card.subject, origin, reviewed, draft].filter((part) => part !== undefined);
  return `<header><h1 tabindex="-1">${escaped(card.term)}${short}</h1><p class="about">${about.map(escaped).join(" · ")}</p></header>`;
}

function sections(card: TermCard, t: Translate): string[] {
  const paragraph = (label: string, text: string | undefined) =>
    text === undefined ? "" : `<p><span class="label">${escaped(label)}</span> ${escaped(text)}</p>`;
  const definition = card.definition === undefined ? "" : `<p class="definition">${escaped(sentence(card.definition))}</p>`;
  const notes = [
    paragraph(t("In plain words:"), card.plain),
    paragraph(t("Scope:"), card.scopeNote),
    paragraph(t("Note:"), card.note),
    paragraph(t("Evidence for autoimmunity:"), card.evidence?.replace("-", " ")),
  ];
  return [
    definition + notes.join(""),
    section(t("Names"), names(card, t)),
    section(t("Place among the concepts"), hierarchy(card.hierarchy, t)),
    section(t("Related terms"), relations(card, t)),
    section(placesTitle(card, t), places(card, t)),
    section(t("Elsewhere"), list(card.references.map(({ text, url, match }) => reference(text, url, match, t)))),
    section(t("Sources"), list(card.sources.map(({ text, url }) => outside(text, url)))),
  ];
}

function section(title: string, content: string): string {
  return content === "" ? "" : `<section><h2>${escaped(title)}</h2>${content}</section>`;
}

function list(items: readonly string[], kind = ""): string {
  return items.length === 0 ? "" : `<ul${kind}>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function names(card: TermCard, t: Translate): string {
  return list(
    card.names.map(({ text, status, locale, since, reason, authority, count }) => {
      const said = [
        statusWords(status, since, t),
        locale,
        count > 0 ? t("{0}× in this draft", count) : undefined,
        reason,
        authority,
      ].filter((part) => part !== undefined);
      return `<span class="${isOld(status) ? "old" : "name"}">${escaped(text)}</span> <span class="aside">${said.map(escaped).join(" · ")}</span>`;
    }),
  );
}

function isOld(status: NameStatus): boolean {
  return status === "deprecated" || status === "superseded";
}

/** What a name's status means to a writer. */
export function statusWords(status: NameStatus, since: string | undefined, t: Translate): string {
  if (status === "superseded") return since === undefined ? t("superseded") : t("superseded since {0}", since);
  if (status === "deprecated") return since === undefined ? t("not recommended") : t("not recommended since {0}", since);
  if (status === "preferred") return t("preferred");
  return status === "admitted" ? t("another accepted name") : t("informal");
}

function hierarchy(nodes: readonly HierarchyNode[], t: Translate): string {
  const alone = nodes.length === 1 && nodes[0]?.current === true && nodes[0].children.length === 0;
  return alone ? "" : tree(nodes, t);
}

function tree(nodes: readonly HierarchyNode[], t: Translate): string {
  const items = nodes.map(({ id, term, current, children, more }) => {
    const name = current ? `<strong aria-current="true">${escaped(term)}</strong>` : link({ open: id }, term);
    const rest = more > 0 ? `<p class="aside">${escaped(t("and {0} more", more))}</p>` : "";
    return `${name}${children.length > 0 ? tree(children, t) : ""}${rest}`;
  });
  return list(items, ' class="tree"');
}

function relations({ relations: all }: TermCard, t: Translate): string {
  const titles: Readonly<Record<Relation, string>> = {
    replacedBy: t("Replaced by"),
    partOf: t("Part of"),
    hasPart: t("Parts"),
    confusedWith: t("Not to be confused with"),
    sameName: t("Same name, another meaning"),
    related: t("See also"),
  };
  const rows = (Object.keys(titles) as Relation[]).map((relation) => {
    const links = all.filter((each) => each.relation === relation).map(({ id, term }) => link({ open: id }, term));
    return links.length === 0 ? "" : `<dt>${escaped(titles[relation])}</dt>${links.map((each) => `<dd>${each}</dd>`).join("")}`;
  });
  return rows.some(Boolean) ? `<dl>${rows.join("")}</dl>` : "";
}

function placesTitle({ count, places: shown }: TermCard, t: Translate): string {
  return shown.length < count ? t("In this draft: the first {0} of {1}", shown.length, count) : t("In this draft: {0}", count);
}

function places({ places: all }: TermCard, t: Translate): string {
  const items = all.map(({ range, before, text, after }, index) => {
    const line = t("Line {0}", range.start.line + 1);
    const words = `${escaped(before)}<mark>${escaped(text)}</mark>${escaped(after)}`;
    return `${link({ place: index }, line)} <span class="words">${words}</span>`;
  });
  return list(items, ' class="places"');
}

function reference(text: string, url: string | undefined, match: string, t: Translate): string {
  const matches: Readonly<Record<string, string>> = { close: t("nearly the same"), broad: t("broader"), narrow: t("narrower") };
  const note = matches[match];
  return `${outside(text, url)}${note === undefined ? "" : ` <span class="aside">${escaped(note)}</span>`}`;
}

/** A link that the editor opens in a browser. */
function outside(text: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\//.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
}

/** A link that stays in the editor. */
function link(message: CardMessage, text: string): string {
  return `<a href="#" data-message="${escaped(JSON.stringify(message))}">${escaped(text)}</a>`;
}

/** A definition is kept as a phrase; on a page of its own it reads as a sentence. */
function sentence(phrase: string): string {
  return /[.!?]$/.test(phrase) ? phrase : `${phrase}.`;
}

/** Text that HTML shows as it is, in content and in attributes. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] as string);
}
