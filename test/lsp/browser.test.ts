/** The server of the web extension: in a worker that has nothing of Node, with the client's eyes for files. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { Diagnostic } from "vscode-languageserver";
import { prebuiltTerminology } from "./support.ts";

const entry = fileURLToPath(new URL("../../server/src/lsp/browser.ts", import.meta.url));

/** What a page would give its worker, and none of what Node would. */
const prelude = `
  globalThis.self = require("node:worker_threads").parentPort;
  for (const name of ["process", "Buffer", "setImmediate", "require"]) delete globalThis[name];
`;

describe("the server in a Web Worker", () => {
  it("finds what it finds elsewhere, with terminology and packs read by the client", async () => {
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, platform: "browser", format: "iife", write: false });
    const script = outputFiles[0]?.text ?? "";
    const worker = new Worker(`${prelude}(() => { const require = undefined, process = undefined, Buffer = undefined; ${script} })()`, {
      eval: true,
    });
    const files: Record<string, string> = {
      "vscode-test-web://mount/dist/terminology.json": prebuiltTerminology(),
      "vscode-test-web://mount/immunolex.yaml": "concepts:\n  - term: zebra cell\n    definition: cell with stripes\n",
    };
    const uri = "vscode-test-web://mount/draft.md";
    const text = "The zebra cell. The human leukocyte antigen (HLA) genes.\n";
    const answer = (id: number, result: unknown) => worker.postMessage({ jsonrpc: "2.0", id, result });
    const found = new Promise<{ hover: string; diagnostics: Diagnostic[] }>((resolve, reject) => {
      let [hover, diagnostics]: [string?, Diagnostic[]?] = [];
      worker.on("error", reject);
      worker.on("message", ({ id, method, params, result }) => {
        if (method === "immunolex/readFile") answer(id, { text: files[params.uri] ?? null });
        else if (method === "immunolex/findFiles") answer(id, []);
        else if (method === "textDocument/publishDiagnostics" && params.uri === uri) diagnostics = params.diagnostics;
        else if (id === 2) hover = result.contents.value;
        if (hover !== undefined && diagnostics) resolve({ hover, diagnostics });
      });
    });
    const send = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
    send({
      id: 1,
      method: "initialize",
      params: {
        processId: null,
        rootUri: "vscode-test-web://mount",
        capabilities: {},
        initializationOptions: { clientFiles: true, terminologyUri: "vscode-test-web://mount/dist/terminology.json", diagnostics: "push" },
      },
    });
    send({ method: "initialized", params: {} });
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "markdown", version: 1, text } } });
    send({ id: 2, method: "textDocument/hover", params: { textDocument: { uri }, position: { line: 0, character: 6 } } });
    const { hover, diagnostics } = await found;
    assert.match(hover, /cell with stripes/);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["abbr-unused"],
    );
    await worker.terminate();
  });
});
