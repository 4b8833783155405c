import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkAll } from "../../scripts/terminology/checks/index.ts";
import { lines } from "../../scripts/terminology/report-lines.ts";
import { builtinPack, loadTerminology } from "../../scripts/terminology/terminology.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a script of the terminology as a user would, without npm. */
function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", `scripts/terminology/${script}.ts`, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("terminology: the built-in pack", () => {
  it("passes every check", () => {
    assert.deepEqual(lines(checkAll(loadTerminology())), []);
  });

  it("is one pack with all concepts and subjects", () => {
    const pack = builtinPack();
    assert.equal(pack.name, "immunolex");
    assert.ok(pack.concepts.length >= 150, `${pack.concepts.length} concepts`);
    for (const { subject } of pack.concepts) assert.ok(subject !== undefined && subject in pack.subjects);
  });
});

describe("terminology: the commands", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "immunolex-terminology-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("check ends with 0 where nothing is wrong", () => {
    const { status, stdout } = run("check");
    assert.match(stdout, /\d+ concepts, 0 errors, 0 warnings\.\n$/);
    assert.equal(status, 0);
  }).timeout(60_000);

  it("check names file, line and column and ends with 1", () => {
    const file = join(folder, "mine.yaml");
    writeFileSync(file, "concepts:\n  - id: IMX:9901\n    trem: thing\n    term: thing\n    definition: A thing\n");
    const { status, stdout } = run("check", file);
    assert.equal(status, 1);
    assert.match(stdout, /mine\.yaml:3:5 warning `trem` is not a key that Immunolex knows here; it is not used\. Did you mean `term`\?/);
    assert.match(stdout, /mine\.yaml:5:5 error The definition begins with an article\./);
  }).timeout(60_000);

  it("check ends with 2 where a file cannot be read", () => {
    const { status, stderr } = run("check", join(folder, "none.yaml"));
    assert.equal(status, 2);
    assert.match(stderr, /none\.yaml/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }).timeout(60_000);

  it("verify says plainly that the ontologies are missing", () => {
    for (const args of [[], [join(folder, "nowhere")]]) {
      const { status, stderr } = run("verify", ...args);
      assert.equal(status, 2);
      assert.match(stderr, /ontologies/i);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  }).timeout(60_000);

  it("verify tells missing, obsolete and differently named ids", () => {
    writeFileSync(
      join(folder, "small.obo"),
      `format-version: 1.2

[Term]
id: MONDO:0007179
name: something else
synonym: "autoimmunity" EXACT []

[Term]
id: DOID:417
name: autoimmune disease
is_obsolete: true
replaced_by: DOID:418
`,
    );
    const { status, stdout } = run("verify", folder);
    assert.equal(status, 1);
    assert.match(stdout, /terminology\/immunology\/tolerance\.yaml:\d+:\d+ error `MONDO:0007179`.*"something else"/);
    assert.match(stdout, /`DOID:417` is obsolete; `DOID:418` replaces it/);
  }).timeout(60_000);
});
