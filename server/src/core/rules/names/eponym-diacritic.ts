import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted, textAt } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule } from "../rule.ts";
import { diacriticNames, eponymNouns } from "./eponym-data.ts";

const bare = new RegExp(`\\b(?:Guillain[-‐‑–]Barre|(?:[A-Z][a-z]+[-‐‑–])?(?:${Object.keys(diacriticNames).join("|")}))\\b`, "g");

/** What must follow a single name, so that it is no author's: "Sjogren disease", "Sjogren's syndrome", "Chediak-Higashi". */
const asEponym = new RegExp(
  `^(?:['’]s|s)? (?:${eponymNouns.join("|")}|${eponymNouns.map((noun) => `${noun[0]?.toUpperCase()}${noun.slice(1)}`).join("|")})\\b|^[-‐‑–][A-Z][a-z]+`,
);

const bareEponym: Pattern = {
  id: "bare-eponym",
  needs: ["Barre", ...Object.keys(diacriticNames)],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: whole, index } of text.matchAll(bare)) {
      const to = index + whole.length;
      const pair = /[-‐‑–]/.exec(whole)?.index;
      if (pair === undefined && !asEponym.test(text.slice(to, to + 24))) continue;
      const from = pair === undefined ? index : index + pair + 1;
      const name = text.slice(from, to);
      // A name behind another is of a pair: "Henoch-Schonlein", not "Smith-Guerin et al."
      if (pair !== undefined && /^ (?:et al|and colleagues)/.test(text.slice(to))) continue;
      found.push({ from, to, shape: "bare", better: name === "Barre" ? "Barré" : (diacriticNames[name] as string) });
    }
    return found;
  },
};

export const eponymDiacritic: Rule = {
  id: "eponym-diacritic",
  severity: "hint",
  get title() {
    return t("A person's name lacks its diacritic");
  },
  why: "Sjögren, Behçet and Barré are how the persons spelled their names. Indexes drop the marks; printed text keeps them.",
  source: "AMA Manual of Style, 11th ed., 12.2, on accent marks; MeSH and other indexes leave diacritics out",
  examples: [
    {
      bad: "Sjogren's syndrome, Behcet disease and Guillain-Barre syndrome.",
      good: "Sjögren's syndrome, Behçet disease and Guillain-Barré syndrome.",
    },
    { bad: "Henoch-Schonlein purpura and Chediak-Higashi syndrome.", good: "Henoch-Schönlein purpura and Chédiak-Higashi syndrome." },
  ],
  traps: [
    "Sjögren disease, Behçet disease, Guillain-Barré syndrome and Epstein-Barr virus.",
    "Sjogren et al. found more; Sjogren K wrote so.",
    "The MeSH heading is “Sjogren's Syndrome”.",
    "**Keywords**: Sjogren syndrome, lupus",
    "The Sjogren's Syndrome Foundation helped.",
    '"Behcet Syndrome"[MeSH] AND lupus',
    "The town of Barre and Guerin's work.",
    "See https://example.org/Sjogren-syndrome for more.",
  ],
  checks: [{ on: "mark", pattern: bareEponym, check }],
};

function check(mark: Mark): Finding | undefined {
  const { scope, block } = mark.entry;
  if (!isOwnText(scope) || isQuoted(mark)) return undefined;
  // In running text a capital noun is the heading of an index or the name of an institution.
  const noun = /^(?:['’]s|s)? \p{Lu}/u.test(block.source.slice(mark.to, mark.to + 4));
  if (noun && scope !== "title" && scope !== "heading") return undefined;
  if (/(?:https?:|www\.|[\w]\/)\S*$/.test(block.source.slice(Math.max(0, mark.from - 200), mark.from))) return undefined;
  const text = mark.better as string;
  const message = t("{0} is spelled {1}.", quoted(mark.text), quoted(text));
  if (textAt(mark) !== mark.text) return { ...mark, message };
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits: [{ ...mark, text }] }] };
}
