import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { greekSymbols, joinChoice, letterChoices } from "./greek-symbols.ts";
import { type Choice, isAboutGenes, isItalic, isMentioned, partEdit } from "./surroundings.ts";

const symbol = /(?=IL)(?<![\p{L}\p{N}_.:])IL([-‐‑]|[ \u00a0\u202f]|[–—−])?(\d{1,2})(?!\d)([\p{L}]?[\p{L}\p{N}]*)/gu;
const greekLetter = /^(?:[αβγßɣɑ]|(?:alpha|beta|gamma)$)/;

/** What shows a closed symbol to be a protein's. */
const proteinBefore =
  /(?:serum|plasma|circulating|soluble|recombinant|anti-?|cytokines?|levels? of|concentrations? of|secretion of|release of|production of|secretes?|produces?)[ -]?(?:IL-?\d+\w?(?:, and |, or |, | and | or |\/))*$/i;
const proteinAfter =
  /^[ -](?:levels?|concentrations?|secretion|production|release|blockade|inhibitors?|inhibition|antagonists?|proteins?|cytokines?|receptor antagonists?)\b/;

/**
 * Interleukin symbols. Shapes: "hyphen"; "dash" and "space", always a fault; "closed", which may be a gene's symbol;
 * "protein", closed in words about the protein; "gene", closed in words about genes or a symbol that only a gene has.
 */
export const interleukins: Pattern = {
  id: "interleukins",
  needs: ["IL"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(symbol)) {
      const from = match.index;
      const to = from + match[0].length;
      const [, join = "", digits = "", suffix = ""] = match;
      const number = Number(digits);
      const shape = shapeOf(text, from, to, join, suffix);
      if (number < 1 || number > 41 || digits.startsWith("0") || !shape) continue;
      found.push({ from, to, shape, better: `IL-${digits}${suffix}` });
    }
    return found;
  },
};

function shapeOf(text: string, from: number, to: number, join: string, suffix: string): string | undefined {
  if (/^[-‐‑]$/.test(join)) return "hyphen";
  const named = suffix === "" || /^[A-F]$/.test(suffix) || greekLetter.test(suffix);
  if (join !== "") {
    const joined = named || /^(?:R[AB]?|R[αβγ]|[Rr][Aa]|BP)$/.test(suffix);
    // Illinois and its ZIP codes stand behind a town.
    if (!joined || /\p{Lu}\p{Ll}+,\s*$/u.test(text.slice(Math.max(0, from - 16), from)) || /^[.,]?\d|^ ?[%°]/.test(text.slice(to, to + 3)))
      return undefined;
    return /\s/.test(join) ? "space" : "dash";
  }
  if (greekLetter.test(suffix)) return "protein";
  if (/^[A-F]$/.test(suffix) && !/^IL17/.test(text.slice(from, to))) return "gene";
  if (/^\p{Lu}/u.test(suffix) && suffix.length > 1) return "gene";
  if (!named) return undefined;
  if (isAboutGenes(text, from, to)) return "gene";
  const told = proteinBefore.test(text.slice(Math.max(0, from - 48), from)) || proteinAfter.test(text.slice(to, to + 24));
  return told ? "protein" : "closed";
}

export const cytokineHyphen: Rule = {
  id: "cytokine-hyphen",
  severity: "warning",
  forms: ["hyphen", "closed"],
  get title() {
    return t("The symbol of a cytokine lacks its hyphen");
  },
  why: "IL6 is the gene and IL-6 the protein. Where the hyphen is missing, a reader cannot tell which of the two was measured. Before a Greek letter some journals leave the hyphen out (IFNγ); there only mixing is reported.",
  source:
    "HGNC, gene group Interleukins (symbol IL6, alias IL-6); Australian Government Style Manual for health content (contentmanual.com.au)",
  examples: [
    { bad: "Serum IL6 rose and IL-10 fell.", good: "Serum IL-6 rose and IL-10 fell." },
    { bad: "Both IL 6 and IL–17A drive inflammation.", good: "Both IL-6 and IL-17A drive inflammation." },
    { bad: "IFN-γ activates macrophages. IFN-γ and IFNγ are one.", good: "IFN-γ activates macrophages. IFN-γ and IFN-γ are one." },
  ],
  traps: [
    "Polymorphisms of IL6 and IL10 alter IL-6 levels.",
    "*IL6* was induced while IL-6 fell.",
    "`IL6` is the symbol of the gene; IL-6 is the protein.",
    "Cells lost IL6, STAT3 and SOCS3.",
    "IL6R is targeted by tocilizumab.",
    "IL6−/− mice survived.",
    "The company is in Chicago, IL 60612.",
    "IFNγ and TGFβ differ.",
    "The IL1B and IL1RN symbols stand beside IL6.",
    "IL‑6 with a no-break hyphen is right.",
    "We selected IFNG, IL6 and IL10.",
  ],
  checks: [
    { on: "marks", pattern: interleukins, check: checkInterleukins },
    { on: "marks", pattern: greekSymbols, check: checkGreek },
  ],
};

function checkInterleukins(marks: readonly Mark[]): Finding[] {
  const own = marks.filter((mark) => isOwnText(mark.entry.scope) && !isMentioned(mark));
  const bad = own.filter(({ shape }) => shape !== "hyphen" && shape !== "gene");
  if (bad.length === 0) return [];
  // A draft that names genes may mean the gene anywhere; there only words about the protein tell.
  const genes = own.some((mark) => mark.shape === "gene" || (mark.shape !== "hyphen" && isItalic(mark)));
  return bad
    .filter((mark) => {
      if (mark.shape === "space" || mark.shape === "dash") return true;
      if (mark.entry.scope === "table" || isItalic(mark)) return false;
      return mark.shape === "protein" || !genes;
    })
    .map(interleukinFinding);
}

function interleukinFinding(mark: Mark): Finding {
  const better = mark.better as string;
  const closed = mark.shape === "closed" || mark.shape === "protein";
  const message =
    closed && /^IL\d+[A-F]?$/.test(mark.text)
      ? t("{0} is how the gene is written; the protein has a hyphen. Write {1}.", quoted(mark.text), quoted(better))
      : t("The parts of {0} are joined by a hyphen. Write {1}.", quoted(mark.text), quoted(better));
  const edits = closed ? partEdit(mark, /^IL/, "IL-") : partEdit(mark, /(?<=^IL)[^\d]/, "-");
  const place = { entry: mark.entry, from: mark.from, to: mark.to };
  // Without words about the protein a gene may be meant, and a gene's symbol must not gain a hyphen unseen.
  const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(better)), safe: mark.shape !== "closed", edits }];
  return { ...place, message, fixes: () => fixes };
}

function checkGreek(marks: readonly Mark[], context: RuleContext): Finding[] {
  const choice = joinChoice(marks, context);
  if (!choice) return [];
  const letters = letterChoices(marks, context);
  const joint = choice.wanted === "closed" ? "" : "-";
  return choice.strays.flatMap((mark) => {
    // What becomes a word takes its hyphen on the way.
    if (letters.get(mark.key)?.wanted === "word") return [];
    const better = mark.text.replace(/^([A-Z]+)[-‐‑–−\s]?/, `$1${joint}`);
    const edits = mark.better === "closed" ? partEdit(mark, /(?<=^[A-Z]{2})[A-Z]/, `${mark.text[2]}-`) : partEdit(mark, /[-‐‑–−\s]/, joint);
    const fixes = edits.length === 0 ? [] : [{ title: t("Write {0}", quoted(better)), safe: true, edits }];
    const message = joinMessage(mark, quoted(better), choice);
    return [{ entry: mark.entry, from: mark.from, to: mark.to, message, fixes: () => fixes }];
  });
}

function joinMessage(mark: Mark, better: string, choice: Choice): string {
  const name = quoted(mark.text);
  if (mark.better === "space") return t("{0} has no hyphen. Write {1}.", name, better);
  if (mark.better === "dash") return t("{0} has a dash for its hyphen. Write {1}.", name, better);
  return choice.message(name, better);
}
