/** Text from a pack or a draft as Markdown that shows it and does nothing else: no links, images or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>&~^$-]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where the identifiers of an ontology can be looked up. Only these become links. */
const pages: Readonly<Record<string, { name: string; url: (id: string) => string }>> = {
  MESH: { name: "MeSH", url: (id) => `https://meshb.nlm.nih.gov/record/ui?ui=${id}` },
  MONDO: { name: "MONDO", url: (id) => `https://monarchinitiative.org/MONDO:${id}` },
  DOID: { name: "DOID", url: (id) => `https://disease-ontology.org/?id=DOID:${id}` },
  CL: { name: "CL", url: (id) => `http://purl.obolibrary.org/obo/CL_${id}` },
  GO: { name: "GO", url: (id) => `http://purl.obolibrary.org/obo/GO_${id}` },
  UBERON: { name: "UBERON", url: (id) => `http://purl.obolibrary.org/obo/UBERON_${id}` },
  CHEBI: { name: "CHEBI", url: (id) => `http://purl.obolibrary.org/obo/CHEBI_${id}` },
  "HGNC.SYMBOL": { name: "HGNC", url: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/symbol/${id}` },
  NCBIGENE: { name: "NCBI Gene", url: (id) => `https://www.ncbi.nlm.nih.gov/gene/${id}` },
  UNIPROT: { name: "UniProt", url: (id) => `https://www.uniprot.org/uniprotkb/${id}` },
  ORPHA: { name: "Orphanet", url: (id) => `https://www.orpha.net/en/disease/detail/${id}` },
};

/** The page of a cross-reference: its name for people, and its address where the ontology is a known one. */
export function referencePage(curie: string): { readonly name: string; readonly url: string | undefined } {
  const colon = curie.indexOf(":");
  const [prefix, id] = [curie.slice(0, colon), curie.slice(colon + 1)];
  const page = pages[prefix.toUpperCase()];
  if (!page || !/^[\w.@*-]+$/.test(id)) return { name: curie, url: undefined };
  return { name: `${page.name} ${id}`, url: page.url(encodeURIComponent(id)) };
}

/** A cross-reference as a link to its page, or as plain text where its page is not known. */
export function referenceLink(curie: string): string {
  const { name, url } = referencePage(curie);
  return url === undefined ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](${url})`;
}

/** The address of a source by its DOI or PMID; undefined where it has neither, or none of the right shape. */
export function sourcePage(source: { doi?: string; pmid?: string }): string | undefined {
  if (source.doi && /^10\.\d{4,9}\/[\w.()/:;-]+$/.test(source.doi))
    return `https://doi.org/${encodeURI(source.doi).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))}`;
  if (source.pmid && /^\d+$/.test(source.pmid)) return `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`;
  return undefined;
}

/** A source, linked by its DOI or PMID. */
export function sourceLink(source: { citation: string; doi?: string; pmid?: string }): string {
  const text = escapeMarkdown(source.citation);
  const url = sourcePage(source);
  return url === undefined ? text : `[${text}](${url})`;
}
