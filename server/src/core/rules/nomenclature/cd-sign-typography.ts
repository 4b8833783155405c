import { t } from "../../l10n/l10n.ts";
import type { Mark, Place } from "../../scan/mentions.ts";
import { isRunningText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { cdSigns } from "./cd-names.ts";
import { chooseForm, isItalic, isMentioned } from "./surroundings.ts";

export const cdSignTypography: Rule = {
  id: "cd-sign-typography",
  severity: "information",
  forms: ["CD4+", "CD4⁺", "CD4^+^", "CD4-positive"],
  get title() {
    return t("The plus of CD molecules is set in several ways");
  },
  why: "CD4+ and CD4⁺ mean the same, and journals differ in which they set. Both in one document look like an oversight, and a search finds one of them.",
  source: "AAT Bioquest, CD nomenclature (superscript sign); house styles differ",
  examples: [
    { bad: "CD4+ T cells and CD8+ T cells. CD4⁺ cells.", good: "CD4+ T cells and CD8+ T cells. CD4+ cells." },
    { bad: "CD4^+^ T cells and CD8^+^ T cells. CD25+ cells.", good: "CD4^+^ T cells and CD8^+^ T cells. CD25^+^ cells." },
    { bad: "CD4+ T cells and CD4+ cells. CD4-positive T cells.", good: "CD4+ T cells and CD4+ cells. CD4+ T cells." },
  ],
  traps: [
    "CD4+ T cells and CD8+ T cells.",
    "CD4<sup>+</sup> T cells and CD8^+^ T cells.",
    "CD4+ T cells in CD20-positive lymphoma.",
    "CD4+ T cells and the molecule CD4– as some say – rose.",
    "CD4+ T cells in CD8-positive areas.",
  ],
  checks: [{ on: "marks", pattern: cdSigns, check }],
};

interface Sign extends Place {
  readonly written: string;
}

/** The sign in the source, markup included: a match ends where a reader's text ends, before the mark that closes. */
const sourceSign = /^(\s*)(?:\^\\?\+\^|<sup>\s*\+\s*<\/sup>|\\?\+|⁺|[- ]positive)/;

function signOf(mark: Mark): Sign | undefined {
  const { source } = mark.entry.block;
  const stem = /^CD[ -]?\d{1,3}(?:R[ABCO]{1,2}|\p{L})?/u.exec(source.slice(mark.from, mark.from + 16));
  if (!stem) return undefined;
  const at = mark.from + stem[0].length;
  const match = sourceSign.exec(source.slice(at, at + 24));
  if (!match) return undefined;
  const written = match[0].slice((match[1] ?? "").length);
  const from = at + (match[1] ?? "").length;
  return { entry: mark.entry, from, to: from + written.length, written };
}

function formOf(written: string): string {
  if (written.includes("positive")) return "CD4-positive";
  if (written.includes("⁺")) return "CD4⁺";
  return /[\^<]/.test(written) ? "CD4^+^" : "CD4+";
}

const plainForms: Readonly<Record<string, string>> = { "CD4+": "+", "CD4⁺": "⁺", "CD4^+^": "^+^", "CD4-positive": "-positive" };

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  const signs = new Map<Mark, Sign>();
  const used: Mark[] = [];
  for (const mark of marks) {
    if (!isRunningText(mark.entry.scope) || isMentioned(mark) || isItalic(mark)) continue;
    const sign = signOf(mark);
    if (!sign) continue;
    const formed = { ...mark, shape: formOf(sign.written) };
    signs.set(formed, sign);
    used.push(formed);
  }
  // The word is prose; it rivals a sign only where the same molecule has one.
  const signed = new Set(used.filter(({ shape }) => shape !== "CD4-positive").map(({ key }) => key));
  const preferred = context.preferred("cd-sign-typography");
  const rivals = used.filter(({ shape, key }) => shape !== "CD4-positive" || signed.has(key) || preferred !== undefined);
  const choice = chooseForm(rivals, preferred, preferred !== undefined);
  if (!choice) return [];
  const text = (choice.model && signs.get(choice.model)?.written) ?? plainForms[choice.wanted] ?? "+";
  return choice.strays.flatMap((mark) => {
    // Where most are words, a sign of another molecule stays.
    if (choice.wanted === "CD4-positive" && preferred === undefined) {
      const words = rivals.some(({ shape, key }) => shape === choice.wanted && key === mark.key);
      if (!words) return [];
    }
    const sign = signs.get(mark) as Sign;
    const name = mark.entry.block.source.slice(mark.from, sign.to);
    const better = mark.entry.block.source.slice(mark.from, sign.from) + text;
    const model = quoted(choice.model?.entry.block.source.slice(choice.model.from, (signs.get(choice.model) as Sign).to) ?? choice.wanted);
    const message = preferred
      ? t("{0}: this document is set to {1}. Write {2}.", quoted(name), model, quoted(better))
      : t("{0}: this document mostly writes {1}. Write {2}.", quoted(name), model, quoted(better));
    const edit = { entry: mark.entry, from: sign.from, to: sign.to, text };
    return [
      {
        entry: mark.entry,
        from: mark.from,
        to: sign.to,
        message,
        fixes: () => [{ title: t("Write {0}", quoted(better)), safe: true, edits: [edit] }],
      },
    ];
  });
}
