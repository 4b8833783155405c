import assert from "node:assert/strict";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cli, conversation, folderWith, run, unused } from "./support.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

describe("the immunolex process", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  it("tells its version", async () => {
    assert.deepEqual(await run(["--version"]), { code: 0, signal: null, out: `${version}\n`, err: "" });
  });

  it("helps, with examples", async () => {
    const commands = [["--help"], ["help", "check"], ["check", "--help"], ["annotate", "--help"], ["lookup", "--help"]];
    await Promise.all(
      commands.map(async (args) => {
        const { code, out, err } = await run(args);
        assert.deepEqual([code, err], [0, ""], args.join(" "));
        assert.match(out, /Examples:\n {2}immunolex /);
      }),
    );
    for (const command of ["terms", "server"]) assert.equal((await run([command, "--help"])).code, 0);
  });

  it("exits with 2 and a word of help where the command line is wrong", async () => {
    const wrong: [args: string[], message: RegExp][] = [
      [[], /Usage: immunolex/],
      [["chek"], /unknown command 'chek'\n\(Did you mean check\?\)/],
      [["check", "--fixx"], /unknown option '--fixx'\n\(Did you mean --fix\?\)/],
      [["check", "--format", "xml"], /Allowed choices are text, json/],
      [["check", "--fail-on", "fatal"], /Allowed choices are error, warning, information, hint/],
      [["check", "--terminology"], /argument missing/],
      [["annotate", "--input", "csv"], /Allowed choices are text, jsonl/],
      [["lookup"], /missing required argument 'term'/],
      [["terms"], /missing required argument 'path'/],
      [["terms", "a.md", "b.md"], /too many arguments/],
      [["server"], /required option '--stdio'/],
    ];
    await Promise.all(
      wrong.map(async ([args, message]) => {
        const { code, out, err } = await run(args);
        assert.deepEqual([code, out], [2, ""], args.join(" "));
        assert.match(err, message);
      }),
    );
  });

  it("ends without a word when nobody reads on", async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, unused.repeat(5)]));
    const check = async (child: ChildProcessWithoutNullStreams) => {
      let err = "";
      child.stderr.on("data", (chunk) => {
        err += chunk;
      });
      await once(child.stdout, "data");
      child.stdout.destroy();
      await once(child, "close");
      assert.equal(err, "");
    };
    await conversation(["check", "."], check, folderWith(files));
  });

  it("stops at once on SIGINT", async function () {
    if (process.platform === "win32") this.skip();
    await conversation(["check", "-"], async (child) => {
      setTimeout(() => child.kill("SIGINT"), 500);
      const [, signal] = await once(child, "close");
      assert.equal(signal, "SIGINT");
    });
  });

  it("speaks the language server protocol with server --stdio", async () => {
    await conversation(["server", "--stdio"], async (child) => {
      const send = (message: object) => {
        const body = JSON.stringify({ jsonrpc: "2.0", ...message });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      let out = "";
      child.stdout.setEncoding("utf8").on("data", (chunk) => {
        out += chunk;
      });
      send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
      while (!out.includes('"id":1')) await once(child.stdout, "data");
      assert.match(out, /"capabilities":\{/);
      send({ id: 2, method: "shutdown" });
      send({ method: "exit" });
      const [code] = await once(child, "close");
      assert.equal(code, 0);
    });
  });
});
