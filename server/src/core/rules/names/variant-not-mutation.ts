import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern } from "../../scan/patterns.ts";
import { holdsMarkup, isOwnText, quoted, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule } from "../rule.ts";

/** What a germline change is called, and what it is called then. */
const kinds =
  "disease-causing|pathogenic|pathogenetic|deleterious|causative|causal|germline|germ-line|inherited|hereditary|de novo|missense|nonsense|frameshift|splice-site|homozygous|heterozygous|hemizygous|biallelic|bi-allelic|monoallelic|loss-of-function|gain-of-function|hypomorphic|dominant-negative";
const mutated = new RegExp(`(?<![\\p{L}-])(${kinds}) (mutations?)(?![\\p{L}-])`, "gu");

const mutation: Pattern = {
  id: "germline-mutation",
  needs: ["mutation"],
  find: (text) =>
    [...text.matchAll(mutated)].map(({ 0: whole, 1: kind, 2: noun, index }) => {
      const variant = noun === "mutation" ? "variant" : "variants";
      const better = `${/^(?:disease-causing|causative|causal|deleterious|pathogenetic)$/.test(kind as string) ? "pathogenic" : kind} ${variant}`;
      return { from: index, to: index + whole.length, shape: "mutation", better };
    }),
};

export const variantNotMutation: Rule = {
  id: "variant-not-mutation",
  severity: "information",
  offByDefault: "“Mutation” is still usual in genetics, and right for somatic changes and for the event itself.",
  get title() {
    return t("A germline sequence variant is called a mutation");
  },
  why: "“Mutation” names the event and sounds like a judgment; reports of germline findings speak of variants and say how sure their effect is.",
  source: "AMA Manual of Style, 11th ed., 14.6.1; Richards S, et al. Genet Med 2015;17:405",
  examples: [
    { bad: "Two disease-causing mutations were found.", good: "Two pathogenic variants were found." },
    { bad: "A heterozygous mutation ran in the family.", good: "A heterozygous variant ran in the family." },
  ],
  traps: [
    "Somatic hypermutation and somatic mutations drive affinity.",
    "The mutation rate is low.",
    "The paper “Gain-of-function mutations in STAT1” and “a gain-of-function mutation”.",
    "Homozygous mutation carriers; a missense mutation screening.",
    "In the tumor, a missense mutation arose.",
  ],
  checks: [{ on: "mark", pattern: mutation, check }],
};

function check(mark: Mark): Finding | undefined {
  if (!isOwnText(mark.entry.scope) || isQuoted(mark)) return undefined;
  if (
    /\b(?:somatic|tumou?rs?|cancers?|leuka?emia\w*|lymphomas?|hypermutat\w+|tumou?rigenic|mice|mouse|transgenic|Drosophila|zebrafish|yeast|viral|virus(?:es)?)\b/i.test(
      `${textBefore(mark, 200)} ${textAfter(mark, 200)}`,
    )
  )
    return undefined;
  if (/^ (?:rates?|burden|load|screen|analys|test|carriers?|databases?|spectrum|accumulat|frequenc|detection)/.test(textAfter(mark, 14)))
    return undefined;
  const text = mark.better as string;
  const message = t("{0}: a sequence change of the germline is a variant. Write {1}.", quoted(mark.text), quoted(text));
  if (textAt(mark) !== mark.text || holdsMarkup(mark)) return { ...mark, message };
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: false, edits: [{ ...mark, text }] }] };
}
