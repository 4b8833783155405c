import assert from "node:assert/strict";
import { conceptsOf, problemsOf, read } from "./support.ts";

describe("pack: what a record says", () => {
  it("spells the shorthand out", () => {
    const { pack, problems } = read(`
name: lupus-review
title: Terms of the lupus review
subjects: { tolerance: Autoimmunity and tolerance }
concepts:
  - id: X:1
    subject: tolerance
    term: systemic lupus erythematosus
    abbreviation: SLE
    designations:
      - disseminated lupus
      - { text: old lupus, status: superseded, reason: renamed, since: 2012, authority: ACR, exact: true }
    definition: >-
      systemic autoimmune disease
      that follows
    evidence: established
    broader: X:9
    related: [X:2, X:3]
    xrefs: [MONDO:0007915, { id: GO:1, match: broad, note: wider }]
    sources: [A book, { citation: A paper, doi: 10.1000/x, pmid: 123 }]
    created: 2026-11-22
    record: draft
`);
    assert.deepEqual(problems, []);
    assert.equal(pack.name, "lupus-review");
    assert.equal(pack.title, "Terms of the lupus review");
    assert.deepEqual({ ...pack.subjects }, { tolerance: "Autoimmunity and tolerance" });
    assert.deepEqual(pack.concepts, [
      {
        id: "X:1",
        subject: "tolerance",
        designations: [
          { text: "systemic lupus erythematosus", type: "full", status: "preferred", caseSensitive: false, exact: false },
          { text: "SLE", type: "abbreviation", status: "preferred", caseSensitive: true, exact: false },
          { text: "disseminated lupus", type: "full", status: "admitted", caseSensitive: false, exact: false },
          {
            text: "old lupus",
            type: "full",
            status: "superseded",
            caseSensitive: false,
            exact: true,
            reason: "renamed",
            since: "2012",
            authority: "ACR",
          },
        ],
        definition: "systemic autoimmune disease that follows",
        evidence: "established",
        broader: ["X:9"],
        partOf: [],
        related: ["X:2", "X:3"],
        confusedWith: [],
        xrefs: [
          { id: "MONDO:0007915", match: "exact" },
          { id: "GO:1", match: "broad", note: "wider" },
        ],
        sources: [{ citation: "A book" }, { citation: "A paper", doi: "10.1000/x", pmid: "123" }],
        created: "2026-11-22",
        record: "draft",
      },
    ]);
  });

  it("needs no more than a term", () => {
    const result = read("concepts:\n  - term: Wegener's thing\n  - β2-microglobulin\n");
    assert.deepEqual(result.problems, []);
    assert.deepEqual(conceptsOf(result), ["my:wegener-s-thing: Wegener's thing", "my:β2-microglobulin: β2-microglobulin"]);
  });

  it("may be a plain list", () => {
    assert.deepEqual(conceptsOf(read("- term: self\n- term: nonself\n")), ["my:self: self", "my:nonself: nonself"]);
  });

  it("takes also as admitted and avoid as deprecated with an exact replacement", () => {
    const { pack } = read("- term: type 1 diabetes\n  also: [T1D, type 1 diabetes mellitus]\n  avoid: [juvenile diabetes]\n");
    const names = pack.concepts[0]?.designations.map((d) => [d.text, d.type, d.status, d.exact]);
    assert.deepEqual(names, [
      ["type 1 diabetes", "full", "preferred", false],
      ["T1D", "abbreviation", "admitted", false],
      ["type 1 diabetes mellitus", "full", "admitted", false],
      ["juvenile diabetes", "full", "deprecated", true],
    ]);
  });

  it("keeps the capitals of a full form that is written like a symbol", () => {
    const sensitive = (text: string) => read(`- term: ${text}`).pack.concepts[0]?.designations[0]?.caseSensitive;
    for (const text of ["MICA", "HLA-A", "C3a", "IL-6"]) assert.equal(sensitive(text), true, text);
    for (const text of ["Sjögren disease", "T cell", "MHC class I", "self"]) assert.equal(sensitive(text), false, text);
  });

  it("joins what is said of one name in two places", () => {
    const { pack, problems } = read("- term: bacterium\n  designations: [{ text: bacterium, plural: bacteria }]\n");
    assert.deepEqual(problems, []);
    assert.deepEqual(pack.concepts[0]?.designations, [
      { text: "bacterium", type: "full", status: "preferred", caseSensitive: false, exact: false, plural: "bacteria" },
    ]);
  });

  it("knows where each concept stands", () => {
    const text = "\uFEFFconcepts:\r\n  - id: X:1\r\n    term: a 𝛽 cell\r\n\r\n  - id: X:2\r\n    term: b\r\n";
    const { pack } = read(text);
    const places = [...pack.positions].map(([id, { from, to }]) => [id, text.slice(from, to)]);
    assert.deepEqual(places, [
      ["X:1", "id: X:1\r\n    term: a 𝛽 cell"],
      ["X:2", "id: X:2\r\n    term: b"],
    ]);
  });
});

describe("pack: what is wrong is told at its place, the rest loads", () => {
  it("names the values a key can have", () => {
    assert.deepEqual(problemsOf("- term: a\n  designations:\n    - { text: b, status: preffered }\n"), [
      '3 error «preffered» `status` is "preffered"; it can be preferred, admitted, deprecated, superseded or hidden.',
    ]);
  });

  it("reports wrong types and leaves out only what they spoil", () => {
    const text = `concepts:
  - term: [a]
  - term: b
    definition: { c: d }
    designations: [1.5, good]
    broader: true
    created: 22.11.2026
  - 7
  - term: c
`;
    assert.deepEqual(problemsOf(text), [
      "2 error «[a]» `term` is a list; it must be text or a group of keys (`key: value`).",
      "4 error «{ c: d }» `definition` is a group of keys (`key: value`); it must be text.",
      '5 error «1.5» This item of `designations` must be text; put it in quotes: "1.5".',
      '6 error «true» `broader` must be text; put it in quotes: "true".',
      '7 error «22.11.2026» `created` is "22.11.2026", which does not have the right form. Write it like this: 2026-11-22',
      "8 error «7» A concept begins with `- term:`.",
    ]);
    assert.deepEqual(conceptsOf(read(text)), ["my:b: b, good", "my:c: c"]);
  });

  it("guesses what an unknown key should have been", () => {
    assert.deepEqual(problemsOf("concept: []\nconcepts:\n  - term: a\n    scope-note: x\n    colour: red\n"), [
      "1 warning «concept» `concept` is not a key that Immunolex knows here; it is not used. Did you mean `concepts`?",
      "4 warning «scope-note» `scope-note` is not a key that Immunolex knows here; it is not used. Did you mean `scopeNote`?",
      "5 warning «colour» `colour` is not a key that Immunolex knows here; it is not used.",
    ]);
  });

  it("keeps the first of two records with one id and names both places", () => {
    const text = "- { id: X:1, term: a }\n- { id: X:1, term: b }\n";
    assert.deepEqual(problemsOf(text), [
      '1 error «X:1» `X:1` is also the id of "b" in line 2; only this one is used.',
      '2 error «X:1» `X:1` is already the id of "a" in line 1; this record is left out.',
    ]);
    assert.deepEqual(conceptsOf(read(text)), ["X:1: a"]);
  });

  it("keeps the first of two preferred forms", () => {
    const text = "- term: a\n  designations:\n    - { text: b, status: preferred }\n    - { text: c, status: preferred, locale: en-GB }\n";
    const message = 'This concept has two preferred full forms, "a" and "b"; "b" counts as admitted.';
    assert.deepEqual(problemsOf(text), [`1 error «a» ${message}`, `3 error «{ text: b, status: preferred }» ${message}`]);
    assert.deepEqual(
      read(text).pack.concepts[0]?.designations.map(({ status }) => status),
      ["preferred", "admitted", "preferred"],
    );
  });

  it("wants a name for each concept", () => {
    assert.deepEqual(problemsOf("- id: X:1\n  designations: []\n- id: X:2\n  term: ' '\n- id: X:3\n  avoid: [a]\n"), [
      "1 error «id: X:1» This record has no preferred name: it needs a `term`.",
      "4 error «' '» `term` is empty.",
      "5 error «id: X:3» This record has no preferred name: it needs a `term`.",
    ]);
  });

  it("breaks a circle of broader concepts and names every place", () => {
    const text = "- { id: X:1, term: a, broader: [X:2] }\n- { id: X:2, term: b, broader: [X:1] }\n- { id: X:3, term: c, partOf: X:3 }\n";
    const message = '`broader` runs in a circle: "a" (line 1) → "b" (line 2) → "a"; the last link is not used.';
    assert.deepEqual(problemsOf(text), [
      `1 error «[X:2]» ${message}`,
      `2 error «[X:1]» ${message}`,
      '3 error «X:3» "c" is its own `partOf`; the link is not used.',
    ]);
    assert.deepEqual(
      read(text).pack.concepts.map(({ broader, partOf }) => [...broader, ...partOf]),
      [["X:2"], [], []],
    );
  });

  it("says so when a key stands twice or is empty", () => {
    assert.deepEqual(problemsOf("- term: a\n  note:\n  term: b\n"), [
      "2 warning «note» `note` is empty.",
      "3 error «term» `term` is here twice; only the first is used.",
    ]);
  });
});

describe("pack: settings of immunolex.yaml", () => {
  it("reads them beside concepts", () => {
    const text = "locale: en-GB\nrules:\n  abbr-unused: off\n  term-variant: true\nignore: [old/**]\npacks: a.yaml\nconcepts: []\n";
    const { settings, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.equal(settings.locale, "en-GB");
    assert.deepEqual(settings.rules, { "abbr-unused": "off", "term-variant": "on" });
    assert.deepEqual(settings.ignore, ["old/**"]);
    assert.deepEqual(settings.packs, ["a.yaml"]);
    const place = settings.positions.rules.get("abbr-unused");
    assert.equal(text.slice(place?.from, place?.to), "abbr-unused");
    const pack = settings.positions.packs.get("a.yaml");
    assert.equal(text.slice(pack?.from, pack?.to), "a.yaml");
  });

  it("reports rules and values that do not exist", () => {
    const text = "locale: en-us\nrules:\n  abbr-unusd: off\n  abbr-unused: loud\n  term-variant: hint\n";
    assert.deepEqual(problemsOf(text), [
      '1 error «en-us» `locale` is "en-us"; it can be en-US or en-GB.',
      "3 warning «abbr-unusd» There is no rule `abbr-unusd`. Did you mean `abbr-unused`?",
      '4 error «loud» `abbr-unused` is "loud"; it can be off, hint, information, warning, error or on.',
    ]);
    assert.deepEqual(read(text).settings.rules, { "term-variant": "hint" });
  });
});
