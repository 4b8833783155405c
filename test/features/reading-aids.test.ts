/** Colors, expansions and lines above definitions, as core answers them. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Draft, definitionLenses, expansions, highlights } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

const draftOf = (text: string) => new Draft(text, "markdown", builtinSet);

/** What is colored, with its kinds behind it. */
function colored(text: string, within?: { from: number; to: number }): string[] {
  return highlights(draftOf(text), within).map(({ from, to, abbreviation, definition, deprecated }) => {
    const kinds = Object.entries({ abbreviation, definition, deprecated }).flatMap(([kind, is]) => (is ? [kind] : []));
    return [text.slice(from, to), ...kinds].join(" · ");
  });
}

describe("highlights", () => {
  it("are the known names, told apart by what they are", () => {
    assert.deepEqual(colored("Systemic lupus erythematosus (SLE), SLE and Wegener granulomatosis; the zeta zone factor (ZZF)."), [
      "Systemic lupus erythematosus · definition",
      "SLE · abbreviation · definition",
      "SLE · abbreviation",
      "Wegener granulomatosis · deprecated",
      "zeta zone factor · definition",
      "ZZF · abbreviation · definition",
    ]);
  });

  it("of a part are those that touch it", () => {
    const text = "An antibody.\n\nSome autoantibody and an antigen.\n\nAn allele.";
    const from = text.indexOf("autoantibody") + 3;
    assert.deepEqual(colored(text, { from, to: from + 1 }), ["autoantibody"]);
    assert.deepEqual(colored(text, { from, to: text.length }), ["autoantibody", "antigen", "allele"]);
  });

  it("stay within a line, in order and apart, whatever the text", () => {
    assert.deepEqual(colored("> A molecular\n> mimicry."), ["molecular", "mimicry"]);
    const piece = fc.constantFrom(
      "molecular",
      " ",
      "\n",
      "\r\n",
      "> ",
      "- ",
      "mimicry",
      "lupus",
      "systemic ",
      "SLE",
      "(SLE) ",
      "HLA-B27",
      "T\ncell",
      "\n\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { from, to } of highlights(draftOf(text))) {
          assert.ok(end <= from && from < to && to <= text.length);
          assert.doesNotMatch(text.slice(from, to), /[\r\n]/);
          end = to;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("expansions", () => {
  const shown = (text: string, n: number, within?: { from: number; to: number }) =>
    expansions(draftOf(text), n, within).map(({ at, short, long, use, definedIn }) => {
      assert.equal(text.slice(at - short.length, at), short);
      return `${use} ${short} ${long} ${definedIn}`;
    });
  const text = `Systemic lupus erythematosus (SLE) is rare. ${"SLE flares. ".repeat(5)}`;

  it("stand behind each n-th use, which the definition is not", () => {
    assert.deepEqual(shown(text, 2), ["2 SLE systemic lupus erythematosus 1", "4 SLE systemic lupus erythematosus 1"]);
    assert.equal(shown(text, 1).length, 5);
    assert.deepEqual(shown(text, 0), []);
    assert.deepEqual(shown(text, Number.NaN), []);
  });

  it("of a part are counted from the document's start", () => {
    assert.deepEqual(shown(text, 5, { from: text.length - 15, to: text.length }), ["5 SLE systemic lupus erythematosus 1"]);
    assert.deepEqual(shown(text, 2, { from: text.length - 8, to: text.length }), []);
  });

  it("know what the document alone defines", () =>
    assert.deepEqual(shown("The zeta zone factor (ZZF) rose. The ZZF fell.", 1), ["1 ZZF zeta zone factor 1"]));

  it("are not given for a homonym that nothing decides, nor for a symbol", () =>
    assert.deepEqual(shown("The CD flared and the IL-6 rose.", 1), []));
});

describe("lenses", () => {
  const titles = (text: string) => definitionLenses(draftOf(text)).map(({ title }) => title);

  it("count the uses, and those that came too early", () => {
    assert.deepEqual(titles("SLE and SLE. Systemic lupus erythematosus (SLE). SLE stays, SLE too."), [
      "SLE: defined here · 4 uses · 2 before the definition",
    ]);
    assert.deepEqual(titles("The zeta zone factor (ZZF) rose. The ZZF fell."), ["ZZF: defined here · 1 use"]);
    assert.deepEqual(titles("The zeta zone factor (ZZF) rose."), ["ZZF: defined here · not used again"]);
  });

  it("count the abstract for itself", () => {
    const text = "# Abstract\n\nThe zeta zone factor (ZZF) rose. ZZF.\n\n# Methods\n\nZZF, then the zeta zone factor (ZZF), ZZF and ZZF.";
    assert.deepEqual(titles(text), ["ZZF: defined here · 1 use", "ZZF: defined here · 3 uses · 1 before the definition"]);
  });

  it("lead a second definition back to the first", () =>
    assert.deepEqual(
      titles("The zeta zone factor (ZZF).\n\nThe ZZF. The zeta zone factor (ZZF).")[1],
      "ZZF: defined again, first in line 1",
    ));
});
