import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted, textAt } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";
import { lookalikes } from "./greek-symbols.ts";
import { isMentioned } from "./surroundings.ts";

/** Letters of other alphabets that look like a Latin one, by that one. */
const homoglyphs = new Map(
  [..."аaеeоoсcрpхxуyіiјjѕsАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"].reduce<[string, string][]>(
    (pairs, letter, i, all) => {
      if (i % 2 === 0) pairs.push([letter, all[i + 1] as string]);
      return pairs;
    },
    [],
  ),
);

/** A sharp s where a symbol has its β: German words have letters before it and are no symbols. */
const sharpS =
  /(?<=(?:IFN|TGF|TNF|IL[-‐‑]?\d{1,2}|NF|PPAR|HIF|ER|CD\d{1,3}|\p{Lu}\p{Lu}\p{N})[-‐‑ ]?|[αγδ])ß(?!\p{L})|(?<![\p{L}\p{N}])ß(?=[-‐‑]\p{Ll}|\d)/gu;
const stray =
  /(?<=(?<![\p{L}\p{N}])(?:IFN|TGF|TNF|IL[-‐‑]?(?:1|36)|PPAR)[-‐‑ ]?)[ɣɑϐ∝](?!\p{Ll})|(?<=(?<![\p{L}\p{N}])IFN[-‐‑]?)y(?![\p{L}\p{N}])|(?<=(?<![\p{L}\p{N}])NF[-‐‑ ]?)[ĸкқ](?=B)/gu;
const foreign = /[\u0391-\u03A7\u03BF\u0405\u0406\u0408\u0410-\u0425\u0430-\u0445\u0455\u0456\u0458]/;
/** Whether a text holds any of these characters at all; nearly none does. */
const unusual = /[\xB5\xDF\u0138\u0251\u0263\u0391-\u03A7\u03BC\u03BF\u03D0\u0405-\u0458\u049B\u221D]/;
const words = /[\p{L}\p{N}]+/gu;

const pattern: Pattern = {
  id: "greek-lookalike",
  needs: [""],
  find(text) {
    if (!unusual.test(text) && !text.includes("IFN")) return [];
    const found: PatternMatch[] = [];
    const add = (at: number, length: number, better: string) => found.push({ from: at, to: at + length, shape: "wrong", better });
    if (text.includes("ß")) for (const match of text.matchAll(sharpS)) add(match.index, 1, "β");
    for (const match of text.matchAll(stray)) add(match.index, 1, lookalikes[match[0]] ?? "κ");
    for (const { index } of text.matchAll(/[µμ](?=[glmMLPVACSN]|mol)/g))
      found.push({ from: index, to: index + 1, shape: text[index] as string, key: "µ" });
    if (foreign.test(text)) for (const match of text.matchAll(words)) addHomoglyphs(match[0], match.index, add);
    return found.sort((a, b) => a.from - b.from);
  },
};

function addHomoglyphs(word: string, at: number, add: (at: number, length: number, better: string) => void): void {
  if (!foreign.test(word) || !/[A-Za-z]/.test(word)) return;
  const alien = [...word].filter((letter) => /[\p{Script=Cyrillic}\u0391-\u03A9\u03BF]/u.test(letter));
  // A letter that looks like no Latin one was meant: "ΔNp63", a word of another language.
  if (!alien.every((letter) => homoglyphs.has(letter))) return;
  for (let i = 0; i < word.length; i++) {
    const better = homoglyphs.get(word[i] as string);
    if (better) add(at + i, 1, better);
  }
}

export const greekLookalike: Rule = {
  id: "greek-lookalike",
  severity: "error",
  get title() {
    return t("A character only looks like the right one");
  },
  why: "A sharp s for β, a Latin y for γ or a Cyrillic letter in a Latin word cannot be found by a search and may turn into something else in print. Two characters for micro in one document are reported as well, since a search for one misses the other.",
  source: "The Unicode Standard, blocks Latin-1 Supplement, Greek and Coptic, Cyrillic; Unicode Technical Report 25 on the micro sign",
  examples: [
    { bad: "TGF-ß and IL-1ß rose, IFN-y fell.", good: "TGF-β and IL-1β rose, IFN-γ fell." },
    { bad: "Anti-ß2-glycoprotein binds ß-cells.", good: "Anti-β2-glycoprotein binds β-cells." },
    { bad: "СD4 cells in thе thymus.", good: "CD4 cells in the thymus." },
    { bad: "We added 5 μg, 10 μg and 20 µg.", good: "We added 5 μg, 10 μg and 20 μg." },
  ],
  traps: [
    "The Straße in Gießen and Weiß et al. agree.",
    "We added 5 µg and 20 µL.",
    "ΔNp63 and αβ T cells; Δψm fell.",
    "IFN years ago, IFN-yielding cells.",
    "The word «иммунитет» is Russian; Т-клетки too.",
    "μ-opioid receptors and 5 µg.",
  ],
  checks: [{ on: "marks", pattern, check }],
};

function check(marks: readonly Mark[]): Finding[] {
  const own = marks.filter((mark) => isOwnText(mark.entry.scope) && !isMentioned(mark));
  return [...own.filter(({ key }) => key === "").map(wrongCharacter), ...mixedMicro(own.filter(({ key }) => key === "µ"))];
}

function wrongCharacter(mark: Mark): Finding {
  const better = mark.better as string;
  const code = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    entry: mark.entry,
    from: mark.from,
    to: mark.to,
    message: t("{0} ({1}) only looks like {2} ({3}).", quoted(mark.text), code(mark.text), quoted(better), code(better)),
    fixes: () => replace(mark, better),
  };
}

/** Micro sign and Greek mu look alike, so the lesser part of them is easily overlooked. */
function mixedMicro(marks: readonly Mark[]): Finding[] {
  const sign = marks.filter(({ shape }) => shape === "µ");
  const letter = marks.filter(({ shape }) => shape === "μ");
  const [few, better] = sign.length > letter.length ? [letter, "µ"] : [sign, "μ"];
  if (sign.length === 0 || letter.length === 0) return [];
  const message = (name: string) =>
    better === "μ"
      ? t("This {0} is the micro sign (U+00B5); elsewhere it is the Greek mu (U+03BC). A search for one misses the other.", name)
      : t("This {0} is the Greek mu (U+03BC); elsewhere it is the micro sign (U+00B5). A search for one misses the other.", name);
  return few.map((mark) => ({
    entry: mark.entry,
    from: mark.from,
    to: mark.to,
    severity: "information",
    message: message(quoted(mark.text)),
    fixes: () => replace(mark, better),
  }));
}

function replace(mark: Mark, text: string) {
  // An entity or a tag is not this character's to replace.
  if (textAt(mark) !== mark.text) return [];
  return [{ title: t("Write {0}", quoted(text)), safe: true, edits: [{ entry: mark.entry, from: mark.from, to: mark.to, text }] }];
}
