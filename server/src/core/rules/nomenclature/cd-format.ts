import type { Mark } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Edit, Finding, Rule } from "../rule.ts";
import { cdChains, cdShapes } from "./cd-names.ts";
import { byKey, isItalic, isWriters, partEdit } from "./surroundings.ts";

export const cdFormat: Rule = {
  id: "cd-format",
  severity: "warning",
  title: "The name of a CD molecule has the wrong shape",
  why: "CD and its number are one word, and the sign stands close: CD4+ T cells. A blank can break the name at a line's end and hides it from a search.",
  source: "Engel P, et al. CD Nomenclature 2015. J Immunol 2015;195:4555",
  examples: [
    { bad: "CD-8 T cells and CD 4+ T cells rose.", good: "CD8 T cells and CD4+ T cells rose." },
    { bad: "CD4 + T cells, CD8+T cells and CD45Ra cells.", good: "CD4+ T cells, CD8+ T cells and CD45RA cells." },
    { bad: "CD8α and CD8a are one chain.", good: "CD8α and CD8α are one chain." },
  ],
  traps: [
    "The 95% CD 4 was wide, and patients with CD 4 years ago improved.",
    "CD-1 mice and CD-ROM discs.",
    "*Cd4* is the mouse gene; Cd4 is spoken of.",
    "Cd2+ ions and ICD-10 codes.",
    "CDw210 and CD79a are names.",
    "CD4 + CD8 cells were summed.",
    "In Crohn disease (CD), CD-19 is a number.",
    "CD8a is a chain.",
    "CD4+ T cells and CD4<sup>+</sup> T cells.",
  ],
  checks: [
    { on: "marks", pattern: cdShapes, check: checkShapes },
    { on: "marks", pattern: cdChains, check: checkChains },
  ],
};

const reasons: Readonly<Record<string, string>> = {
  hyphen: "has no hyphen",
  blank: "is one word",
  sign: "has its sign close to it",
  tight: "ends where its sign stands",
  splice: "names its splice form in capitals",
  lower: "begins with two capitals; Cd with a small d is a mouse gene",
};

function checkShapes(marks: readonly Mark[]): Finding[] {
  // A document on Crohn or celiac disease means that by its CD.
  if (marks.some(({ shape }) => shape === "other")) return [];
  return marks.filter((mark) => isWriters(mark) && !isItalic(mark)).map(shapeFinding);
}

function shapeFinding(mark: Mark): Finding {
  const better = mark.better as string;
  const edits = mend(mark);
  const fixes = edits.length === 0 ? [] : [{ title: `Write ${quoted(better.trim())}`, safe: true, edits }];
  const { entry, from, to } = mark;
  const name = better.trim();
  const then = mark.shape === "tight" ? "Put a space behind it" : `Write ${quoted(name)}`;
  return { entry, from, to, message: `The name of a CD molecule ${reasons[mark.shape] ?? ""}. ${then}.`, fixes: () => fixes };
}

function mend(mark: Mark): Edit[] {
  if (mark.shape === "hyphen") return partEdit(mark, /-/, "");
  if (mark.shape === "blank" || mark.shape === "sign") return partEdit(mark, /\s/, "");
  if (mark.shape === "splice") return partEdit(mark, /[A-Za-z]{2}$/, mark.text.slice(-2).toUpperCase());
  if (mark.shape === "lower") return partEdit(mark, /^[Cc]d/, "CD");
  // Behind markup the sign's end is not where the match ends.
  return /[\p{L}\p{N}][+⁺]$/u.test(mark.entry.block.source.slice(mark.from, mark.to)) &&
    /^[TB]/.test(mark.entry.block.source.slice(mark.to))
    ? partEdit(mark, /$/, " ")
    : [];
}

function checkChains(marks: readonly Mark[]): Finding[] {
  const own = marks.filter((mark) => isWriters(mark) && !isItalic(mark));
  return [...byKey(own)].flatMap(([key, group]) => {
    if (!group.some(({ shape }) => shape === "greek")) return [];
    return group
      .filter(({ shape }) => shape === "latin")
      .map((mark) => {
        const edits = partEdit(mark, /[a-z]$/, key.slice(-1));
        const fixes = edits.length === 0 ? [] : [{ title: `Write ${quoted(key)}`, safe: true, edits }];
        const message = `${quoted(mark.text)} is written ${quoted(key)} elsewhere in this document. Write ${quoted(key)}.`;
        return { entry: mark.entry, from: mark.from, to: mark.to, message, fixes: () => fixes };
      });
  });
}
