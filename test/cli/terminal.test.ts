import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { columnsOf, printable, type Stream, Terminal, wrap } from "../../server/src/cli/terminal.ts";

/** A stream that says it is a terminal, or not, and keeps what it is given. */
function screen(isTTY: boolean, columns = 80): Stream & { readonly shown: string } {
  const stream = new PassThrough();
  let shown = "";
  stream.on("data", (chunk) => {
    shown += chunk;
  });
  return Object.defineProperties(stream, {
    isTTY: { value: isTTY },
    columns: { value: columns },
    shown: { get: () => shown },
  }) as unknown as Stream & { shown: string };
}

describe("the terminal", () => {
  it("has colours, unless it is none or the user wants none", () => {
    const red = (isTTY: boolean, env: NodeJS.ProcessEnv) => {
      const terminal = new Terminal(screen(isTTY), screen(isTTY), env);
      return terminal.look(terminal.out).colours.red("x") !== "x";
    };
    assert.equal(red(true, {}), true);
    assert.equal(red(true, { NO_COLOR: "" }), true);
    assert.equal(red(true, { NO_COLOR: "1" }), false);
    assert.equal(red(true, { TERM: "dumb" }), false);
    assert.equal(red(false, {}), false);
    assert.equal(red(false, { CI: "1", FORCE_COLOR: "1" }), false);
  });

  it("shows progress on long work, on one line, and takes it away before anything else is written", async () => {
    const [out, err] = [screen(true), screen(true, 20)];
    const terminal = new Terminal(out, err, {});
    terminal.progress("too soon");
    terminal.progress("Checking a file with a long name", true);
    await terminal.write("result\n");
    assert.equal(err.shown, "\r\x1b[2KChecking a file wi…\r\x1b[2K");
    assert.equal(out.shown, "result\n");
  });

  it("shows no progress where it is not a terminal", () => {
    const err = screen(false);
    new Terminal(screen(true), err, {}).progress("Checking", true);
    assert.equal(err.shown, "");
  });

  it("remembers trouble, but not notes", () => {
    const terminal = new Terminal(screen(false), screen(false), {});
    terminal.note("by the way");
    assert.equal(terminal.troubled, false);
    terminal.trouble("a.md: gone");
    assert.equal(terminal.troubled, true);
  });

  it("shows texts without what could command it", () => {
    assert.equal(printable("a\tb\x1b[31mc\u202ed\u0085e"), "a b·[31mc·d·e");
    assert.equal(printable("αβ “quoted” 😀 Sjögren"), "αβ “quoted” 😀 Sjögren");
  });

  it("counts columns as they are seen", () => {
    assert.equal(columnsOf("T cell"), 6);
    assert.equal(columnsOf("e\u0301"), 1);
    assert.equal(columnsOf("免疫"), 4);
    assert.equal(columnsOf("😀"), 2);
  });

  it("breaks lines between words", () => {
    assert.deepEqual(wrap("one two three four", 9), ["one two", "three", "four"]);
    assert.deepEqual(wrap("incomprehensibilities are", 5), ["incomprehensibilities", "are"]);
    assert.deepEqual(wrap("  ", 5), []);
  });
});
