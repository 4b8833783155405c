/** What goes wrong, in the client or on the way: the server answers, and lives on. */
import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { Client, has } from "./support.ts";

const draft = "In molecular mimicry, the human leukocyte antigen (HLA) genes carry risk.\n";

describe("a server that is mistreated", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(async () => assert.equal(await client.stop(), 0));
  afterEach("still answers", async () => {
    const file = client.open("file:///tmp/alive.md", draft);
    assert.match(await file.hover("molecular"), /molecular mimicry/);
    await file.diagnostics(has("abbr-unused"));
    file.close();
  });

  it("refuses methods that it does not know", async () => {
    await assert.rejects(client.request("immunolex/unknown", {}), /Unhandled method/);
    client.notify("immunolex/unknown", {});
  });

  it("answers nothing to parameters that are none", async () => {
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 }, position: "x" }, { textDocument: {}, position: null }]) {
      assert.equal(await client.request("textDocument/hover", params), null);
      assert.equal(await client.request("textDocument/completion", params), null);
      assert.deepEqual(await client.request("textDocument/codeAction", params), []);
      assert.deepEqual(await client.request("textDocument/diagnostic", params), { kind: "full", items: [] });
      assert.equal(await client.request("immunolex/terminologySet", params), null);
      await client.request("immunolex/status", params);
      await client.request("immunolex/lookUp", params);
    }
    assert.deepEqual(await client.request("completionItem/resolve", { label: "x" }), { label: "x" });
  });

  it("takes notifications that are none", () => {
    for (const params of [
      null,
      {},
      { textDocument: { uri: "file:///tmp/none.md" } },
      { changes: 3 },
      { textDocument: { uri: 3, text: 7 } },
    ]) {
      for (const method of ["didOpen", "didChange", "didClose", "didSave"]) client.notify(`textDocument/${method}`, params);
      client.notify("workspace/didChangeWatchedFiles", params);
      client.notify("workspace/didChangeConfiguration", params);
    }
  });

  it("answers nothing for files that are not open", async () => {
    const textDocument = { uri: "file:///tmp/closed.md" };
    assert.equal(await client.request("textDocument/hover", { textDocument, position: { line: 0, character: 0 } }), null);
    assert.deepEqual(await client.request("textDocument/diagnostic", { textDocument }), { kind: "full", items: [] });
    assert.equal(await client.request("immunolex/terminologySet", textDocument), null);
    client.notify("textDocument/didChange", { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: "x" }] });
    client.notify("textDocument/didClose", { textDocument });
  });

  it("takes places outside the text for the nearest inside", async () => {
    const file = client.open("file:///tmp/outside.md", draft);
    for (const position of [
      { line: 99, character: 0 },
      { line: 0, character: 1e12 },
      { line: -1, character: -5 },
      { line: Number.MAX_SAFE_INTEGER, character: Number.MAX_SAFE_INTEGER },
      { line: 0.5, character: "a" },
    ]) {
      await file.ask("hover", { position });
      await file.ask("completion", { position });
      await file.ask("codeAction", { range: { start: position, end: { line: 0, character: 0 } }, context: {} });
    }
    file.notifyChange([{ range: { start: { line: 0, character: 9999 }, end: { line: 0, character: 9999 } }, text: " TCR" }]);
    file.text = draft.replace("\n", " TCR\n");
    assert.match(await file.hover("TCR"), /Source/);
    file.notifyChange([{ range: { start: { line: 44, character: 0 }, end: { line: 3, character: 2 } }, text: "end" }]);
    file.text += "end";
    assert.match(await file.hover("TCR"), /Source/);
    file.close();
  });

  it("reads any text", async () => {
    const texts = [
      "",
      "\uFEFF",
      "\uFEFF# T\r\n",
      "\ud800 HLA \udc00",
      "---\nunclosed: [\n",
      "<!-- unclosed",
      "\0\u0001\u0002",
      "x".repeat(300_000),
      "(".repeat(20_000),
      "> ".repeat(2_000),
      "\r\r\n\n\r",
    ];
    for (const text of texts) {
      const file = client.open("file:///tmp/any.md", text);
      await file.diagnostics();
      file.edit({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "HLA " });
      await file.diagnostics();
      file.close();
    }
  });

  it("stops what the client has cancelled", async () => {
    // The draft is long, so that the answer cannot be on its way before the server has read the cancellation.
    const file = client.open("file:///tmp/cancelled.md", `${draft}\n`.repeat(3_000));
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      "textDocument/hover",
      { textDocument: { uri: file.uri }, position: { line: 0, character: 5 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
    file.close();
  });
});

describe("the end", () => {
  it("is a success after shutdown", async () => {
    const client = await Client.start();
    assert.equal(await client.stop(), 0);
  });

  it("comes with exit alone too, but not as a success", async () => {
    const client = await Client.start();
    client.notify("exit", undefined);
    assert.equal(await client.exited(), 1);
  });

  it("comes when the client is gone", async () => {
    const client = await Client.start();
    client.process.stdin?.end();
    assert.equal(await client.exited(), 1);
  });
});

describe("long work", () => {
  it("is announced, and edits made meanwhile count", async () => {
    const client = await Client.start({ capabilities: { window: { workDoneProgress: true } } });
    const told: unknown[] = [];
    client.connection.onNotification("$/progress", (params: { value: { kind: string } }) => {
      told.push(params.value.kind);
    });
    const long = "A foreign antigen resembles a self-antigen, and auto-antibodies follow.\n\n".repeat(20_000);
    const file = client.open("file:///tmp/long.md", long);
    file.edit({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "In molecular mimicry, so they say. " });
    assert.match(await file.hover("molecular"), /molecular mimicry/);
    const found = await file.diagnostics();
    assert.deepEqual(told, ["begin", "end"]);
    assert(found.length <= 2001);
    assert.equal(
      found.length > 2000,
      found.some(({ code }) => code === "too-many"),
    );
    await client.stop();
  });
});
