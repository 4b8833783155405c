/** What core says in another language: all of it, in whole sentences, with the same places and the same edits. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  allRules,
  conceptCard,
  configureMessages,
  Draft,
  fixAll,
  frontMatterCompletions,
  frontMatterHover,
  hover,
  packCompletions,
  packHover,
  refactoringsAt,
  t,
} from "../../server/src/core/index.ts";
import { describeHlaName } from "../../server/src/core/nomenclature/hla-description.ts";
import { builtinSet, setWithPack } from "../support/terminology.ts";

const german: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../l10n/server.l10n.de.json", import.meta.url), "utf8"),
);

/** What `make` makes, in English and in German. */
function inBoth<Made>(make: () => Made): [english: Made, german: Made] {
  const english = make();
  configureMessages({ contents: german });
  try {
    return [english, make()];
  } finally {
    configureMessages({});
  }
}

const allOn = setWithPack(
  ["rules:", ...allRules.filter((rule) => rule.offByDefault !== undefined).map(({ id }) => `  ${id}: on`), "concepts: []"].join("\n"),
);

describe("a message", () => {
  it("is its own English", () => assert.equal(t("Write {0}", "“x”"), "Write “x”"));

  it("takes what stands in its places as it is", () => {
    const [english, translated] = inBoth(() => t("{0} stands for {1}, not for {2}.", "{1}", "$&", "{0}"));
    assert.equal(english, "{1} stands for $&, not for {0}.");
    assert.equal(translated, "{1} steht für $&, nicht für {0}.");
  });

  it("keeps any text in its places", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        assert.deepEqual(
          inBoth(() => t("{0} or {1}", one, other)),
          [`${one} or ${other}`, `${one} oder ${other}`],
        );
      }),
    );
  });

  it("is English where the bundle has no other", () => {
    configureMessages({ contents: {} });
    assert.equal(t("Write {0}", "x"), "Write x");
  });
});

describe("findings in German", () => {
  /** Where a message comes to its reasons, which packs bring along in English. */
  const english = /”|\b(?:is|are|the|this|document|Write|Use|here|defined|elsewhere)\b/;

  for (const rule of allRules) {
    it(`are those of ${rule.id} in other words`, () => {
      for (const { bad } of rule.examples) {
        const [before, after] = inBoth(() =>
          new Draft(bad, "markdown", allOn)
            .diagnostics()
            .filter((d) => d.rule === rule.id)
            .map(({ fixes, message, related, ...place }) => ({
              place: { ...place, edits: fixes.map(({ edits }) => edits) },
              words: [message, ...related.map((one) => one.message), ...fixes.map(({ title }) => title)],
            })),
        );
        assert.deepEqual(
          after.map(({ place }) => place),
          before.map(({ place }) => place),
        );
        for (const [i, { words }] of after.entries()) {
          words.forEach((word, j) => {
            assert.notEqual(word, before[i]?.words[j]);
            // What is quoted is the manuscript's, and a pack's reason follows the colon.
            const own = word.replace(/„[^“]*“/g, "").replace(rule.id === "term-deprecated" ? /:.*/ : /$^/, "");
            assert.doesNotMatch(own, english);
            assert.doesNotMatch(own, /undefined|\{\d\}/);
          });
        }
      }
    });
  }
});

describe("hovers in German", () => {
  const labels =
    /\*(?:In this document|Used|Source|Note|In plain words|Also|Avoid|Often confused with|Evidence|Kind of|Part of|Defined in)\b|\b(?:is superseded|is not recommended|is right too|is understood)\b/;

  it("say nothing of their own in English, for any concept and any of its names", () => {
    const { termbase } = builtinSet.context;
    const [before, after] = inBoth(() =>
      [...termbase.concepts()].flatMap((concept) => {
        const layer = termbase.layerOf(concept.id);
        return layer ? concept.designations.map((designation) => conceptCard({ concept, designation, layer }, termbase)) : [];
      }),
    );
    assert(after.length > 2000 && after.length === before.length);
    assert(before.some((card) => labels.test(card)));
    for (const card of after) assert.doesNotMatch(card, labels);
  });

  it("say what the document does with a name", () => {
    const text = "Systemic lupus erythematosus (SLE) is severe. Most with SLE and SLE had it; HLA-B*27:05 was found.\n";
    const [, { lupus, allele }] = inBoth(() => {
      const draft = new Draft(text, "plain", builtinSet);
      const at = (word: string) => hover(draft, text.indexOf(word))?.markdown.replaceAll("\\", "") ?? "";
      return { lupus: at("SLE"), allele: at("27:05") };
    });
    assert.match(lupus, /\*In diesem Dokument:\* „SLE“ ist definiert in Zeile 1/);
    assert.match(allele, /Ein Allel von HLA-B, bestimmt durch seine DNA-Sequenz/);
    assert.match(allele, /das Gen für die schwere Kette von HLA-B, einem klassischen Klasse-I-Molekül/);
  });

  it("count the meanings that they leave out", () => {
    const five = setWithPack(
      `concepts:\n${["one", "two", "three", "four", "five", "six"].map((each) => `  - term: quagga ${each}\n    abbreviation: QGG\n`).join("")}`,
    );
    const [before, after] = inBoth(() => hover(new Draft("The QGG fell.", "plain", five), 5)?.markdown ?? "");
    assert.match(before, /^- 2 more$/m);
    assert.match(after, /^- 2 weitere$/m);
  });

  it("explain what is wrong with an HLA name", () => {
    const [, told] = inBoth(() => describeHlaName("HLA-A*2:1"));
    assert.deepEqual(told?.slice(0, 2), [
      "HLA-A*2:1 hat eine Ziffer im ersten Feld, in das zwei Ziffern gehören.",
      "Der Name hat im zweiten Feld nur eine Ziffer, wo mindestens zwei stehen.",
    ]);
  });
});

describe("help in a pack in German", () => {
  /** What rules say beside their title is the rule's page, and what keys and values are for is the schema's: both English. */
  const pack = "rules:\n  abbr-unused: off\n  term-variant: \n  \nprefer:\n  tnf-alpha: TNF\n";

  it("names what each rule reports", () => {
    const [before, after] = inBoth(() => allRules.map(({ title }) => title));
    for (const [i, title] of after.entries()) assert.notEqual(title, before[i]);
    assert.equal(new Set(after).size, allRules.length);
  });

  it("says beside each rule what it reports and whether it is on", () => {
    const [before, after] = inBoth(() => packCompletions(pack, pack.indexOf("\nprefer")).map(({ detail }) => detail ?? ""));
    assert(after.length > 50);
    for (const [i, detail] of after.entries()) {
      assert.notEqual(detail, before[i]);
      assert.doesNotMatch(detail, /\b(?:off|unless|turned|then)\b/);
    }
    assert(after.some((detail) => /\(standardmäßig aus, eingeschaltet \w+\)$/.test(detail)));
  });

  it("marks the severity that a rule has without a setting", () => {
    const [, after] = inBoth(() => packCompletions(pack, pack.indexOf("variant: ") + 9).map(({ detail }) => detail));
    assert(after.includes("gilt ohne Einstellung"), after.join());
  });

  it("has German headings around a rule's reasons and examples", () => {
    const [before, after] = inBoth(() => packHover(pack, pack.indexOf("tnf-alpha"))?.markdown ?? "");
    const own = (markdown: string) => markdown.split("\n\n").filter((part) => !/^```|^\*\*/.test(part));
    const rule = allRules.find(({ id }) => id === "tnf-alpha");
    const [english, translated] = [own(before), own(after)];
    assert.equal(translated.length, english.length);
    for (const [i, part] of translated.entries()) if (part !== rule?.why) assert.notEqual(part, english[i]);
    assert.match(after, /TNF und TNF-α sind gemischt\.\n\n.*Gemeldet wird:.*Besser:.*Formen zur Wahl, unter `prefer`: /s);
  });

  it("tells what the front matter's block is for", () => {
    const text = "---\nimmunolex:\n  locale: en-GB\n---\n\nText.\n";
    const [before, after] = inBoth(() => {
      const offered = frontMatterCompletions(new Draft("---\n\n---\n\nText.\n", "markdown", builtinSet), 4)[0]?.detail;
      return [frontMatterHover(new Draft(text, "markdown", builtinSet), 8)?.markdown, offered];
    });
    assert.deepEqual(before, ["**immunolex**\n\nWhat holds for the terms of this draft.", "What holds for the terms of this draft"]);
    assert.deepEqual(after, ["**immunolex**\n\nWas für die Begriffe dieses Entwurfs gilt.", "Was für die Begriffe dieses Entwurfs gilt"]);
  });
});

describe("what is written into a draft", () => {
  it("is the same in German", () => {
    const text = "Patients with SLE had antibodies. Auto-antibodies and TNFα rose; TNF-α fell, and TNF-α rose.\n";
    const [english, translated] = inBoth(() => {
      const draft = new Draft(text, "markdown", builtinSet);
      return [
        fixAll(draft)?.edits,
        refactoringsAt(draft, { from: text.indexOf("SLE"), to: text.indexOf("SLE") }).map(({ edits }) => edits),
      ];
    });
    assert.deepEqual(translated, english);
  });
});
