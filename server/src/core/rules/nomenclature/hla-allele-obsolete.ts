import { t } from "../../l10n/l10n.ts";
import { currentName, type HlaOldName, parseHlaName } from "../../nomenclature/hla.ts";
import { alleleNeeds, findHlaAlleles } from "../../nomenclature/hla-mentions.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern } from "../../scan/patterns.ts";
import { isGloss, isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { isQuotedName, renameEdits } from "./hla-places.ts";

const pattern: Pattern = {
  id: "hla-old-name",
  needs: alleleNeeds,
  find(text) {
    return findHlaAlleles(text).flatMap(({ from, to, name }) =>
      parseHlaName(name)?.kind === "oldName" ? [{ from, to, shape: "digits", key: name }] : [],
    );
  },
};

export const hlaAlleleObsolete: Rule = {
  id: "hla-allele-obsolete",
  severity: "warning",
  get title() {
    return t("An HLA allele has its name of before April 2010");
  },
  why: "Since April 2010 colons part the fields of an allele's name, HLA-C alleles have no “w”, and some names were withdrawn or became others. Readers and databases look for the name of today.",
  source:
    "WHO Nomenclature Committee for Factors of the HLA System, April 2010: hla.alleles.org, “Naming alleles”; ANHIG/IMGTHLA, Nomenclature_2009",
  examples: [
    { bad: "HLA-DRB1\\*0401 carries the shared epitope.", good: "HLA-DRB1\\*04:01 carries the shared epitope." },
    { bad: "Psoriasis is associated with Cw\\*0602.", good: "Psoriasis is associated with C\\*06:02." },
    { bad: "The donor had A\\*9201 and DPB1\\*0102.", good: "The donor had A\\*02:101 and DPB1\\*100:01." },
    { bad: "DRB1*0401/0404 were frequent.", good: "DRB1*04:01/04:04 were frequent." },
    { bad: "The recipient had HLA-A\\*2401." },
    { bad: "The recipient had HLA-DRB1\\*11011." },
  ],
  traps: [
    "HLA-DRB1\\*04:01 carries the shared epitope.",
    "HLA-DRB1*04:01 (formerly HLA-DRB1\\*0401) carries the shared epitope.",
    "The paper calls it “HLA-DRB1\\*0401”.",
    "> HLA-DRB1\\*0401 carries the shared epitope.",
    "The macaque had Mamu-A\\*0101 and the dog DLA-DRB1\\*01501.",
    "Typing gave DRB1\\*01AD and MICA\\*008.",
    "The yield was A*1000 and B*2500 in all.",
    "Carriers of CYP2D6\\*4 and UGT1A1\\*2801 were left out.",
    "Use `DRB1*0401` in the query.",
  ],
  checks: [{ on: "mark", pattern, check }],
};

function check(mark: Mark, context: RuleContext): Finding | undefined {
  const name = parseHlaName(mark.key);
  if (name?.kind !== "oldName" || !isOwnText(mark.entry.scope) || isGloss(mark) || isQuotedName(mark)) return undefined;
  const current = currentName(name);
  if (current === undefined || name.fate.state !== "renamed") return { ...mark, message: gone(quoted(mark.text), name) };
  const { certain } = name.fate;
  const starred = /[*∗⁎＊]/.test(mark.text);
  const prefix = /^HLA[^A-Z]?/.exec(mark.text)?.[0] ?? "";
  // A list may leave the locus out, and the asterisk with it.
  const alone = /^[*∗⁎＊]/.test(mark.text) ? `*${fieldsOf(current)}` : starred ? current : fieldsOf(current);
  const better = (prefix === "" ? "" : "HLA-") + alone;
  const message = t("{0} is a name of the years before April 2010; today it is {1}.", quoted(mark.text), quoted(better));
  const edits = starred ? renameEdits(mark, prefix + current, context) : [{ ...mark, text: better }];
  if (!edits) return { ...mark, message };
  return { ...mark, message, fixes: () => [{ title: t("Use {0}", quoted(better)), safe: certain, edits }] };
}

function fieldsOf(name: string): string {
  return name.slice(name.indexOf("*") + 1);
}

function gone(name: string, { fate }: HlaOldName): string {
  return fate.state === "withdrawn"
    ? t("{0} was withdrawn; no name of today stands for it.", name)
    : t("{0} is a name of the years before 2002, whose digits do not tell the fields; look its name of today up at hla.alleles.org.", name);
}
