import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, Draft, documentHighlights, type RenameEdit, rename, renameStart } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

/** Renames what stands behind ‸ in a text; edits that a writer must confirm first are left out. */
function renamed(marked: string, to: string): string {
  const { text, answer } = ask(marked, to);
  assert(answer && "edits" in answer, JSON.stringify(answer));
  return applyEdits(
    text,
    answer.edits.filter(({ kind }) => kind === "name"),
  );
}

function ask(marked: string, to: string) {
  const at = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  return { text, answer: rename(new Draft(text, "markdown", builtinSet), at, to) };
}

function refused(marked: string, to: string): string {
  const { answer } = ask(marked, to);
  assert(answer && "problem" in answer, JSON.stringify(answer));
  return answer.problem;
}

function offered(marked: string) {
  return renameStart(new Draft(marked.replace("‸", ""), "markdown", builtinSet), marked.indexOf("‸"));
}

function nameOffered(marked: string): string | undefined {
  const start = offered(marked);
  return start && "name" in start ? start.name : undefined;
}

describe("rename of a name", () => {
  it("adapts number, possessives, capitals and the article", () => {
    assert.equal(
      renamed(
        "# Autoimmune Disorders in Practice\n\nAutoimmune disorders last. ‸Autoimmune disorder: AUTOIMMUNE DISORDER. An autoimmune disorder’s course; autoimmune disorders’ costs.",
        "B cell disease",
      ),
      "# B Cell Diseases in Practice\n\nB cell diseases last. B cell disease: B CELL DISEASE. A B cell disease’s course; B cell diseases’ costs.",
    );
  });

  it("joins the words before a noun as they were", () => {
    assert.equal(
      renamed("A ‸T cell dies. T-cell sorting and T\u00A0cells; T cell-mediated loss.", "helper lymphocyte"),
      "A helper lymphocyte dies. Helper-lymphocyte sorting and helper\u00A0lymphocytes; helper lymphocyte-mediated loss.",
    );
    assert.equal(renamed("‸Lymphocyte-rich tissue has lymphocytes.", "white cell"), "White-cell-rich tissue has white cells.");
  });

  it("makes the plural possessive fit the plural", () => {
    assert.equal(renamed("Many ‸autoantigens’ shapes.", "self antigenic datum"), "Many self antigenic datums’ shapes.");
  });

  it("keeps markup and line breaks, and leaves alone what it cannot part from its markup", () => {
    const text = "An autoimmune\n  ‸disorder. An **autoimmune** disorder. An [autoimmune disorder](https://x.org/autoimmune%20disorder).";
    assert.equal(
      renamed(text, "autoimmune disease"),
      "An autoimmune\n  disease. An **autoimmune** disease. An [autoimmune disease](https://x.org/autoimmune%20disorder).",
    );
    assert.equal(renamed("An ‸autoimmune disorder. An **autoimmune** disorder.", "malady"), "A malady. An **autoimmune** disorder.");
  });

  it("keeps quotations, code, citations, addresses and reference lists", () => {
    const kept =
      "“Autoimmune disorder” is a term, `autoimmune disorder` code, [@autoimmune disorder] a citation, https://x.org/autoimmune-disorder an address.\n\n> An autoimmune disorder.\n\n## References\n\n1. Smith J. Autoimmune disorder. Lancet. 2020;3:1.\n";
    assert.equal(renamed(`An ‸autoimmune disorder. ${kept}`, "autoimmune disease"), `An autoimmune disease. ${kept}`);
  });

  it("reaches the definition and the lists", () => {
    assert.equal(
      renamed(
        "Acute immune storms (AISs) pass. An ‸acute immune storm.\n\n## Abbreviations\n\nAIS: acute immune storm\n\n## Glossary\n\nAcute immune storm\n: A storm.\n\n*[AIS]: acute immune storm\n",
        "acute inflammatory syndrome",
      ),
      "Acute inflammatory syndromes (AISs) pass. An acute inflammatory syndrome.\n\n## Abbreviations\n\nAIS: acute inflammatory syndrome\n\n## Glossary\n\nAcute inflammatory syndrome\n: A storm.\n\n*[AIS]: acute inflammatory syndrome\n",
    );
  });

  it("reaches the record in the front matter", () => {
    const text = "---\nacronyms:\n  keys:\n    - shortname: AIS\n      longname: acute immune storm\n---\n\nAn ‸AIS passed.\n";
    assert.equal(renamed(text, "CIS"), text.replace("AIS", "CIS").replace("An ‸AIS", "A CIS"));
  });

  it("takes a plural that was typed over a plural for what it is", () => {
    assert.equal(renamed("‸Autoimmune disorders and an autoimmune disorder.", "immune ills"), "Immune ills and an immune ill.");
  });

  it("asks before it changes a name that is spoken of, or one in the acknowledgements", () => {
    const { answer } = ask(
      "An ‸autoimmune disorder. Lupus (formerly an autoimmune disorder).\n\n## Acknowledgements\n\nThe Autoimmune Disorder Fund.\n",
      "autoimmune disease",
    );
    assert(answer && "edits" in answer);
    assert.deepEqual(
      answer.edits.map(({ kind, text }) => `${kind} ${text}`),
      ["name autoimmune disease", "mentioned autoimmune disease", "aside Autoimmune Disease"],
    );
  });
});

describe("rename of a short form", () => {
  it("keeps its plural s and leaves the long form alone", () => {
    assert.equal(
      renamed("Acute immune storms (‸AISs) pass. AIS is bad, AISs recur, an AIS-like loss, the AIS’s end, “AIS”.", "CIS"),
      "Acute immune storms (CISs) pass. CIS is bad, CISs recur, a CIS-like loss, the CIS’s end, “AIS”.",
    );
  });

  it("finds it behind its definition and inside longer names", () => {
    assert.equal(
      renamed("The human leukocyte antigen (HLA) genes vary. HLA genes are many; ‸HLA matters, HLA-DRB1 too.", "HLX"),
      "The human leukocyte antigen (HLX) genes vary. HLX genes are many; HLX matters, HLA-DRB1 too.",
    );
  });

  it("keeps a definition whole whose noun stands behind the bracket", () => {
    const text = "Natural killer (NK) cells kill. ‸NK cells are many. Natural killer cells die.";
    assert.equal(renamed(text, "KL cell"), "Natural killer (KL) cells kill. KL cells are many. Natural killer cells die.");
    assert.equal(renamed(text, "NKL"), "Natural killer cells (NKLs) kill. NKLs are many. Natural killer cells die.");
    assert.equal(
      renamed("Natural killer (NK) cells kill. NK cells are many. ‸Natural killer cells die.", "large granular lymphocyte"),
      "Large granular lymphocytes (NK cells) kill. NK cells are many. Large granular lymphocytes die.",
    );
    assert.equal(
      renamed("A natural killer (NK) cell kills. ‸Natural killer cells die.", "immune lymphocyte"),
      "An immune lymphocyte (NK cell) kills. Immune lymphocytes die.",
    );
    assert.equal(
      renamed("A natural *killer* (NK) cell kills. ‸Natural killer cells die.", "immune granular cell"),
      "An immune *granular* (NK) cell kills. Immune granular cells die.",
    );
  });
});

describe("a rename that cannot be", () => {
  it("says why", () => {
    const text = "Acute immune storm (AIS) is rare; ‸AIS is bad. Rheumatoid arthritis (RA) is another; RA stays. BBX, too.";
    assert.match(refused(text, " \t"), /^Type the new name/);
    assert.match(refused(text, "a|b"), /cannot hold “\|”/);
    assert.match(refused(text, "x".repeat(201)), /at most 200/);
    assert.equal(refused(text, "RA"), "“RA” already names “rheumatoid arthritis” in this document. Choose another name.");
    assert.match(refused(text, "rheumatoid arthritis"), /already names another concept/);
    assert.match(refused(text, "BBX"), /stands for something else/);
    assert.match(refused(text, "acute immune storm"), /full form of this abbreviation/);
    assert.match(refused(text.replace("‸", "").replace("Acute", "‸Acute"), "AIS"), /abbreviation of this name/);
    assert.match(refused("> An ‸autoimmune disorder.", "x"), /quotation/);
    assert.match(refused("‸Genetic and environmental factors.", "x"), /only part of a name/);
    assert.equal(ask("Just ‸words.", "x").answer, undefined);
  });

  it("but a name that the concept has already is fine", () => {
    assert.equal(
      renamed("An ‸autoimmune disorder or an autoimmune disease.", "autoimmune disease"),
      "An autoimmune disease or an autoimmune disease.",
    );
  });
});

describe("the start of a rename", () => {
  it("offers the name in the singular, without the sentence’s capital", () => {
    assert.deepEqual(offered("‸Autoimmune disorders last."), { from: 0, to: 20, name: "autoimmune disorder" });
    assert.deepEqual(offered("Two ‸T-cells."), { from: 4, to: 11, name: "T cell" });
    assert.deepEqual(offered("Most ‸Tregs act."), { from: 5, to: 10, name: "Treg" });
    assert.equal(nameOffered("‸Autoimmune haemolytic anaemia lasts."), "autoimmune haemolytic anaemia");
    assert.equal(nameOffered("‸Acute immune storm (AIS). The acute immune storms and AIS."), "acute immune storm");
    assert.equal(nameOffered("‸Hashimoto thyroiditis lasts."), "Hashimoto thyroiditis");
  });
});

/** Sentences that name a concept in the forms a document has; {} stands for the singular, {s} for the plural. */
const forms = [
  "The {} lasts. ",
  "{s} last. ",
  "The {}’s course. ",
  "The {s}’ end. ",
  "## On {s}\n\n",
  "- {}\n",
  "| {} | {s} |\n|---|---|\n| {s} | a |\n\n",
  "\n\n",
];
const kept = ["“The {} said.” ", "\n\n> The {} here.\n\n", "`{}` ", "<https://x.org/{}> ", "[@{}] ", "*a* _b_ "];
const renames = [
  { first: "", from: "autoimmune disorder", to: "autoimmune disease" },
  { first: "Acute immune storms (AISs) pass. ", from: "acute immune storm", to: "acute inflammatory syndrome" },
  { first: "Acute immune storms (AISs) pass. ", from: "AIS", to: "AcIS" },
];

describe("rename in any draft", () => {
  const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...forms) }, fc.constantFrom(...kept));
  const drafts = fc.record({ rename: fc.constantFrom(...renames), pieces: fc.array(piece, { maxLength: 12 }) });
  const write = (pieces: readonly string[], name: string) =>
    pieces.map((one) => one.replaceAll("{s}", `${name}s`).replaceAll("{}", name)).join("");

  it("changes the names and nothing else, and back again restores the draft", () => {
    fc.assert(
      fc.property(drafts, ({ rename: { first, from, to }, pieces }) => {
        const text = `${first}The ${from} begins. ${write(pieces, from)}`;
        const draft = new Draft(text, "markdown", builtinSet);
        const places = documentHighlights(draft, first.length + 5);
        const answer = rename(draft, first.length + 5, to);
        assert(answer && "edits" in answer, JSON.stringify(answer));
        for (const edit of answer.edits) assert(isWithin(edit, places), `${JSON.stringify(edit)} in ${JSON.stringify(text)}`);
        const after = applyEdits(text, answer.edits);
        for (const one of kept) assert.equal(count(after, write([one], from)), count(text, write([one], from)));
        const next = new Draft(after, "markdown", builtinSet);
        const at = after.indexOf(`The ${to} begins`) + 5;
        const back = rename(next, at, from);
        assert(back && "edits" in back, JSON.stringify(back));
        assert.equal(applyEdits(after, back.edits), text);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });

  it("answers for any text, place and name", () => {
    const part = fc.constantFrom(
      "HLA ",
      "T-cell ",
      "human leukocyte antigen (HLA) ",
      "natural killer (NK) cells ",
      "*",
      "“",
      "> ",
      "\n",
      "| ",
      "[",
      "](x) ",
      "&ouml;",
      "(",
      "’s ",
      "\uD800",
    );
    const any = fc.record({
      parts: fc.array(part, { maxLength: 20 }),
      at: fc.nat(200),
      to: fc.oneof(fc.string(), fc.constantFrom("NK cell", "T cells", "HLA")),
    });
    fc.assert(
      fc.property(any, ({ parts, at, to }) => {
        const text = parts.join("");
        const answer = rename(new Draft(text, "markdown", builtinSet), at, to);
        if (!answer || "problem" in answer) return;
        let last = 0;
        for (const edit of answer.edits) {
          assert(edit.from >= last && edit.to >= edit.from && edit.to <= text.length);
          last = edit.to;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether an edit keeps to a name, with the article before it and the possessive mark behind. */
function isWithin(edit: RenameEdit, places: readonly { from: number; to: number }[]): boolean {
  return places.some(({ from, to }) => edit.from >= from - 3 && edit.to <= to + 2 && edit.to > from);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
