import assert from "node:assert/strict";
import { setWithPack } from "../support/terminology.ts";
import { termsIn } from "../support/terms.ts";

const set = setWithPack(`
concepts:
  - { id: h:1, term: sickle antibody, abbreviation: SKA }
  - { id: h:2, term: Müller cell }
  - { id: h:3, term: zeta factor 6, abbreviation: ZF-6 }
  - { id: h:4, term: omega receptor β, abbreviation: OMR-β }
  - { id: h:5, term: leukocyte widget }
  - { id: h:6, term: corpus luteoma, designations: [{ text: corpus luteum cyst, plural: corpora lutea cysts }] }
  - { id: h:7, term: acute lymphoblastic widget, abbreviation: ALL }
  - { id: h:8, term: loss of widgets }
  - { id: h:9, term: widget factor }
  - { id: h:10, term: gadget factor }
  - { id: h:11, term: autowidget }
  - { id: h:12, term: self-widget }
`);
const names = (text: string) =>
  termsIn(text, { set })
    .filter((term) => !/→ (?:leukocyte|antibody|self|lymphocyte)$/.test(term))
    .map((term) => term.split(" → ")[1]);

describe("a term is found", () => {
  const cases: [name: string, text: string, term: string][] = [
    ["in its plural", "sickle antibodies", "sickle antibody"],
    ["in an irregular plural", "corpora lutea cysts", "corpus luteum cyst"],
    ["with its head in the plural", "losses of widgets", "loss of widgets"],
    ["in capitals", "SICKLE ANTIBODY", "sickle antibody"],
    ["in the possessive", "the sickle antibody’s", "sickle antibody"],
    ["without its accent", "Muller cells", "Müller cell"],
    ["with a combining accent", "Mu\u0308ller cells", "Müller cell"],
    ["in British spelling", "leucocyte widgets", "leukocyte widget"],
    ["with a hyphen for the space", "sickle-antibody", "sickle antibody"],
    ["set apart behind its prefix", "auto-widgets", "autowidget"],
    ["closed up", "selfwidgets", "self-widget"],
    ["with a space for the hyphen", "self widgets", "self-widget"],
    ["with a word for its Greek letter", "OMR-beta", "OMR-β"],
    ["without its hyphen", "OMRβ", "OMR-β"],
    ["with a mathematical letter", "OMR-\u{1D6FD}", "OMR-β"],
    ["with a sharp s for beta", "OMR-ß", "OMR-β"],
    ["without a hyphen before its number", "ZF6", "ZF-6"],
    ["with an en dash", "ZF–6", "ZF-6"],
    ["with a Cyrillic look-alike", "SК\u0410", "SKA"],
    ["as a plural abbreviation", "SKAs", "SKA"],
    ["over a line break behind its hyphen", "self-\nwidgets", "self-widget"],
  ];
  for (const [name, text, term] of cases) it(name, () => assert.deepEqual(names(text), [term]));

  it("in a coordination that states the head once", () => {
    assert.deepEqual(names("gadget and widget factors"), ["gadget factor", "widget factor"]);
  });
});

describe("a term is not found", () => {
  const cases: [name: string, text: string][] = [
    ["in another case, where case is part of it", "all patients, Ska"],
    ["in part of a longer word", "ZF61, aSKA, SKA4, SKAβ"],
    ["with letters that only look close", "sickel antibody, ZG-6"],
    ["over a comma", "sickle, antibody"],
  ];
  for (const [name, text] of cases) it(name, () => assert.deepEqual(names(text), []));
});

describe("of overlapping terms", () => {
  it("the longest is taken", () => {
    assert.deepEqual(termsIn("regulatory T cells"), ["regulatory T cells → regulatory T cell"]);
    assert.deepEqual(termsIn("autoimmune disease onset"), ["autoimmune disease → autoimmune disease", "onset → onset"]);
  });
  it("the later layer's is taken of two that are equal", () => {
    const own = setWithPack("concepts:\n  - { id: ours:1, term: molecular mimicry }");
    assert.deepEqual(termsIn("molecular mimicry", { set: own }), ["molecular mimicry → molecular mimicry"]);
  });
});
