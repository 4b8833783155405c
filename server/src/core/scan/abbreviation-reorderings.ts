// Short forms whose characters stand in another order than their words, in the ways that are usual in the field.

/** A short form as it would be in the order of its words, and where the words end that give it. */
export interface Reordering {
  readonly short: string;
  /** UTF-16 offset in the text. */
  readonly end: number;
  /** A number that the words have to hold as well. */
  readonly number: string | undefined;
}

/** The letter that names a lineage or a kind, before the noun that every short form leaves out. */
const kindLast = /(?:^|[\s-])(\p{Lu}|[α-ω]|alpha|beta|gamma|delta|epsilon|kappa|lambda|zeta)(?:[\s-](?:cell|lymphocyte)(s?))?$/u;
const noun = /[\s-](?:cell|lymphocyte)s?$/;
const oneNumber = /^(\D+)(\d+)(s?)$/;

/** The other orders in which words that end at `to` may give a short form. */
export function reorderings(text: string, from: number, to: number, form: string): Reordering[] {
  const found: Reordering[] = [];
  const last = kindLast.exec(text.slice(Math.max(from, to - 24), to));
  const kind = last?.[1] ?? "";
  // "regulatory T cells (Tregs)", "tissue-resident memory T (TRM) cells", "DNA polymerase beta (beta-Pol)".
  if (last !== null && form.startsWith(kind)) {
    const rest = form.replace(noun, "").slice(kind.length).replace(/^-/, "");
    const short = last[2] === "s" ? rest.replace(/(?<=\p{L}{2})s$/u, "") : rest;
    found.push({ short, end: to - last[0].length, number: undefined });
  }
  // "conventional type 1 dendritic cells (cDC1s)", "mitochondrial 70-kDa heat-shock protein (mhsp70)".
  const numbered = oneNumber.exec(form);
  if (numbered) found.push({ short: `${numbered[1]}${numbered[3]}`, end: to, number: numbered[2] });
  return found;
}

/** Whether words hold a number that is not part of another word or figure. */
export function holdsNumber(words: string, number: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}.,])${number}(?![\\p{L}\\p{N}.,%])`, "u").test(words);
}
