import { t } from "../l10n/l10n.ts";

/** A gene whose alleles follow the HLA grammar. */
export interface HlaLocusFacts {
  /** Whether its names carry "HLA-" in running text; the neighbours of the HLA genes have names of their own. */
  readonly prefixed: boolean;
  /** Digits of an allele's first field. Only DPB1 has outgrown them. */
  readonly groupDigits: 2 | 3;
  /** What the gene makes, as the end of "the gene of …"; absent for pseudogenes and fragments. */
  readonly product?: () => string;
}

const hla = (product?: () => string): HlaLocusFacts => ({ prefixed: true, groupDigits: 2, ...(product === undefined ? {} : { product }) });
const neighbor = (groupDigits: 2 | 3, product: () => string): HlaLocusFacts => ({ prefixed: false, groupDigits, product });

const none = hla();
const classical = (name: string) => hla(() => t("the heavy chain of {0}, a classical class I molecule", name));
const nonclassical = (name: string) => hla(() => t("the heavy chain of {0}, a nonclassical class I molecule", name));
const chain = (which: "α" | "β", molecule: string) => hla(() => t("the {0} chain of {1}, a class II molecule", which, molecule));
const transporter = () => t("a part of the transporter that loads class I molecules with peptides");

/** The loci by name, without "HLA-". */
export const hlaLoci: ReadonlyMap<string, HlaLocusFacts> = new Map([
  ...["A", "B", "C"].map((name) => [name, classical(`HLA-${name}`)] as const),
  ...["E", "F", "G"].map((name) => [name, nonclassical(`HLA-${name}`)] as const),
  ...["H", "J", "K", "L", "N", "P", "R", "S", "T", "U", "V", "W", "Y"].map((name) => [name, none] as const),
  ["DRA", chain("α", "HLA-DR")],
  ...["DRB1", "DRB3", "DRB4", "DRB5"].map((name) => [name, chain("β", "HLA-DR")] as const),
  ...["DRB2", "DRB6", "DRB7", "DRB8", "DRB9", "DQA2", "DQB2", "DPA2", "DPB2"].map((name) => [name, none] as const),
  ["DQA1", chain("α", "HLA-DQ")],
  ["DQB1", chain("β", "HLA-DQ")],
  ["DPA1", chain("α", "HLA-DP")],
  ["DPB1", chain("β", "HLA-DP")],
  ["DMA", chain("α", "HLA-DM")],
  ["DMB", chain("β", "HLA-DM")],
  ["DOA", chain("α", "HLA-DO")],
  ["DOB", chain("β", "HLA-DO")],
  ["MICA", neighbor(3, () => t("MICA, a stress-induced ligand of NKG2D"))],
  ["MICB", neighbor(3, () => t("MICB, a stress-induced ligand of NKG2D"))],
  ["TAP1", neighbor(2, transporter)],
  ["TAP2", neighbor(2, transporter)],
  ["HFE", neighbor(3, () => t("HFE, a class I-like protein that regulates iron uptake"))],
]);

/** Allele groups, by locus, of the three loci whose one-letter names mean much else where "HLA-" is missing. */
const groups: Readonly<Record<string, string>> = {
  A: "01 02 03 11 23 24 25 26 29 30 31 32 33 34 36 43 66 68 69 74 80 92",
  B: "07 08 13 14 15 18 27 35 37 38 39 40 41 42 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 67 73 78 79 81 82 83 95",
  C: "01 02 03 04 05 06 07 08 11 12 13 14 15 16 17 18",
};

/** Whether two digits number an allele group; loci that are not listed above have few groups, all below ten. */
export function isKnownGroup(locus: string, digits: string): boolean {
  const known = groups[locus];
  return known === undefined ? digits.startsWith("0") : known.split(" ").includes(digits);
}
