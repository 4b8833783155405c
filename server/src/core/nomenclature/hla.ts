import { t } from "../l10n/l10n.ts";
import { either, quote } from "../l10n/phrases.ts";
import { hlaLoci } from "./hla-loci.ts";
import { type OldNameFate, oldNameFate } from "./hla-old-names.ts";

/** Letters behind an allele that say how it is expressed. */
export type ExpressionSuffix = "N" | "L" | "S" | "C" | "A" | "Q";

/** A gene: "HLA-DRB1". */
export interface HlaLocus {
  readonly kind: "locus";
  readonly locus: string;
}

/** An allele, or with one field an allele group: "HLA-B*27", "HLA-B*27:05". */
export interface HlaAllele {
  readonly kind: "allele";
  readonly locus: string;
  readonly fields: readonly string[];
  readonly suffix: ExpressionSuffix | undefined;
}

/** Alleles taken together since they agree over the peptide-binding exons; "g" is how registries write it. */
export interface HlaGroup {
  readonly kind: "group";
  readonly locus: string;
  readonly fields: readonly string[];
  readonly suffix: "G" | "P" | "g";
}

/** Letters of the NMDP that stand for a list of alleles: "DRB1*01AD", "A*02:XX". */
export interface HlaCode {
  readonly kind: "code";
  readonly locus: string;
  readonly fields: readonly string[];
  readonly code: string;
}

/** A name in digits without colons, as before April 2010: "Cw*0602". */
export interface HlaOldName {
  readonly kind: "oldName";
  /** The locus of today: "C" for "Cw". */
  readonly locus: string;
  readonly digits: string;
  readonly suffix: string;
  readonly fate: OldNameFate;
}

/** An antigen as antibodies tell it: "HLA-B27", "Cw6", "A24(9)". */
export interface HlaSerotype {
  readonly kind: "serotype";
  /** The molecule: "A", "B", "C", "DR", "DQ", "DP", or "D" for what mixed cultures of lymphocytes told. */
  readonly locus: string;
  /** Whether the "w" is written, which C antigens, Bw4, Bw6, Dw and DPw keep. */
  readonly workshop: boolean;
  readonly number: string;
  /** The antigen that was split into this one and others: "9" of "A24(9)". */
  readonly broad: string | undefined;
}

/** Names joined by the operators of genotype lists. */
export interface HlaGlString {
  readonly kind: "glString";
  /** The loosest of the operators used: ^ genes, | possible genotypes, + the copies of a gene, ~ one chromosome, / possible alleles. */
  readonly operator: "^" | "|" | "+" | "~" | "/";
  readonly parts: readonly HlaName[];
}

export type HlaName = HlaLocus | HlaAllele | HlaGroup | HlaCode | HlaOldName | HlaSerotype | HlaGlString;

/** What a name of before April 2010 became, without "HLA-"; undefined where nothing is known to stand for it. */
export function currentName({ locus, fate }: HlaOldName): string | undefined {
  return fate.state === "renamed" ? `${locus}*${fate.fields.join(":")}${fate.suffix}` : undefined;
}

/** Why a name is broken. */
export interface HlaProblem {
  readonly code: "prefix" | "locus" | "w" | "asterisk" | "field" | "fields" | "suffix" | "group";
  /** A clause to stand behind the name: "has a field of one digit". */
  readonly message: string;
}

/** A text that is meant as an HLA name but breaks the grammar. */
export interface BrokenHlaName {
  readonly kind: "broken";
  /** At least one. */
  readonly problems: readonly HlaProblem[];
  /** The name as it may be meant, where there is but one way to mend it. */
  readonly better: string | undefined;
}

/** What is wrong with a name, to stand behind it: "has an empty field …; it ends in “B” …". */
export function clausesOf({ problems }: BrokenHlaName): string {
  return problems.map(({ message }) => message).reduce((all, clause) => t("{0}; it {1}", all, clause));
}

/**
 * Reads one HLA name, or names joined by the operators of genotype lists. `\*` and the asterisk's
 * look-alikes read as `*`, all dashes as a hyphen. "HLA-" may be missing, and of "HLA-" the hyphen alone
 * may be left ("-B27", as in "HLA-A2 and -B27"). Of a list with a broken name, that name is what is read.
 * @returns undefined where the text is no HLA name, not even a broken one
 */
export function parseHlaName(text: string): HlaName | BrokenHlaName | undefined {
  const plain = text
    .trim()
    .replace(/\\\*|[∗⁎＊]/g, "*")
    .replace(/[‐-―−]/g, "-");
  return /[/+^|~]/.test(plain) ? parseGlString(plain) : parseOne(plain);
}

/** From the loosest to the tightest. */
const operators = ["^", "|", "+", "~", "/"] as const;

function parseGlString(text: string, context = ""): HlaName | BrokenHlaName | undefined {
  const operator = operators.find((sign) => text.includes(sign));
  if (!operator) return parseOne(text) ?? (context === "" ? undefined : parseOne(context + text.replace(/^\*/, "")));
  const parts: HlaName[] = [];
  let before = context;
  for (const part of text.split(operator)) {
    const name = parseGlString(part, operator === "/" ? before : "");
    if (!name || name.kind === "broken") return name;
    parts.push(name);
    // In "DRB1*04:01/04:04" the locus holds for what follows.
    before = "locus" in name && name.kind !== "serotype" ? `${name.locus}*` : "";
  }
  return { kind: "glString", operator, parts };
}

const starred = /^(HLA([- ]?)|-?)([A-Z][A-Za-z]{0,3}\d?)\*([\d:]+)([A-Za-z]*)$/;

function parseOne(text: string): HlaName | BrokenHlaName | undefined {
  const parts = starred.exec(text);
  if (!parts) return text.includes("*") ? undefined : parseWithoutAsterisk(text);
  const [, prefix, joint, written, digits, letters] = parts as unknown as [string, string, string | undefined, string, string, string];
  const resolved = resolveLocus(written, digits);
  if (!resolved) return undefined;
  const problems: HlaProblem[] = [...prefixProblems(prefix, joint, resolved.locus), ...resolved.problems];
  const rest = readRest(resolved.locus, digits, letters);
  if (!rest) return undefined;
  problems.push(...rest.problems);
  // Old names of HLA-C had the "w", so it is no fault of theirs.
  const faults = rest.name?.kind === "oldName" ? problems.filter(({ code }) => code !== "w") : problems;
  if (faults.length === 0 && rest.name) return rest.name;
  const mended = resolved.certain && rest.better !== undefined ? `${resolved.locus}*${rest.better}` : undefined;
  const better = mended && (prefix.startsWith("HLA") && hlaLoci.get(resolved.locus)?.prefixed ? `HLA-${mended}` : mended);
  return { kind: "broken", problems: faults, better };
}

function prefixProblems(prefix: string, joint: string | undefined, locus: string): HlaProblem[] {
  if (!prefix.startsWith("HLA")) return [];
  if (hlaLoci.get(locus)?.prefixed === false)
    return [{ code: "prefix", message: t("needs no “HLA-”: {0} is the gene's whole name", locus) }];
  return joint === "-" ? [] : [{ code: "prefix", message: t("joins “HLA” and the locus with a hyphen") }];
}

interface ResolvedLocus {
  readonly locus: string;
  /** Whether no other locus can be meant. */
  readonly certain: boolean;
  readonly problems: readonly HlaProblem[];
}

/** DRB1 has these groups and no other DRB gene has those above 03. */
const sharedDrbGroups = /^0?[0-3](?!\d)/;

function resolveLocus(written: string, digits: string): ResolvedLocus | undefined {
  if (hlaLoci.has(written)) return { locus: written, certain: true, problems: [] };
  if (written === "Cw") {
    return { locus: "C", certain: true, problems: [{ code: "w", message: t("has a “w”, which alleles of HLA-C lost in 2010") }] };
  }
  if (!/^D[RQP][AB]?$/.test(written)) return undefined;
  const genes = [...hlaLoci].filter(([name, { product }]) => name.startsWith(written) && product !== undefined).map(([name]) => name);
  const locus = written === "DR" ? "DRB1" : (genes[0] as string);
  const group = /^\d{2}(?=\D|\d\d|$)|^\d/.exec(digits)?.[0] ?? "";
  const certain = genes.length === 1 || (locus === "DRB1" && !sharedDrbGroups.test(group));
  const choice = either(genes.slice(0, 2).map(quote));
  const message = t("names no gene: “{0}” lacks its number, as in {1}", written, choice);
  return {
    locus,
    certain,
    problems: [
      { code: "locus", message: /[AB]$/.test(written) ? message : t("names a molecule, not a gene; its genes are {0}", listed(genes)) },
    ],
  };
}

function listed(genes: readonly string[]): string {
  return genes.map(quote).join(", ");
}

interface Rest {
  readonly name?: HlaName;
  readonly problems: readonly HlaProblem[];
  /** What stands behind the asterisk of the mended name. */
  readonly better?: string | undefined;
}

function readRest(locus: string, digits: string, letters: string): Rest | undefined {
  const { groupDigits } = hlaLoci.get(locus) as { groupDigits: 2 | 3 };
  if (!digits.includes(":") || (digits.endsWith(":") && /^\d+:$/.test(digits))) {
    const bare = digits.replace(":", "");
    const code = digits.length > bare.length || bare.length === groupDigits;
    if (code && /^[A-Z]{2,5}$/.test(letters)) return readFields(locus, [bare], "", groupDigits, letters);
    if (digits.endsWith(":")) return undefined;
    const old = readOldName(locus, bare, letters, groupDigits);
    if (old) return old;
  }
  const fields = digits.split(":");
  if (fields.at(-1) === "") return undefined;
  return readFields(locus, fields, letters, groupDigits);
}

function readOldName(locus: string, digits: string, letters: string, groupDigits: 2 | 3): Rest | undefined {
  if (!/^(?:[A-Z]|g)?$/.test(letters)) return undefined;
  // A group of DPB1 can have three digits, and one of four looks like an old name, which it is unless colons follow.
  if (locus === "DPB1" && digits.length === 3) return undefined;
  const fate = oldNameFate(locus, digits, letters, groupDigits);
  if (!fate) return undefined;
  if (letters !== "" && !/[NLSCAQg]/.test(letters)) return { problems: [suffixProblem(letters)] };
  return { name: { kind: "oldName", locus, digits, suffix: letters, fate }, problems: [], better: `${digits}${letters}` };
}

function readFields(locus: string, fields: readonly string[], letters: string, groupDigits: 2 | 3, code?: string): Rest | undefined {
  if (fields.includes("")) return { problems: [{ code: "field", message: t("has an empty field between two colons") }] };
  const problems: HlaProblem[] = [];
  const mended: string[] = [];
  let mendable = true;
  fields.forEach((field, i) => {
    const { message, better } = i === 0 ? readGroup(locus, field, groupDigits, fields.length) : readLaterField(field, i);
    if (message !== undefined) problems.push({ code: "field", message });
    if (better === undefined) mendable = false;
    else mended.push(...better);
  });
  if (fields.length > 4)
    problems.push({ code: "fields", message: t("has {0} fields; an allele has four at most", spelled(fields.length)) });
  if (mended.length > 4) mendable = false;
  const suffixed = readSuffix(letters, mended);
  if (!suffixed) return undefined;
  if (suffixed.problem) problems.push(suffixed.problem);
  const better = mendable && suffixed.better !== undefined ? `${suffixed.better}${code ?? ""}` : undefined;
  if (problems.length > 0) return { problems, better };
  const name = { locus, fields };
  if (code !== undefined) return { name: { kind: "code", ...name, code }, problems, better };
  if (letters === "G" || letters === "P" || letters === "g") return { name: { kind: "group", ...name, suffix: letters }, problems, better };
  return { name: { kind: "allele", ...name, suffix: letters === "" ? undefined : (letters as ExpressionSuffix) }, problems, better };
}

interface ReadField {
  readonly message?: string;
  /** The fields meant by this one; absent where that is not known. */
  readonly better?: readonly string[] | undefined;
}

function readGroup(locus: string, field: string, digits: 2 | 3, count: number): ReadField {
  const grown = locus === "DPB1" && /^[1-9]\d{2,3}$/.test(field);
  if ((field.length === digits || grown) && Number(field) > 0) return { better: [field] };
  const wanted = counted(digits);
  const message = t("has {0} in its first field, which takes {1}", counted(field.length), wanted);
  if (Number(field) === 0) return { message: t("has a first field of zeros") };
  if (field.length < digits) return { message, better: [field.padStart(digits, "0")] };
  if (digits === 3) return { message };
  if (field.length === 3) {
    // "A*201" for A*02:01, "A*002:01" for A*02:01; "A*201:01" may be anything.
    const better = field.startsWith("0") ? [field.slice(1)] : count === 1 ? [`0${field[0]}`, field.slice(1)] : undefined;
    return { message, better };
  }
  return { message, better: field.length === 4 ? [field.slice(0, 2), field.slice(2)] : undefined };
}

function readLaterField(field: string, index: number): ReadField {
  const which = ordinal(index);
  if (/^(?:\d{2}|[1-9]\d{2,3})$/.test(field) && field !== "00") return { better: [field] };
  if (Number(field) === 0) return { message: t("has a {0} field of zeros", which) };
  if (field.length === 1) {
    return { message: t("has one digit in its {0} field, which takes two at least", which), better: [`0${field}`] };
  }
  if (field.length === 3) return { message: t("has a needless zero in its {0} field", which), better: [field.slice(1)] };
  const split = field.length === 4 ? [field.slice(0, 2), field.slice(2)] : undefined;
  return { message: t("has {0} in its {1} field without a colon between them", counted(field.length), which), better: split };
}

function counted(digits: number): string {
  return digits === 1 ? t("one digit") : t("{0} digits", spelled(digits));
}

function spelled(number: number): string {
  switch (number) {
    case 1:
      return t("one");
    case 2:
      return t("two");
    case 3:
      return t("three");
    case 4:
      return t("four");
    case 5:
      return t("five");
    case 6:
      return t("six");
    default:
      return String(number);
  }
}

/** By place from 0, as it stands before "field". */
function ordinal(index: number): string {
  switch (index) {
    case 1:
      return t("second");
    case 2:
      return t("third");
    case 3:
      return t("fourth");
    case 4:
      return t("fifth");
    default:
      return t("last");
  }
}

/** Letters behind the fields; undefined where they are no part of a name. */
function readSuffix(letters: string, fields: readonly string[]): { problem?: HlaProblem; better?: string } | undefined {
  const name = fields.join(":");
  if (letters === "" || /^[NLSCAQ]$/.test(letters) || letters === "g") return { better: name + letters };
  if (letters === "G") {
    if (fields.length === 3) return { better: `${name}G` };
    const problem: HlaProblem = { code: "group", message: t("is no G group: its name has three fields, not {0}", spelled(fields.length)) };
    return fields.length > 3 ? { problem, better: `${fields.slice(0, 3).join(":")}G` } : { problem };
  }
  if (letters === "P") {
    if (fields.length === 2) return { better: `${name}P` };
    const problem: HlaProblem = { code: "group", message: t("is no P group: its name has two fields, not {0}", spelled(fields.length)) };
    return fields.length > 2 ? { problem, better: `${fields.slice(0, 2).join(":")}P` } : { problem };
  }
  if (/^[nlscaq]$/.test(letters) && letters !== "s") {
    return { problem: suffixProblem(letters), better: name + letters.toUpperCase() };
  }
  return /^[A-Z]{1,2}$/.test(letters) && fields.length > 1 ? { problem: suffixProblem(letters) } : undefined;
}

function suffixProblem(letters: string): HlaProblem {
  return {
    code: "suffix",
    message: t("ends in “{0}”, but the letters behind an allele are N, L, S, C, A or Q, or G or P for a group", letters),
  };
}

const serotype = /^(HLA([- ]?)|-?)(Bw|Cw|Dw|DRw|DQw|DPw|Aw|A|B|C|DR|DQ|DP)([1-9]\d{0,3})(?:\((\d{1,2})\))?$/;
const unstarred = /^HLA-([ABCEFG]|Cw|D[RQP][AB][1-9])(?=0\d{3}|\d{1,4}:\d)([\d:]+[A-Z]?)$/;

function parseWithoutAsterisk(text: string): HlaName | BrokenHlaName | undefined {
  const locus = /^(?:HLA-|-)?([A-Z]+\d?)$/.exec(text)?.[1];
  if (locus !== undefined && hlaLoci.has(locus)) return { kind: "locus", locus };
  const missing = unstarred.exec(text);
  if (missing) {
    const starredName = parseOne(`HLA-${missing[1]}*${missing[2]}`);
    if (!starredName) return undefined;
    const problem: HlaProblem = { code: "asterisk", message: t("lacks the asterisk that stands between locus and allele") };
    if (starredName.kind === "broken") {
      return { kind: "broken", problems: [problem, ...starredName.problems], better: starredName.better };
    }
    const current = starredName.kind === "oldName" ? currentName(starredName) : `${missing[1]}*${missing[2]}`;
    return { kind: "broken", problems: [problem], better: current && `HLA-${current}` };
  }
  const antigen = serotype.exec(text);
  if (!antigen) return undefined;
  const [, prefix, joint, written, number, broad] = antigen as unknown as [string, string, string | undefined, string, string, string];
  return readSerotype(prefix.startsWith("HLA"), joint, written, number, broad);
}

function readSerotype(
  prefixed: boolean,
  joint: string | undefined,
  written: string,
  number: string,
  broad: string | undefined,
): HlaName | BrokenHlaName | undefined {
  const workshop = written.endsWith("w");
  const molecule = workshop ? written.slice(0, -1) : written;
  // B6 is a mouse and a vitamin, C3 is complement; HLA-C1 and HLA-C2 are the two kinds of C molecules that KIR tell apart, no antigens.
  if (written === "C" && (!prefixed || Number(number) < 3)) return undefined;
  if (written === "B" && /^[46]$/.test(number) && !prefixed) return undefined;
  const keeps = molecule === "C" || molecule === "D" || molecule === "DP" || (molecule === "B" && /^[46]$/.test(number));
  const problems: HlaProblem[] = prefixed && joint !== "-" ? prefixProblems("HLA", joint, molecule) : [];
  // HLA-DP4 without the "w" is common and cannot be mistaken.
  if (keeps && !workshop && molecule !== "DP") {
    const message =
      molecule === "C" ? t("lacks the “w” that keeps HLA-C antigens apart from complement") : t("lacks the “w” that belongs to this name");
    problems.push({ code: "w", message });
  }
  if (!keeps && workshop) problems.push({ code: "w", message: t("has a “w” that only provisional names had") });
  const better = `${prefixed ? "HLA-" : ""}${molecule}${keeps && (workshop || molecule !== "DP") ? "w" : ""}${number}${broad === undefined ? "" : `(${broad})`}`;
  if (problems.length > 0) return { kind: "broken", problems, better };
  return { kind: "serotype", locus: molecule, workshop, number, broad };
}
