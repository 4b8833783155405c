import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { replaceFile } from "../../server/src/cli/replace-file.ts";
import { clean, cli, folderWith, run, textOf, unused, unusedFixed } from "./support.ts";

/** Does something to the draft just when its new text is on the disk and not yet in its place. */
function meddling(what: string): string {
  const folder = folderWith({
    "meddle.mjs": `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      const { fsyncSync } = fs;
      fs.fsyncSync = (file) => { fsyncSync(file); ${what} };
      syncBuiltinESMExports();`,
  });
  return pathToFileURL(join(folder, "meddle.mjs")).href;
}

describe("immunolex check --fix", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  it("applies what is safe, says so, and finds nothing the second time", async () => {
    const cwd = folderWith({ "a.md": unused, "b.md": clean });
    const first = await run(["check", "--fix", "."], { cwd });
    assert.equal(first.code, 0);
    assert.match(first.out, /^fixed a\.md in 1 place$/m);
    assert.match(first.out, /^No findings in 2 files\.$/m);
    assert.equal(textOf(cwd, "a.md"), unusedFixed);
    const { mtimeMs, ino } = statSync(join(cwd, "a.md"));
    const second = await run(["check", "--fix", "."], { cwd });
    assert.equal(second.out, "No findings in 2 files.\n");
    assert.deepEqual([statSync(join(cwd, "a.md")).mtimeMs, statSync(join(cwd, "a.md")).ino], [mtimeMs, ino]);
  });

  it("reports as JSON what is left", async () => {
    const cwd = folderWith({ "a.md": unused });
    const { out } = await run(["check", "--fix", "--format", "json", "a.md"], { cwd });
    assert.deepEqual(JSON.parse(out), { version: 1, files: [{ path: "a.md", diagnostics: [] }] });
  });

  it("leaves alone what a person must decide", async () => {
    const text = "Autoimmune diseases are many. Autoimmune diseases hurt.\n\nAutoimmune conditions last.\n";
    const cwd = folderWith({ "a.md": text });
    const { out } = await run(["check", "--fix", "a.md"], { cwd });
    assert.match(out, /term-variant/);
    assert.equal(textOf(cwd, "a.md"), text);
  });

  it("keeps every other byte: byte order mark, CRLF, CR, NBSP, blanks at the end", async () => {
    const around = (text: string) => `\uFEFF# A\u00a0title \r\n\r\n${text.trimEnd()}\r\n\r\nLast line,\rno line end  `;
    const cwd = folderWith({ "a.md": around(unused) });
    const { code } = await run(["check", "--fix", "a.md"], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(readFileSync(join(cwd, "a.md")), Buffer.from(around(unusedFixed)));
  });

  it("keeps the mode and the links that lead to the file, and leaves nothing behind", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folderWith({ "real/a.md": unused });
    chmodSync(join(cwd, "real/a.md"), 0o640);
    symlinkSync(join("real", "a.md"), join(cwd, "link.md"));
    const { code, err } = await run(["check", "--fix", "link.md"], { cwd });
    assert.equal(code, 0, err);
    assert.ok(lstatSync(join(cwd, "link.md")).isSymbolicLink());
    assert.equal(textOf(cwd, "real/a.md"), unusedFixed);
    assert.equal(statSync(join(cwd, "real/a.md")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(cwd, "real")), ["a.md"]);
  });

  it("does not touch a file that is read-only", async () => {
    const cwd = folderWith({ "a.md": unused });
    chmodSync(join(cwd, "a.md"), 0o444);
    const { code, err } = await run(["check", "--fix", "a.md"], { cwd });
    assert.equal(code, 2);
    assert.equal(err, "a.md: not changed, for it is read-only.\n");
    assert.equal(textOf(cwd, "a.md"), unused);
  });

  it("does not touch a file that changed meanwhile, and fixes the others", async () => {
    const cwd = folderWith({ "a.md": unused, "b.md": unused });
    const preload = [meddling(`if (!globalThis.done) { globalThis.done = true; fs.appendFileSync("a.md", "Another program was here."); }`)];
    const { code, err } = await run(["check", "--fix", "."], { cwd, preload });
    assert.equal(code, 2);
    assert.equal(err, "a.md: not changed, for another program has changed it meanwhile. Run the command again.\n");
    assert.equal(textOf(cwd, "a.md"), `${unused}Another program was here.`);
    assert.equal(textOf(cwd, "b.md"), unusedFixed);
    assert.deepEqual(readdirSync(cwd), ["a.md", "b.md"]);
  });

  it("does not bring back a file that went meanwhile", async () => {
    const cwd = folderWith({ "a.md": unused });
    const { code, err } = await run(["check", "--fix", "a.md"], { cwd, preload: [meddling(`fs.rmSync("a.md", { force: true });`)] });
    assert.equal(code, 2);
    assert.match(err, /^a\.md: not changed, for it cannot be written: there is no such file\.$/m);
    assert.deepEqual(readdirSync(cwd), []);
  });

  it("keeps the old text where the disk is full", async () => {
    const cwd = folderWith({ "a.md": unused });
    const full = `throw Object.assign(new Error("no space"), { code: "ENOSPC" });`;
    const { code, err } = await run(["check", "--fix", "a.md"], { cwd, preload: [meddling(full)] });
    assert.equal(code, 2);
    assert.match(err, /the disk is full/);
    assert.equal(textOf(cwd, "a.md"), unused);
    assert.deepEqual(readdirSync(cwd), ["a.md"]);
  });

  for (const signal of ["SIGINT", "SIGTERM"]) {
    it(`finishes the file it is at when ${signal} comes, and leaves nothing behind`, async function () {
      if (process.platform === "win32") this.skip();
      const cwd = folderWith({ "a.md": unused, "b.md": unused });
      const preload = [meddling(`if (!globalThis.done) { globalThis.done = true; process.kill(process.pid, "${signal}"); }`)];
      const result = await run(["check", "--fix", "."], { cwd, preload });
      assert.equal(result.signal, signal);
      assert.equal(textOf(cwd, "a.md"), unusedFixed);
      assert.equal(textOf(cwd, "b.md"), unused);
      assert.deepEqual(readdirSync(cwd), ["a.md", "b.md"]);
    });
  }

  it("prints the fixed text of standard input, and the report beside it", async () => {
    const stdin = `\uFEFF${unused.replace("\n", "\r\n")}`;
    const { out, err, code } = await run(["check", "--fix", "-"], { stdin });
    assert.equal(code, 0);
    assert.equal(out, stdin.replace(" (MUTE)", ""));
    assert.match(err, /^No findings in 1 file\.$/m);
    const same = await run(["check", "--fix", "--format", "json", "-"], { stdin: clean });
    assert.equal(same.out, clean);
    assert.deepEqual(JSON.parse(same.err), { version: 1, files: [{ path: "-", diagnostics: [] }] });
  });

  it("refuses to write over a file that does not hold what was read", async () => {
    const cwd = folderWith({ "a.md": "new" });
    await assert.rejects(replaceFile(join(cwd, "a.md"), Buffer.from("old"), "fixed"), /changed it meanwhile/);
    await replaceFile(join(cwd, "a.md"), Buffer.from("new"), "fixed");
    assert.equal(textOf(cwd, "a.md"), "fixed");
  });
});
