import assert from "node:assert/strict";
import { cli, folderWith, run } from "./support.ts";

describe("immunolex lookup", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  it("tells what a term means", async () => {
    const { out, code } = await run(["lookup", "molecular mimicry"]);
    assert.equal(code, 0);
    assert.match(out, /^molecular mimicry · /);
    assert.match(out, /Identifiers: IMX:0226/);
    assert.match(out, /Sources: \S+/);
  });

  it("takes words as one term where they are one, and as several where not", async () => {
    assert.match((await run(["lookup", "Molecular", "mimicry"])).out, /^molecular mimicry/);
    const { results } = JSON.parse((await run(["lookup", "--format", "json", "HLA", "autoantigen"])).out);
    assert.deepEqual(
      results.map(({ term, concepts }: { term: string; concepts: { term: string }[] }) => [term, concepts[0]?.term]),
      [
        ["HLA", "human leukocyte antigen"],
        ["autoantigen", "autoantigen"],
      ],
    );
  });

  it("answers as JSON", async () => {
    const { version, results } = JSON.parse((await run(["lookup", "--format", "json", "HLA"])).out);
    assert.equal(version, 1);
    const [{ concepts, near }] = results;
    assert.equal(concepts.length, 1);
    assert.ok(near.length > 0);
    const { id, term, abbreviation, definition, origin, designations, sources } = concepts[0];
    assert.deepEqual([term, abbreviation], ["human leukocyte antigen", "HLA"]);
    assert.ok(id && definition && origin && designations.length > 1 && sources.length > 0);
  });

  it("shows every meaning of a name that has several", async () => {
    const cwd = folderWith({
      "immunolex.yaml": "concepts:\n  - { term: zig zag, abbreviation: ZZ }\n  - { term: zebra zone, abbreviation: ZZ }\n",
    });
    const { out, err } = await run(["lookup", "ZZ"], { cwd });
    assert.equal(err, "");
    assert.match(out, /“ZZ” has 2 meanings\./);
    assert.match(out, /zig zag[\s\S]*zebra zone|zebra zone[\s\S]*zig zag/);
  });

  it("exits with 1 where a term is nobody's name", async () => {
    const { out, code } = await run(["lookup", "zorblatt"]);
    assert.equal(code, 1);
    assert.equal(out, "Nothing is known under “zorblatt”.\n");
    assert.equal((await run(["lookup", "..."])).code, 1);
    assert.equal((await run(["lookup", "--no-builtin", "HLA"])).code, 1);
  });
});

describe("immunolex terms", () => {
  const draft = "Autoimmune diseases are many. The autoimmune disease of the made-up test enzyme (MUTE) is not.\n";

  it("lists the concepts of a draft with counts, forms and origins", async () => {
    const cwd = folderWith({ "a.md": draft });
    const { version, path, layers, concepts } = JSON.parse((await run(["terms", "--format", "json", "a.md"], { cwd })).out);
    assert.deepEqual([version, path], [1, "a.md"]);
    assert.equal(layers[0].kind, "builtin");
    assert.ok(layers[0].concepts > 100);
    const disease = concepts.find(({ term }: { term: string }) => term === "autoimmune disease");
    assert.equal(disease.count, 2);
    assert.deepEqual(disease.forms, [
      { text: "Autoimmune diseases", count: 1 },
      { text: "autoimmune disease", count: 1 },
    ]);
    assert.equal(disease.origin.kind, "builtin");
    assert.deepEqual(disease.first, { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 20, offset: 19 } });
    const own = concepts.find(({ origin }: { origin: { kind: string } }) => origin.kind === "document");
    assert.equal(own.term, "made-up test enzyme");
  });

  it("shows them to a writer", async () => {
    const { out, code } = await run(["terms", "-"], { stdin: draft });
    assert.equal(code, 0);
    assert.match(out, /^stdin speaks of \d+ concepts\.$/m);
    assert.match(out, /^autoimmune disease · 2× from line 1 · /m);
    assert.match(out, /Written: Autoimmune diseases 1×, autoimmune disease 1×/);
    assert.match(out, /Terminology in force\n {2}\S.*: \d+ concepts/);
  });

  it("says what is wrong with the file", async () => {
    const { code, err, out } = await run(["terms", "gone.md"]);
    assert.deepEqual([code, out, err], [2, "", "gone.md: cannot be read: there is no such file.\n"]);
  });
});
