import assert from "node:assert/strict";
import { chmodSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { clean, cli, findings, folderWith, run, textOf, unused } from "./support.ts";

/** Whatever goes wrong, the words are for a writer. */
function noStackTrace(text: string): void {
  assert.doesNotMatch(text, /^\s+at .*:\d+/m);
  assert.doesNotMatch(text, /Immunolex made a mistake/);
}

describe("bad input", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  describe("that is refused", () => {
    const refused: [name: string, content: string | Buffer, message: RegExp][] = [
      ["binary", Buffer.from("Text.\n\nMore\0text (MT).\n"), /^bad\.md:3: a NUL byte; this is not a text file\.$/m],
      ["in Latin-1", Buffer.from("One.\nTwo.\nSj\xf6gren syndrome (SS).\n", "latin1"), /^bad\.md:3: this line is not UTF-8\./m],
      ["in UTF-16", Buffer.from(`\uFEFF${unused}`, "utf16le"), /^bad\.md: this is UTF-16 text\. Save it as UTF-8\.$/m],
      ["with encoded lone surrogates", Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80, 0x0a]), /^bad\.md:2: this line is not UTF-8\./m],
      ["cut within a character", Buffer.from("Sjögren").subarray(0, 3), /^bad\.md:1: this line is not UTF-8\./m],
    ];
    for (const [name, content, message] of refused) {
      it(`may be ${name}; the file stays as it is and the others are checked`, async () => {
        const cwd = folderWith({ "bad.md": content, "good.md": unused });
        for (const command of [
          ["check", "--format", "json"],
          ["check", "--fix", "--format", "json"],
        ]) {
          const result = await run([...command, "bad.md", "good.md"], { cwd });
          assert.equal(result.code, 2);
          assert.match(result.err, message);
          assert.deepEqual(Object.keys(findings(result)), ["good.md"]);
        }
        assert.deepEqual(Buffer.from(textOf(cwd, "bad.md")), Buffer.from(Buffer.from(content).toString("utf8")));
      });
    }

    it("may be too large, from a file or from standard input", async function () {
      this.timeout(60_000);
      const cwd = folderWith({ "big.md": "Text.\n", "good.md": clean });
      truncateSync(join(cwd, "big.md"), 50_000_000);
      const result = await run(["check", "--format", "json", "big.md", "good.md"], { cwd });
      assert.equal(result.code, 2);
      assert.equal(result.err, "big.md: 50 MB; Immunolex reads files of up to 20 MB.\n");
      assert.deepEqual(Object.keys(findings(result)), ["good.md"]);
      const piped = await run(["check", "-"], { stdin: Buffer.alloc(21_000_000, "word ") });
      assert.equal(piped.code, 2);
      assert.match(piped.err, /^stdin: more than 20 MB/);
    });

    it("may be unreadable, a folder's name, a device, or a link to nowhere", async function () {
      if (process.platform === "win32") this.skip();
      const cwd = folderWith({ "locked.md": unused });
      chmodSync(join(cwd, "locked.md"), 0);
      symlinkSync("gone.md", join(cwd, "link.md"));
      symlinkSync("loop.md", join(cwd, "loop.md"));
      const result = await run(["check", "locked.md", "link.md", "loop.md", "/dev/zero"], { cwd });
      assert.equal(result.code, 2);
      // Whoever runs the tests as an administrator may read everything.
      if (process.getuid?.() !== 0) assert.match(result.err, /^locked\.md: cannot be read: you have no permission/m);
      assert.match(result.err, /^link\.md: cannot be read: there is no such file\.$/m);
      assert.match(result.err, /^loop\.md: cannot be read: its links run in a circle\.$/m);
      assert.match(result.err, /^\/dev\/zero: this is not an ordinary file\./m);
      noStackTrace(result.err);
      const walked = await run(["check", "."], { cwd });
      noStackTrace(walked.err);
      assert.match(walked.out, /in 1 file|^$/m);
    });
  });

  describe("that is taken as it is", () => {
    const taken: [name: string, content: string][] = [
      ["empty", ""],
      ["a byte order mark and nothing else", "\uFEFF"],
      ["blank", " \n\t\r\n"],
      ["one character", "x"],
      ["one line of a megabyte without an end", "The immune system learns. ".repeat(40_000)],
      ["one word of a megabyte", "x".repeat(1_000_000)],
      ["unclosed markup", "**bold _and `code [link](http://x (HLA <b><!-- never closed\n\n```\nfence $$ math\n\n| table\n|--\n"],
      ["unclosed front matter", "---\ntitle: [never\nimmunolex:\n  rules: {\n\nThe autoimmune disease (AID).\n"],
      ["deep nesting", `${"> ".repeat(500)}text ${"[".repeat(5000)}${"(".repeat(5000)}${"*a ".repeat(500)}${"b*".repeat(500)}`],
    ];
    for (const [name, content] of taken) {
      it(`may be ${name}`, async function () {
        this.timeout(60_000);
        const cwd = folderWith({ "a.md": content, "a.txt": content });
        const result = await run(["check", "--fix", "--format", "json", "a.md", "a.txt"], { cwd });
        noStackTrace(result.err);
        assert.ok(result.code === 0 || result.code === 1, result.err);
        assert.deepEqual(Object.keys(findings(result)), ["a.md", "a.txt"]);
        assert.equal((await run(["check", "a.md", "a.txt"], { cwd })).err, "");
      });
    }

    it("may have CRLF, CR or a byte order mark; places are those an editor shows", async () => {
      const cwd = folderWith({
        "crlf.md": `# Title\r\n\r\n${unused.trim()}\r\n`,
        "cr.txt": `Title\r\r${unused.trim()}\r`,
        "bom.md": `\uFEFF${unused}`,
      });
      const result = await run(["check", "--format", "json", "crlf.md", "cr.txt", "bom.md"], { cwd });
      assert.deepEqual(findings(result), {
        "crlf.md": ["abbr-unused 3:40"],
        "cr.txt": ["abbr-unused 3:40"],
        "bom.md": ["abbr-unused 1:40"],
      });
      const [, , bom] = JSON.parse(result.out).files;
      assert.equal(bom.diagnostics[0].start.offset, 40, "offsets count the mark");
      const { out } = await run(["check", "bom.md"], { cwd });
      const [, source = "", marks = ""] = out.split("\n");
      assert.equal(marks.indexOf("^"), source.indexOf("MUTE"));
    });

    it("may have broken front matter, which is a finding in the draft", async () => {
      const cwd = folderWith({ "a.md": `---\nimmunolex:\n  rules:\n    abbr-unusd: off\n    abbr-unused: loud\n---\n\n${unused}` });
      const result = await run(["check", "--format", "json", "a.md"], { cwd });
      assert.deepEqual(findings(result)["a.md"]?.slice(0, 2), ["front-matter 4:5", "front-matter 5:18"]);
      assert.equal(result.code, 1);
    });
  });

  describe("in settings", () => {
    it("may be a base that starts from the file itself; the rest applies", async () => {
      const cwd = folderWith({
        "a.md": unused,
        "immunolex.yaml": "extends: ./house.yml\nlocale: en-GB\n",
        "house.yml": "locale: en-US\nextends: immunolex.yaml\nrules: { abbr-unused: error }\n",
      });
      const result = await run(["check", "a.md"], { cwd });
      assert.match(result.err, /^house\.yml:2:10 error `extends` runs in a circle: immunolex\.yaml starts from this file/m);
      assert.match(result.out, /error.*abbr-unused/);
      assert.equal(result.code, 2);
    });

    it("may be a base that there is not, or no style", async () => {
      const none = folderWith({ "a.md": unused, "immunolex.yaml": "extends: house.yaml\n" });
      assert.match((await run(["check", "a.md"], { cwd: none })).err, /^immunolex\.yaml:1:10 error There is no file house\.yaml\.$/m);
      const odd = folderWith({ "a.md": unused, "immunolex.yaml": "extends: amaa\n" });
      assert.match((await run(["check", "a.md"], { cwd: odd })).err, /^immunolex\.yaml:1:10 \w+ .*consistent, ama, uk or ji/m);
    });
  });

  describe("in packs", () => {
    const packs: [name: string, yaml: string, message: RegExp, code: number][] = [
      ["a value of the wrong type", "concepts:\n  - term: alpha\n    definition: [1]\n", /^pack\.yaml:3:\d+ error /m, 2],
      ["something that is no concept", "concepts:\n  - 4\n", /^pack\.yaml:2:5 error A concept begins with `- term:`/m, 2],
      ["something that is no pack", "just words\n", /^pack\.yaml:1:1 error /m, 2],
      [
        "an id twice",
        "concepts:\n  - { id: T:1, term: alpha }\n  - { id: T:1, term: beta }\n",
        /^pack\.yaml:3:\d+ error .*T:1.*line 2/m,
        2,
      ],
      ["a key that nobody knows", "concepts:\n  - term: alpha\n    defnition: first\n", /^pack\.yaml:3:5 warning .*`defnition`/m, 0],
      [
        "a circle of broader concepts",
        "concepts:\n  - { id: T:1, term: alpha, broader: T:2 }\n  - { id: T:2, term: beta, broader: T:1 }\n",
        /^pack\.yaml:2:\d+ error `broader` runs in a circle/m,
        2,
      ],
      ["broken YAML", "concepts:\n  - term: 'alpha\n", /^pack\.yaml:\d+:\d+ error /m, 2],
      ["a bomb of aliases", `a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb("abcdefghij")}concepts: *j\n`, /^pack\.yaml:\d+:\d+ (error|warning) /m, 2],
      ["CRLF and a byte order mark", "\uFEFFconcepts:\r\n  - term: alpha\r\n    defnition: first\r\n", /^pack\.yaml:3:5 warning/m, 0],
    ];
    for (const [name, yaml, message, code] of packs) {
      it(`may be ${name}; the place is told and the draft is checked`, async () => {
        const cwd = folderWith({ "a.md": unused, "pack.yaml": yaml });
        const result = await run(["check", "--format", "json", "--terminology", "pack.yaml", "a.md"], { cwd });
        assert.match(result.err, message);
        noStackTrace(result.err);
        assert.equal(result.code, code);
        assert.deepEqual(findings(result), { "a.md": ["abbr-unused 1:40"] });
      });
    }

    it("named on the command line must be there", async () => {
      const cwd = folderWith({ "a.md": unused });
      for (const option of ["--terminology", "--config"]) {
        const result = await run(["check", option, "gone.yaml", "a.md"], { cwd });
        assert.deepEqual(result, { code: 2, signal: null, out: "", err: "gone.yaml: cannot be read: there is no such file.\n" });
      }
    });

    it("of a workspace may be unreadable; the rest is used", async () => {
      const cwd = folderWith({
        "a.md": unused,
        "immunolex.yaml": "packs: [gone.yaml, 'none/*.yaml']\nrules: { abbr-unused: off }\n",
        ".immunolex/bin.yaml": Buffer.from([0, 1, 2]),
      });
      const result = await run(["check", "--format", "json", "a.md"], { cwd });
      assert.equal(result.code, 2);
      assert.match(result.err, /^\.immunolex.bin\.yaml:1: a NUL byte/m);
      assert.match(result.err, /^immunolex\.yaml:1:9 error There is no file gone\.yaml\.$/m);
      assert.match(result.err, /^immunolex\.yaml:1:20 error There is no file none\/\*\.yaml\.$/m);
      assert.deepEqual(findings(result), { "a.md": [] });
    });
  });
});

/** Anchors, each ten times the one before it. */
function bomb(names: string): string {
  return [...names.slice(1)].map((name, i) => `${name}: &${name} [${Array(10).fill(`*${names[i]}`).join(",")}]\n`).join("");
}
