import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isGloss, isRunningText, quoted, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

/** The possessive and the diacritic are matters of other rules; the noun is that of this one. */
const named = /(?:[Ss]econdary )?Sj[oö]gren(?:['’]s|s)? (disease|syndrome)\b/g;

const sjogren: Pattern = {
  id: "sjogren-name",
  needs: ["Sjögren", "Sjogren"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: whole, 1: noun, index } of text.matchAll(named)) {
      if (/[\p{L}\p{N}-]/u.test(text.charAt(index - 1))) continue;
      found.push({ from: index, to: index + whole.length, shape: noun as string });
    }
    return found;
  },
};

export const sjogrenName: Rule = {
  id: "sjogren-name",
  severity: "information",
  forms: ["disease", "syndrome"],
  get title() {
    return t("“Sjögren disease” and “Sjögren syndrome” are mixed");
  },
  why: "An international consensus renamed the syndrome a disease in 2023, and its secondary form the associated one. Both names are in use; one document keeps to one.",
  source:
    "Ramos-Casals M, et al. 2023 International Rome consensus for the nomenclature of Sjögren disease. Nat Rev Rheumatol 2025. doi:10.1038/s41584-025-01268-z",
  examples: [
    {
      bad: "Sjögren disease is common. Sjögren's syndrome dries the eyes. Sjögren disease lasts.",
      good: "Sjögren disease is common. Sjögren's disease dries the eyes. Sjögren disease lasts.",
    },
  ],
  traps: [
    "Sjögren syndrome is common; primary Sjögren's syndrome too.",
    "Sjögren disease (formerly Sjögren syndrome) is common.",
    "Sjögren disease is common. The older trials speak of “Sjögren's syndrome”.",
    "Sjögren-Larsson syndrome is no Sjögren disease.",
    "Sjögren disease is common; the Sjögren's Syndrome Foundation helps.",
    "Sjögren disease, also known as Sjögren's syndrome, is common.",
  ],
  checks: [{ on: "marks", pattern: sjogren, check }],
};

function check(all: readonly Mark[], context: RuleContext): Finding[] {
  const marks = all.filter((mark) => isRunningText(mark.entry.scope) && !isGloss(mark) && !isQuoted(mark) && !isGlossed(mark));
  const diseases = marks.filter((mark) => mark.shape === "disease").length;
  const chosen = context.preferred("sjogren-name");
  if (!chosen && (diseases === 0 || diseases === marks.length)) return [];
  const usual = diseases * 2 === marks.length ? "disease" : diseases * 2 > marks.length ? "disease" : "syndrome";
  const wanted = chosen ?? usual;
  const model = marks.find((mark) => mark.shape === wanted);
  return marks
    .filter((mark) => mark.shape !== wanted || (chosen === "disease" && isSecondary(mark)))
    .map((mark) => finding(mark, wanted, model));
}

function isSecondary(mark: Mark): boolean {
  return /^secondary /i.test(mark.text);
}

/** "(Sjögren syndrome)" and "or Sjögren syndrome" give the other name on purpose. */
function isGlossed(mark: Mark): boolean {
  return /(?:\(|\bor )$/.test(textBefore(mark, 3));
}

function finding(mark: Mark, wanted: string, model: Mark | undefined): Finding {
  const renamed = mark.text.replace(/(?:disease|syndrome)$/, wanted);
  const text = wanted === "disease" ? renamed.replace(/^secondary/, "associated").replace(/^Secondary/, "Associated") : renamed;
  const other = model && model.shape !== mark.shape ? model : undefined;
  const message = messageOf(quoted(mark.text), quoted(text), wanted, other && quoted(other.text));
  const related = other ? [{ ...other, message: t("{0} here", quoted(other.text)) }] : [];
  if (textAt(mark) !== mark.text) return { ...mark, message, related };
  const at = mark.to - mark.shape.length;
  const noun = { entry: mark.entry, from: at, to: mark.to, text: wanted };
  const kind = { entry: mark.entry, from: mark.from, to: mark.from + "secondary".length, text: text.slice(0, "associated".length) };
  const edits = text.toLowerCase().startsWith("associated") ? [kind, noun] : [noun];
  return { ...mark, message, related, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: false, edits }] };
}

/** `model` is how the document says it elsewhere; without one, the writer has chosen. */
function messageOf(written: string, better: string, wanted: string, model: string | undefined): string {
  if (wanted === "disease") {
    return model
      ? t("{0}: elsewhere this document says {1}. Write {2} (2023 Rome consensus).", written, model, better)
      : t("{0}: this document is set to “Sjögren disease”. Write {1} (2023 Rome consensus).", written, better);
  }
  return model
    ? t("{0}: elsewhere this document says {1}. Write {2}.", written, model, better)
    : t("{0}: this document is set to “Sjögren syndrome”. Write {1}.", written, better);
}
