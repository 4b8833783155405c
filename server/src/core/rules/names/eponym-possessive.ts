import { t } from "../../l10n/l10n.ts";
import { times } from "../../l10n/phrases.ts";
import type { Eponym } from "../../scan/facts.ts";
import type { Entry } from "../../scan/mentions.ts";
import { isRunningText, quoted, textAt } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

interface Place {
  readonly entry: Entry;
  readonly eponym: Eponym;
}

export const eponymPossessive: Rule = {
  id: "eponym-possessive",
  severity: "warning",
  forms: ["plain", "possessive"],
  get title() {
    return t("Possessive and plain eponyms are mixed");
  },
  why: "American medical style writes “Hashimoto thyroiditis”, much British style “Hashimoto's thyroiditis”. Either is right; both in one document look like an oversight.",
  source: "AMA Manual of Style, 11th ed., ch. 15; Council of Science Editors, Scientific Style and Format",
  examples: [
    {
      bad: "Graves disease and Hashimoto thyroiditis are common. Hashimoto's thyroiditis is painless.",
      good: "Graves disease and Hashimoto thyroiditis are common. Hashimoto thyroiditis is painless.",
    },
    { bad: "Hashimoto’s thyroiditis is painless.", good: "Hashimoto thyroiditis is painless." },
  ],
  traps: [
    "Graves disease and Hashimoto thyroiditis are common.",
    "Oedema and anaemia occur in Hashimoto’s thyroiditis.",
    "The Crohn’s & Colitis Foundation helped.",
  ],
  checks: [{ on: "eponyms", check }],
};

function check(all: readonly Place[], context: RuleContext): Finding[] {
  const eponyms = all.filter((place) => isRunningText(place.entry.scope) && !isOutOfUse(place));
  const possessive = eponyms.filter(({ eponym }) => eponym.possessive);
  const plain = eponyms.filter(({ eponym }) => !eponym.possessive);
  const chosen = context.preferred("eponym-possessive");
  if (chosen === "plain") return possessive.map((place) => toPlain(place, t("This document is set to plain eponyms.")));
  if (chosen === "possessive") return plain.map((place) => toPossessive(place, t("This document is set to possessive eponyms.")));
  if (possessive.length === 0) return [];
  if (plain.length === 0) {
    // British manuscripts keep the possessive; a document that does so throughout is even.
    if ((context.locale ?? spellingOf(context)) === "en-GB") return [];
    return possessive.map((place) => ({
      ...toPlain(place, t("Most American journals drop the possessive of eponyms.")),
      severity: "information" as const,
    }));
  }
  if (possessive.length > plain.length) {
    return plain.map((place) =>
      toPossessive(place, t("Elsewhere this document writes eponyms with the possessive ({0}).", times(possessive.length))),
    );
  }
  return possessive.map((place) =>
    toPlain(place, t("Elsewhere this document writes eponyms without the possessive ({0}).", times(plain.length))),
  );
}

function toPlain({ entry, eponym }: Place, reason: string): Finding {
  const name = `${entry.block.source.slice(eponym.from, eponym.nameTo)}${entry.block.source.slice(eponym.markTo, eponym.to)}`;
  const edit = { entry, from: eponym.nameTo, to: eponym.markTo, text: "" };
  return finding({ entry, eponym }, reason, name, edit);
}

function toPossessive({ entry, eponym }: Place, reason: string): Finding {
  const person = entry.block.source.slice(eponym.from, eponym.nameTo);
  const mark = /s$/.test(person) ? "’" : "’s";
  const name = `${person}${mark}${entry.block.source.slice(eponym.nameTo, eponym.to)}`;
  return finding({ entry, eponym }, reason, name, { entry, from: eponym.nameTo, to: eponym.nameTo, text: mark });
}

function finding(
  { entry, eponym }: Place,
  reason: string,
  name: string,
  edit: { entry: Entry; from: number; to: number; text: string },
): Finding {
  const place = { entry, from: eponym.from, to: eponym.to };
  return {
    ...place,
    message: t("{0}: {1} Write {2}.", quoted(textAt(place)), reason, quoted(name)),
    fixes: () => [{ title: t("Write {0}", quoted(name)), safe: true, edits: [edit] }],
  };
}

/** The spelling that most of the document's words have. */
function spellingOf(context: RuleContext): "en-US" | "en-GB" {
  const words = context.analysis.spelled();
  return words.filter(({ word }) => word.locale === "en-GB").length * 2 > words.length ? "en-GB" : "en-US";
}

/** A name that is out of use is reported as that; how it would be written does not matter then. */
function isOutOfUse({ entry, eponym }: Place): boolean {
  return entry.facts.occurrences.some(({ from, to, readings }) => {
    const status = readings[0]?.designation.status;
    return from <= eponym.from && to >= eponym.to && (status === "deprecated" || status === "superseded");
  });
}
