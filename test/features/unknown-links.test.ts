import assert from "node:assert/strict";
import fc from "fast-check";
import { unknownLinks } from "../../server/src/core/features/pack-help/unknown-links.ts";
import { didYouMean } from "../../server/src/core/formats/did-you-mean.ts";
import type { Layer } from "../../server/src/core/termbase/termbase.ts";
import { setWithPack } from "../support/terminology.ts";

describe("links of a pack to concepts that nobody knows", () => {
  const linked = (ids: readonly string[]) => ids.map((id, i) => ({ id, place: { from: i, to: i + 1 } }) as never);
  const layersOf = (count: number): Layer[] => {
    const records = Array.from({ length: count }, (_, i) => `  - term: quagga cell number ${i}\n    id: quagga-cell-number-${i}`);
    return [...setWithPack(`concepts:\n${records.join("\n")}\n`).context.termbase.layers].filter(({ kind }) => kind !== "builtin");
  };

  it("are told with the id that was probably meant, or the id of the name", () => {
    const layers = layersOf(3);
    const id = layers[0]?.concepts[1]?.id ?? "";
    const told = unknownLinks(linked([id, id.replace("quagga", "qugaga"), "Quagga cell number 2"]), layers).map(({ message }) => message);
    assert.equal(told.length, 2);
    assert.match(told[0] ?? "", /Did you mean `.*quagga-cell-number-1`\?$/);
    assert.match(told[1] ?? "", /The id of “Quagga cell number 2” is `.*quagga-cell-number-2`\.$/);
  });

  it("cost little, however many there are and however many concepts", () => {
    const layers = layersOf(10_000);
    const links = linked(Array.from({ length: 60 }, (_, i) => `lab:zebra-tissue-of-old-${i}`));
    const start = performance.now();
    assert.equal(unknownLinks(links, layers).length, 50);
    const spent = performance.now() - start;
    assert(spent < 1_000, `${spent.toFixed(0)} ms`);
  });
});

describe("the word that was probably meant", () => {
  it("is the nearest one, with a neighbour swap as one slip", () => {
    assert.equal(didYouMean("scope-ntoe", ["also", "scopeNote", "note"]), "scopeNote");
    assert.equal(didYouMean("ablso", ["broader", "also"]), "also");
    assert.equal(didYouMean("definition", ["quite another"]), undefined);
  });

  it("is found wherever up to a third of the letters are dropped, doubled or swapped", () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(14), fc.nat(14), (kind, one, two) => {
        const slip = (word: string, at: number) => {
          const [a = "", b = ""] = [word[at], word[at + 1]];
          return word.slice(0, at) + [b ? b + a : a, "", a + a][kind] + word.slice(at + (b && kind === 0 ? 2 : 1));
        };
        assert.equal(didYouMean(slip(slip("autoimmuneliverx", one), two), ["unlike", "autoimmuneliverx", "autumn"]), "autoimmuneliverx");
      }),
    );
  });
});
