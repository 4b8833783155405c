import assert from "node:assert/strict";
import { once } from "node:events";
import { cli, conversation, folderWith, run } from "./support.ts";

const hla = "The human leukocyte antigen (HLA) genes. HLA matters.";

const parsed = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("immunolex annotate", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });

  it("writes a line for each text", async () => {
    const cwd = folderWith({ "a.md": `${hla}\n`, "sub/b.txt": "Nothing.\n" });
    const { out, err, code } = await run(["annotate", "."], { cwd });
    assert.equal(code, 0, err);
    const [first, second, ...more] = parsed(out);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(first), ["id", "abbreviations", "terms"]);
    assert.equal(first.id, "a.md");
    assert.deepEqual(first.abbreviations, [{ short: "HLA", long: "human leukocyte antigen", shortRange: [29, 32], longRange: [4, 27] }]);
    for (const { start, end, text, conceptId, designation } of first.terms) {
      assert.equal(hla.slice(start, end), text);
      assert.ok(conceptId && designation);
    }
    assert.deepEqual([second.abbreviations, second.terms], [[], []]);
  });

  it("reads JSON lines, and answers each under its own id", async () => {
    const lines = [
      { id: "x/1", text: hla },
      { id: 7, text: "a lone \ud800 surrogate and HLA" },
      { id: "", text: "" },
    ];
    const stdin = `\uFEFF${lines.map((l) => JSON.stringify(l)).join("\r\n\n")}`;
    const { out, code, err } = await run(["annotate", "--input", "jsonl", "--plain-text"], { stdin });
    assert.equal(code, 0, err);
    assert.deepEqual(
      parsed(out).map(({ id }) => id),
      ["x/1", 7, ""],
    );
    assert.equal(parsed(out)[0].abbreviations[0].long, "human leukocyte antigen");
  });

  it("reads JSON lines from files too", async () => {
    const cwd = folderWith({ "a.jsonl": `${JSON.stringify({ id: "a", text: hla })}\n` });
    assert.equal(parsed((await run(["annotate", "--input", "jsonl", "a.jsonl"], { cwd })).out)[0].id, "a");
    const gone = await run(["annotate", "--input", "jsonl", "gone.jsonl"], { cwd });
    assert.deepEqual([gone.code, gone.err], [2, "gone.jsonl: cannot be read: there is no such file.\n"]);
  });

  it("tells the line of each bad record and answers the others", async () => {
    const good = (id: string) => JSON.stringify({ id, text: "Good." });
    const bad = ["{not json", "[1]", "null", '{"id":1}', '{"text":"x"}', '{"id":{},"text":"x"}'];
    const stdin = Buffer.concat([
      Buffer.from([good("a"), ...bad, ""].join("\n")),
      Buffer.from('{"id":"latin","text":"Sj\xf6gren"}\n', "latin1"),
      Buffer.from(`${good("z")}\n`),
    ]);
    const { out, err, code } = await run(["annotate", "--input", "jsonl"], { stdin });
    assert.equal(code, 2);
    assert.deepEqual(
      parsed(out).map(({ id }) => id),
      ["a", "z"],
    );
    assert.deepEqual(
      err
        .trimEnd()
        .split("\n")
        .map((line) => /^stdin:(\d+): /.exec(line)?.[1]),
      ["2", "3", "4", "5", "6", "7", "8"],
    );
    assert.match(err, /^stdin:8: not a line of JSON: the line is not UTF-8\.$/m);
  });

  it("answers each line before it asks for the next", async () => {
    await conversation(["annotate", "--input", "jsonl"], async (child) => {
      const answer = async () => JSON.parse(String((await once(child.stdout, "data"))[0]));
      child.stdin.write('{"id":1,"text":"First."}\n{"id":2,');
      assert.equal((await answer()).id, 1);
      child.stdin.end('"text":"Second."}');
      assert.equal((await answer()).id, 2);
      const [code] = await once(child, "close");
      assert.equal(code, 0);
    });
  });

  it("leaves out a line that is too long", async function () {
    this.timeout(60_000);
    const long = Buffer.concat([
      Buffer.from('{"id":"long","text":"'),
      Buffer.alloc(21_000_000, "x"),
      Buffer.from('"}\n{"id":"b","text":""}\n'),
    ]);
    const { out, err, code } = await run(["annotate", "--input", "jsonl"], { stdin: long });
    assert.equal(code, 2);
    assert.equal(err, "stdin:1: this line is longer than 20 MB; it is left out.\n");
    assert.equal(parsed(out)[0].id, "b");
  });

  it("takes the text as it is with --plain-text", async () => {
    const stdin = `${JSON.stringify({ id: 1, text: "    The human leukocyte antigen (HLA) code." })}\n`;
    const marked = parsed((await run(["annotate", "--input", "jsonl"], { stdin })).out)[0];
    const plain = parsed((await run(["annotate", "--input", "jsonl", "--plain-text"], { stdin })).out)[0];
    assert.deepEqual([marked.abbreviations.length, plain.abbreviations.length], [0, 1]);
  });
});
