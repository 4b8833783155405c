/** What is offered and explained while a person types a pack; ‸ marks the cursor. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { standingAt, typingAt } from "../../server/src/core/formats/pack-place.ts";
import {
  Draft,
  frontMatterCompletions,
  frontMatterHover,
  type PackWorld,
  packCompletions,
  packHover,
} from "../../server/src/core/index.ts";
import { check } from "../support/check.ts";
import { builtinSet } from "../support/terminology.ts";

const { termbase } = builtinSet.context;

function split(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf("‸");
  return { text: marked.replace("‸", ""), offset };
}

function offered(marked: string, world: PackWorld = { termbase }): string[] {
  const { text, offset } = split(marked);
  return packCompletions(text, offset, world).map(({ label }) => label);
}

/** The text after the item with this label was chosen. */
function chosen(marked: string, label: string, world: PackWorld = { termbase }): string {
  const { text, offset } = split(marked);
  const item = packCompletions(text, offset, world).find((each) => each.label === label);
  assert(item, `${label} is not offered`);
  return text.slice(0, item.range.from) + item.text + text.slice(item.range.to);
}

function told(marked: string, world: PackWorld = { termbase }): string {
  const { text, offset } = split(marked);
  return packHover(text, offset, world)?.markdown ?? "";
}

const statuses = ["preferred", "admitted", "deprecated", "superseded", "hidden"];

describe("completion in a pack", () => {
  it("offers the keys of the file that are not there yet", () => {
    assert.deepEqual(offered("‸").slice(0, 2), ["name", "title"]);
    for (const text of ["ex‸", "rules:\n  abbr-unused: off\nex‸\n", "exempt:\n  - HLA\nex‸\nname: x"])
      assert.ok(offered(text).includes("extends"), text);
    const keys = offered("name: x\n‸\nlocale: en-GB\n");
    assert.ok(keys.includes("rules") && !keys.includes("name") && !keys.includes("locale"));
  });

  it("offers styles, spellings and severities, half typed or not, in quotes or not", () => {
    const styles = ["consistent", "ama", "uk", "ji"];
    for (const text of ["extends: ‸", "extends: a‸", 'extends: "a‸"', 'extends: "a‸', "extends: ‸ # a house style", "extends:\n  ‸"])
      assert.deepEqual(offered(text), styles, text);
    assert.deepEqual(offered("locale: ‸\nrules:\n  abbr-unused: off"), ["en-US", "en-GB"]);
    assert.deepEqual(offered("rules:\n  abbr-unused: ‸"), ["off", "hint", "information", "warning", "error", "on"]);
    assert.equal(chosen("extends: am‸a # x\nname: y", "uk"), "extends: uk # x\nname: y");
  });

  it("offers rules with their titles and severities, and those with forms under prefer", () => {
    const { text, offset } = split("rules:\n  abbr-unused: off\n  abbr‸\n");
    const items = packCompletions(text, offset);
    const conflict = items.find(({ label }) => label === "abbr-conflict");
    assert.match(conflict?.detail ?? "", /One abbreviation stands for two things.*\(error\)/);
    assert.match(conflict?.markdown ?? "", /Reported:/);
    assert.ok(!items.some(({ label }) => label === "abbr-unused"), "it has a setting already");
    assert.equal(chosen("rules:\n  abbr‸\n", "abbr-unused"), "rules:\n  abbr-unused: \n");
    assert.equal(chosen("rules: { abbr‸ }", "abbr-unused"), "rules: { abbr-unused:  }");
    assert.ok(offered("prefer:\n  ‸").includes("eponym-possessive") && !offered("prefer:\n  ‸").includes("abbr-unused"));
    assert.deepEqual(offered("prefer:\n  eponym-possessive: ‸"), ["plain", "possessive"]);
  });

  it("offers the fields of a record and of a name, and their values", () => {
    for (const text of ["concepts:\n  - ‸", "- ‸", "- te‸", "concepts:\n  - { ‸ }", "concepts:\n- ‸\n- term: b"])
      assert.ok(offered(text).includes("term") && offered(text).includes("definition"), text);
    const more = offered("concepts:\n  - term: a\n    ‸\n  - term: b");
    assert.ok(more.includes("avoid") && !more.includes("term") && !more.includes("rules"));
    assert.deepEqual(offered("- term: a\n  designations:\n    - text: b\n      status: ‸"), statuses);
    assert.deepEqual(offered("- term: a\n  designations:\n    - { text: b, status: su‸ }"), statuses);
    assert.deepEqual(offered("- term: { text: a, caseSensitive: ‸ }"), ["true", "false"]);
  });

  it("opens a list or a mapping below its key", () => {
    assert.equal(chosen("conc‸\nname: x", "concepts"), "concepts:\n  - \nname: x");
    assert.equal(chosen("- term: a\n  al‸", "also"), "- term: a\n  also:\n    - ");
    assert.equal(chosen("ru‸", "rules"), "rules:\n  ");
    assert.equal(chosen("ru‸: {}", "rules"), "rules: {}");
  });

  it("offers the pack's own subject fields", () => {
    const text = "subjects:\n  tolerance: Autoimmunity and tolerance\n  vessels: Vasculitides\nconcepts:\n  - term: a\n    subject: ‸\n";
    assert.deepEqual(offered(text), ["tolerance", "vessels"]);
  });

  it("finds a concept's id by its name", () => {
    const mimicry = termbase.named("molecular mimicry")[0]?.id ?? "";
    for (const text of [
      "- term: a\n  related: molecular mim‸",
      "- term: a\n  related: [x, mimicry‸]",
      "- term: a\n  related:\n    - mimicry‸",
    ])
      assert.equal(offered(text)[0], mimicry, text);
    assert.equal(chosen("- term: a\n  broader: molecular mim‸", mimicry), `- term: a\n  broader: ${mimicry}`);
    assert.equal(offered(`- term: a\n  broader: ${mimicry}‸`)[0], mimicry);
    assert.deepEqual(offered("- term: a\n  broader: ‸"), []);
  });

  it("keeps out of comments, definitions and free texts", () => {
    for (const text of [
      "# ru‸",
      "name: x # ru‸",
      "- term: ‸",
      "- term: a\n  definition: ru‸",
      "- term: a\n  definition: the\n    ru‸",
      "- term: a\n  definition: |\n    ru‸\n",
      "rules:‸",
      "- term: a\n  note: see rules: ‸",
    ])
      assert.deepEqual(offered(text), [], text);
  });

  it("is not led astray by another line that is not finished", () => {
    assert.ok(offered("name: a\nex\nrules:\n  abb‸\n").includes("abbr-unused"));
    assert.ok(offered("concepts:\n  - term: a\n    de\n    avoid: [b]\n    ‸").includes("plain"));
    assert.match(told("ex\r\n\r\nrules:\r\n  abbr\r\n  abbr-un‸used: off"), /^\*\*abbr-unused/);
  });

  it("offers no key where it would belong to nothing", () => assert.deepEqual(offered("concepts:\n  - term: a\n  ‸\n"), []));

  it("adds only what a schema cannot know where another extension tells the schema", () => {
    const world = { termbase, schemaIsTold: true };
    assert.deepEqual(offered("‸", world), []);
    assert.deepEqual(offered("extends: ‸", world), []);
    assert.ok(offered("rules:\n  ‸", world).length > 50);
    assert.deepEqual(offered("prefer:\n  eponym-possessive: ‸", world), ["plain", "possessive"]);
    assert.equal(told("ext‸ends: ama", world), "");
    assert.match(told("rules:\n  abbr-‸unused: off", world), /abbr-unused/);
  });
});

describe("a hover in a pack", () => {
  it("says what a key is for, which values it takes, and shows it", () => {
    const text = told("ext‸ends: ama");
    assert.match(text, /^\*\*extends\*\*\n\nWhat this project starts from/);
    assert.match(text, /\n- `uk`: British journals/);
    assert.match(text, /```yaml\nextends: ama\n```$/);
    assert.match(told("- term: a\n  avo‸id: [b]"), /names not to use[\s\S]*avoid:\n {2}- Wegener granulomatosis/);
  });

  it("says what a rule reports, on its id and on its severity", () => {
    for (const text of ["rules:\n  abbr-un‸used: off", "rules: { abbr-un‸used: off }", "prefer:\n  eponym-poss‸essive: plain"])
      assert.match(told(text), /^\*\*(abbr-unused|eponym-possessive)\*\* · \w+\n\n.*\.\n\n/, text);
    assert.match(told("rules:\n  abbr-unused: o‸ff"), /^`off`: Not reported\.\n\n\*\*abbr-unused\*\*/);
    assert.match(told("rules:\n  sex-noun: o‸n"), /off unless turned on, then/);
  });

  it("says what a value means, and which concept an id is", () => {
    assert.match(told("- term: a\n  designations:\n    - { text: b, status: super‸seded }"), /^`superseded`: Replaced by/);
    const mimicry = termbase.named("molecular mimicry")[0]?.id ?? "";
    assert.match(told(`- term: a\n  related: [${mimicry}‸]`), /^\*\*molecular mimicry\*\* · IMX/);
  });

  it("says nothing of what is free text or unknown", () => {
    for (const text of [
      "na‸me: x".replace("na‸me", "nmae‸"),
      "name: x‸",
      "rules:\n  no-such‸-rule: off",
      "# ext‸ends",
      "‸",
      "- term: a\n  related: nobody‸",
    ])
      assert.equal(told(text), "", text);
  });

  it("has words for every key of the schema", () => {
    const paths = ["‸", "- ‸", "- term: { ‸ }", "- designations:\n    - ‸", "- xrefs:\n    - ‸", "- sources:\n    - ‸"];
    for (const marked of paths) {
      const { text, offset } = split(marked);
      const items = packCompletions(text, offset, { termbase });
      assert.ok(items.length > 2, marked);
      for (const { label, markdown, detail } of items)
        assert.ok(detail && markdown && markdown.length > label.length + 10, `${marked} ${label}`);
    }
  });
});

describe("help in front matter", () => {
  const items = (marked: string) => {
    const { draft, cursor } = check(marked, { set: builtinSet, rules: [] });
    return frontMatterCompletions(draft, cursor, { termbase }).map(({ label }) => label);
  };

  it("offers the block and what belongs into it, and nothing for keys of others", () => {
    assert.deepEqual(items("---\ntitle: x\n‸\n---\n\nText."), ["immunolex"]);
    assert.ok(items("---\nimmunolex:\n  ‸\n---\n").includes("rules"));
    assert.deepEqual(items("---\nimmunolex:\n  extends: ‸\n---\n"), ["consistent", "ama", "uk", "ji"]);
    assert.deepEqual(items("---\nbibliography:\n  ‸\n---\n"), []);
  });

  it("counts places from the start of the draft", () => {
    const { draft, cursor } = check("---\nimmunolex:\n  extends: a‸m\n---\n", { set: builtinSet, rules: [] });
    const [first] = frontMatterCompletions(draft, cursor);
    assert.equal(first && draft.document.slice(first.range.from, first.range.to), "am");
    const hover = frontMatterHover(draft, draft.document.text.indexOf("extends"));
    assert.equal(hover && draft.document.slice(hover.from, hover.to), "extends");
  });
});

const sample = `# A pack
name: of-the-test
extends: ama
subjects: { tolerance: "Autoimmunity and tolerance" }
rules:
  abbr-unused: off
  abbr-conflict: hint
exempt: [HLA, MHC]
concepts:
  - term: zebra cell
    abbreviation: { text: ZC, caseSensitive: true }
    definition: >
      cell with
      stripes
    designations:
      - text: old zebra
        status: superseded
      - { text: "bad zebra", status: deprecated }
    broader:
      - IMX:0226
  - horse cell
  - { term: quagga cell, also: [quagga] }
`;

describe("the places of a pack", () => {
  it("begin with the first line, which may be empty", () => {
    for (const text of ["\n", "\n\n", `\n${sample}`]) {
      const completions = packCompletions(text, 0);
      assert(completions.length > 0);
      for (const { range } of completions) assert.deepEqual(range, { from: 0, to: 0 });
    }
  });
  it("take any text: nothing throws, and a range holds the cursor on one line", () => {
    const damage = fc.constantFrom(
      "",
      "{",
      "[",
      '"',
      "'",
      ": ",
      "- ",
      "\n",
      "\t",
      "#",
      "&a ",
      "*a",
      "|\n",
      "---\n",
      "\r\n",
      "!!x ",
      "\u{1d6fd}",
      "\ud835",
    );
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(sample.length), fc.nat(20), damage, (at, offset, length, insert) => {
        const text = sample.slice(0, at) + insert + sample.slice(at + length);
        const cursor = Math.min(offset, text.length);
        packHover(text, cursor, { termbase });
        for (const { range } of packCompletions(text, cursor)) {
          assert.ok(range.from <= cursor && cursor <= range.to, `${range.from} ${cursor} ${range.to}`);
          assert.doesNotMatch(text.slice(range.from, range.to), /\n/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("put a key where it was offered, at every place of a file", () => {
    let tried = 0;
    for (let offset = 0; offset <= sample.length; offset++) {
      const place = typingAt(sample, offset);
      if (!place || place.role === "value") continue;
      for (const item of packCompletions(sample, offset)
        .filter(({ kind }) => kind !== "value")
        .slice(0, 2)) {
        const text = sample.slice(0, item.range.from) + item.text + sample.slice(item.range.to);
        const standing = standingAt(text, item.range.from);
        assert.deepEqual(standing?.path, [...place.path, item.label], text.slice(Math.max(0, offset - 60), offset + 60));
        tried++;
      }
    }
    assert.ok(tried > 100, String(tried));
  });

  it("stay on the first line where that is empty", () => {
    for (const text of ["\nrules:\n", "\r\nrules:\n", "\n"]) {
      for (const { range } of packCompletions(text, 0)) assert.deepEqual(range, { from: 0, to: 0 }, text);
      assert.ok(packCompletions(text, 0).length > 3, text);
    }
    const draft = new Draft("---\n\n---\n\nText.\n", "markdown", builtinSet);
    assert.deepEqual(
      frontMatterCompletions(draft, 4).map(({ range }) => range),
      [{ from: 4, to: 4 }],
    );
  });

  it("read a file once for all letters of a value", () => {
    const record = "  - term: quagga cell\n    definition: A cell of the quagga, of no use.\n    also: [kiang cell]\n";
    const begun = `concepts:\n${record.repeat(1_500)}  - term: last\n    related: `;
    const cost = (text: string) => {
      const start = performance.now();
      assert.ok(typingAt(text, text.length));
      return performance.now() - start;
    };
    const first = cost(begun);
    const later = [..."quagga"].map((_, i) => cost(begun + "quagga".slice(0, i + 1))).sort((a, b) => a - b);
    assert.ok((later[3] ?? 0) < first / 5, `${first} ms, then ${later}`);
  });

  it("are not looked for in a file that nobody has typed", () => {
    const long = `${sample}${"  - horse cell\n".repeat(40_000)}`;
    assert.deepEqual(packCompletions(long, 0), []);
    assert.equal(packHover(long, 12), undefined);
  });
});
