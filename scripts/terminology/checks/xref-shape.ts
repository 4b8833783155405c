import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

/** The vocabularies we refer to, and what an id looks like in each. */
const SHAPES: Record<string, RegExp> = {
  CHEBI: /^\d+$/,
  CL: /^\d{7}$/,
  DOID: /^\d+$/,
  GO: /^\d{7}$/,
  HGNC: /^\d+$/,
  "HGNC.SYMBOL": /^[A-Z0-9]+(?:orf\d+)?(?:-[A-Z0-9]+)*$/,
  HP: /^\d{7}$/,
  ICD11: /^[0-9A-Z.]+$/,
  MESH: /^[DC]\d{6,9}$/,
  MONDO: /^\d{7}$/,
  NCBIGene: /^\d+$/,
  NCBITaxon: /^\d+$/,
  OBI: /^\d{7}$/,
  ORPHA: /^\d+$/,
  UBERON: /^\d{7}$/,
  UniProt: /^[OPQ]\d[A-Z0-9]{3}\d$|^[A-NR-Z]\d(?:[A-Z][A-Z0-9]{2}\d){1,2}$/,
};

/** A cross-reference has the form its vocabulary uses, and an exact one belongs to one concept. */
export function xrefShape({ entries }: Terminology): Finding[] {
  const exact = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    entry.concept.xrefs.flatMap(({ id, match, note }) => {
      const colon = id.indexOf(":");
      const shape = SHAPES[id.slice(0, colon)];
      if (shape === undefined) return [finding(entry, "xrefs", `\`${id}\` is of no vocabulary that we know.`)];
      if (!shape.test(id.slice(colon + 1))) return [finding(entry, "xrefs", `\`${id}\` does not look like an id of its vocabulary.`)];
      if (match !== "exact")
        return note === undefined ? [finding(entry, "xrefs", `\`${id}\` is not exact, but nothing says why (\`note\`).`)] : [];
      const other = exact.get(id);
      if (other === undefined) exact.set(id, entry);
      return other === undefined || other === entry
        ? []
        : [finding(entry, "xrefs", `\`${id}\` is an exact match of "${nameOf(other)}" too.`)];
    }),
  );
}
