/** Colors, hints and lenses over real standard streams. */
import assert from "node:assert/strict";
import type { CodeLens, InlayHint, SemanticTokens } from "vscode-languageserver";
import { Client, type OpenFile, Workspace } from "./support.ts";

const draft = "# Lupus\r\n\r\nSystemic lupus erythematosus (SLE) \u{1d6fd}: SLE flares.\r\n\r\nIn SLE, HLA-B27.\r\n";
const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

describe("reading aids", () => {
  let client: Client;
  let file: OpenFile;
  before(async () => {
    const refresh = { refreshSupport: true };
    client = await Client.start({
      folders: [new Workspace()],
      capabilities: { workspace: { semanticTokens: refresh, inlayHint: refresh, codeLens: refresh } },
    });
    file = client.open("untitled:Untitled-1", draft);
  });
  after(() => client.stop());

  const asked = (method: string) => client.asked.filter((request) => request.method === method).length;

  /** Sets settings and waits until the client is told to ask again. */
  async function set(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const before = asked("workspace/codeLens/refresh");
    client.setSettings(settings);
    await client.until(() => asked("workspace/codeLens/refresh") > before);
  }

  it("are nothing until they are asked for", async () => {
    assert.deepEqual(client.capabilities.semanticTokensProvider, {
      legend: { tokenTypes: ["immunolexTerm", "immunolexAbbreviation"], tokenModifiers: ["definition", "deprecated"] },
      full: true,
      range: true,
    });
    assert.deepEqual(await file.ask("semanticTokens/full", {}), { data: [] });
    assert.deepEqual(await file.ask("inlayHint", { range: everything }), []);
    assert.deepEqual(await file.ask("codeLens", {}), []);
  });

  it("color names, counted as the protocol does", async () => {
    await set({ highlightTerms: true });
    assert.ok(asked("workspace/semanticTokens/refresh") > 0 && asked("workspace/inlayHint/refresh") > 0);
    const { data } = await file.ask<SemanticTokens>("semanticTokens/full", {});
    assert.deepEqual(words(data), [
      "Lupus 0 0",
      "Systemic lupus erythematosus 0 1",
      "SLE 1 1",
      "SLE 1 0",
      "flares 0 0",
      "SLE 1 0",
      "HLA-B27 1 0",
    ]);
    const last = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const part = await file.ask<SemanticTokens>("semanticTokens/range", { range: last });
    assert.equal(words(part.data)[0], "SLE 1 0");
    assert.deepEqual(part.data.slice(0, 2), [4, 3]);
  });

  it("show what an abbreviation stands for at each n-th use", async () => {
    await set({ inlayHints: { everyNthUse: 2 } });
    const hints = await file.ask<InlayHint[]>("inlayHint", { range: everything });
    assert.deepEqual(hints, [
      {
        position: { line: 4, character: 6 },
        label: "(systemic lupus erythematosus)",
        paddingLeft: true,
        tooltip: "SLE, use 2 in this document; defined in line 3",
      },
    ]);
  });

  it("count the uses above a definition, and follow edits", async () => {
    await set({ codeLens: true });
    const titles = async () => (await file.ask<CodeLens[]>("codeLens", {})).map(({ command }) => command?.title);
    assert.deepEqual(await titles(), ["SLE: defined here · 2 uses"]);
    file.replace("# Lupus\r\n\r\n", "# Lupus\r\n\r\nThe SLE.\r\n\r\n");
    assert.deepEqual(await titles(), ["SLE: defined here · 3 uses · 1 before the definition"]);
    await set({ codeLens: "yes" });
    assert.deepEqual(await titles(), []);
    assert.ok(client.messages.some((message) => message.includes("immunolex.codeLens")));
  });

  /** The text of each token with its type and modifiers. */
  function words(data: readonly number[]): string[] {
    const lines = file.text.split("\r\n");
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
      line += down;
      character = down > 0 ? right : character + right;
      found.push(`${lines[line]?.slice(character, character + length)} ${type} ${modifiers}`);
    }
    return found;
  }
});

describe("hover and completion", () => {
  it("lead to the line of a definition, and introduce an abbreviation", async () => {
    const client = await Client.start();
    const file = client.open("file:///tmp/a%20(b).md", "Systemic lupus erythematosus (SLE).\n\nThe SLE flares in regulatory T cells");
    assert.match(await file.hover("SLE flares"), /defined in \[line 1\]\(file:\/\/\/tmp\/a%20%28b%29\.md#L1\)/);
    const list = await file.completion("regulatory T cells");
    assert.deepEqual(list?.items[0]?.textEdit, { range: file.rangeOf("regulatory T cells"), newText: "regulatory T cells (Tregs)" });
    await client.stop();
  });
});
