import type { MatchType } from "../termbase/concept.ts";

/** Text from a pack or a draft as Markdown that shows it and does nothing else: no links, images or HTML. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]()#+!|<>&~^$@-]/g, "\\$&")
      // Viewers make links of bare addresses.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
      .replace(/\s+/g, " ")
      .trim()
  );
}

interface Page {
  readonly name: string;
  /** What an identifier looks like behind the colon; anything else is shown and not linked. */
  readonly shape: RegExp;
  readonly url: (id: string) => string;
}

const obo = (name: string, digits = /^\d{7}$/): Page => ({
  name,
  shape: digits,
  url: (id) => `http://purl.obolibrary.org/obo/${name}_${id}`,
});

/** Where the identifiers of an ontology can be looked up. Only these become links. */
const pages: Readonly<Record<string, Page>> = {
  MESH: { name: "MeSH", shape: /^[CDQ]\d{6,9}$/, url: (id) => `https://meshb.nlm.nih.gov/record/ui?ui=${id}` },
  MONDO: { name: "MONDO", shape: /^\d{7}$/, url: (id) => `https://monarchinitiative.org/MONDO:${id}` },
  DOID: { name: "DOID", shape: /^\d+$/, url: (id) => `https://disease-ontology.org/?id=DOID:${id}` },
  HP: { name: "HPO", shape: /^\d{7}$/, url: (id) => `https://hpo.jax.org/browse/term/HP:${id}` },
  CL: obo("CL"),
  GO: obo("GO"),
  OBI: obo("OBI"),
  UBERON: obo("UBERON"),
  CHEBI: obo("CHEBI", /^\d+$/),
  HGNC: { name: "HGNC", shape: /^\d+$/, url: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:${id}` },
  "HGNC.SYMBOL": {
    name: "HGNC",
    shape: /^[A-Z0-9]+(?:orf\d+)?(?:-[A-Z0-9]+)*$/,
    url: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/symbol/${id}`,
  },
  NCBIGENE: { name: "NCBI Gene", shape: /^\d+$/, url: (id) => `https://www.ncbi.nlm.nih.gov/gene/${id}` },
  UNIPROT: { name: "UniProt", shape: /^[A-Z0-9]{6,10}$/, url: (id) => `https://www.uniprot.org/uniprotkb/${id}` },
  ORPHA: { name: "Orphanet", shape: /^\d+$/, url: (id) => `https://www.orpha.net/en/disease/detail/${id}` },
};

/** How a page that is not about just this concept stands to it. */
const matches: Readonly<Record<MatchType, string>> = { exact: "", close: " (close)", broad: " (broader)", narrow: " (narrower)" };

/** A cross-reference as a link to its page, or as plain text where its page is not known. */
export function referenceLink(curie: string, match: MatchType = "exact"): string {
  const colon = curie.indexOf(":");
  const [prefix, id] = [curie.slice(0, colon), curie.slice(colon + 1)];
  const page = Object.hasOwn(pages, prefix.toUpperCase()) ? pages[prefix.toUpperCase()] : undefined;
  if (!page?.shape.test(id)) return escapeMarkdown(curie);
  return `[${page.name} ${escapeMarkdown(id)}](${page.url(id)})${matches[match]}`;
}

/** A source, linked by its DOI or PMID. */
export function sourceLink(source: { citation: string; doi?: string; pmid?: string }): string {
  const text = escapeMarkdown(source.citation);
  if (source.doi && /^10\.\d{4,9}\/[\w.()/:;-]+$/.test(source.doi))
    return `[${text}](https://doi.org/${encodeURI(source.doi).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))})`;
  if (source.pmid && /^\d+$/.test(source.pmid)) return `[${text}](https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/)`;
  return text;
}

/** "a, b and 3 more": the first of a list, and how many are left out. The items are Markdown already. */
export function shortList(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}
