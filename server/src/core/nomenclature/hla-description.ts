import { t } from "../l10n/l10n.ts";
import { type BrokenHlaName, currentName, type ExpressionSuffix, type HlaName, parseHlaName } from "./hla.ts";
import { hlaLoci } from "./hla-loci.ts";

/**
 * Says in plain sentences what an HLA name means, field by field; for a broken or former name, what is
 * wrong with it and what it may be now.
 * @returns undefined where the text is no HLA name
 */
export function describeHlaName(text: string): readonly string[] | undefined {
  const name = parseHlaName(text);
  return name && (name.kind === "broken" ? describeBroken(text.trim(), name) : describe(name));
}

function describeBroken(text: string, { problems, better }: BrokenHlaName): string[] {
  const faults = problems.map(({ message }, i) => (i === 0 ? `${text} ${message}.` : t("It {0}.", message)));
  return better === undefined ? faults : [...faults, t("It may be meant as {0}.", better)];
}

function describe(name: HlaName): string[] {
  switch (name.kind) {
    case "locus":
      return [gene(name.locus)];
    case "allele": {
      const fields = name.fields.map((field, i) => fieldSentence(name.locus, field, i));
      return [whole(name.locus, name.fields.length), ...fields, ...(name.suffix ? [suffixes[name.suffix]()] : []), gene(name.locus)];
    }
    case "group":
      return [groups[name.suffix](`${fullName(name.locus)}*${name.fields.join(":")}`), gene(name.locus)];
    case "code":
      return [
        name.code === "XX"
          ? t("A typing that was not told down to the allele: XX stands for any allele of the group.")
          : t("A typing that was not told down to the allele: {0} stands for one of a list of alleles, which the NMDP keeps.", name.code),
        fieldSentence(name.locus, name.fields[0] as string, 0),
      ];
    case "oldName":
      return describeOld(name);
    case "serotype":
      return describeSerotype(name);
    case "glString":
      return [joints[name.operator](), ...name.parts.flatMap((part) => (part.kind === "glString" ? describe(part) : []))];
  }
}

function fullName(locus: string): string {
  return hlaLoci.get(locus)?.prefixed === false ? locus : `HLA-${locus}`;
}

function gene(locus: string): string {
  const product = hlaLoci.get(locus)?.product;
  return product === undefined
    ? t("{0} is a pseudogene, a fragment of a gene or a gene without a known protein.", fullName(locus))
    : t("{0} is the gene of {1}.", fullName(locus), product());
}

function whole(locus: string, fields: number): string {
  return fields === 1 && hlaLoci.get(locus)?.groupDigits === 2
    ? t("A group of alleles of {0}, not a single one.", fullName(locus))
    : t("An allele of {0}, told by its DNA sequence.", fullName(locus));
}

function fieldSentence(locus: string, field: string, index: number): string {
  if (index === 0) {
    if (hlaLoci.get(locus)?.groupDigits === 3) return t("{0}: the protein.", field);
    const antigen = antigenOf(locus, field);
    return antigen === undefined
      ? t("{0}: the allele group.", field)
      : t("{0}: the allele group, as a rule named after the antigen {1}.", field, antigen);
  }
  // Where the first field already is the protein, the others come one field earlier.
  switch (hlaLoci.get(locus)?.groupDigits === 3 ? index + 1 : index) {
    case 1:
      return t("{0}: the protein; alleles with another number here differ in amino acids.", field);
    case 2:
      return t("{0}: a change within the coding sequence that leaves the protein as it is (synonymous).", field);
    case 3:
      return t("{0}: a change outside the coding sequence (noncoding).", field);
    default:
      return t("{0}: a further difference.", field);
  }
}

/** The antigen that shares its number with an allele group; of other loci the numbers do not agree. */
function antigenOf(locus: string, group: string): string | undefined {
  const number = Number(group);
  if (locus === "A" || locus === "B") return `${locus}${number}`;
  if (locus === "C" && number <= 10) return `Cw${number}`;
  return locus === "DRB1" ? `DR${number}` : undefined;
}

const suffixes: Readonly<Record<ExpressionSuffix, () => string>> = {
  N: () => t("N: a null allele; its protein is not made."),
  L: () => t("L: its protein is found on the cell surface, but at a low level."),
  S: () => t("S: its protein is secreted and not found on the cell surface."),
  C: () => t("C: its protein stays in the cytoplasm."),
  A: () => t("A: its expression is aberrant; whether its protein is made is in doubt."),
  Q: () => t("Q: its expression is questionable, since a similar change alters that of other alleles."),
};

const groups = {
  G: (allele: string) =>
    t("A G group: all alleles that have the same nucleotides in the exons of the peptide-binding part as {0}.", allele),
  P: (allele: string) => t("A P group: all alleles that make the same protein in the peptide-binding part as {0}.", allele),
  g: (allele: string) =>
    t("As registries write it, a group: all alleles that make the same protein in the peptide-binding part as {0}.", allele),
};

const joints = {
  "^": () => t("Typings of several genes, joined by “^”."),
  "|": () => t("Genotypes between which the typing could not decide, joined by “|”."),
  "+": () => t("The two copies of a gene, joined by “+”."),
  "~": () => t("Alleles on one chromosome, a haplotype, joined by “~”."),
  "/": () => t("Alleles between which the typing could not decide, joined by “/”."),
};

function describeOld(name: HlaName & { kind: "oldName" }): string[] {
  const written = `${name.locus}*${name.digits}${name.suffix}`;
  if (name.fate.state === "withdrawn")
    return [t("{0} was withdrawn before the naming of April 2010; no current name stands for it.", written)];
  if (name.fate.state === "older") return [t("{0} is a name of the years before 2002, with five or seven digits.", written)];
  const current = currentName(name) as string;
  return [t("A name of the years before April 2010, now {0}.", current), ...(describeHlaName(current) ?? [])];
}

function describeSerotype({ locus, number, broad }: HlaName & { kind: "serotype" }): string[] {
  if (locus === "D")
    return [t("Dw{0} is a specificity found by mixing lymphocytes of two people, not an antibody's antigen nor an allele.", number)];
  if (locus === "B" && (number === "4" || number === "6")) {
    return [t("Bw{0} is an antigen shared by many HLA-B molecules, and some HLA-A ones have Bw4; it is not an allele.", number)];
  }
  const short = `${locus}${locus === "C" || locus === "DP" ? "w" : ""}${number}`;
  const sentences = [t("{0} is an antigen of HLA-{1} as antibodies know it (a serotype), not an allele.", short, locus)];
  if (broad !== undefined) sentences.push(t("It is a split of the broader antigen {0}.", `${locus}${broad}`));
  sentences.push(t("Several alleles make it; an allele's name has an asterisk and fields, as in {0}.", alleles[locus] ?? ""));
  return sentences;
}

/** A well-known allele of each molecule; which alleles make an antigen is more than a grammar knows. */
const alleles: Readonly<Record<string, string>> = {
  A: "HLA-A*02:01",
  B: "HLA-B*27:05",
  C: "HLA-C*06:02",
  DR: "HLA-DRB1*04:01",
  DQ: "HLA-DQB1*03:02",
  DP: "HLA-DPB1*04:01",
};
