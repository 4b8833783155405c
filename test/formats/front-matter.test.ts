import assert from "node:assert/strict";
import { readFrontMatter } from "../../server/src/core/formats/front-matter.ts";
import { conceptsOf, ruleIds, shown } from "./support.ts";

/** Reads the front matter of a whole document, as the caller of `readFrontMatter` does. */
function read(document: string) {
  const offset = document.indexOf("\n") + 1;
  const result = readFrontMatter(document.slice(offset, document.lastIndexOf("---")), offset, { name: "document", ruleIds });
  return { ...result, problems: shown(document, result.problems) };
}

describe("front matter", () => {
  it("holds concepts and settings under immunolex", () => {
    const result = read("---\ntitle: x\nimmunolex:\n  locale: en-GB\n  rules: { abbr-unused: off }\n  concepts:\n    - term: self\n---\n");
    assert.deepEqual(result.problems, []);
    assert.equal(result.settings.locale, "en-GB");
    assert.deepEqual(result.settings.rules, { "abbr-unused": "off" });
    assert.deepEqual(conceptsOf(result), ["document:self: self"]);
  });

  it("tells problems at their place in the document, with the lines of the document", () => {
    const result = read("---\nimmunolex:\n  concepts:\n    - { id: X, term: a, colour: red }\n    - { id: X, term: b }\n---\n");
    assert.deepEqual(result.problems, [
      '4 error «X» `X` is also the id of "b" in line 5; only this one is used.',
      "4 warning «colour» `colour` is not a key that Immunolex knows here; it is not used.",
      '5 error «X» `X` is already the id of "a" in line 4; this record is left out.',
    ]);
  });

  it("has acronyms as the Quarto extension writes them", () => {
    const result = read(`---
acronyms:
  loa_title: Abbreviations
  insert_links: false
  keys:
    - shortname: HLA
      longname: human *leukocyte* antigen
    - key: st
      shortname: ST
      longname: stimulus
      plural: { longname: stimuli }
---
`);
    assert.deepEqual(result.problems, []);
    assert.deepEqual(conceptsOf(result), ["front-matter:HLA: human leukocyte antigen, HLA", "front-matter:ST: stimulus, ST"]);
    assert.equal(result.pack.concepts[1]?.designations[0]?.plural, "stimuli");
    assert.deepEqual(
      result.pack.concepts[0]?.designations.map(({ type, status, caseSensitive }) => [type, status, caseSensitive]),
      [
        ["full", "preferred", false],
        ["abbreviation", "preferred", true],
      ],
    );
  });

  it("has acronyms as the pandoc filters write them", () => {
    const forms = [
      "acronyms:\n  hla: { short: HLA, long: human leukocyte antigen }\n  options: { a: b }\n",
      "acronyms:\n  HLA: human leukocyte antigen\n",
      "acronyms:\n  - { short: HLA, long: human leukocyte antigen }\n",
      "acronyms:\n  a: { shortform: HLA, longform: human leukocyte antigen }\n",
      "abbreviations:\n  HLA: human leukocyte antigen\n",
    ];
    for (const form of forms) {
      const result = read(`---\n${form}---\n`);
      assert.deepEqual(result.problems, []);
      assert.deepEqual(conceptsOf(result), ["front-matter:HLA: human leukocyte antigen, HLA"], form);
    }
  });

  it("builds the plural of pandoc-acro from its ending", () => {
    const { pack } = read("---\nacronyms:\n  l: { short: LOL, long: laugh, long-plural: ter, short-plural: s }\n---\n");
    assert.deepEqual(
      pack.concepts[0]?.designations.map(({ plural }) => plural),
      ["laughter", undefined],
    );
  });

  it("says which acronym is incomplete or stands for two things", () => {
    const result = read("---\nacronyms: { HLA: , MS: multiple sclerosis }\nabbreviations: { MS: mass spectrometry }\n---\n");
    assert.deepEqual(result.problems, [
      "2 warning «HLA» HLA has no long form.",
      '3 warning «MS: mass spectrometry» MS stands for "multiple sclerosis" already in line 2; this one is not used.',
    ]);
  });

  it("passes over what belongs to others", () => {
    const result = read("---\nacronyms: acronyms.yml\nabbreviations: true\nterm: { a: [1, 2] }\ndate: 2026-11-22\n---\n");
    assert.deepEqual([result.problems, result.pack.concepts], [[], []]);
  });

  it("starts from a style, not from a file", () => {
    assert.deepEqual(read("---\nimmunolex: { extends: ama }\n---\n").problems, []);
    assert.deepEqual(read("---\nimmunolex: { extends: ../house.yaml }\n---\n").problems, [
      "2 warning «../house.yaml» A draft can start from a style; a file to start from belongs into immunolex.yaml.",
    ]);
  });

  it("survives broken YAML and keeps what could be read", () => {
    const result = read('---\nimmunolex: { concepts: [{ term: self }] }\ntitle: "unclosed\n---\n');
    assert.deepEqual(conceptsOf(result), ["document:self: self"]);
    assert.match(result.problems.join(), /quotation mark is opened and never closed/);
  });
});
