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

describe("what a client has commands for", () => {
  const text = "Systemic lupus erythematosus (SLE).\n\nThe SLE flares. The CD fell.\n\nThe “SLE” label.";
  const uri = "file:///tmp/100%25%20(b).md";
  const settings = { codeLens: true };

  /** The commands of a hover's links, with their arguments as VS Code reads them: decoded once as an address and once more. */
  function linked(markdown: string): [string, unknown][] {
    return [...markdown.matchAll(/\]\(command:([\w.]+)\?([^)\s]+)\)/g)].map(([, command = "", args = ""]) => [
      command,
      JSON.parse(decodeURIComponent(decodeURIComponent(args))),
    ]);
  }

  it("is offered at the end of a hover, for the name under it", async () => {
    const commands = ["immunolex.showTermCard", "immunolex.showUses", "immunolex.renameTerm"];
    const client = await Client.start({ settings, initializationOptions: { commands } });
    const file = client.open(uri, text);
    const told = await file.hover("SLE flares");
    const place = { uri, position: file.positionOf("SLE flares") };
    assert.match(told, /\n\n\[Term card\]\([^)]*\) · \[All uses\]\([^)]*\) · \[Rename\]\([^)]*\)$/);
    const [card, uses, rename] = linked(told);
    assert.match(JSON.stringify(card), /^\["immunolex\.showTermCard",\["IMX:\d+","file:/);
    assert.ok(JSON.stringify(card).includes(JSON.stringify(uri)));
    assert.deepEqual(uses, ["immunolex.showUses", [place]]);
    assert.deepEqual(rename, ["immunolex.renameTerm", [place]]);
    const cards = linked(await file.hover("CD fell")).filter(([command]) => command === "immunolex.showTermCard");
    assert.equal(cards.length, 2);
    const [lens] = await file.ask<CodeLens[]>("codeLens", {});
    assert.equal(lens?.command?.command, "immunolex.showUses");
    assert.deepEqual(lens?.command?.arguments, [{ uri, position: { line: 0, character: 0 }, abbreviation: "SLE" }]);
    await client.stop();
  });

  it("is not offered to others, whatever they send", async () => {
    for (const initializationOptions of [undefined, { commands: true }, { commands: ["other.command", 7, null] }]) {
      const client = await Client.start({ settings, initializationOptions });
      const file = client.open(uri, text);
      assert.doesNotMatch(await file.hover("SLE flares"), /command:|Term card/);
      const [lens] = await file.ask<CodeLens[]>("codeLens", {});
      assert.deepEqual(lens?.command, { title: "SLE: defined here · 2 uses", command: "" });
      await client.stop();
    }
  });

  it("is offered one by one", async () => {
    const client = await Client.start({ settings, initializationOptions: { commands: ["immunolex.showTermCard"] } });
    const file = client.open(uri, text);
    assert.deepEqual(
      linked(await file.hover("SLE flares")).map(([command]) => command),
      ["immunolex.showTermCard"],
    );
    await client.stop();
  });
});
