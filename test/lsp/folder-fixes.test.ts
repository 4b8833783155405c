/** What can be fixed in all drafts of a folder, as the client asks for it and applies it. */
import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver";
import { applyEdits, Draft, Lines } from "../../server/src/core/index.ts";
import { fixesOrFailure } from "../../server/src/lsp/folder-fixes.ts";
import { createGuard } from "../../server/src/lsp/guard.ts";
import { builtinSet } from "../support/terminology.ts";
import { Client, Workspace } from "./support.ts";

const types = "Types HLA-DRB1*04:01 and HLA-DQB1*03:02 differ.";
const files = {
  "a.md": `${types}\r\nThe 𝛽 oedema and edema, edema.\r\n`,
  "b.md": `${types}\n`,
  "c.md": "Nothing to mend.\n",
  "old/d.md": `${types}\n`,
  "immunolex.yaml": "ignore: [old/]\n",
};
const mended = (text: string) => text.replace("DRB1*", "DRB1\\*").replace("DQB1*", "DQB1\\*");

interface RuleFixes {
  readonly rule: string;
  readonly title: string;
  readonly places: number;
  readonly drafts: number;
}
type DraftFixes = { readonly uri: string; readonly edits: readonly { range: Range; oldText: string; newText: string }[] };

describe("fix all in a folder", () => {
  let client: Client;
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = new Workspace(files);
    client = await Client.start({ folders: [workspace] });
  });
  afterEach(() => client.stop());

  const rules = (uri: string) => client.request<RuleFixes[]>("immunolex/folderFixes", { uri });
  const fixes = (uri: string, wanted: readonly string[]) => client.request<DraftFixes[]>("immunolex/fixFolder", { uri, rules: wanted });
  /** The text of each draft that changes. */
  const fixed = (found: readonly DraftFixes[], texts: Readonly<Record<string, string>> = files) =>
    Object.fromEntries(
      found.map(({ uri, edits }) => {
        const name = uri.slice(workspace.uri.length + 1);
        const text = texts[name] as string;
        const lines = Lines.of(text);
        const list = edits.map(({ range, oldText, newText }) => {
          const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
          assert.equal(text.slice(from, to), oldText);
          return { from, to, text: newText };
        });
        return [name, applyEdits(text, list)];
      }),
    );

  it("is offered by rule, with places and drafts, for a folder or a draft in it", async () => {
    const found = await rules(workspace.uri);
    assert.deepEqual(
      found.map(({ rule, places, drafts }) => ({ rule, places, drafts })),
      [
        { rule: "spelling-locale", places: 1, drafts: 1 },
        { rule: "hla-asterisk-markdown", places: 4, drafts: 2 },
      ],
    );
    assert(found.every(({ title }) => title.length > 5));
    assert.deepEqual(await rules(workspace.at("c.md")), found);
  });

  it("mends what was chosen in every draft, and nothing else", async () => {
    const all = (await rules(workspace.uri)).map(({ rule }) => rule);
    assert.deepEqual(fixed(await fixes(workspace.uri, all)), {
      "a.md": mended(files["a.md"]).replace("oedema", "edema"),
      "b.md": mended(files["b.md"]),
    });
    assert.deepEqual(fixed(await fixes(workspace.uri, ["spelling-locale"])), { "a.md": files["a.md"].replace("oedema", "edema") });
    assert.deepEqual(await fixes(workspace.uri, []), []);
  });

  it("mends the text in the editor where a draft is open, and leaves nothing to mend", async () => {
    const file = client.open(workspace.at("b.md"), "No types yet.\n");
    file.replace("No types yet.", `At last: ${types}`);
    const all = (await rules(workspace.uri)).map(({ rule }) => rule);
    const after = fixed(await fixes(file.uri, all), { ...files, "b.md": file.text });
    assert.equal(after["b.md"], `At last: ${mended(types)}\n`);
    file.replaceAll(after["b.md"] as string);
    workspace.write("a.md", after["a.md"] as string);
    assert.deepEqual(await rules(workspace.uri), []);
  });

  it("says that it failed where the drafts cannot be found", async () => {
    await client.stop();
    client = await Client.start({ folders: [{ uri: "memfs:/w" }], serving: {}, initializationOptions: { clientFiles: true } });
    client.connection.onRequest("immunolex/findDrafts", () => {
      throw new Error("The search has ended.");
    });
    assert.equal(await rules("memfs:/w"), null);
    assert.equal(await fixes("memfs:/w", ["hla-asterisk-markdown"]), null);
    await client.until(() => client.logs.some((log) => log.includes("fixFolder") && log.includes("The search has ended.")));
  });

  it("goes on where it fails in one draft, which is named", () => {
    const logs: string[] = [];
    const guard = createGuard({ info: assert.fail, warn: assert.fail, error: (message) => logs.push(message) });
    const draft = new Draft(files["b.md"], "markdown", builtinSet);
    const broken: Draft = Object.create(draft, { diagnostics: { value: () => assert.fail("It cannot be read.") } });
    const wanted = new Set(["hla-asterisk-markdown"]);
    const found = [draft, broken].map((one, i) => fixesOrFailure({ uri: `file:///${i}.md`, version: null, draft: one }, wanted, guard));
    assert.deepEqual(
      found.map(({ edits, failed }) => [edits.length, failed]),
      [
        [2, undefined],
        [0, true],
      ],
    );
    assert.match(logs.join(), /^fixFolder file:\/\/\/1\.md: .*It cannot be read\./);
  });

  it("has nothing to say of a folder that is none", async () => {
    assert.deepEqual(await rules("file:///nowhere/at/all"), []);
    assert.deepEqual(await fixes("untitled:nothing", ["hla-asterisk-markdown"]), await fixes(workspace.uri, ["hla-asterisk-markdown"]));
    assert.deepEqual(client.logs, []);
  });
});
