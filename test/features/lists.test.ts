import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, Draft, type ListKind, listForms, listText, updateList } from "../../server/src/core/index.ts";
import type { TextFormat } from "../../server/src/core/text/syntax.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

const body = `# Title

Human leukocyte antigen (HLA) genes. HLA binds; HLA varies; HLA matters. Regulatory T cells (Tregs) act: Tregs rest,
Tregs move, a Treg dies. Rheumatoid arthritis (RA) once. SLE flares, SLE hurts, SLE ends. DNA, DNA, DNA and DNA.
`;
const references = "\n## References\n\n1. A book.\n";

/** The text after an update, or undefined where there is none to make. */
function updated(text: string, kind: ListKind = "abbreviations", format: TextFormat = "markdown", set = builtinSet): string | undefined {
  const update = updateList(new Draft(text, format, set), kind);
  return update && applyEdits(text, update.edits);
}

/** The part of the updated text between the body and the references. */
function listAfter(section: string): string | undefined {
  const text = updated(body + section + references);
  if (text === undefined) return undefined;
  assert(text.startsWith(body) && text.endsWith(references.trimStart()));
  return text.slice(body.length, text.length - references.trimStart().length).trim();
}

const table = `| Abbreviation | Meaning |
|---|---|
| HLA | human leukocyte antigen |
| SLE | systemic lupus erythematosus |
| Treg | regulatory T cell |`;

describe("an abbreviation list", () => {
  it("goes before the references, with what is used often enough, in alphabetical order", () => {
    assert.equal(listAfter(""), `## Abbreviations\n\n${table}`);
  });
  it("goes to the end where there are no references", () => {
    assert.equal(updated(body), `${body}\n## Abbreviations\n\n${table}\n`);
    assert.equal(updated(body.trimEnd()), `${body}\n## Abbreviations\n\n${table}\n`);
  });
  it("can be a definition list", () => {
    const update = updateList(new Draft(body, "markdown", builtinSet), "abbreviations", { style: "list" });
    assert.match(applyEdits(body, update?.edits ?? []), /\nHLA\n: human leukocyte antigen\n\nSLE\n: systemic/);
    assert.equal(update?.title, "Insert abbreviation list (3 entries)");
  });
  it("takes terms from the number of uses that the settings ask for", () => {
    const often = setWithPack("minimumUses: 1\n");
    assert.match(updated(body, "abbreviations", "markdown", often) ?? "", /^(?!.*\| RA \|)/s);
    assert.match(updated(`${body}RA hurts.\n`, "abbreviations", "markdown", often) ?? "", /\| RA \| rheumatoid arthritis \|/);
  });
  it("fills a section that is there, below what stands in it", () => {
    assert.equal(listAfter("\n## List of abbreviations\n\nThese are used.\n"), `## List of abbreviations\n\nThese are used.\n\n${table}`);
  });
  it("is updated in place, keeping lines that still hold as they were written", () => {
    const before = `
## Abbreviations

Before.

| Short | Long |
|:------|------|
| **HLA** | *human* leukocyte antigen |
| i.p. | intraperitoneal |
| ABC | always be careful |
`;
    assert.equal(
      listAfter(before),
      `## Abbreviations

Before.

| Short | Long |
|:------|------|
| **HLA** | *human* leukocyte antigen |
| i.p. | intraperitoneal |
| SLE | systemic lupus erythematosus |
| Treg | regulatory T cell |`,
    );
  });
  it("keeps a line that a writer has while the text has the abbreviation, however seldom", () => {
    const list = (rows: string) => `## Abbreviations\n\n| Short | Long |\n|---|---|\n${rows}`;
    const [own, rest] = ["| RA | rheumatoid arthritis |", "| SLE | systemic lupus erythematosus |\n| Treg | regulatory T cell |"];
    const hla = "| HLA | human leukocyte antigen |";
    const text = (section: string) => `${body}RA hurts.\n\n${section}\n${references}`;
    assert.equal(updated(text(list(`${hla}\n${own}`))), text(list(`${hla}\n${own}\n${rest}`)));
    assert.equal(listAfter(`\n${list(`${hla}\n${own}`)}\n`), list(`${hla}\n${rest}`));
  });
  it("keeps its form", () => {
    assert.equal(
      listAfter("\n## Abbreviations\n\nHLA\n:   human\n    leukocyte antigen\n\nABC\n: gone\n\nAfter.\n"),
      "## Abbreviations\n\nHLA\n:   human\n    leukocyte antigen\n\nSLE\n: systemic lupus erythematosus\n\nTreg\n: regulatory T cell\n\nAfter.",
    );
    assert.equal(
      listAfter("\n## Abbreviations\n\n* **HLA** – human leukocyte antigen\n"),
      "## Abbreviations\n\n* **HLA** – human leukocyte antigen\n* **SLE** – systemic lupus erythematosus\n* **Treg** – regulatory T cell",
    );
  });
  it("keeps what the list alone explains for as long as the text uses it", () => {
    const list = "\n## Abbreviations\n\nMUTE: made-up test enzyme\nHLA: human leukocyte antigen\n";
    assert.match(updated(`${body}MUTE was read.\n${list}`) ?? "", /MUTE: made-up test enzyme/);
    assert.doesNotMatch(updated(`${body}${list}`) ?? "", /MUTE/);
  });
  it("stands between marks wherever they are", () => {
    const marks = (inside: string) => `<!-- immunolex-abbreviations -->\n\n${inside}\n\n<!-- immunolex-abbreviations-end -->`;
    assert.equal(listAfter(`\n## Short forms\n\n${marks("old text")}\n\nMore.\n`), `## Short forms\n\n${marks(table)}\n\nMore.`);
  });
  it("is left alone where a writer has arranged it in a way of their own", () => {
    for (const list of [
      "| HLA | human leukocyte antigen | gene |\n|---|---|---|\n| A | b | c |",
      "### A–M\n\n| A | B |\n|---|---|\n| HLA | human leukocyte antigen |\n\n### N–Z\n\n| A | B |\n|---|---|\n| Treg | regulatory T cell |",
      "| A | B |\n|---|---|\n| RA | rheumatoid arthritis |\n| RA | right atrium |",
      "HLA, human leukocyte antigen; SLE, lupus.",
      "> | A | B |\n> |---|---|\n> | HLA | human leukocyte antigen |",
    ]) {
      const text = `${body}\n## Abbreviations\n\n${list}\n${references}`;
      const after = updated(text);
      assert(after === undefined || after.includes(list), `${list}\n→\n${after}`);
    }
  });
  it("says what has changed, and nothing once it is up to date", () => {
    const text = `${body}\n## Abbreviations\n\n${table.replace("HLA | human leukocyte antigen", "ABC | always be careful")}\n`;
    const update = updateList(new Draft(text, "markdown", builtinSet), "abbreviations");
    assert.equal(update?.title, "Update abbreviation list (1 new, 1 no longer needed)");
    assert.equal(updated(applyEdits(text, update.edits)), undefined);
  });
  it("explains an abbreviation by the name that it shortens", () => {
    assert.match(updated("BLyS rose. BLyS fell, and BLyS stayed.\n") ?? "", /\| BLyS \| B-lymphocyte stimulator \|/);
  });
  it("keeps the line breaks of the file", () => {
    const text = updated((body + references).replaceAll("\n", "\r\n")) ?? "";
    assert.match(text, /\| HLA \| human leukocyte antigen \|\r\n/);
    assert.doesNotMatch(text, /[^\r]\n/);
  });
  it("is lines in a plain text, where nothing is escaped", () => {
    const text = "Alpha_beta gamma (ABG) binds. ABG, ABG and ABG.\n";
    assert.equal(updated(text, "abbreviations", "plain"), `${text}\nAbbreviations\n\nABG: alpha_beta gamma\n`);
  });
  it("drops capitals that only the abbreviation has given", () => {
    const text = "The Tumour Microenvironment (TME) and T Cell Receptors (TCRs). TME, TME, TME; TCR, TCR and TCR in Crohn Disease.\n";
    assert.match(updated(text) ?? "", /\| TCR \| T cell receptor \|\n\| TME \| tumour microenvironment \|/);
  });
  it("is not put where it would be no list", () => {
    assert.equal(updated(`${body}\n\`\`\`\nopen code\n`), undefined);
    assert.equal(updated(""), undefined);
  });
});

describe("a glossary", () => {
  const text = "Molecular mimicry, molecular mimicry and molecular mimicry. HLA, HLA, human leukocyte antigen.\n";
  it("defines what the text speaks of", () => {
    const after = updated(text, "glossary") ?? "";
    assert.match(after, /## Glossary\n\n\| Term \| Definition \|\n\|---\|---\|\n\| human leukocyte antigen \(HLA\) \| MHC molecule/);
    assert.match(after, /\| molecular mimicry \| mechanism of autoimmunity/);
    assert.equal(updated(after, "glossary"), undefined);
  });
  it("keeps a writer's own words and drops its own when they are no longer used", () => {
    const own =
      "## Glossary\n\n| Term | Definition |\n|---|---|\n| molecular mimicry | *our* own words for it |\n| zebra effect | seen once |\n";
    const after = updated(`${text}\n${own}`, "glossary") ?? "";
    assert.match(after, /\| molecular mimicry \| \*our\* own words for it \|\n\| zebra effect \| seen once \|/);
    const shorter = updated(after.replace("HLA, HLA, human leukocyte antigen.", "Nothing."), "glossary") ?? "";
    assert.doesNotMatch(shorter, /human leukocyte antigen/);
    assert.match(shorter, /zebra effect/);
  });
});

describe("what a list takes from packs and drafts", () => {
  const hostile = setWithPack(`concepts:
  - term: "=hyperlink(1) <img src=x onerror=alert(1)>"
    abbreviation: XQZ
    definition: "![a](b) [c](command:d) <script>e</script> | f & \\"g\\" ]]> \`h\`"
`);
  const text = "XQZ, XQZ and XQZ, and XQZ once more.\n";
  const draft = new Draft(text, "markdown", hostile);
  it("shows in Markdown as text and does nothing", () => {
    const after = updated(text, "abbreviations", "markdown", hostile) ?? "";
    assert.match(after, /\| XQZ \| =hyperlink\(1\) \\<img src=x/);
    const glossary = updated(text, "glossary", "markdown", hostile) ?? "";
    assert.match(glossary, /!\\\[a\\\]\(b\) \\\[c\\\]\(command:d\) \\<script>e\\<\/script> \\\| f & "g" \\\]\\\]> \\`h\\`/);
    assert.equal(updated(glossary, "glossary", "markdown", hostile), undefined);
  });
  it("is text in CSV, too", () => {
    assert.equal(listText(draft, "abbreviations", "csv"), "Abbreviation,Meaning\r\nXQZ,'=hyperlink(1) <img src=x onerror=alert(1)>\r\n");
    assert.match(listText(draft, "glossary", "csv"), /,"?!\[a\]\(b\).* ""g"" \]\]> `h`"\r\n$/);
    assert.match(listText(draft, "abbreviations", "tsv"), /^Abbreviation\tMeaning\nXQZ\t'=hyper.*\n$/);
  });
  it("is text in HTML and TBX", () => {
    for (const form of ["html", "tbx"] as const) {
      const page = listText(draft, "glossary", form);
      assert.doesNotMatch(page, /<(?:img|script)/);
      assert.match(page, /&#60;script&#62;e&#60;\/script&#62; \| f &#38; &#34;g&#34; \]\]&#62;/);
    }
  });
  it("holds no character that XML forbids", () => {
    const odd = "The a\u0001b\uD800c\uFFFEd enzyme (ABQX) acts. ABQX, ABQX, ABQX.\n";
    for (const form of listForms) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      assert.doesNotMatch(listText(new Draft(odd, "markdown", builtinSet), "abbreviations", form), /[\u0001\uFFFE]|[\uD800-\uDFFF]/);
    }
  });
  it("makes well-formed TBX-Basic", () => {
    const page = listText(new Draft(body, "markdown", builtinSet), "abbreviations", "tbx");
    assert.match(page, /<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">/);
    assert.equal(page.match(/<conceptEntry id="c\d">/g)?.length, 3);
    assert.match(page, /<term>HLA<\/term>\s+<termNote type="termType">abbreviation<\/termNote>/);
    const open: string[] = [];
    for (const [, close, name, , own] of page.matchAll(/<(\/?)([a-zA-Z]+)((?:"[^"]*"|[^>"])*?)(\/?)>/g)) {
      if (close) assert.equal(open.pop(), name);
      else if (!own) open.push(name as string);
    }
    assert.deepEqual(open, []);
  });
  it("is a heading alone where there is nothing to list", () => {
    const nothing = new Draft("", "markdown", builtinSet);
    assert.equal(listText(nothing, "abbreviations", "csv"), "Abbreviation,Meaning\r\n");
    assert.match(listText(nothing, "glossary", "html"), /<tbody>\n<\/tbody>/);
  });
});

const pieces = [
  "human leukocyte antigen (HLA) ",
  "HLA ",
  "HLA, HLA and HLA. ",
  "natural killer (NK) cells ",
  "NK cells, NK cells, NK cells ",
  "Tregs, Tregs, Tregs ",
  "rheumatoid arthritis ",
  "RA ",
  "SLE, SLE, SLE ",
  "made-up a|b *enzyme* (MUTE) ",
  "MUTE; MUTE; MUTE ",
  "molecular mimicry ",
  "\n\n",
  "\n",
  "\r\n",
  "# ",
  "## Abstract\n\n",
  "\n\n## References\n\n",
  "\n\n## Abbreviations\n\n",
  "\n\n## Glossary\n\n",
  "HLA: human leukocyte antigen\n",
  "NK: natural killer\n",
  "\nTreg\n: a cell\n\n",
  "\n| a | b |\n|---|---|\n| HLA | x y |\n| MUTE | made-up |\n",
  "\n| a | b | c |\n|---|---|---|\n| HLA | x y | z |\n",
  "| NK | killer \\| cell |\n",
  "- HLA: leukocytes\n",
  "> ",
  "    ",
  "```\n",
  "*[RA]: rheumatoid arthritis\n",
  "[^1]: ",
  "\n<!-- immunolex-abbreviations -->\n",
  "\n<!-- immunolex-abbreviations-end -->\n",
  "<!--",
  "-->",
  "::: x\n",
  "---\n",
  "$$\n",
  "\uFEFF",
  "\uD800",
  "\u{1D6FD}",
];

describe("an update of any text", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
  for (const kind of ["abbreviations", "glossary"] as const) {
    it(`leaves nothing to update and touches nothing but the list (${kind})`, () => {
      let updates = 0;
      fc.assert(
        fc.property(text, fc.boolean(), fc.constantFrom("table" as const, "list" as const), (start, plain, style) => {
          const format = plain ? "plain" : "markdown";
          const update = updateList(new Draft(start, format, builtinSet), kind, { style });
          if (!update) return;
          updates++;
          assert.equal(update.edits.length, 1);
          const after = applyEdits(start, update.edits);
          const again = updateList(new Draft(after, format, builtinSet), kind, { style });
          assert.equal(again && applyEdits(after, again.edits), undefined);
          const [edit] = update.edits as [(typeof update.edits)[number]];
          // What is replaced is a list alone: no heading, no reference, no sentence of the text.
          if (!start.includes("-end -->")) assert.doesNotMatch(start.slice(edit.from, edit.to), /^## |mimicry|NK cells/m);
          assert.equal(after, start.slice(0, edit.from) + edit.text + start.slice(edit.to));
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 120) },
      );
      assert(updates > 0, "no text had a list to update");
    });
  }
});
