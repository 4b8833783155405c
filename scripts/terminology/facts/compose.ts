/** What the rows of a table of facts say in words. */

/** One row; see `terminology/facts.schema.json`. */
export interface Row {
  readonly id?: string;
  readonly gene?: string | readonly string[];
  readonly is?: string;
  readonly on?: string;
  readonly binds?: string | readonly string[];
  readonly attracts?: string;
  readonly family?: string;
  readonly from?: string;
  readonly does?: string;
  readonly locus?: string;
  readonly "split-of"?: string;
  readonly alleles?: string;
  readonly associated?: string;
  readonly also?: readonly string[];
  readonly former?: readonly string[];
}

export type Kind = "cd" | "interleukin" | "chemokine" | "hla-serotype";

/** The definition of a symbol, by the kind of its table. */
export const definitions: Readonly<Record<Kind, (symbol: string, row: Row) => string>> = {
  cd: (_, { is = "", on, binds }) =>
    `CD molecule that is ${is}${on === undefined ? "" : `, found mainly on ${on}`}${binds === undefined ? "" : `, and binds ${list(binds)}`}`,

  interleukin: (_, { family, from, does = "" }) =>
    `interleukin${family === undefined ? "" : ` of ${family}`}${from === undefined ? "" : `, made mainly by ${from},`} that ${does}`,

  chemokine: (symbol, row) => (isReceptor(symbol) ? chemokineReceptor(symbol, row) : chemokine(symbol, row)),

  "hla-serotype": (_, { locus = "", alleles, "split-of": whole }) => {
    const split = whole === undefined ? "" : `, a split of ${whole}`;
    return `HLA antigen of ${locus} molecules${split}${alleles === undefined ? "" : `${split && ","} that is carried by the products of ${alleles}`}`;
  },
};

/** CCR7, CXCR3, XCR1, ACKR2: receptors stand in one table with what they bind. */
export function isReceptor(symbol: string): boolean {
  return /R\d+[A-Z]?$/.test(symbol);
}

function chemokine(symbol: string, { binds, attracts, from, does }: Row): string {
  const made = from === undefined ? "" : `, made mainly by ${from},`;
  const parts = [
    ...(binds === undefined ? [] : [`binds ${list(binds)}`]),
    ...(attracts === undefined ? [] : [`attracts mainly ${attracts}`]),
  ];
  const main = parts.join(" and ");
  const more = does === undefined ? "" : main === "" ? does : `, and ${does}`;
  return `chemokine of the ${familyOf(symbol)} family${made} that ${main}${more}`;
}

function chemokineReceptor(symbol: string, { is, binds, on }: Row): string {
  const genus = is === undefined ? `chemokine receptor of the ${familyOf(symbol)} family` : is.replace(/^an? /, "");
  const parts = [...(binds === undefined ? [] : [`binds ${list(binds)}`]), ...(on === undefined ? [] : [`is found mainly on ${on}`])];
  return `${genus} that ${parts.join(" and ")}`;
}

/** "CC" of CCL5 and CCR5, "CX3C" of CX3CL1. */
function familyOf(symbol: string): string {
  return /^(CX3C|CXC|CC|XC)/.exec(symbol)?.[1] ?? (symbol.startsWith("XC") ? "XC" : "C");
}

function list(value: string | readonly string[]): string {
  if (typeof value === "string") return value;
  return new Intl.ListFormat("en-US", { type: "conjunction" }).format(value);
}
