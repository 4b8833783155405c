import assert from "node:assert/strict";
import fc from "fast-check";
import { annotation, Draft } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

/** Pieces that make and unmake every construct the reader knows when they are put in or taken out anywhere. */
const pieces = [
  "autoimmune disease ",
  "autoimmune condition ",
  "human leukocyte antigen (HLA) ",
  "HLA ",
  "HLA-DRB1*04:01 ",
  "rheumatoid arthritis (RA) ",
  "RA ",
  "Hashimoto's thyroiditis ",
  "anaemia and estrogen ",
  "\n\n",
  "\n",
  "\r\n",
  "# ",
  "## Abstract\n\n",
  "## References\n\n",
  "## Abbreviations\n\nHLA: human leukocyte antigen\n\n",
  "> ",
  "- ",
  "    ",
  "`",
  "```\n",
  "*",
  "**",
  "$",
  "$$\n",
  "| a | HLA |\n|---|---|\n| b | RA |\n",
  "---\n",
  "---\nimmunolex:\n  rules:\n    abbr-unused: off\n---\n",
  "[^1]: ",
  ": ",
  "*[RA]: rheumatoid arthritis\n\n",
  "<!-- immunolex-disable-next-line abbr-unused -->\n",
  "<!--",
  "-->",
  "::: {.abstract}\n",
  "[@key] ",
  "<sup>2</sup>",
  "\uFEFF",
  "\u{1D6FD}",
  "\uD800",
];

const piece = fc.constantFrom(...pieces);
const start = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));
const edits = fc.array(fc.record({ at: fc.nat(10_000), drop: fc.nat(40), insert: piece }), { maxLength: 8 });

describe("a draft after edits", () => {
  it("answers as one that is opened afresh", () => {
    fc.assert(
      fc.property(start, edits, fc.boolean(), (text, changes, plain) => {
        const format = plain ? "plain" : "markdown";
        const draft = new Draft(text, format, builtinSet);
        draft.diagnostics();
        for (const { at, drop, insert } of changes) {
          const from = at % (draft.document.text.length + 1);
          const to = Math.min(draft.document.text.length, from + drop);
          draft.edit([{ from, to, insert }]);
          if (drop % 3 !== 0) draft.diagnostics();
        }
        const fresh = new Draft(draft.document.text, format, builtinSet);
        assert.deepEqual(plainData(draft), plainData(fresh));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });
});

function plainData(draft: Draft): unknown {
  const { document } = draft;
  const places = Array.from({ length: document.lines.count }, (_, line) => document.lines.startOf(line));
  return {
    text: document.text,
    lines: places,
    scopes: draft.analysis.entries.map((e) => `${e.from} ${e.block.kind} ${e.scope} ${e.block.source}`),
    annotation: annotation(draft),
    diagnostics: draft.diagnostics(),
  };
}
