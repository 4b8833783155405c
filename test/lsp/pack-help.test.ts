/** Completion and hovers in packs and front matter over real standard streams, and when they are asked for. */
import assert from "node:assert/strict";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { Client, type OpenFile, Workspace } from "./support.ts";

const draft = "Molecular mimicry is shown in T cells.\n";

describe("help in packs", () => {
  let client: Client;
  afterEach(() => client.stop());

  async function opened(name: string, text: string, options: object = {}): Promise<OpenFile> {
    const workspace = new Workspace({ [name]: text });
    client = await Client.start({ folders: [workspace], ...options });
    return client.open(workspace.at(name), text, "yaml");
  }

  async function itemsBehind(file: OpenFile, text: string): Promise<readonly CompletionItem[]> {
    return (await file.completion(text))?.items ?? [];
  }

  it("offers what can stand there, whatever is typed so far", async () => {
    const file = await opened("immunolex.yaml", "name: x\r\nex\r\n");
    const extending = (await itemsBehind(file, "\nex")).find(({ label }) => label === "extends");
    assert.deepEqual(extending?.textEdit, { range: file.rangeOf("ex"), newText: "extends: " });
    file.replace("ex", "extends: ");
    assert.deepEqual(
      (await itemsBehind(file, "extends: ")).map(({ label }) => label),
      ["consistent", "ama", "uk", "ji"],
    );
    file.replace("extends: ", "rules:\r\n  abbr");
    const rule = (await itemsBehind(file, "abbr")).find(({ label }) => label === "abbr-unused");
    assert.ok(rule?.detail && rule.documentation);
    assert.deepEqual(await client.request<CompletionItem>("completionItem/resolve", rule), rule);
    assert.ok(!client.logs.some((log) => log.includes("resolve")), client.logs.join("\n"));
    file.replace("abbr", "abbr-unused: off");
    assert.match(await file.hover("abbr-unused"), /^\*\*abbr-unused\*\*/);
    assert.match(await file.hover("rules"), /How serious each rule is/);
  });

  it("finds concepts of the terminology and of the folder", async () => {
    const file = await opened(
      ".immunolex/own.yaml",
      "concepts:\n  - term: zebra cell\n    id: own:zebra\n  - term: horse\n    related: zebra c\n",
    );
    const list = await file.completion("related: zebra c");
    assert.equal(list?.items[0]?.label, "own:zebra");
    assert.equal(list.isIncomplete, true);
    file.replace("related: zebra c", "related: molecular mim");
    const [mimicry] = await itemsBehind(file, "molecular mim");
    assert.equal(mimicry?.detail, "molecular mimicry");
    file.replace("molecular mim", mimicry?.label ?? "");
    assert.match(await file.hover(mimicry?.label ?? ""), /^\*\*molecular mimicry\*\*/);
  });

  it("is there in the front matter of a draft, and gives way to names in its text", async () => {
    client = await Client.start();
    const file = client.open("file:///tmp/draft.md", `---\nimmunolex:\n  extends: \n---\n\n${draft}`);
    assert.equal((await itemsBehind(file, "extends: "))[0]?.label, "consistent");
    assert.match(await file.hover("extends"), /^\*\*extends\*\*/);
    assert.match(await file.hover("Molecular mimicry"), /^\*\*molecular mimicry\*\*/);
    assert.equal(
      (await itemsBehind(file, "T cells")).some(({ label }) => label === "rules"),
      false,
    );
  });

  it("is none of other YAML files, nor of files that are no YAML at all", async () => {
    const file = await opened("other.yaml", "extends: \n");
    assert.equal(await file.completion("extends: "), null);
    assert.equal(await file.hover("extends"), "");
    await client.stop();
    const broken = await opened("immunolex.yaml", "{[}\u0000\ud800: *x\n\t- &&&\n");
    await broken.completion("{[}");
    assert.equal(await broken.hover("{[}"), "");
    assert.deepEqual(
      client.logs.filter((log) => /hover|completion/.test(log)),
      [],
    );
  });

  it("leaves the schema to another extension that the client knows of", async () => {
    const file = await opened("immunolex.yaml", "extends: \nrules:\n  abbr\n", { initializationOptions: { schemaIsTold: true } });
    assert.deepEqual(await itemsBehind(file, "extends: "), []);
    assert.ok((await itemsBehind(file, "abbr")).length > 10);
  });

  it("comes while one types in packs alone, where the client can tell them from drafts", async () => {
    const completionIn = { drafts: [{ language: "markdown" }], packs: [{ pattern: "**/immunolex.yaml" }] };
    const capabilities = { textDocument: { completion: { dynamicRegistration: true } } };
    client = await Client.start({ capabilities, initializationOptions: { completionIn } });
    assert.equal(client.capabilities.completionProvider, undefined);
    const registered = await client.until(() => {
      const all = client.asked
        .filter(({ method }) => method === "client/registerCapability")
        .flatMap(
          ({ params }) => (params as { registrations: { method: string; registerOptions: Record<string, unknown> }[] }).registrations,
        )
        .filter(({ method }) => method === "textDocument/completion");
      return all.length === 2 && all;
    });
    const [drafts, packs] = registered.map(({ registerOptions }) => registerOptions);
    assert.deepEqual(drafts, { documentSelector: completionIn.drafts, resolveProvider: true });
    assert.deepEqual(packs?.documentSelector, completionIn.packs);
    assert.ok((packs as { triggerCharacters: string[] }).triggerCharacters.includes(" "));
    await client.stop();
    client = await Client.start({ initializationOptions: { completionIn } });
    assert.deepEqual(client.capabilities.completionProvider, { resolveProvider: true });
    const list: CompletionList | null = await client.open("file:///tmp/draft.md", draft).completion("T cells");
    assert.ok(list);
  });
});
