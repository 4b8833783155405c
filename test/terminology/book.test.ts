import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anchorOf, sortedByName } from "../../scripts/terminology/book/names.ts";
import type { SearchEntry } from "../../scripts/terminology/book/search-entry.ts";
import { loadTerminology } from "../../scripts/terminology/terminology.ts";
import { createConceptSearch } from "../../server/src/core/features/concept-search.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function build(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/terminology/book/build.ts", folder], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("terminology: the book", () => {
  let folder: string;
  let page: string;
  let said: ReturnType<typeof build>;
  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(join(tmpdir(), "immunolex-book-"));
    said = build(join(folder, "book"));
    page = readFileSync(join(folder, "book", "index.html"), "utf8");
  });
  after(() => rmSync(folder, { recursive: true }));

  const all = (pattern: RegExp, text = page) => [...text.matchAll(pattern)].map((match) => match[1] as string);

  it("says what it wrote", () => {
    assert.equal(said.stderr, "");
    assert.match(said.stdout, /index\.html: \d{4} records, \d+\.\d MB\n.*README\.md and 35 subject fields as Markdown\n$/);
    assert.equal(said.status, 0);
  });

  it("has every record once, under a heading of its own", () => {
    const wanted = [...loadTerminology().byId.keys()].map(anchorOf).sort();
    assert.deepEqual(all(/<article id="([^"]*)"/g).sort(), wanted);
    assert.equal(all(/<(h3) id=/g).length, wanted.length);
  });

  it("has no two elements of one id, and each link within it leads somewhere", () => {
    const ids = all(/ id="([^"]*)"/g);
    const known = new Set([...ids, "top"]);
    assert.equal(new Set(ids).size, ids.length);
    const links = all(/ href="#([^"]*)"/g);
    assert.ok(links.length > 10_000, `${links.length} links`);
    assert.deepEqual(
      links.filter((id) => !known.has(id)),
      [],
    );
  });

  it("links words of a definition to their records, but not to its own", () => {
    const start = page.indexOf(`<article id="imx-1917"`);
    const definition = /<p class="definition">(.*)<\/p>/.exec(page.slice(start))?.[1] ?? "";
    assert.match(definition, /^<a href="#imx-0205">systemic autoimmune disease<\/a> in which <a href="#imx-1801">autoantibodies<\/a>/);
    assert.ok(!definition.includes("#imx-1917"));
  });

  it("leads to the pages of the ontologies", () => {
    for (const url of [
      "https://monarchinitiative.org/MONDO:0007915",
      "https://disease-ontology.org/?id=DOID:9074",
      "https://meshb.nlm.nih.gov/record/ui?ui=D008180",
      "https://www.orpha.net/en/disease/detail/536",
      "https://hpo.jax.org/browse/term/HP:0002725",
      "http://purl.obolibrary.org/obo/CL_0000084",
      "http://purl.obolibrary.org/obo/GO_0006955",
      "http://purl.obolibrary.org/obo/OBI_0000661",
      "https://www.genenames.org/data/gene-symbol-report/#!/symbol/AIRE",
      "https://www.ncbi.nlm.nih.gov/gene/326",
      "https://www.uniprot.org/uniprotkb/O43918",
    ]) {
      assert.ok(page.includes(`href="${url}"`), url);
    }
  });

  it("needs nothing but itself, and lets nothing but its own script run", () => {
    assert.deepEqual(all(/<(?:img|iframe|object|embed|audio|video|base|link)\b([^>]*)/g), [' rel="icon" href="data:,"']);
    assert.ok(!/\ssrc=|@import|url\(/.test(page.replace(/<script>[\s\S]*<\/script>/, "")));
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [style] = all(/<style>([\s\S]*?)<\/style>/g);
    const scripts = all(/<script>([\s\S]*?)<\/script>/g);
    assert.equal(scripts.length, 1);
    assert.equal(policy, `default-src 'none'; img-src data:; style-src ${hash(style as string)}; script-src ${hash(scripts[0] as string)}`);
  });

  it("can be used with a keyboard and a screen reader", () => {
    assert.match(page, /<html lang="en">/);
    for (const landmark of ["<header>", "<nav aria-label=", '<main id="records"', '<form role="search"']) {
      assert.equal(page.split(landmark).length, 2, landmark);
    }
    assert.match(page, /<a class="skip" href="#records">/);
    assert.match(page, /<input id="query" type="search" aria-label=/);
    assert.match(page, /role="status" aria-live="polite"/);
    assert.match(page, /:focus-visible/);
  });

  describe("its search", () => {
    let search: (query: string) => string[];
    before(() => {
      const [json] = all(/<script type="application\/json" id="entries">([\s\S]*?)<\/script>/g);
      const entries = JSON.parse(json as string) as SearchEntry[];
      const find = createConceptSearch(entries, ({ weight }) => weight);
      search = (query) => find(query, 20).map(({ concept }) => concept.designations[0]?.text ?? "");
    });
    it("puts what is meant first", () => {
      assert.equal(search("lupus")[0], "systemic lupus erythematosus");
      assert.equal(search("SLE")[0], "systemic lupus erythematosus");
      assert.equal(search("diabetes")[0], "diabetes mellitus");
      assert.equal(search("T cell")[0], "T cell");
      assert.equal(search("CD4")[0], "CD4");
    });
    it("knows old names", () => assert.equal(search("Wegener granulomatosis")[0], "granulomatosis with polyangiitis"));
    it("forgives a slip of the pen", () => assert.equal(search("pemfigus vulgaris")[0], "pemphigus vulgaris"));
    it("searches definitions", () => assert.ok(search("acetylcholine receptor neuromuscular").includes("myasthenia gravis")));
    it("finds nothing for nonsense", () => assert.deepEqual(search("zorblatt"), []));
  });

  it("has the same in Markdown, whose links lead somewhere", () => {
    const files = new Map(
      readdirSync(join(folder, "book"))
        .filter((name) => name.endsWith(".md"))
        .map((name) => [name, readFileSync(join(folder, "book", name), "utf8")]),
    );
    assert.equal(files.size, 36);
    const anchors = new Set([...files].flatMap(([name, text]) => [name, ...all(/<a id="([^"]*)">/g, text).map((id) => `${name}#${id}`)]));
    const links = [...files.values()].flatMap((text) => all(/\]\(([^<)][^)]*)\)/g, text));
    assert.ok(links.length > 10_000, `${links.length} links`);
    assert.deepEqual(
      links.filter((link) => !anchors.has(link)),
      [],
    );
    const index = files.get("README.md") as string;
    assert.match(index, /^- \[SLE\]\(rheumatic-diseases\.md#imx-1917\), systemic lupus erythematosus$/m);
    assert.match(index, /^- Wegener granulomatosis: see \[granulomatosis with polyangiitis\]\(vasculitides\.md#/m);
    assert.match(files.get("mhc-hla.md") as string, /HLA-B\\\*27:05/);
  });

  it("says so where it cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const { status, stderr } = build(join(folder, "file"));
    assert.equal(status, 2);
    assert.match(stderr, /^The book cannot be written: .*file/);
  }).timeout(60_000);
});

describe("terminology: names in the book", () => {
  it("stand in the order of a dictionary", () => {
    const names = ["γδ T cell", "CD10", "T cell", "Fc receptor", "CD2", "Sjögren disease", "septic shock", "granulocyte"];
    assert.deepEqual(
      sortedByName(names, (name) => name),
      ["CD2", "CD10", "Fc receptor", "γδ T cell", "granulocyte", "septic shock", "Sjögren disease", "T cell"],
    );
  });
  it("have anchors of plain letters", () => assert.equal(anchorOf("IMX:IL-36α"), "imx-il-36alpha"));
});
