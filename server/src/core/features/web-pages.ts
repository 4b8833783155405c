/** Where identifiers of ontologies and cited works can be looked up. Only these become links. */

/** An identifier with the page that explains it. */
export interface ReferencePage {
  /** What people call the ontology. */
  readonly name: string;
  /** The identifier without its prefix. */
  readonly id: string;
  readonly url: string;
}

const ontologies: Readonly<Record<string, { name: string; url: (id: string) => string }>> = {
  MESH: { name: "MeSH", url: (id) => `https://meshb.nlm.nih.gov/record/ui?ui=${id}` },
  MONDO: { name: "MONDO", url: (id) => `https://monarchinitiative.org/MONDO:${id}` },
  DOID: { name: "DOID", url: (id) => `https://disease-ontology.org/?id=DOID:${id}` },
  CL: { name: "CL", url: (id) => `http://purl.obolibrary.org/obo/CL_${id}` },
  GO: { name: "GO", url: (id) => `http://purl.obolibrary.org/obo/GO_${id}` },
  OBI: { name: "OBI", url: (id) => `http://purl.obolibrary.org/obo/OBI_${id}` },
  UBERON: { name: "UBERON", url: (id) => `http://purl.obolibrary.org/obo/UBERON_${id}` },
  CHEBI: { name: "CHEBI", url: (id) => `http://purl.obolibrary.org/obo/CHEBI_${id}` },
  HP: { name: "HPO", url: (id) => `https://hpo.jax.org/browse/term/HP:${id}` },
  "HGNC.SYMBOL": { name: "HGNC", url: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/symbol/${id}` },
  NCBIGENE: { name: "NCBI Gene", url: (id) => `https://www.ncbi.nlm.nih.gov/gene/${id}` },
  UNIPROT: { name: "UniProt", url: (id) => `https://www.uniprot.org/uniprotkb/${id}` },
  ORPHA: { name: "Orphanet", url: (id) => `https://www.orpha.net/en/disease/detail/${id}` },
};

/** The page of a CURIE such as `MONDO:0008383`; undefined where its ontology is not known or it has no such shape. */
export function referencePage(curie: string): ReferencePage | undefined {
  const colon = curie.indexOf(":");
  const id = curie.slice(colon + 1);
  const ontology = ontologies[curie.slice(0, Math.max(colon, 0)).toUpperCase()];
  if (!ontology || !/^[\w.@*-]+$/.test(id)) return undefined;
  return { name: ontology.name, id, url: ontology.url(encodeURIComponent(id)) };
}

/** The page of a cited work by its DOI or PMID. */
export function sourcePage(source: { doi?: string; pmid?: string }): string | undefined {
  if (source.doi && /^10\.\d{4,9}\/[\w.()/:;-]+$/.test(source.doi))
    return `https://doi.org/${encodeURI(source.doi).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))}`;
  if (source.pmid && /^\d+$/.test(source.pmid)) return `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`;
  return undefined;
}
