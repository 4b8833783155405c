import { t } from "../../l10n/l10n.ts";
import { isOwnText, quoted, startsSentence, textAt } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Rule } from "../rule.ts";
import { openedWord } from "./prefixes.ts";

export const prefixAlwaysClosed: Rule = {
  id: "prefix-always-closed",
  severity: "warning",
  get title() {
    return t("A word is hyphenated that is always closed up");
  },
  why: "No dictionary sets autoantibody, autoimmune or immunosuppression with a hyphen; a search for the word misses the hyphenated one.",
  source: "Dictionary forms (Merriam-Webster, Oxford, Dorland's); AMA Manual of Style, 11th ed., 8.3, on prefixes",
  examples: [
    { bad: "Auto-antibodies precede auto-immune disease.", good: "Autoantibodies precede autoimmune disease." },
    { bad: "Immuno-suppression held the auto-inflammatory disease.", good: "Immunosuppression held the autoinflammatory disease." },
    { bad: "## Auto-Immune Disease", good: "## Autoimmune Disease" },
  ],
  traps: [
    "Both auto- and alloantibodies bind.",
    "The word was broken as auto-\nantibody there.",
    "Immuno-oncology drugs and auto-reactive cells.",
    "She read the Journal of Auto-Immunity Reviews.",
    "> Auto-immune disease, as the old text has it.",
  ],
  checks: [
    {
      on: "mark",
      pattern: openedWord,
      check(mark) {
        if (!isOwnText(mark.entry.scope) || isQuoted(mark)) return undefined;
        const written = textAt(mark);
        const better = mark.better as string;
        // A capital within a sentence marks a proper name: a journal, a clinic.
        const capitals = /[-‐‑ ]\p{Lu}/u.test(mark.text);
        const heading = mark.entry.scope === "title" || mark.entry.scope === "heading";
        if (!heading && /^\p{Lu}/u.test(written) && (capitals || !startsSentence(mark))) return undefined;
        const message = t("{0} is one word: {1}.", quoted(mark.text), quoted(better));
        // Letters and one hyphen: anything else is markup or a line break, which an edit would lose.
        if (written !== mark.text) return { ...mark, message };
        return {
          ...mark,
          message,
          fixes: () => [{ title: t("Write {0}", quoted(better)), safe: true, edits: [{ ...mark, text: better }] }],
        };
      },
    },
  ],
};
