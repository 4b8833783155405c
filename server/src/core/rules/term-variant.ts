import type { ConceptMention } from "../scan/analysis.ts";
import { type Designation, isShortForm } from "../termbase/concept.ts";
import { tokensOf } from "../termbase/tokens.ts";
import { holdsMarkup, isGloss, isRunningText, quoted, textAt } from "./prose.ts";
import { replaceName } from "./replacement.ts";
import type { Finding, Fix, Place, Rule } from "./rule.ts";

/** One way in which the document writes a concept's name. */
interface Wording {
  readonly designation: Designation;
  /** The name as this wording would have it, in the singular. */
  readonly text: string;
  readonly mentions: ConceptMention[];
}

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

function check(_id: string, mentions: readonly ConceptMention[]): Finding[] {
  const wordings = wordingsOf(mentions);
  if (wordings.length < 2) return [];
  const [best, ...others] = wordings.sort(byUse) as [Wording, ...Wording[]];
  const counted = best.mentions.length === 1 ? "once" : `${best.mentions.length} times`;
  const first = best.mentions[0] as ConceptMention;
  return others.flatMap((wording) =>
    wording.mentions.map(({ entry, occurrence }) => {
      const place = { entry, from: occurrence.from, to: occurrence.to };
      return {
        ...place,
        message: `${quoted(textAt(place))} and ${quoted(best.text)} name the same concept. This document writes ${quoted(best.text)} ${counted}.`,
        related: [{ entry: first.entry, from: first.occurrence.from, to: first.occurrence.to, message: `${quoted(best.text)} here` }],
        fixes: fixes(place, best, occurrence.plural),
      };
    }),
  );
}

function fixes(place: Place, best: Wording, plural: boolean): Fix[] {
  if (holdsMarkup(place)) return [];
  const edit = replaceName(place, { ...best.designation, text: best.text }, plural);
  return [{ title: `Use ${quoted(best.text)}`, safe: false, edits: [edit] }];
}

function wordingsOf(mentions: readonly ConceptMention[]): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const mention of mentions) {
    const { entry, occurrence } = mention;
    const designation = occurrence.readings[0]?.designation;
    if (!designation || isShortForm(designation) || !isRunningText(entry.scope)) continue;
    if (designation.status !== "preferred" && designation.status !== "admitted") continue;
    const place = { entry, from: occurrence.from, to: occurrence.to };
    if (isGloss(place)) continue;
    const text = wording(textAt(place), designation.text);
    const known = wordings.get(text);
    if (known) known.mentions.push(mention);
    else wordings.set(text, { designation, text, mentions: [mention] });
  }
  return [...wordings.values()];
}

/**
 * The name in the shape the writer gave it. Closed up or not is a wording ("autoantibody", "auto-antibody");
 * a hyphen for a space is not, since a name takes one before a noun ("T-cell receptor").
 */
function wording(written: string, name: string): string {
  const [own, seen] = [tokensOf(name), tokensOf(written)];
  if (own.length === seen.length) return name;
  const letters = name.replace(/[\s-]/g, "");
  let at = 0;
  return seen
    .map((token, i) => {
      const part = letters.slice(at, i === seen.length - 1 ? undefined : at + token.text.length);
      at += token.text.length;
      return i === 0 ? part : `${/\s/.test(token.between) ? " " : "-"}${part}`;
    })
    .join("");
}

/** The most used first; of equals the preferred one, then the one that stands first. */
function byUse(a: Wording, b: Wording): number {
  const rank = (w: Wording) => (w.designation.status === "preferred" ? 0 : 1) + (w.text === w.designation.text ? 0 : 0.5);
  return b.mentions.length - a.mentions.length || rank(a) - rank(b);
}
