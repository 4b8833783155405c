import { t } from "../../l10n/l10n.ts";
import { isBreak, isLetter } from "../../scan/letter-case.ts";
import type { ConceptGroup, ConceptMention, Entry } from "../../scan/mentions.ts";
import { isAllCapitals, quoted, startsSentence, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule } from "../rule.ts";

export const caseVariant: Rule = {
  id: "case-variant",
  severity: "hint",
  get title() {
    return t("A term has capitals here and none elsewhere");
  },
  why: "A capital within a sentence marks a proper name; a reader looks for the difference that it seems to make.",
  source: "AMA Manual of Style, 11th ed., ch. 10, on capitalization; reports mixing alone",
  examples: [
    {
      bad: "Some call it Molecular Mimicry. In molecular mimicry, antigens resemble each other.",
      good: "Some call it molecular mimicry. In molecular mimicry, antigens resemble each other.",
    },
    {
      bad: "They have hashimoto thyroiditis. Others with Hashimoto thyroiditis do not.",
      good: "They have Hashimoto thyroiditis. Others with Hashimoto thyroiditis do not.",
    },
    {
      bad: "These are often Autoimmune diseases. Many autoimmune diseases are mild.",
      good: "These are often autoimmune diseases. Many autoimmune diseases are mild.",
    },
  ],
  traps: [
    "# Molecular Mimicry\n\nIn molecular mimicry, antigens resemble each other.",
    "Molecular mimicry is old. In molecular mimicry, antigens resemble each other.",
    "Molecular Mimicry (MM) was shown; in molecular mimicry, antigens resemble each other.",
    "The Immune Tolerance Network studies immune tolerance.",
    "**Key words** Molecular Mimicry, HLA\n\nIn molecular mimicry, antigens resemble each other.",
    "- **Molecular Mimicry:** in molecular mimicry, antigens resemble each other.",
    "He was at the Institute of Immune Tolerance and studied immune tolerance.",
    "The paper on “Molecular Mimicry” is about molecular mimicry.",
    "| Term | Use |\n|---|---|\n| see Molecular Mimicry | molecular mimicry |",
    "Loss of the T Cell in Mice\n\nHere the T cell was lost.",
    "T cells and Toll-like receptors; T lymphocytes too.",
  ],
  checks: [{ on: "concept", check }],
};

function check({ wordings }: ConceptGroup): Finding[] {
  return wordings.flatMap(({ designation, usual, odd }) => {
    // A single word with a capital is a name too often: "Gene 33", "the Antibody Society".
    if (!usual || !/[\s-]/.test(designation.text)) return [];
    return odd()
      .filter(isFreeToVary)
      .map((mention) => finding(mention, designation.text, usual));
  });
}

/** Not where a sentence, a definition, a heading within the text or a longer name gives the capital. */
function isFreeToVary(mention: ConceptMention): boolean {
  const { entry } = mention;
  if (entry.scope === "table" || entry.scope === "caption" || isAllCapitals(entry)) return false;
  if (startsSentence(mention) || isDefinition(entry, mention) || isQuoted(mention) || isEmphasised(mention)) return false;
  const written = textAt(mention);
  if (written === written.toUpperCase()) return false;
  if (!/^\p{Lu}|[\s-]\p{Lu}/u.test(written)) return true;
  const before = textBefore(mention, 40);
  const after = textAfter(mention, 30);
  // "Immune Tolerance Network", "Institute of Immune Tolerance", "Wnt and T Cell Biology"
  if (/^(?:[\s-]+|, |[\s]+(?:and|&|or|of|for|in|on|with|to|by) )[*_]*[\p{Lu}\d]/u.test(after)) return false;
  if (/\p{Lu}[\p{L}\p{N}'’]*(?:[\s-]+|, (?:and )?| and | & | or | of (?:the )?| for (?:the )?| on | in )[*_]*$/u.test(before)) return false;
  return !/^\s*[(:[]/.test(after);
}

function isDefinition(entry: Entry, { from, to }: ConceptMention): boolean {
  return entry.facts.definitions.some(({ range }) => from < range.to && to > range.from);
}

/** Emphasis makes a lead-in or a title of the words. */
function isEmphasised(mention: ConceptMention): boolean {
  return /[*_]$/.test(textBefore(mention, 1)) || /^[*_]/.test(textAfter(mention, 1));
}

function finding(mention: ConceptMention, name: string, model: ConceptMention): Finding {
  const written = textAt(mention);
  const text = recased(written, name);
  return {
    ...mention,
    message: t("{0} is written {1} elsewhere in this document. Write {2}.", quoted(written), quoted(textAt(model)), quoted(text)),
    related: [{ ...model, message: t("{0} here", quoted(textAt(model))) }],
    fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits: [{ ...mention, text }] }],
  };
}

/** The text with the letters of the name for as long as both run side by side, and small ones behind. */
function recased(written: string, name: string): string {
  let same = 0;
  while (same < name.length && same < written.length && sameButForCase(written.charCodeAt(same), name.charCodeAt(same))) same++;
  const head = [...written.slice(0, same)].map((letter, i) => (isBreak(letter.charCodeAt(0)) ? letter : name.charAt(i)));
  return head.join("") + written.slice(same).toLowerCase();
}

function sameButForCase(a: number, b: number): boolean {
  return a === b || (isBreak(a) && isBreak(b)) || ((a ^ b) === 32 && isLetter(a));
}
