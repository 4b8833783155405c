import type { ConceptGroup, ConceptMention, Wording } from "../../scan/mentions.ts";
import { holdsMarkup, quoted, textAt } from "../../scan/prose.ts";
import { replaceName } from "../replacement.ts";
import type { Finding, Fix, Rule } from "../rule.ts";

export const termVariant: Rule = {
  id: "term-variant",
  severity: "information",
  title: "One concept has several names in this document",
  why: "A reader takes a new name for a new thing. Scientific prose keeps one name for one concept, where an essay would vary it.",
  source: "Gastel B, Day RA. How to Write and Publish a Scientific Paper; EASE Guidelines for Authors",
  examples: [
    {
      bad: "Autoimmune diseases are common. Most autoimmune diseases are chronic. An autoimmune condition may stay mild.",
      good: "Autoimmune diseases are common. Most autoimmune diseases are chronic. An autoimmune disease may stay mild.",
    },
    {
      bad: "Autoantibodies bind the joint. These auto-antibodies persist, as autoantibodies do.",
      good: "Autoantibodies bind the joint. These autoantibodies persist, as autoantibodies do.",
    },
  ],
  traps: [
    "Autoimmune diseases are common. Autoimmune diseases (also called autoimmune disorders) are chronic.",
    "T cells mature in the thymus. The T-cell zone is elsewhere.",
    "Foreign antigens differ from nonself.",
    "# An autoimmune disorder\n\nAn autoimmune disease is chronic.",
  ],
  checks: [{ on: "concept", check }],
};

function check({ wordings }: ConceptGroup): Finding[] {
  if (wordings.length < 2) return [];
  const [best, ...others] = [...wordings].sort(byUse) as [Wording, ...Wording[]];
  const counted = best.count === 1 ? "once" : `${best.count} times`;
  return others.flatMap((wording) =>
    wording.mentions().map((mention) => ({
      ...mention,
      message: `${quoted(textAt(mention))} and ${quoted(best.text)} name the same concept. This document writes ${quoted(best.text)} ${counted}.`,
      related: [{ ...best.first, message: `${quoted(best.text)} here` }],
      fixes: () => fixes(mention, best),
    })),
  );
}

function fixes(mention: ConceptMention, best: Wording): Fix[] {
  if (holdsMarkup(mention)) return [];
  const edit = replaceName(mention, { ...best.designation, text: best.text }, mention.plural);
  return [{ title: `Use ${quoted(best.text)}`, safe: false, edits: [edit] }];
}

/** The most used first; of equals the preferred one, then the one that stands first. */
function byUse(a: Wording, b: Wording): number {
  const rank = (w: Wording) => (w.designation.status === "preferred" ? 0 : 1) + (w.text === w.designation.text ? 0 : 0.5);
  return b.count - a.count || rank(a) - rank(b) || a.first.entry.index - b.first.entry.index || a.first.from - b.first.from;
}
