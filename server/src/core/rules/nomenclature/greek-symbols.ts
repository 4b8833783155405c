import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isRunningText, textAfter } from "../../scan/prose.ts";
import type { RuleContext } from "../rule.ts";
import { byKey, type Choice, chooseForm, isAboutGenes, isItalic, isMentioned, mostUsed } from "./surroundings.ts";

/** Greek letters of symbols, with the ways to write them: letter, word, Latin stand-in. */
const letters = [
  { greek: "α", word: "alpha", latin: "a" },
  { greek: "β", word: "beta", latin: "b" },
  { greek: "γ", word: "gamma", latin: "g" },
  { greek: "δ", word: "delta", latin: "d" },
  { greek: "κ", word: "kappa", latin: "k" },
  { greek: "λ", word: "lambda", latin: "l" },
  { greek: "ω", word: "omega", latin: "w" },
] as const;

/** Characters that look like a Greek letter, with the letter that was meant. */
export const lookalikes: Readonly<Record<string, string>> = { ß: "β", ϐ: "β", ɣ: "γ", y: "γ", ɑ: "α", "∝": "α", ĸ: "κ" };

const parts: ReadonlyMap<string, { key: string; shape: "greek" | "word" | "latin" }> = new Map<
  string,
  { key: string; shape: "greek" | "word" | "latin" }
>([
  ...letters.flatMap(({ greek, word, latin }) => [
    [greek, { key: greek, shape: "greek" as const }] as const,
    [word, { key: greek, shape: "word" as const }] as const,
    [latin, { key: greek, shape: "latin" as const }] as const,
  ]),
  ...Object.entries(lookalikes).map(([wrong, right]) => [wrong, { key: right, shape: "greek" as const }] as const),
]);

/** The name of a Greek letter, or the letter of a name. */
export function letterAs(greek: string, shape: string): string {
  const letter = letters.find((one) => one.greek === greek);
  return (shape === "word" ? letter?.word : letter?.greek) ?? greek;
}

/** A stem, what joins it to its letter, and the letter. A blank before a single Latin letter parts two words. */
const symbol =
  /(?=[ITPN])(?<![\p{L}\p{N}_])(?:(IFN|TGF|TNF|PPAR|IL[-‐‑–—− \u00a0\u202f]?(?:1|36))(?:([-‐‑–− \u00a0\u202f]?)([αβγδλωßϐɣɑ∝]|(?:alpha|beta|gamma|delta|lambda|omega)(?!\p{Ll}))|([-‐‑–−]?)([abgly])(?=[123]?(?![\p{L}\p{N}])))|(NF)([-‐‑–− ]?)(κ|ĸ|kappa|k) ?B(?!\p{L}))/gu;

/** A brand, a drug or a fraction follows: "interferon beta-1a" is a drug and keeps the letter's name. */
const drug = /^[-‐‑ ]?(?:1[ab]|2[abc]|n3)(?![\p{L}\p{N}])/u;

const bareTnf = /(?=TNF)(?<![\p{L}\p{N}_-])TNF(?![\p{L}\p{N}\uFFFC)])/gu;

/** What TNF is part of where it never takes a letter, whatever the cytokine is called. */
const tnfCompound =
  /^[-‐‑– ]?(?:R(?:\b|\p{N})|receptors?|super-?family|family|famil|inhibit|block|antagonis|ligand|like|related|directed|targeted|associated|converting|alpha|beta|α|β|[ab]\b|\uFFFC|[^\p{L}\s,.;:()]?\p{N})|^[-‐‑– ]?(?:neutrali[sz]|biologic|therap|drug|agent)/iu;

/**
 * Symbols that end in a Greek letter. Key: the stem and the letter, "IFN γ"; shape: how the letter is written;
 * `better`: how stem and letter are joined. TNF alone is among them, with key "TNF", since it rivals TNF-α.
 */
export const greekSymbols: Pattern = {
  id: "greek-symbols",
  needs: ["NF", "IFN", "TGF", "PPAR", "IL"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(symbol)) {
      const stem = (match[1] ?? match[6] ?? "").replace(/^IL\P{N}?/u, "IL-");
      const letter = match[3] ?? match[5] ?? match[8] ?? "";
      const part = parts.get(letter);
      const from = match.index;
      const to = from + match[0].length;
      if (!part || drug.test(text.slice(to, to + 4))) continue;
      const join = match[2] ?? match[4] ?? match[7] ?? "";
      const joined = join === "" ? "closed" : /\s/.test(join) ? "space" : /[–−]/.test(join) ? "dash" : "hyphen";
      found.push({ from, to, shape: part.shape, key: `${stem} ${part.key}`, better: joined });
    }
    if (text.includes("TNF")) {
      for (const { index: from } of text.matchAll(bareTnf)) {
        const to = from + 3;
        if (tnfCompound.test(text.slice(to, to + 14)) || /[Aa]nti[- ]$/.test(text.slice(Math.max(0, from - 5), from))) continue;
        if (isAboutGenes(text, from, to)) continue;
        found.push({ from, to, shape: "bare", key: "TNF" });
      }
    }
    return found;
  },
};

/** Marks that show how a writer writes; a gene's symbol and a quoted one do not. */
export function usedSymbols(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => isRunningText(mark.entry.scope) && !isMentioned(mark) && !isItalic(mark));
}

/** The symbols in use but for those that lose their letter: where TNF-α becomes TNF, it needs no other mending. */
function lettered(marks: readonly Mark[], context: RuleContext): Mark[] {
  const choice = tnfChoice(marks, context);
  const placeOf = ({ entry, from }: Mark) => `${entry.index} ${from}`;
  const lost = new Set(choice?.wanted === "TNF" ? choice.strays.map(placeOf) : []);
  return usedSymbols(marks).filter((mark) => !lost.has(placeOf(mark)));
}

/** How a document writes a symbol's letter, by the symbol's key, for those it writes in two ways. */
export function letterChoices(marks: readonly Mark[], context: RuleContext): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const [key, group] of byKey(lettered(marks, context))) {
    if (key === "TNF") continue;
    // A Latin letter is never the better way, however often it stands there.
    const proper = group.filter(({ shape }) => shape !== "latin");
    const preferred = context.preferred("greek-form");
    const wanted = preferred ?? (proper.length > 0 ? usualLetter(proper) : undefined);
    const choice = wanted === undefined ? undefined : chooseForm(group, wanted, preferred !== undefined);
    if (!choice) continue;
    // A model with a wrong character in it would mislead.
    const misleading = choice.model !== undefined && /[ßϐɣyɑ∝ĸ]$/.test(choice.model.text);
    choices.set(key, misleading ? { ...choice, message: withLetter } : choice);
  }
  return choices;
}

/** Of a letter and its name that are used equally often, the letter stands, as in the names of the terminology. */
function usualLetter(marks: readonly Mark[]): string {
  return marks.filter(({ shape }) => shape === "greek").length * 2 >= marks.length ? "greek" : "word";
}

/** How a document joins stem and Greek letter where it does so in two ways. Words and Latin stand-ins have their own rule. */
export function joinChoice(marks: readonly Mark[], context: RuleContext): Choice | undefined {
  const joined = lettered(marks, context)
    .filter(({ key, shape }) => shape === "greek" && /^(?:IFN|TGF|TNF) ./.test(key))
    .map((mark) => ({ ...mark, shape: mark.better as string }));
  const preferred = context.preferred("cytokine-hyphen");
  // Neither a blank nor a dash is ever the better way to join.
  const proper = joined.filter(({ shape }) => shape === "hyphen" || shape === "closed");
  return chooseForm(joined, preferred ?? (proper.length > 0 ? mostUsed(proper) : "hyphen"), preferred !== undefined);
}

/** A letter as the document writes it, with what joins it to its stem. */
export function letterText(key: string, shape: string, marks: readonly Mark[], context: RuleContext): string {
  const greek = key.slice(-1);
  if (shape === "word") return `-${letterAs(greek, "word")}`;
  if (!/^(?:IFN|TGF|TNF) ./.test(key)) return key.startsWith("PPAR") ? greek : `-${greek}`;
  const closed = usedSymbols(marks).filter(
    ({ shape, better, key }) => shape === "greek" && better === "closed" && /^(?:IFN|TGF|TNF) ./.test(key),
  );
  const wanted = joinChoice(marks, context)?.wanted ?? context.preferred("cytokine-hyphen") ?? (closed.length > 0 ? "closed" : "hyphen");
  return wanted === "closed" ? greek : `-${greek}`;
}

/** How a document names the cytokine TNF, where it does so in two ways. */
export function tnfChoice(marks: readonly Mark[], context: RuleContext): Choice | undefined {
  const used = usedSymbols(marks);
  // Where TNF-β has a part, the letter tells the two apart.
  if (used.some(({ key }) => key === "TNF β")) return undefined;
  const names = used
    .filter(({ key, shape, entry, from, to }) => {
      if (key === "TNF") return shape === "bare";
      // The name of a product is not the writer's.
      return key === "TNF α" && !/^\W{0,2}(?:ELISA|kit|assay|Quantikine|DuoSet)/i.test(textAfter({ entry, from, to }, 14));
    })
    .map((mark) => ({ ...mark, shape: mark.key === "TNF" ? "TNF" : "TNF-α" }));
  const preferred = context.preferred("tnf-alpha");
  return chooseForm(names, preferred, preferred !== undefined);
}

const withLetter: Choice["message"] = (name, better) =>
  t("{0} is written with a Greek letter elsewhere in this document. Write {1}.", name, better);
