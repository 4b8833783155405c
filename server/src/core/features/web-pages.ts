/** Where identifiers of ontologies and cited works can be looked up. Only these become links. */

/** An identifier with the page that explains it. */
export interface ReferencePage {
  /** What people call the ontology. */
  readonly name: string;
  /** The identifier without its prefix. */
  readonly id: string;
  readonly url: string;
}

interface Ontology {
  readonly name: string;
  /** What an identifier looks like behind the colon; anything else is shown and not linked. */
  readonly shape: RegExp;
  readonly url: (id: string) => string;
}

const obo = (name: string, shape = /^\d{7}$/): Ontology => ({ name, shape, url: (id) => `http://purl.obolibrary.org/obo/${name}_${id}` });

const ontologies: Readonly<Record<string, Ontology>> = {
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

/** The page of a CURIE such as `MONDO:0008383`; undefined where its ontology is not known or it has no such shape. */
export function referencePage(curie: string): ReferencePage | undefined {
  const colon = curie.indexOf(":");
  const id = curie.slice(colon + 1);
  const prefix = curie.slice(0, Math.max(colon, 0)).toUpperCase();
  const ontology = Object.hasOwn(ontologies, prefix) ? ontologies[prefix] : undefined;
  return ontology?.shape.test(id) ? { name: ontology.name, id, url: ontology.url(id) } : undefined;
}

/** The page of a cited work by its DOI or PMID. */
export function sourcePage(source: { doi?: string; pmid?: string }): string | undefined {
  if (source.doi && /^10\.\d{4,9}\/[\w.()/:;-]+$/.test(source.doi))
    return `https://doi.org/${encodeURI(source.doi).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))}`;
  if (source.pmid && /^\d+$/.test(source.pmid)) return `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`;
  return undefined;
}
