/** Open documents over real standard streams: what is said of them, and how it follows their edits. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Client, findings, has, hasNot, messageOf, Workspace } from "./support.ts";

const draft = `# Molecular mimicry

In molecular mimicry, a foreign antigen resembles a self-antigen.

Variants of the human leukocyte antigen (HLA) genes carry risk. Serum auto-antibodies are common;
autoantibodies bind tissue, and autoantibodies persist.

Alleles HLA-DRB1*04:01 and HLA-DQB1*03:02 lend risk.
`;

describe("the server", () => {
  let client: Client;
  let names = 0;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const open = (text: string, languageId?: string) => client.open(`file:///tmp/draft-${++names}.md`, text, languageId);

  it("says what it can do", () => {
    const { textDocumentSync, hoverProvider, completionProvider, codeActionProvider, diagnosticProvider } = client.capabilities;
    assert.deepEqual(textDocumentSync, { openClose: true, change: 2, save: true });
    assert.equal(hoverProvider, true);
    assert.deepEqual(completionProvider, { resolveProvider: true });
    assert.deepEqual(codeActionProvider, {
      codeActionKinds: [
        "quickfix",
        "source.fixAll.immunolex",
        "refactor.rewrite",
        "source.abbreviationList.immunolex",
        "source.glossary.immunolex",
      ],
    });
    assert.equal(diagnosticProvider, undefined, "a client that cannot ask is sent findings unasked");
  });

  it("publishes the findings of a document when it opens, and takes them back when it closes", async () => {
    const file = open(draft);
    const diagnostics = await file.diagnostics();
    assert(diagnostics.length > 0);
    for (const diagnostic of diagnostics) assert.equal(diagnostic.source, "immunolex");
    const allele = diagnostics.find(({ code }) => code === "hla-asterisk-markdown");
    assert.equal(allele?.severity, 1);
    const variant = diagnostics.find(({ code }) => code === "prefix-always-closed");
    assert.match(findings(variant ? [variant] : [], draft).join(), /auto-antibodies/);
    file.close();
    await client.publishedFor(file.uri, (none, { version }) => none.length === 0 && version === undefined);
  });

  it("marks what is not needed, and says where a thing was defined", async () => {
    const file = open("The human leukocyte antigen (HLA) genes carry risk.\n");
    const [unused] = await file.diagnostics(has("abbr-unused"));
    assert.deepEqual(unused?.tags, [1]);
    const again = open("Human leukocyte antigen (HLA) genes vary. In families, human leukocyte antigen (HLA) types are shared.\n");
    const redefined = (await again.diagnostics(has("abbr-redefined"))).find(({ code }) => code === "abbr-redefined");
    assert.equal(redefined?.relatedInformation?.[0]?.location.uri, again.uri);
  });

  it("lets findings come and go with edits", async () => {
    const file = open("The human leukocyte antigen (HLA) genes carry risk.\n");
    await file.diagnostics(has("abbr-unused"));
    file.replace("risk", "risk in most HLA");
    await file.diagnostics(hasNot("abbr-unused"));
    file.replace(" in most HLA", "");
    await file.diagnostics(has("abbr-unused"));
  });

  it("answers a burst of edits for its last version", async () => {
    const file = open(draft);
    for (const letter of "more autoimmunity, and ") file.edit({ range: emptyAt(file.positionOf("risk.")), text: letter });
    assert.deepEqual(findings(await file.diagnostics(), file.text), findings(await open(file.text).diagnostics(), file.text));
  });

  for (const [name, lineBreak] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ] as const) {
    it(`finds after any edits what it finds in the same text opened anew (${name})`, async () => {
      const text = draft.replaceAll("\n", lineBreak);
      const piece = fc.constantFrom(
        "HLA",
        " (HLA)",
        lineBreak,
        lineBreak + lineBreak,
        "auto-antibodies ",
        "*",
        "`",
        "> ",
        "T cell",
        "x",
        "",
        "\u{1d6fd}",
      );
      const place = fc.record({ line: fc.nat(12), character: fc.nat(110) });
      const change = fc.record({ a: place, b: place, text: piece });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const file = open(text);
          for (const { a, b, text: insert } of changes) file.edit({ range: ordered(file.inText(a), file.inText(b)), text: insert });
          const [edited, fresh] = [await file.diagnostics(), await open(file.text).diagnostics()];
          assert.deepEqual(findings(edited, file.text), findings(fresh, file.text));
          assert.deepEqual(
            edited.map(({ range }) => range),
            fresh.map(({ range }) => range),
          );
          file.close();
        }),
        { numRuns: 25 },
      );
    });
  }

  it("takes several changes of one message in the order in which they are given", async () => {
    const file = open("one\ntwo\nthree\n");
    file.edit(
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: "" },
      { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: " human leukocyte antigen (HLA)" },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } }, text: "four" },
    );
    assert.equal(file.text, "two human leukocyte antigen (HLA)\nfour\n");
    assert.deepEqual(
      findings(await file.diagnostics(has("abbr-unused")), file.text),
      findings(await open(file.text).diagnostics(), file.text),
    );
  });

  it("counts columns as the protocol does, whatever ends a line and however wide a letter is", async () => {
    const file = open("\u{1d6fd} cells\r\n\r\nThe \u{1d6fd} human leukocyte antigen (HLA) genes.\r\n");
    const [unused] = await file.diagnostics(has("abbr-unused"));
    assert.equal(unused?.range.start.line, 2);
    assert.match(file.text.split("\r\n")[2]?.slice(unused?.range.start.character, unused?.range.end.character) ?? "", /HLA/);
  });

  it("leaves languages that nobody asked for alone", async () => {
    const file = open(draft, "plaintext");
    assert.equal(await file.hover("molecular mimicry"), "");
    assert.deepEqual(await file.actions("auto-antibodies"), []);
  });

  it("explains the term under the pointer", async () => {
    const file = open(draft);
    assert.match(await file.hover("molecular mimicry"), /\*\*molecular mimicry\*\*/);
    assert.equal(await file.hover("resembles"), "");
  });

  it("completes a term and gives its definition when asked", async () => {
    const file = open("One cause is molecular mim");
    const list = await file.completion("molecular mim");
    const item = list?.items.find(({ label }) => label === "molecular mimicry");
    assert(item);
    assert.equal(item.documentation, undefined);
    assert.deepEqual(item.textEdit, { range: file.rangeOf("molecular mim"), newText: "molecular mimicry" });
    const resolved = await client.request<typeof item>("completionItem/resolve", item);
    assert.match((resolved.documentation as { value: string }).value, /\*\*molecular mimicry\*\*/);
    assert.deepEqual(await client.request("completionItem/resolve", { label: "of another list", data: { list: -1, index: 0 } }), {
      label: "of another list",
      data: { list: -1, index: 0 },
    });
  });

  it("mends one finding", async () => {
    const file = open(draft);
    const actions = await file.actions("auto-antibodies", { only: ["quickfix"] });
    const fix = actions.find(({ title }) => /autoantibod/.test(title));
    assert.equal(fix?.kind, "quickfix");
    assert.equal(fix?.diagnostics?.[0]?.code, "prefix-always-closed");
    const [change] = fix?.edit?.documentChanges ?? [];
    assert(change && "edits" in change);
    assert.deepEqual(change.textDocument, { uri: file.uri, version: 1 });
    file.apply(change.edits as never);
    assert.match(file.text, /Serum autoantibodies are common/);
    await file.diagnostics(hasNot("prefix-always-closed"));
  });

  it("mends all findings of a kind", async () => {
    const file = open(
      "Autoantibodies are many. Some auto-antibodies bind. Other auto-antibodies rest. Autoantibodies stay; autoantibodies last.\n",
    );
    const all = (await file.actions("auto-antibodies")).find(({ title }) => title.endsWith("in all 2 places"));
    const [change] = all?.edit?.documentChanges ?? [];
    assert(change && "edits" in change);
    file.apply(change.edits as never);
    assert.doesNotMatch(file.text, /auto-anti/);
  });

  it("mends all that is safe to mend, and then finds no more of it", async () => {
    const file = open(draft);
    const [action, ...others] = await file.actions("Molecular", { only: ["source.fixAll"] });
    assert.equal(action?.kind, "source.fixAll.immunolex");
    assert.deepEqual(others, []);
    const [change] = action?.edit?.documentChanges ?? [];
    assert(change && "edits" in change);
    file.apply(change.edits as never);
    await file.diagnostics(hasNot("hla-asterisk-markdown"));
    assert.match(file.text, /DRB1\\\*04:01/);
    assert.deepEqual(await file.actions("Molecular", { only: ["source.fixAll.immunolex"] }), []);
  });

  it("offers only the kinds that were asked for", async () => {
    const file = open(draft);
    const kinds = async (context: object) => new Set((await file.actions("auto-antibodies", context)).map(({ kind }) => kind));
    assert.deepEqual(await kinds({ only: ["refactor"] }), new Set());
    assert.deepEqual(await kinds({ only: ["source"] }), new Set(["source.fixAll.immunolex", "source.glossary.immunolex"]));
    assert.deepEqual(await kinds({ triggerKind: 2 }), new Set(["quickfix"]));
    assert.deepEqual(await kinds({ triggerKind: 1 }), new Set(["quickfix", "source.fixAll.immunolex"]));
  });

  it("looks terms up for the client's own commands", async () => {
    const found = await client.request<{ term: string; markdown: string; origin: string }[]>("immunolex/lookUp", {
      query: "molecular mim",
    });
    assert.equal(found[0]?.term, "molecular mimicry");
    assert.match(found[0]?.markdown ?? "", /\*\*molecular mimicry\*\*/);
    const all = await client.request<{ term: string }[]>("immunolex/lookUp", { query: "" });
    assert.equal(all.length, 100);
  });

  it("tells a document's terminology set and the status", async () => {
    const file = open(draft);
    const set = await client.request<{ concepts: { term: string; count: number }[]; layers: { kind: string }[] }>(
      "immunolex/terminologySet",
      {
        uri: file.uri,
      },
    );
    assert(set.concepts.some(({ term, count }) => term === "molecular mimicry" && count === 2));
    assert.deepEqual(
      set.layers.map(({ kind }) => kind),
      ["builtin"],
    );
    const status = await client.request<{ concepts: number; layers: string[]; checked: boolean }>("immunolex/status", { uri: file.uri });
    assert(status.concepts > 100);
    assert.equal(status.checked, true);
    assert.equal((await client.request<typeof status>("immunolex/status", null)).checked, false);
  });
});

describe("a client that asks for findings", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  after(() => client.stop());

  it("is answered, and is not sent any unasked", async () => {
    assert.deepEqual(client.capabilities.diagnosticProvider, { interFileDependencies: false, workspaceDiagnostics: false });
    const file = client.open("file:///tmp/pull.md", draft);
    const first = await file.pull();
    assert.equal(first.kind, "full");
    assert(first.items.some(({ code }) => code === "hla-asterisk-markdown"));
    assert.deepEqual(await file.pull(first.resultId), { kind: "unchanged", resultId: first.resultId });
    file.replace("HLA-DRB1*04:01 and HLA-DQB1*03:02", "Some");
    const second = await file.pull(first.resultId);
    assert(!second.items.some(({ code }) => code === "hla-asterisk-markdown"));
    file.close();
    const again = client.open("file:///tmp/pull.md", draft);
    assert.equal((await again.pull(first.resultId)).kind, "full");
    assert.equal(client.wasSent(file.uri), false);
  });
});

describe("settings", () => {
  it("of the rules, the languages and the largest size hold at once", async () => {
    const client = await Client.start({ folders: [new Workspace()] });
    const file = client.open("untitled:Untitled-1", draft);
    const plain = client.open("untitled:Untitled-2", "The human leukocyte antigen (HLA) genes.\n", "plaintext");
    await file.diagnostics(has("prefix-always-closed"));
    client.setSettings({ rules: { "prefix-always-closed": "off", "abbr-none": "off" }, languages: ["markdown", "plaintext"], locale: 7 });
    await file.diagnostics(hasNot("prefix-always-closed"));
    await plain.diagnostics(has("abbr-unused"));
    await client.until(() => client.messages.some((message) => message.includes("abbr-none")));
    await client.until(() => client.messages.some((message) => message.includes("immunolex.locale")));
    client.setSettings({ maxFileSize: 0.0001 });
    const [notice, ...others] = await file.diagnostics(has("too-large"));
    assert.match(messageOf(notice), /does not check/);
    assert.equal(notice?.severity, 3);
    assert.deepEqual(others, []);
    await plain.diagnostics((none) => none.length === 0);
    client.setSettings({ builtinTerminology: false });
    await file.diagnostics(hasNot("too-large"));
    assert.equal(await file.hover("molecular mimicry"), "");
    await client.stop();
  });

  it("come from what the client said at the start where it cannot be asked", async () => {
    const client = await Client.start({
      capabilities: { workspace: { configuration: false } },
      initializationOptions: { settings: { rules: { "prefix-always-closed": "error" } } },
    });
    const file = client.open("file:///tmp/pushed.md", draft);
    const found = await file.diagnostics(has("prefix-always-closed"));
    assert.equal(found.find(({ code }) => code === "prefix-always-closed")?.severity, 1);
    client.notify("workspace/didChangeConfiguration", { settings: { immunolex: { rules: { "prefix-always-closed": "off" } } } });
    await file.diagnostics(hasNot("prefix-always-closed"));
    await client.stop();
  });
});

function emptyAt(position: { line: number; character: number }) {
  return { start: position, end: position };
}

function ordered(a: { line: number; character: number }, b: { line: number; character: number }) {
  const [start, end] = a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
  return { start, end };
}
