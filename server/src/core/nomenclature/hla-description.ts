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
  const faults = problems.map(({ message }, i) => `${i === 0 ? text : "It"} ${message}.`);
  return better === undefined ? faults : [...faults, `It may be meant as ${better}.`];
}

function describe(name: HlaName): string[] {
  switch (name.kind) {
    case "locus":
      return [gene(name.locus)];
    case "allele": {
      const fields = name.fields.map((field, i) => fieldSentence(name.locus, field, i));
      return [whole(name.locus, name.fields.length), ...fields, ...(name.suffix ? [suffixes[name.suffix]] : []), gene(name.locus)];
    }
    case "group": {
      const members = `alleles that ${groups[name.suffix]} as ${fullName(name.locus)}*${name.fields.join(":")}`;
      const label = name.suffix === "g" ? "As registries write it, a group" : `A ${name.suffix} group`;
      return [`${label}: all ${members}.`, gene(name.locus)];
    }
    case "code": {
      const any = name.code === "XX" ? "any allele of the group" : "one of a list of alleles, which the NMDP keeps";
      return [
        `A typing that was not told down to the allele: ${name.code} stands for ${any}.`,
        fieldSentence(name.locus, name.fields[0] as string, 0),
      ];
    }
    case "oldName":
      return describeOld(name);
    case "serotype":
      return describeSerotype(name);
    case "glString":
      return [joints[name.operator], ...name.parts.flatMap((part) => (part.kind === "glString" ? describe(part) : []))];
  }
}

function fullName(locus: string): string {
  return hlaLoci.get(locus)?.prefixed === false ? locus : `HLA-${locus}`;
}

function gene(locus: string): string {
  const product = hlaLoci.get(locus)?.product;
  return product === undefined
    ? `${fullName(locus)} is a pseudogene, a fragment of a gene or a gene without a known protein.`
    : `${fullName(locus)} is the gene of ${product}.`;
}

function whole(locus: string, fields: number): string {
  return fields === 1 && hlaLoci.get(locus)?.groupDigits === 2
    ? `A group of alleles of ${fullName(locus)}, not a single one.`
    : `An allele of ${fullName(locus)}, told by its DNA sequence.`;
}

function fieldSentence(locus: string, field: string, index: number): string {
  if (index === 0) {
    if (hlaLoci.get(locus)?.groupDigits === 3) return `${field}: the protein.`;
    const antigen = antigenOf(locus, field);
    return `${field}: the allele group${antigen === undefined ? "" : `, as a rule named after the antigen ${antigen}`}.`;
  }
  // Where the first field already is the protein, the others come one field earlier.
  const meaning = hlaLoci.get(locus)?.groupDigits === 3 ? index + 1 : index;
  return `${field}: ${fieldMeanings[meaning] ?? "a further difference"}.`;
}

/** By place of the field. */
const fieldMeanings: Readonly<Record<number, string>> = {
  1: "the protein; alleles with another number here differ in amino acids",
  2: "a change within the coding sequence that leaves the protein as it is (synonymous)",
  3: "a change outside the coding sequence (noncoding)",
};

/** The antigen that shares its number with an allele group; of other loci the numbers do not agree. */
function antigenOf(locus: string, group: string): string | undefined {
  const number = Number(group);
  if (locus === "A" || locus === "B") return `${locus}${number}`;
  if (locus === "C" && number <= 10) return `Cw${number}`;
  return locus === "DRB1" ? `DR${number}` : undefined;
}

const suffixes: Readonly<Record<ExpressionSuffix, string>> = {
  N: "N: a null allele; its protein is not made.",
  L: "L: its protein is found on the cell surface, but at a low level.",
  S: "S: its protein is secreted and not found on the cell surface.",
  C: "C: its protein stays in the cytoplasm.",
  A: "A: its expression is aberrant; whether its protein is made is in doubt.",
  Q: "Q: its expression is questionable, since a similar change alters that of other alleles.",
};

const groups = {
  G: "have the same nucleotides in the exons of the peptide-binding part",
  P: "make the same protein in the peptide-binding part",
  g: "make the same protein in the peptide-binding part",
};

const joints = {
  "^": "Typings of several genes, joined by “^”.",
  "|": "Genotypes between which the typing could not decide, joined by “|”.",
  "+": "The two copies of a gene, joined by “+”.",
  "~": "Alleles on one chromosome, a haplotype, joined by “~”.",
  "/": "Alleles between which the typing could not decide, joined by “/”.",
};

function describeOld(name: HlaName & { kind: "oldName" }): string[] {
  const written = `${name.locus}*${name.digits}${name.suffix}`;
  if (name.fate.state === "withdrawn") return [`${written} was withdrawn before the naming of April 2010; no current name stands for it.`];
  if (name.fate.state === "older") return [`${written} is a name of the years before 2002, with five or seven digits.`];
  const current = currentName(name) as string;
  return [`A name of the years before April 2010, now ${current}.`, ...(describeHlaName(current) ?? [])];
}

function describeSerotype({ locus, number, broad }: HlaName & { kind: "serotype" }): string[] {
  if (locus === "D")
    return [`Dw${number} is a specificity found by mixing lymphocytes of two people, not an antibody's antigen nor an allele.`];
  if (locus === "B" && (number === "4" || number === "6")) {
    return [`Bw${number} is an antigen shared by many HLA-B molecules, and some HLA-A ones have Bw4; it is not an allele.`];
  }
  const short = `${locus}${locus === "C" || locus === "DP" ? "w" : ""}${number}`;
  const sentences = [`${short} is an antigen of HLA-${locus} as antibodies know it (a serotype), not an allele.`];
  if (broad !== undefined) sentences.push(`It is a split of the broader antigen ${locus}${broad}.`);
  sentences.push(`Several alleles make it; an allele's name has an asterisk and fields, as in ${alleles[locus]}.`);
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
