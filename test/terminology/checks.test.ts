import assert from "node:assert/strict";
import { checkAll, checks } from "../../scripts/terminology/checks/index.ts";
import { lines } from "../../scripts/terminology/report-lines.ts";
import { type SourceFile, terminologyOf } from "../../scripts/terminology/terminology.ts";

/** A small pack in which nothing is wrong; each test breaks one thing. */
const GOOD = `subjects: { core: Core concepts }
concepts:
  - id: IMX:0001
    subject: core
    term: antigen
    definition: substance that an antibody or a lymphocyte receptor binds
    sources: [A book]
    created: 2026-11-22
    reviewed: 2026-11-22
    record: draft
  - id: IMX:0002
    subject: core
    term: autoantigen
    designations:
      - self-antigen
      - { text: self marker, status: deprecated, reason: it means something else now }
    definition: antigen of the body's own tissue against which an immune reaction is directed
    broader: [IMX:0001]
    xrefs: [MESH:D001324]
    sources: [A book]
    created: 2026-11-22
    reviewed: 2026-11-22
    record: draft
  - id: IMX:0003
    subject: core
    designations:
      - { text: HLA-DP, type: symbol, status: preferred }
      - { text: HLA-DP molecule, status: hidden }
    definition: human molecule of class II that shows peptides
    sources: [A book]
    created: 2026-11-22
    reviewed: 2026-11-22
    record: draft
`;

const EXEMPT: SourceFile = { path: "exempt.yaml", text: "words: [DNA]\npatterns: ['[IVX]+', 'CD\\d+']\n" };

function broken(change: [from: string, to: string], homonyms = "homonyms: {}\n") {
  assert.ok(GOOD.includes(change[0]), `the good pack holds ${change[0]}`);
  return terminologyOf([
    { path: "broken.yaml", text: GOOD.replace(change[0], change[1]) },
    { path: "homonyms.yaml", text: homonyms },
    EXEMPT,
  ]);
}

/** For each check, what breaks the good pack, and what the check then says. */
const cases: Record<string, { change: [string, string]; homonyms?: string; says: RegExp }[]> = {
  dates: [
    { change: ["created: 2026-11-22", "created: 2026-02-30"], says: /^broken.yaml:8:5 error `created`: there is no day 2026-02-30/ },
    { change: ["reviewed: 2026-11-22", "reviewed: 2025-11-22"], says: /reviewed before it is created/ },
  ],
  definitionCircular: [
    { change: ["substance that an antibody", "substance or autoantigen that an antibody"], says: /"autoantigen" define each other/ },
  ],
  definitionForm: [
    { change: ["definition: substance", "definition: a substance"], says: /begins with an article/ },
    { change: ["receptor binds", "receptor binds."], says: /punctuation mark/ },
    { change: ["receptor binds", "receptor binds. It is big"], says: /more than one sentence/ },
    { change: ["definition: substance", "definition: Any substance"], says: /begins with a capital/ },
    { change: ["definition: substance that", "definition: substance is when"], says: /is when/ },
  ],
  definitionGenus: [
    { change: ["antigen of the body's", "thing of the body's"], says: /does not open with its broader concept, "antigen"/ },
  ],
  definitionHeadword: [
    { change: ["directed", "directed, such as several self-antigens"], says: /holds the name it defines: "self-antigen"/ },
    { change: ["receptor binds", "receptor for antigens binds"], says: /holds the name it defines: "antigen"/ },
  ],
  definitionLength: [{ change: ["receptor binds", `receptor ${"very ".repeat(40)}binds`], says: /has 49 words; at most 40/ }],
  deprecatedName: [
    { change: ["class II that shows", "class II or self marker that shows"], says: /`definition` uses "self marker", which is deprecated/ },
    { change: ["broader: [IMX:0001]", "broader: [IMX:0001]\n    note: also called Self Markers"], says: /`note` uses "self marker"/ },
  ],
  duplicateDefinition: [
    {
      change: ["human molecule of class II that shows peptides", "substance that an antibody or a lymphocyte receptor binds"],
      says: /"antigen" has the same definition/,
    },
  ],
  duplicateDesignation: [
    { change: ["- self-antigen", "- Antigen"], says: /"Antigen" is also a name of "antigen"/ },
    { change: ["term: antigen", "term: antigen\n    designations: [Self Antigen]"], says: /"self-antigen" is also a name of "antigen"/ },
    { change: ["- self-antigen", "- { text: HLA-DP, type: symbol }"], says: /list it in homonyms.yaml/ },
    {
      change: ["term: antigen", "term: antigen\n    designations: [{ text: HLA-DP molecule, status: hidden }]"],
      says: /list it in homonyms.yaml/,
    },
    {
      change: ["term: antigen", "term: antigen"],
      homonyms: "homonyms: { DP: [IMX:0001, IMX:0003] }",
      says: /^homonyms.yaml:1:13 error IMX:0001 has no name "DP"/,
    },
    { change: ["term: antigen", "term: antigen"], homonyms: "homonyms: { HLA-DP: [IMX:0003] }", says: /at least two concepts/ },
  ],
  // Within one file the reader leaves the second record out; "see across files" below is the case.
  duplicateId: [],
  knownSubject: [
    { change: ["subject: core", "subject: cor"], says: /^broken.yaml:4:5 error There is no subject `cor`. Did you mean `core`\?/ },
  ],
  preferredForms: [
    { change: ["term: autoantigen", "abbreviation: AAg"], says: /^broken.yaml:11:5 error There are 0 preferred full forms for en-US/ },
    { change: ["term: autoantigen", "term: { text: autoantigen, locale: en-US }"], says: /There are 0 preferred full forms for en-GB/ },
    { change: ["molecule, status: hidden", "molecule, status: admitted"], says: /0 preferred full forms/ },
  ],
  relations: [
    { change: ["broader: [IMX:0001]", "broader: [IMX:0001]\n    related: [IMX:0009]"], says: /`related`: there is no concept `IMX:0009`/ },
    { change: ["broader: [IMX:0001]", "broader: [IMX:0001]\n    related: [IMX:0002]"], says: /refers to this record itself/ },
  ],
  requiredKeys: [
    ...["definition", "subject", "created", "reviewed", "record"].map((key) => ({
      change: [`\n    ${key}: `, `\n    plain: `] as [string, string],
      says: new RegExp(`has no \`${key}\``),
    })),
    { change: ["    sources: [A book]\n", ""], says: /has no `sources`/ },
    { change: ["id: IMX:0001", "id: IMX:1"], says: /IMX: and four digits/ },
    { change: [", reason: it means something else now", ""], says: /"self marker" is deprecated, but nothing says why/ },
    { change: ["record: draft", "record: retired"], says: /what replaces it/ },
  ],
  undefinedAbbreviation: [
    { change: ["receptor binds", "receptor of a TCR and BCRs binds"], says: /"TCR" is not spelled out/ },
    { change: ["receptor binds", "receptor of type HLA-DPA1 binds"], says: /"HLA-DPA1" is not spelled out/ },
  ],
  xrefShape: [
    { change: ["MESH:D001324", "MESH:0001324"], says: /`MESH:0001324` does not look like/ },
    { change: ["MESH:D001324", "MASH:D001324"], says: /of no vocabulary that we know/ },
    { change: ["MESH:D001324", "{ id: MESH:D001324, match: broad }"], says: /not exact, but nothing says why/ },
    { change: ["term: antigen", "term: antigen\n    xrefs: [MESH:D001324]"], says: /is an exact match of "antigen" too/ },
  ],
};

describe("terminology: checks", () => {
  it("find nothing in a good pack", () => {
    assert.deepEqual(lines(checkAll(broken(["core", "core"]))), []);
  });

  for (const [name, check] of Object.entries(checks)) {
    it(`${name} can fail`, () => {
      const own = cases[name];
      assert.ok(own, `no case for ${name}`);
      for (const { change, homonyms, says } of own) {
        const found = lines(check(broken(change, homonyms)));
        assert.ok(
          found.some((line) => says.test(line)),
          `${change[1]}: expected ${says}, found ${found.join("; ") || "nothing"}`,
        );
      }
    });
  }

  it("see across files", () => {
    const again =
      "concepts:\n  - { id: IMX:0001, term: epitope, broader: [IMX:0005] }\n  - { id: IMX:0004, term: a, broader: [IMX:0005] }\n";
    const third = "concepts: [{ id: IMX:0005, term: b, broader: [IMX:0004] }]\n";
    const terminology = terminologyOf([
      { path: "a.yaml", text: GOOD },
      { path: "b.yaml", text: again },
      { path: "c.yaml", text: third },
    ]);
    assert.deepEqual(lines(checks.duplicateId?.(terminology) ?? []), [
      'b.yaml:2:7 error `IMX:0001` is already the id of "antigen" in a.yaml.',
    ]);
    assert.deepEqual(lines(checks.relations?.(terminology) ?? []), [
      'b.yaml:3:30 error `broader` runs in a circle: "a" → "b" → "a".',
      'c.yaml:1:37 error `broader` runs in a circle: "a" → "b" → "a".',
    ]);
  });

  it("accept a homonym that is listed", () => {
    const change: [string, string] = ["- self-antigen", "- { text: HLA-DP, type: symbol }"];
    const found = checks.duplicateDesignation?.(broken(change, "homonyms: { HLA-DP: [IMX:0002, IMX:0003] }")) ?? [];
    assert.deepEqual(lines(found), []);
  });

  it("leave exempt, spelled-out and named abbreviations alone", () => {
    for (const good of ["DNA of class II", "cluster of differentiation (CDX) 4", "CD4 molecule", "a HLA-DP molecule"]) {
      const found = checks.undefinedAbbreviation?.(broken(["human molecule of class II", good])) ?? [];
      assert.deepEqual(lines(found), [], good);
    }
  });
});
