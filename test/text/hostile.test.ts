import assert from "node:assert/strict";
import { Draft } from "../../server/src/core/index.ts";
import { builtinSet } from "../support/terminology.ts";

describe("a hostile text", () => {
  const texts: [name: string, text: string][] = [
    ["quotations nested 50,000 deep", `${"> ".repeat(50_000)}T cell`],
    ["lists nested 1,000 deep", Array.from({ length: 1000 }, (_, i) => `${"  ".repeat(i)}- T cell`).join("\n")],
    ["images nested 5,000 deep", `${"![".repeat(5000)}T cell${"](x)".repeat(5000)}`],
    ["emphasis that never closes", "*T cell ".repeat(5000)],
    ["brackets that never close", "[".repeat(50_000)],
    ["parentheses that never close", "(T cell ".repeat(5000)],
    ["code that never closes", `\`\`\`\n${"T cell ".repeat(5000)}`],
    ["math that never closes", `$$\n${"T cell\n".repeat(5000)}`],
    ["lone surrogates", "\uD800T cell\uDC00 \uD83D"],
    ["NUL characters", "T cell\u0000T cell"],
    ["one word of a million letters", "a".repeat(1_000_000)],
    ["one line of a million characters", "T cell ".repeat(140_000)],
    ["one line of 50,000 findings", "auto-immune ".repeat(50_000)],
    ["one line of 300 definitions", "rheumatoid arthritis (RA) RA rheumatoid arthritis ".repeat(300)],
    ["nothing", ""],
    ["line breaks alone", "\r\n\r\r\n\n".repeat(1000)],
  ];
  for (const [name, text] of texts) {
    it(`of ${name} is read, edited and read again`, () => {
      const draft = new Draft(text, "markdown", builtinSet);
      draft.diagnostics();
      draft.edit([{ from: 0, to: 0, insert: "A T cell. " }]);
      assert.deepEqual(draft.diagnostics(), new Draft(`A T cell. ${text}`, "markdown", builtinSet).diagnostics());
    }).timeout(30_000);
  }
});
