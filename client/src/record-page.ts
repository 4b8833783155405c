/** A record of the terminology as a text to read, where an editor asks for a definition that stands in no file. */
import { l10n } from "vscode";
import type { TermCard } from "./protocol.ts";
import { statusWords } from "./term-card-page.ts";

/** The text of the page; undefined stands for a record that is not there. */
export function recordPage(card: TermCard | undefined): string {
  if (!card) return l10n.t("This term is not in the terminology any more.");
  const { term, abbreviation, subject, origin, definition, plain, scopeNote, note } = card;
  const labelled = (label: string, text: string | undefined) => (text === undefined ? undefined : `${label} ${text}`);
  const names = card.names.map(({ text, status, since }) => `- ${text}: ${statusWords(status, since, l10n.t)}`);
  const parts = [
    abbreviation === undefined ? term : `${term} (${abbreviation})`,
    [subject, origin].filter(Boolean).join(" · "),
    definition,
    labelled(l10n.t("In plain words:"), plain),
    labelled(l10n.t("Scope:"), scopeNote),
    labelled(l10n.t("Note:"), note),
    [l10n.t("Names"), ...names].join("\n"),
    card.sources.length > 0 ? [l10n.t("Sources"), ...card.sources.map(({ text }) => `- ${text}`)].join("\n") : undefined,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
