import { t } from "../../l10n/l10n.ts";
import { times } from "../../l10n/phrases.ts";
import type { ConceptGroup, ConceptMention, Wording } from "../../scan/mentions.ts";
import { holdsMarkup, quoted, textAt } from "../../scan/prose.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Fix, Rule } from "../rule.ts";
import { closedPrefixes } from "./prefixes.ts";

export const termVariant: Rule = {
  id: "term-variant",
  severity: "information",
  get title() {
    return t("One concept has several names in this document");
  },
  why: "A reader takes a new name for a new thing. Scientific prose keeps one name for one concept, where an essay would vary it.",
  source: "Gastel B, Day RA. How to Write and Publish a Scientific Paper; EASE Guidelines for Authors",
  examples: [
    {
      bad: "Autoimmune diseases are common. Most autoimmune diseases are chronic. An autoimmune condition may stay mild.",
      good: "Autoimmune diseases are common. Most autoimmune diseases are chronic. An autoimmune disease may stay mild.",
    },
    {
      bad: "Autoantigens are many. Some autoantigens bind, and self-antigens also persist.",
      good: "Autoantigens are many. Some autoantigens bind, and autoantigens also persist.",
    },
  ],
  traps: [
    "Autoimmune diseases are common. Autoimmune diseases (also called autoimmune disorders) are chronic.",
    "T cells mature in the thymus. The T-cell zone is elsewhere.",
    "Foreign antigens differ from nonself.",
    "# An autoimmune disorder\n\nAn autoimmune disease is chronic.",
    "Autoantibodies bind the joint. These auto-antibodies persist; nonself and non-self differ.",
    "Sjögren disease is common. Sjögren syndrome is the older name.",
  ],
  checks: [{ on: "concept", check }],
};

function check(group: ConceptGroup): Finding[] {
  if (group.wordings.length < 2) return [];
  const [best, ...others] = mergeAlike(group.wordings).sort(byUse) as [Wording, ...Wording[]];
  return others.flatMap((wording) =>
    wording.mentions().map((mention) => ({
      ...mention,
      message: t(
        "{0} and {1} name the same concept. This document writes {1} {2}.",
        quoted(textAt(mention)),
        quoted(best.text),
        times(best.count),
      ),
      related: [{ ...best.first, message: t("{0} here", quoted(best.text)) }],
      fixes: () => fixes(mention, best),
    })),
  );
}

/** Wordings that differ only in what another rule speaks of count as one, in the form most used. */
function mergeAlike(wordings: readonly Wording[]): Wording[] {
  const alike = new Map<string, Wording>();
  for (const wording of [...wordings].sort(byUse)) {
    const key = withoutOthersMatters(wording.text);
    const known = alike.get(key);
    alike.set(key, known ? joined(known, wording) : wording);
  }
  return [...alike.values()];
}

/** Hyphens behind a prefix belong to the rules of that name, the noun behind Sjögren to `sjogren-name`. */
function withoutOthersMatters(name: string): string {
  return closedPrefixes(name).replace(/^(sj[oö]gren(?:['’]s)?) (?:disease|syndrome)$/i, "$1");
}

function joined(usual: Wording, other: Wording): Wording {
  const first = isBefore(other.first, usual.first) ? other.first : usual.first;
  const mentions = () => [...usual.mentions(), ...other.mentions()];
  return { ...usual, count: usual.count + other.count, first, mentions };
}

function isBefore(a: ConceptMention, b: ConceptMention): boolean {
  return a.entry.index < b.entry.index || (a.entry === b.entry && a.from < b.from);
}

function fixes(mention: ConceptMention, best: Wording): Fix[] {
  if (holdsMarkup(mention)) return [];
  const edit = replaceName(mention, { ...best.designation, text: best.text }, mention.plural);
  return [{ title: t("Use {0}", quoted(best.text)), safe: false, edits: [edit] }];
}

/** The most used first; of equals the preferred one, then the one that stands first. */
function byUse(a: Wording, b: Wording): number {
  const rank = (w: Wording) => (w.designation.status === "preferred" ? 0 : 1) + (w.text === w.designation.text ? 0 : 0.5);
  return b.count - a.count || rank(a) - rank(b) || a.first.entry.index - b.first.entry.index || a.first.from - b.first.from;
}
