/** Packs of a person and of a folder: found, watched, and their faults shown where they stand. */
import assert from "node:assert/strict";
import { Client, has, hasNot, messageOf, Workspace } from "./support.ts";

const draft = "The zebra cell is striped. The human leukocyte antigen (HLA) genes carry risk.\n";

const pack = (definition: string) =>
  `name: of-the-test\ntitle: Pack of the test\nconcepts:\n  - term: zebra cell\n    definition: ${definition}\n`;

const watching = { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } } };

describe("packs", () => {
  let client: Client;
  afterEach(() => client.stop());

  async function start(workspace: Workspace, settings: Record<string, unknown> = {}, options: object = {}) {
    client = await Client.start({ folders: [workspace], settings, ...options });
    return client.open(workspace.at("draft.md"), draft);
  }

  it("of the folder are in force, and a change of one shows at once", async () => {
    const workspace = new Workspace({ "immunolex.yaml": pack("cell with black stripes") });
    const file = await start(workspace);
    assert.match(await file.hover("zebra"), /black stripes/);
    client.filesChanged(workspace.write("immunolex.yaml", pack("cell with white stripes")));
    assert.match(await file.hover("zebra"), /white stripes/);
    workspace.remove("immunolex.yaml");
    client.filesChanged(workspace.at("immunolex.yaml"));
    assert.equal(await file.hover("zebra"), "");
    client.filesChanged(workspace.write(".immunolex/more.yaml", pack("cell with red stripes")));
    assert.match(await file.hover("zebra"), /red stripes/);
  });

  it("that are broken say so in their own file, and the draft keeps its findings", async () => {
    const workspace = new Workspace({ "immunolex.yaml": "name: broken\nconcepts: 12\n" });
    const file = await start(workspace);
    const [problem] = await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length > 0);
    assert.equal(problem?.source, "immunolex");
    assert.equal(problem?.severity, 1);
    assert.equal(problem?.range.start.line, 1);
    await file.diagnostics(has("abbr-unused"));
    assert.match(await file.hover("HLA"), /human leukocyte antigen/);

    client.filesChanged(workspace.write("immunolex.yaml", pack("cell with black stripes")));
    await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length === 0);
    assert.match(await file.hover("zebra"), /black stripes/);
    await file.diagnostics(has("abbr-unused"));
  });

  it("are told of concepts that they refer to and that are nowhere", async () => {
    const text =
      "concepts:\n  - { term: zebra cell, id: own:zebra, broader: IMX:0226 }\n  - { term: horse, related: [own:zebra, own:zebre, other:one] }\n  - term: mule\n    confusedWith: autoantigen\n";
    const workspace = new Workspace({ "immunolex.yaml": text, ".immunolex/other.yaml": "- { term: donkey, id: other:one }\n" });
    const file = await start(workspace);
    const problems = await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length > 0);
    assert.deepEqual(
      problems.map(({ message, severity, range }) => [String(message).replace(/IMX:\d+/, "IMX"), severity, range.start.line]),
      [
        ["There is no concept `own:zebre`. Did you mean `own:zebra`?", 2, 2],
        ["There is no concept `autoantigen`. The id of “autoantigen” is `IMX`.", 2, 4],
      ],
    );
    assert.match(await file.hover("zebra"), /zebra cell/);
  });

  for (const [name, order] of [
    ["the folder alone", ["one"]],
    ["another folder after it", ["one", "two"]],
    ["another folder before it", ["two", "one"]],
  ] as const) {
    it(`of the settings may refer to concepts of a folder, with ${name}, and are told of those that are nowhere`, async () => {
      const house = new Workspace({
        "house.yaml": "concepts:\n  - { term: zebra cell, broader: own:horse }\n  - { term: lion cell, broader: own:nowhere }\n",
      });
      const one = new Workspace({ "immunolex.yaml": "concepts:\n  - { term: horse, id: own:horse }\n  - term: mule\n" });
      const two = new Workspace({ "immunolex.yaml": "concepts:\n  - { term: gnat, id: own:nowhera }\n" });
      const folders = { one, two };
      client = await Client.start({ folders: order.map((each) => folders[each]), settings: { packs: [`${house.path}/house.yaml`] } });
      client.open(one.at("draft.md"), draft);
      const lines = async (count: number) =>
        (await client.publishedFor(house.at("house.yaml"), (all) => all.length >= count)).map(({ range }) => range.start.line);
      assert.deepEqual(await lines(1), [2]);
      client.filesChanged(one.write("immunolex.yaml", "concepts:\n  - { term: horse, id: own:pony }\n"));
      assert.deepEqual(await lines(2), [1, 2]);
    });
  }

  it("follow an editor that has them open, saved or not", async () => {
    const workspace = new Workspace({ "immunolex.yaml": pack("cell with black stripes") });
    const file = await start(workspace);
    assert.match(await file.hover("zebra"), /black stripes/);
    const opened = client.open(workspace.at("immunolex.yaml"), pack("cell with black stripes"), "yaml");
    opened.replace("term: zebra cell", "trem: zebra cell");
    const problems = await client.publishedFor(opened.uri, (all) => all.length > 0);
    assert(problems.some(({ range }) => range.start.line === 3));
    opened.replace("trem", "term");
    await client.publishedFor(opened.uri, (all) => all.length === 0);
    opened.replace("black", "blue");
    client.notify("textDocument/didSave", { textDocument: { uri: opened.uri } });
    assert.match(await file.hover("zebra"), /blue stripes/);
  });

  it("of the settings come before those of the folder, and a missing one is reported once", async () => {
    const elsewhere = new Workspace({
      "house.yaml": `${pack("cell of the house")}  - term: lion cell\n    definition: cell with a mane\n`,
    });
    const workspace = new Workspace({ "immunolex.yaml": pack("cell of the folder") });
    const packs = [`${elsewhere.path}/house.yaml`, "none.yaml"];
    const file = await start(workspace, { packs }, watching);
    file.replace("striped", "striped, the lion cell is not");
    assert.match(await file.hover("zebra"), /cell of the folder/);
    assert.match(await file.hover("lion"), /with a mane/);
    await client.until(() => client.messages.some((message) => message.includes("none.yaml")));
    client.filesChanged(workspace.at("immunolex.yaml"));
    await file.hover("zebra");
    assert.equal(client.messages.length, 1);
    client.filesChanged(workspace.write("none.yaml", "concepts:\n  - term: striped\n    definition: having stripes\n"));
    assert.match(await file.hover("striped"), /having stripes/);
    const asked = JSON.stringify(client.asked.filter(({ method }) => method === "client/registerCapability"));
    for (const watched of ["**/immunolex.yaml", "**/.immunolex/*.yaml", "house.yaml"])
      assert(asked.includes(JSON.stringify(watched)), watched);
  });

  it("of the settings that cannot be read are named whatever their path holds", async () => {
    client = await Client.start({ settings: { packs: ["50%.yaml", "file:///50%25.yaml"] } });
    await client.until(() => client.messages.length === 2);
    assert.deepEqual(client.messages, [
      "The pack 50%.yaml of the setting immunolex.packs cannot be read: a relative path needs an open folder.",
      "The pack file:///50%.yaml of the setting immunolex.packs cannot be read: there is no such file.",
    ]);
    assert.deepEqual(
      client.logs.filter((log) => log.includes("URIError")),
      [],
    );
  });

  it("may name others, and are told where one of them cannot be read", async () => {
    const workspace = new Workspace({
      "immunolex.yaml": "packs:\n  - shared/terms.yaml\n  - shared/none.yaml\n",
      "shared/terms.yaml": `packs: [../immunolex.yaml]\n${pack("cell that is shared")}`,
    });
    const file = await start(workspace);
    assert.match(await file.hover("zebra"), /cell that is shared/);
    const problems = await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length > 0);
    assert.deepEqual(
      problems.map(({ message, range }) => [message, range.start.line]),
      [["The pack shared/none.yaml cannot be read: there is no such file.", 2]],
    );
  });

  it("may start from another settings file, whose settings they overrule, but not from themselves", async () => {
    const workspace = new Workspace({
      "immunolex.yaml": "extends: house/base.yaml\nrules: { abbr-underused: error }\n",
      "house/base.yaml": `extends: ../immunolex.yaml\nrules: { abbr-unused: error, abbr-underused: off }\n${pack("cell of the house")}`,
    });
    const file = await start(workspace);
    const found = await file.diagnostics(has("abbr-unused"));
    assert.equal(found.find(({ code }) => code === "abbr-unused")?.severity, 1);
    assert.match(await file.hover("zebra"), /cell of the house/);
    const problems = await client.publishedFor(workspace.at("house/base.yaml"), (all) => all.length > 0);
    assert.deepEqual(
      problems.map(({ message, range }) => [message, range.start.line]),
      [["`extends` runs in a circle: ../immunolex.yaml starts from this file. It is left out.", 0]],
    );
  });

  it("carry settings, which outrank those of the editor; a rule that there is not is reported", async () => {
    const workspace = new Workspace({
      "immunolex.yaml": "rules:\n  abbr-unused: error\n  abbr-unusde: off\nignore: [notes/**, old-*.md]\n",
    });
    const file = await start(workspace, { rules: { "abbr-unused": "off" } });
    const found = await file.diagnostics(has("abbr-unused"));
    assert.equal(found[0]?.severity, 1);
    const problems = await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length > 0);
    assert.match(messageOf(problems[0]), /no rule `abbr-unusde`/);
    for (const name of ["notes/deep/a.md", "chapter/old-1.md"]) {
      const ignored = client.open(workspace.at(name), draft);
      assert.equal(await ignored.hover("HLA"), "", name);
    }
    client.filesChanged(workspace.write("immunolex.yaml", "name: nothing\n"));
    await file.diagnostics(hasNot("abbr-unused"));
  });

  it("hold for their own folder alone", async () => {
    const one = new Workspace({ "immunolex.yaml": pack("cell of one") });
    const two = new Workspace({ "immunolex.yaml": pack("cell of two") });
    client = await Client.start({ folders: [one] });
    const [inOne, inTwo] = [client.open(one.at("a.md"), draft), client.open(two.at("a.md"), draft)];
    assert.match(await inOne.hover("zebra"), /cell of one/);
    assert.equal(await inTwo.hover("zebra"), "");
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: two.uri, name: "two" }], removed: [] } });
    assert.match(await inTwo.hover("zebra"), /cell of two/);
    assert.match(await inOne.hover("zebra"), /cell of one/);
  });

  it("are read through the client where the server cannot reach them", async () => {
    const folder = "vscode-vfs://github/somebody/review";
    client = await Client.start({
      initializationOptions: { clientFiles: true },
      serving: {
        [`${folder}/immunolex.yaml`]: pack("cell from afar"),
      },
      folders: [{ uri: folder }],
    });
    const file = client.open(`${folder}/draft.md`, draft);
    assert.match(await file.hover("zebra"), /cell from afar/);
  });
});
