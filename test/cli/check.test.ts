import assert from "node:assert/strict";
import { join } from "node:path";
import { clean, cli, findings, folderWith, type JsonReport, run, unused } from "./support.ts";

describe("immunolex check", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  describe("as JSON", () => {
    it("gives offsets in UTF-16 units and lines and columns from 1", async () => {
      const text = `Ein 😀 first line.\n\n${unused}`;
      const cwd = folderWith({ "a.md": text });
      const { out, code } = await run(["check", "--format", "json", "a.md"], { cwd });
      const report = JSON.parse(out) as JsonReport;
      const from = text.indexOf("MUTE");
      assert.equal(code, 0);
      assert.deepEqual(Object.keys(report), ["version", "files"]);
      assert.equal(report.version, 1);
      assert.equal(report.files.length, 1);
      const [{ path, diagnostics }] = report.files as [JsonReport["files"][0]];
      assert.equal(path, "a.md");
      assert.equal(diagnostics.length, 1);
      const [diagnostic] = diagnostics as [(typeof diagnostics)[0]];
      assert.deepEqual(Object.keys(diagnostic), ["rule", "severity", "message", "start", "end", "fixes"]);
      assert.equal(diagnostic.rule, "abbr-unused");
      assert.equal(diagnostic.severity, "hint");
      assert.deepEqual(diagnostic.start, { line: 3, column: from - text.lastIndexOf("\n", from), offset: from });
      assert.deepEqual(diagnostic.end, { ...diagnostic.start, column: diagnostic.start.column + 4, offset: from + 4 });
      const [fix] = diagnostic.fixes;
      assert.equal(fix?.safe, true);
      const [edit] = fix?.edits ?? [];
      assert.deepEqual(Object.keys(edit ?? {}), ["start", "end", "text"]);
      assert.equal(text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end), text.replace(" (MUTE)", ""));
    });

    it("lists files without findings too", async () => {
      const cwd = folderWith({ "a.md": clean });
      const { out } = await run(["check", "--format", "json", "a.md"], { cwd });
      assert.deepEqual(JSON.parse(out), { version: 1, files: [{ path: "a.md", diagnostics: [] }] });
    });

    it("is one JSON value even where there is nothing to check", async () => {
      const { out, code } = await run(["check", "--format", "json"]);
      assert.deepEqual(JSON.parse(out), { version: 1, files: [] });
      assert.equal(code, 0);
    });
  });

  describe("as text", () => {
    it("shows the place, its line, and what can be done", async () => {
      const cwd = folderWith({ "a.md": `${clean}\n${unused}` });
      const { out, err, code } = await run(["check", "a.md"], { cwd });
      assert.equal(err, "");
      assert.equal(code, 0);
      const [head, source, marks, ...rest] = out.split("\n");
      assert.match(head ?? "", /^a\.md:3:40 hint .*“MUTE”.* abbr-unused$/);
      assert.equal(source, "3 │ The kinetics of a made-up test enzyme (MUTE) were measured twice.");
      assert.equal((marks ?? "").indexOf("^"), (source ?? "").indexOf("MUTE"));
      assert.match((marks ?? "").trim(), /^│ +\^\^\^\^$/);
      assert.deepEqual(rest, ["", "1 finding in 1 file: 1 hint. 1 can be fixed with --fix.", ""]);
    });

    it("cuts a paragraph that is one line around the place", async () => {
      const filler = "One word follows another in this sentence. ".repeat(400);
      const cwd = folderWith({ "a.md": `${filler}${unused.trim()} ${filler}\n` });
      const { out } = await run(["check", "a.md"], { cwd });
      const [, source = "", marks = ""] = out.split("\n");
      assert.ok(source.length <= 100, source);
      assert.match(source, /^1 │ ….*\(MUTE\).*…$/);
      assert.equal(marks.indexOf("^"), source.indexOf("MUTE"));
    });

    it("names the line of what else there is to see", async () => {
      const cwd = folderWith({ "a.md": `The made-up test enzyme (MUTE) is known.\n\nA mutated uracil test extract (MUTE) is not.\n` });
      const { out } = await run(["check", "a.md"], { cwd });
      assert.match(out, /^ +│ .*: line 1$/m);
    });

    it("tells with --explain what a concept is, once for each file", async () => {
      const text =
        "Autoimmune diseases are many. Autoimmune diseases hurt.\n\nAn autoimmune condition differs.\n\nAutoimmune conditions last.\n";
      const cwd = folderWith({ "a.md": text });
      const { out } = await run(["check", "--explain", "a.md"], { cwd });
      assert.equal(out.match(/autoimmune disease: \S+/g)?.length, 1);
      assert.doesNotMatch((await run(["check", "a.md"], { cwd })).out, /autoimmune disease: /);
    });

    it("has no colour where it does not go to a terminal, whatever the environment says", async () => {
      const cwd = folderWith({ "a.md": unused });
      const envs: Record<string, string>[] = [{}, { CI: "1" }, { NO_COLOR: "1" }, { FORCE_COLOR: "1" }];
      const results = await Promise.all(envs.map((env) => run(["check", "a.md"], { cwd, env })));
      for (const [i, { out, err }] of results.entries()) assert.ok(!(out + err).includes("\x1b"), JSON.stringify(envs[i]));
    });

    it("lets no text command the terminal", async () => {
      const cwd = folderWith({ "a.md": "The made-up\x1b[31m test enzyme (MUTE) was \x07measured.\n\nGLOP\x9b2J is (MUTE).\n" });
      const { out, err } = await run(["check", "--fail-on", "hint", "a.md"], { cwd });
      assert.doesNotMatch(out + err, /[^\P{Cc}\n]/u);
    });
  });

  describe("its exit code", () => {
    const levels = ["error", "warning", "information", "hint"];
    for (const [i, severity] of levels.entries()) {
      it(`is 1 for a finding of severity ${severity} where that level or a lower one fails`, async () => {
        const cwd = folderWith({ "a.md": unused, "immunolex.yaml": `rules: { abbr-unused: ${severity} }\n` });
        const options = [...levels.map((level) => ["--fail-on", level]), []];
        const results = await Promise.all(options.map((option) => run(["check", ...option, "a.md"], { cwd })));
        const expected = [...levels.map((_, j) => (i <= j ? 1 : 0)), i <= 1 ? 1 : 0];
        assert.deepEqual(
          results.map(({ code }) => code),
          expected,
        );
      });
    }
  });

  describe("its paths", () => {
    const files = {
      "a.md": unused,
      "b.markdown": unused,
      "sub/c.qmd": unused,
      "sub/D.Rmd": unused,
      "sub/e.txt": unused,
      "sub/f.rst": unused,
      ".hidden/g.md": unused,
      ".h.md": unused,
      "node_modules/x/README.md": unused,
    };
    const drafts = ["a.md", "b.markdown", join("sub", "D.Rmd"), join("sub", "c.qmd"), join("sub", "e.txt")];

    it("may be a folder, which is walked without dot folders and node_modules", async () => {
      const cwd = folderWith(files);
      assert.deepEqual(Object.keys(findings(await run(["check", "--format", "json", "."], { cwd }))), drafts);
    });

    it("may be left out for the current folder", async () => {
      const cwd = folderWith(files);
      assert.deepEqual(Object.keys(findings(await run(["check", "--format", "json"], { cwd }))), drafts);
    });

    it("may be globs, and name a file twice", async () => {
      const cwd = folderWith(files);
      const result = await run(["check", "--format", "json", "sub/*.{qmd,rst}", "sub", "**/*.txt"], { cwd });
      assert.deepEqual(
        Object.keys(findings(result)),
        ["sub/c.qmd", "sub/f.rst", "sub/D.Rmd", "sub/e.txt"].map((p) => join(...p.split("/"))),
      );
    });

    it("may hold characters that mean something in globs", async () => {
      const cwd = folderWith({ "draft [2] (final).md": unused });
      const result = await run(["check", "--format", "json", "draft [2] (final).md"], { cwd });
      assert.deepEqual(Object.keys(findings(result)), ["draft [2] (final).md"]);
    });

    it("may be - for standard input", async () => {
      const result = await run(["check", "--format", "json", "-"], { stdin: unused });
      assert.deepEqual(findings(result), { "-": ["abbr-unused 1:40"] });
      assert.match((await run(["check", "-"], { stdin: unused })).out, /^stdin:1:40 hint/);
    });

    it("are trouble where nothing is there; the others are checked", async () => {
      const cwd = folderWith({ "a.md": unused });
      const result = await run(["check", "--format", "json", "gone.md", "gone/*.md", "a.md"], { cwd });
      assert.equal(result.code, 2);
      assert.equal(result.err, "gone.md: cannot be read: there is no such file.\ngone/*.md: no file matches this pattern.\n");
      assert.deepEqual(Object.keys(findings(result)), ["a.md"]);
    });

    it("may be an empty folder, which is worth a word", async () => {
      const { code, err } = await run(["check", "."]);
      assert.equal(code, 0);
      assert.match(err, /no drafts here; Immunolex looks for \*\.md/);
    });
  });

  it("reads .txt as plain text, and everything with --plain-text", async () => {
    const code = "    The kinetics of a made-up test enzyme (MUTE) were measured.\n";
    const cwd = folderWith({ "a.md": `Text.\n\n${code}`, "a.txt": `Text.\n\n${code}` });
    assert.deepEqual(findings(await run(["check", "--format", "json", "a.md", "a.txt"], { cwd })), {
      "a.md": [],
      "a.txt": ["abbr-unused 3:44"],
    });
    assert.deepEqual(findings(await run(["check", "--format", "json", "--plain-text", "a.md"], { cwd })), { "a.md": ["abbr-unused 3:44"] });
  });
});
