/** The server speaks the language of the editor; what it writes into a draft stays English. */
import assert from "node:assert/strict";
import type { CodeAction, CodeLens } from "vscode-languageserver";
import { Client, has, messageOf, type OpenFile, Workspace } from "./support.ts";

const text = "# Lupus\n\nPatients with SLE had antibodies. CD 4+ T cells were counted.\n";

interface Said {
  readonly message: string | undefined;
  readonly hover: string;
  readonly titles: readonly string[];
}

async function saidIn(locale: string | undefined): Promise<Said> {
  const client = await Client.start(locale === undefined ? {} : { locale });
  const file = client.open("file:///draft.md", text);
  const diagnostics = await file.diagnostics(has("abbr-undefined"));
  const message = messageOf(diagnostics.find(({ code }) => code === "abbr-undefined"));
  const said = { message, hover: await file.hover("SLE"), titles: (await actionsOn(file, "SLE")).map(({ title }) => title) };
  await client.stop();
  return said;
}

function actionsOn(file: OpenFile, at: string): Promise<CodeAction[]> {
  return file.actions(at);
}

describe("the language of the server", () => {
  it("is German for a German editor, in messages, hovers and titles of fixes, and never in the draft", async () => {
    const { message, hover, titles } = await saidIn("de");
    assert.equal(
      message,
      "„SLE“ ist nicht definiert. Schreiben Sie die Abkürzung bei der ersten Verwendung aus: „systemic lupus erythematosus (SLE)“.",
    );
    assert.match(hover, /\*In diesem Dokument:\* „SLE“ wird verwendet und ist nicht definiert/);
    assert(titles.includes("Hier definieren: „systemic lupus erythematosus (SLE)“"), titles.join("\n"));
  });

  it("is German for other German locales", async () => {
    assert.match((await saidIn("de-AT")).message ?? "", /^„SLE“ ist nicht definiert/);
  });

  for (const locale of ["fr", "en-gb", undefined]) {
    it(`is English for ${locale ?? "an editor that names none"}`, async () => {
      const { message, hover, titles } = await saidIn(locale);
      assert.equal(message, "“SLE” is not defined. Write it out at first use: “systemic lupus erythematosus (SLE)”.");
      assert.match(hover, /\*In this document:\* “SLE” is used and not defined/);
      assert(titles.includes("Define here: “systemic lupus erythematosus (SLE)”"), titles.join("\n"));
    });
  }

  it("is German in packs, settings, lenses, refusals and titles of lists, whose text stays English", async () => {
    const workspace = new Workspace({ "immunolex.yaml": "rules:\n  abbr-unusd: off\nconcepts: []\n" });
    const settings = { codeLens: true, rules: { nonsense: "off" } };
    const client = await Client.start({ locale: "de", folders: [workspace], settings });
    const file = client.open(
      workspace.at("draft.md"),
      "Systemic lupus erythematosus (SLE) is severe.\n\nSLE and SLE. Most with SLE had it.\n\n> “SLE”\n",
    );
    const [problem] = await client.publishedFor(workspace.at("immunolex.yaml"), (all) => all.length > 0);
    assert.equal(messageOf(problem), "Die Regel `abbr-unusd` gibt es nicht. Meinten Sie `abbr-unused`?");
    await client.until(() => client.messages.includes("Die Einstellung immunolex.rules nennt „nonsense“, aber diese Regel gibt es nicht."));
    const lenses = await file.ask<CodeLens[]>("codeLens", {});
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ["SLE: hier definiert · 3 Verwendungen"],
    );
    const refusal = file.ask("rename", { position: file.positionOf("> “SL", true), newName: "LES" });
    await assert.rejects(refusal, /Dieser Name steht in einem Zitat, und das behält seinen Wortlaut\./);
    const [list] = await file.actions("severe", { only: ["source.abbreviationList.immunolex"] });
    assert.equal(list?.title, "Abkürzungsverzeichnis einfügen (1 Eintrag)");
    assert.match(JSON.stringify(list?.edit), /# Abbreviations.*\| Abbreviation \| Meaning \|/);
    await client.stop();
  });
});
