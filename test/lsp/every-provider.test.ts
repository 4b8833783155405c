/** Texts and packs that nobody means to write, asked of everything that the server offers: each question has an answer. */
import assert from "node:assert/strict";
import type { Position } from "vscode-languageserver";
import { Client, type OpenFile, Workspace } from "./support.ts";

/** Names with an abbreviation, a pack's term, an allele and an old name, so that every provider has something to say. */
const names = "The human leukocyte antigen (HLA) and the HLA, an odd <b>term</b>, HLA-DRB1*04:01 and Wegener's granulomatosis.";

const texts: Readonly<Record<string, string>> = {
  "an empty text": "",
  "a mark of the byte order alone": "\uFEFF",
  "halves of letters": `\ud800${names}\udc00 \ud800`,
  "signs that print nothing": `\0\u0001 ${names}\u0002\u2028\u2029\u200b`,
  "writing from right to left": `\u202e${names}\u202c \u05d0\u05d1 HLA \u05d2`,
  "mixed ends of lines": `# ${names}\r\r\n\n\r${names}\r\n${names}`,
  "front matter without an end": `---\nimmunolex: [\n${names}`,
  "front matter that holds something else": `---\nimmunolex: 7\nabbreviations: {HLA: [1, {}], "": x}\nacronyms: - -\n---\n${names}`,
  "a comment without an end": `${names}\n\n<!-- immunolex-disable ${names}`,
  "emphasis without an end": "*_**`".repeat(2_000) + names,
  "brackets without an end": `${"([".repeat(5_000)}${names}`,
  "quotations in quotations": `${"> ".repeat(1_000)}${names}`,
  "lists in lists": Array.from({ length: 100 }, (_, depth) => `${"  ".repeat(depth)}- ${names}`).join("\n"),
  "a table of three hundred columns": `|${"HLA|".repeat(300)}\n|${"-|".repeat(300)}\n|${"HLA|".repeat(300)}`,
  "one line of three hundred definitions": Array.from({ length: 300 }, (_, i) => `the odd matter ${i} (OM${i})`).join(", "),
  "a word of a hundred thousand letters": `${names} ${"x".repeat(100_000)} HLA`,
  "a list of abbreviations that contradicts itself": `## Abbreviations\n\n| HLA | ${names} |\n|--|\n| HLA | HLA |\n\n*[HLA]: *[HLA]: HLA\n`,
};

const packs: Readonly<Record<string, string>> = {
  "a pack full of markup": `concepts:
  - term: "odd <b>term</b>"
    abbreviation: "O|T"
    definition: "[x](command:run) <img src=x onerror=y> ![z](http://example.invalid/z.png) \`\`\`"
    avoid: ["*odd*", "[odd]", "| odd |"]
    broader: "odd <b>term</b>"
`,
  "a pack that is none": "concepts: [[[\n\t- : :\n\0",
  "a pack of the wrong kinds":
    "extends: 7\nrules: [x]\nconcepts:\n  - term: 7\n  - 12\n  - term: ''\n  - term: [a]\n    abbreviation: {a: b}\n",
};

const changeTheName = { newName: "odd <b>name</b> | `x`" };
const whole = (file: OpenFile) => ({ start: { line: 0, character: 0 }, end: file.inText({ line: 1e6, character: 1e9 }) });

/** What the server offers, by the part of its name behind `textDocument/`, with what each needs beside a place. */
const atAPlace: readonly (readonly [string, object])[] = [
  ["hover", {}],
  ["completion", {}],
  ["definition", {}],
  ["references", { context: { includeDeclaration: true } }],
  ["documentHighlight", {}],
  ["prepareRename", {}],
  ["rename", changeTheName],
  ["rename", { newName: "unheard-of name" }],
];

describe("every provider", () => {
  for (const [index, [pack, yaml]] of Object.entries(packs).entries()) {
    // The first pack can be read and is asked about every text; of the others nothing is left but their problems.
    const asked = index === 0 ? texts : { "a draft": names };
    describe(`beside ${pack}`, () => {
      let client: Client;
      const workspace = new Workspace({ "immunolex.yaml": yaml });
      before(async () => {
        client = await Client.start({
          folders: [workspace],
          settings: { highlightTerms: true, inlayHints: { everyNthUse: 1 }, codeLens: true },
          initializationOptions: { rulePages: "immunolex:/rules/" },
        });
      });
      after(async () => {
        assert.deepEqual(
          client.logs.filter((line) => /\bat .*:\d+:\d+/.test(line)),
          [],
        );
        assert.equal(await client.stop(), 0);
      });

      for (const [name, text] of Object.entries(asked)) {
        it(`answers about ${name}`, async () => {
          const file = client.open(workspace.at("draft.md"), text);
          await file.diagnostics();
          for (const position of placesIn(file)) {
            for (const [feature, params] of atAPlace) await answered(file.ask(feature, { position, ...params }));
            await client.request("immunolex/termCard", { uri: file.uri, position });
          }
          const range = whole(file);
          for (const only of [undefined, ["quickfix"], ["source.fixAll"], ["refactor"], ["source"]]) {
            await file.ask("codeAction", { range, context: { diagnostics: [], ...(only ? { only } : {}) } });
          }
          await file.ask("inlayHint", { range });
          await file.ask("semanticTokens/full", {});
          await file.ask("semanticTokens/range", { range });
          await file.ask("codeLens", {});
          await file.pull();
          const { uri } = file;
          for (const request of ["terminologySet", "documentTerms", "abbreviations", "status"])
            await client.request(`immunolex/${request}`, { uri });
          for (const what of ["abbreviations", "glossary"]) {
            for (const form of ["table", "definitionList", "csv", "tsv", "html", "tbx"])
              await client.request("immunolex/list", { uri, what, form });
          }
          await client.request("immunolex/lookUp", { uri, query: text.slice(0, 1_000) });
          await client.request("immunolex/places", { uri, abbreviation: "HLA" });
          file.close();
        });
      }
    });
  }
});

/** The first and the last place, and inside the first names. */
function placesIn(file: OpenFile): Position[] {
  const inNames = ["HLA", "odd", "DRB1", "Wegener"].filter((name) => file.text.includes(name));
  return [{ line: 0, character: 0 }, ...inNames.map((name) => file.positionOf(name)), file.inText({ line: 1e6, character: 1e9 })];
}

/** A refusal in words for the writer is an answer too. */
async function answered(answer: Promise<unknown>): Promise<void> {
  await answer.catch((error: { code?: number; message: string }) => {
    assert.equal(error.code, -32803, error.message);
    assert.match(error.message, /^[A-Z“].*\.$/);
  });
}
