import { t } from "../../l10n/l10n.ts";
import { either } from "../../l10n/phrases.ts";
import type { ShortFormMention } from "../../scan/mentions.ts";
import { quoted, textAt } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isAmbiguous } from "./abbr-ambiguous.ts";
import { fullNameOf, longFormOf, meaningsOf, missingDefinition, spellOut, writeOut } from "./missing.ts";

/** How many meanings of an abbreviation are offered. */
const offered = 4;

export const abbrUndefined: Rule = {
  id: "abbr-undefined",
  severity: "warning",
  get title() {
    return t("An abbreviation is used but not defined, or used before it is");
  },
  why: "A reader outside the field cannot look up a bare abbreviation, and one that has several meanings misleads even a reader inside it. It is written out once in the abstract and once in the text, where it is first used.",
  source: "AMA Manual of Style, 11th ed., ch. 13; EASE Guidelines for Authors",
  examples: [
    {
      bad: "Carriers of HLA variants fell ill earlier.",
      good: "Carriers of human leukocyte antigen (HLA) variants fell ill earlier.",
    },
    {
      bad: "Smoking worsens RA. Patients with rheumatoid arthritis (RA) should stop.",
      good: "Smoking worsens rheumatoid arthritis (RA). Patients with RA should stop.",
    },
    {
      bad: "Sera were positive (ANA, 1:320).",
      good: "Sera were positive (antinuclear antibody [ANA], 1:320).",
    },
  ],
  traps: [
    "Human leukocyte antigen (HLA) genes differ. HLA variants are inherited.",
    "DNA was extracted.",
    "| HLA |\n|---|\n| A |\n\n## Abbreviations\n\nHLA: human leukocyte antigen",
    "## HLA AND DISEASE",
    "HLA AND SLE IN THE FAMILIES OF THE NORTH",
    "Antibodies (immunoglobulin, Ig) are proteins; Ig binds antigen.",
    "CD45RA and MS4A1 were measured on Th1 cells.",
    "**Keywords**: HLA, lupus",
    "1. Rimmer RA, Baric RS. Structure of a virus. J Virol 2005;79:1.",
    "The idea is older (Rimmer RA, Baric MS, unpublished).",
    "Jane Doe, MD, MS, and John Roe, MS, PhD, read the slides.",
    "HLA-B27, HLA-E, HLA-DRB1\\*04:01, CD4, CD19, IL-6 and IgG4 were measured.",
    "The gene *TNF* was sequenced, as was the TNF gene.",
    "The odds ratio was 1.5 (OR, 1.5; 95% CI, 1.1–2.0; SD 3; P = .03; HR 2).",
    "Type IV reactions need T cells; class II molecules present.",
    "The RA-BEYOND extension and the SLE Registry went on.",
    "Codes were taken from ICD-10 RA and MeSH SLE.",
    "Natural killer (NK) cells kill. Tumors evade NK cells.",
    "| Name | What |\n|---|---|\n| Treg | regulatory T cell |\n\nTreg numbers fell.",
    "Systemic lupus erythematosus (lupus, SLE) flares. SLE hurts.",
    "HaC, hair cell; IHC, inner hair cell; OHC, outer hair cell. The inner hair cell (IHC) is lost; the IHC is small.",
    "Lupus nephritis, kidney, MHV\n\nThe mouse hepatitis virus (MHV) spreads. MHV kills.",
    "![IEI logo](a.png)\n\nInborn errors of immunity (IEI) are rare. IEI are many.",
    "# Rheumatoid arthritis (RA)\n\nRA hurts.",
    "Signatures tell regulatory T cells (FOXP3, IL2RA, CTLA4) from others.",
    "Of the genes *TNF, IL1B, CCL2*, and *CCL3*, all rose.",
    "Sorted PD-1^+^TIM-3^+^ cells died.",
    "The fusion BCR::ABL1 drives the disease.",
    "Cyclic citrullinated peptide (CCP) is bound; anti-CCP is common, and CCP is used in tests.",
    "| Disease | Share |\n|---|---|\n| RA | 1% |\n\nRheumatoid arthritis (RA) hurts; RA is common.",
  ],
  checks: [{ on: "shortForm", check }],
};

function check(short: string, mentions: readonly ShortFormMention[], context: RuleContext): Finding[] {
  const missing = missingDefinition(short, mentions, "text", context);
  if (!missing) return [];
  const { use, late, elsewhere } = missing;
  const written = quoted(textAt(use));
  const definition = late ?? elsewhere;
  if (definition) {
    const message = late
      ? t("{0} is used here before it is defined. Define it at first use: “{1} ({2})”.", written, longFormOf(late), short)
      : t("{0} is defined in the abstract alone. Write it out again where the text first uses it.", written);
    return [
      {
        ...use,
        message,
        related: [{ ...definition, message: t("defined here") }],
        fixes: () => [writeOut(use, definition, short, late !== undefined)],
      },
    ];
  }
  // What may mean several things has a rule of its own.
  if (isAmbiguous(short, context)) return [];
  const concepts = meaningsOf(short, context);
  if (concepts.length === 0) return [];
  const terms = concepts.slice(0, offered).map((concept) => fullNameOf(concept, short, context));
  const [only, another] = terms;
  const message =
    only && !another
      ? t("{0} is not defined. Write it out at first use: “{1} ({2})”.", written, only.text, short)
      : t("{0} is not defined and can mean {1}. Write it out at first use.", written, either(terms.map(({ text }) => quoted(text))));
  return [{ ...use, message, fixes: () => terms.map((term) => spellOut(use, term)) }];
}
