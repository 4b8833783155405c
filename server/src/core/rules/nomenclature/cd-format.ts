import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { quoted } from "../../scan/prose.ts";
import type { Edit, Finding, Rule } from "../rule.ts";
import { cdChains, cdShapes } from "./cd-names.ts";
import { byKey, isItalic, isWriters, partEdit } from "./surroundings.ts";

export const cdFormat: Rule = {
  id: "cd-format",
  severity: "warning",
  get title() {
    return t("The name of a CD molecule has the wrong shape");
  },
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

/** By shape, what is wrong with it and what to do. */
const messages: Readonly<Record<string, (better: string) => string>> = {
  hyphen: (better) => t("The name of a CD molecule has no hyphen. Write {0}.", better),
  blank: (better) => t("The name of a CD molecule is one word. Write {0}.", better),
  sign: (better) => t("The name of a CD molecule has its sign close to it. Write {0}.", better),
  tight: () => t("The name of a CD molecule ends where its sign stands. Put a space behind it."),
  splice: (better) => t("The name of a CD molecule names its splice form in capitals. Write {0}.", better),
  lower: (better) => t("The name of a CD molecule begins with two capitals; Cd with a small d is a mouse gene. Write {0}.", better),
};

function checkShapes(marks: readonly Mark[]): Finding[] {
  // A document on Crohn or celiac disease means that by its CD.
  if (marks.some(({ shape }) => shape === "other")) return [];
  return marks.filter((mark) => isWriters(mark) && !isItalic(mark)).map(shapeFinding);
}

function shapeFinding(mark: Mark): Finding {
  const better = quoted((mark.better as string).trim());
  const edits = mend(mark);
  const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", better), safe: true, edits }];
  const { entry, from, to } = mark;
  return { entry, from, to, message: messages[mark.shape]?.(better) ?? "", fixes: () => fixes };
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
        const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(key)), safe: true, edits }];
        const message = t("{0} is written {1} elsewhere in this document. Write {1}.", quoted(mark.text), quoted(key));
        return { entry: mark.entry, from: mark.from, to: mark.to, message, fixes: () => fixes };
      });
  });
}
