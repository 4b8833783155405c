/** The server speaks the language of the editor; what it writes into a draft stays English. */
import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver";
import { Client, has, messageOf, type OpenFile } from "./support.ts";

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
    assert(titles.includes("Ausschreiben: „systemic lupus erythematosus (SLE)“"), titles.join("\n"));
  });

  it("is German for other German locales", async () => {
    assert.match((await saidIn("de-AT")).message ?? "", /^„SLE“ ist nicht definiert/);
  });

  for (const locale of ["fr", "en-gb", undefined]) {
    it(`is English for ${locale ?? "an editor that names none"}`, async () => {
      const { message, hover, titles } = await saidIn(locale);
      assert.equal(message, "“SLE” is not defined. Write it out at first use: “systemic lupus erythematosus (SLE)”.");
      assert.match(hover, /\*In this document:\* “SLE” is used and not defined/);
      assert(titles.includes("Write out: “systemic lupus erythematosus (SLE)”"), titles.join("\n"));
    });
  }
});
