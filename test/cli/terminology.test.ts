import assert from "node:assert/strict";
import { join } from "node:path";
import { clean, cli, findings, folderWith, run, unused } from "./support.ts";

const pack = (term: string, definition: string) =>
  `title: Our words\nconcepts:\n  - { id: OUR:1, term: ${term}, definition: ${definition} }\n`;

/** The ids and texts of the terms in a draft. */
async function termsIn(args: readonly string[], cwd: string): Promise<string[]> {
  const { out, err, code } = await run(["annotate", ...args], { cwd });
  assert.equal(code, 0, err);
  return JSON.parse(out).terms.map((t: { conceptId: string; text: string }) => `${t.conceptId} ${t.text}`);
}

describe("the terminology of the command line", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  it("has the built-in concepts unless told otherwise", async () => {
    const cwd = folderWith({ "a.md": "Molecular mimicry is one mechanism.\n" });
    assert.deepEqual(await termsIn(["a.md"], cwd), ["IMX:0226 Molecular mimicry"]);
    assert.deepEqual(await termsIn(["--no-builtin", "a.md"], cwd), []);
  });

  it("takes any number of packs", async () => {
    const cwd = folderWith({
      "a.md": "A zorblatt met a quuxoid.\n",
      "one.yaml": "- zorblatt\n",
      "two.yaml": pack("quuxoid", "thing of some use"),
    });
    const args = ["--no-builtin", "--terminology", "one.yaml", "--terminology", "two.yaml", "a.md"];
    assert.deepEqual(
      (await termsIn(args, cwd)).map((term) => term.split(" ").at(-1)),
      ["zorblatt", "quuxoid"],
    );
  });

  it("finds the workspace upwards from each file, not from where the command runs", async () => {
    const cwd = folderWith({
      "one/immunolex.yaml": "rules: { abbr-unused: off }\n",
      "one/deep/er/a.md": unused,
      "two/.immunolex/words.yaml": pack("zorblatt", "thing of no use"),
      "two/b.md": `${unused}\nA zorblatt.\n`,
      "c.md": `${unused}\nA zorblatt.\n`,
    });
    const result = await run(["check", "--format", "json", "."], { cwd });
    assert.deepEqual(findings(result), {
      "c.md": ["abbr-unused 1:40"],
      [join("one", "deep", "er", "a.md")]: [],
      [join("two", "b.md")]: ["abbr-unused 1:40"],
    });
    assert.ok((await termsIn(["--no-builtin", "two/b.md"], cwd)).includes("OUR:1 zorblatt"));
    assert.ok(!(await termsIn(["--no-builtin", "c.md"], cwd)).includes("OUR:1 zorblatt"));
  });

  it("takes settings from --config in the place of the workspace's", async () => {
    const cwd = folderWith({
      "a.md": `${unused}\nA zorblatt.\n`,
      "immunolex.yaml": "rules: { abbr-unused: error }\n",
      "strict/house.yaml": "rules: { abbr-unused: off }\npacks: words.yaml\n",
      "strict/words.yaml": pack("zorblatt", "thing of no use"),
    });
    assert.equal((await run(["check", "a.md"], { cwd })).code, 1);
    const result = await run(["check", "--format", "json", "--config", "strict/house.yaml", "a.md"], { cwd });
    assert.deepEqual(findings(result), { "a.md": [] });
    assert.ok((await termsIn(["--no-builtin", "--config", "strict/house.yaml", "a.md"], cwd)).includes("OUR:1 zorblatt"));
  });

  it("lets the workspace overrule packs, and packs the built-in terminology", async () => {
    const named = (definition: string) => `concepts:\n  - { id: IMX:0226, term: molecular mimicry, definition: ${definition} }\n`;
    const cwd = folderWith({ "pack.yaml": named("of the pack"), "ws/immunolex.yaml": named("of the workspace") });
    const definition = async (args: readonly string[], folder: string) =>
      JSON.parse((await run(["lookup", "--format", "json", ...args, "molecular mimicry"], { cwd: folder })).out).results[0].concepts[0]
        .definition;
    assert.equal(await definition(["--terminology", "pack.yaml"], cwd), "of the pack");
    assert.equal(await definition(["--terminology", "../pack.yaml"], join(cwd, "ws")), "of the workspace");
  });

  it("reads packs that name each other, each once", async () => {
    const cwd = folderWith({
      "a.md": "A zorblatt met a quuxoid.\n",
      "immunolex.yaml": "packs: packs/*.yaml\n",
      "packs/one.yaml": "packs: two.yaml\nconcepts: [zorblatt]\n",
      "packs/two.yaml": "packs: one.yaml\nconcepts: [quuxoid]\n",
    });
    const result = await run(["terms", "--format", "json", "--no-builtin", "a.md"], { cwd });
    assert.equal(result.err, "");
    const { layers, concepts } = JSON.parse(result.out);
    assert.deepEqual(layers.map(({ name }: { name: string }) => name).sort(), ["one", "two"]);
    assert.deepEqual(
      concepts.map(({ term }: { term: string }) => term),
      ["zorblatt", "quuxoid"],
    );
  });

  it("leaves out what the workspace ignores", async () => {
    const files = { "a.md": unused, "old/b.md": unused, "old/deep/c.md": unused, "x/notes.md": unused, "x/d.tmp.md": unused };
    const shown = async (ignore: string, ...paths: string[]) => {
      const cwd = folderWith({ ...files, "immunolex.yaml": `ignore: ${ignore}\n` });
      return Object.keys(findings(await run(["check", "--format", "json", ...paths], { cwd }))).map((path) => path.replaceAll("\\", "/"));
    };
    assert.deepEqual(await shown("[old/**, '*.tmp.md']"), ["a.md", "x/notes.md"]);
    assert.deepEqual(await shown("old/"), ["a.md", "x/d.tmp.md", "x/notes.md"]);
    assert.deepEqual(await shown("notes.md", "x/notes.md", "a.md"), ["a.md"]);
    const cwd = folderWith({ "a.md": clean, "immunolex.yaml": "ignore: '*.md'\n" });
    const { code, err } = await run(["check", "a.md"], { cwd });
    assert.equal(code, 0);
    assert.match(err, /under `ignore`/);
  });
});
