import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted, textAt } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { joinedEponyms } from "./eponym-data.ts";

/** By the first person's name without diacritics: the whole names, the longest first. */
const byFirst = new Map<string, string[]>();
for (const name of [...joinedEponyms].map(plain).sort((a, b) => b.length - a.length)) {
  const first = name.slice(0, name.indexOf("-"));
  byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

const dashes = /[‐‑–]/g;

const joined: Pattern = {
  id: "joined-eponym",
  needs: ["-", "–", "‐", "‑"],
  find(text) {
    const found: PatternMatch[] = [];
    let end = 0;
    const joint = /[-‐‑–][A-Z]/g;
    for (let match = joint.exec(text); match; match = joint.exec(text)) {
      if (match.index < end) continue;
      const first = /\p{Lu}[\p{Ll}\p{M}]+$/u.exec(text.slice(Math.max(0, match.index - 14), match.index))?.[0];
      const names = first && byFirst.get(plain(first));
      if (!names) continue;
      const from = match.index - first.length;
      // A diacritic may be a letter of its own, so that the name is longer than it looks.
      const to = names.map((name) => endOf(text, from, name)).find((at) => at !== undefined);
      if (to === undefined || /[\p{L}\p{N}–-]/u.test(text.charAt(from - 1))) continue;
      end = to;
      const written = text.slice(from, to);
      const hyphens = written.replace(dashes, (dash) => (dash === "–" ? dash : "-"));
      if (hyphens.includes("-") && hyphens.includes("–")) continue;
      found.push({ from, to, shape: hyphens.includes("–") ? "en dash" : "hyphen" });
    }
    return found;
  },
};

/** Where a name ends that a text holds from a place on, whatever its dashes and diacritics. */
function endOf(text: string, from: number, name: string): number | undefined {
  let at = from;
  for (const letter of name) {
    const written = text.charAt(at);
    if (letter === "-" ? !/[-‐‑–]/.test(written) : plain(written) !== letter) return undefined;
    at++;
    while (/\p{M}/u.test(text.charAt(at))) at++;
  }
  return /\p{L}/u.test(text.charAt(at)) ? undefined : at;
}

export const eponymDash: Rule = {
  id: "eponym-dash",
  severity: "information",
  forms: ["hyphen", "en dash"],
  get title() {
    return t("Hyphens and en dashes are mixed in the names of two persons");
  },
  why: "American style joins two persons by a hyphen, much British style by an en dash. Either is right; both in one document look like an oversight.",
  source:
    "AMA Manual of Style, 11th ed., 8.3 (hyphen); New Hart's Rules, ch. 4 (en rule); International Immunology prints bacillus Calmette–Guérin",
  examples: [
    {
      bad: "Epstein-Barr virus and Guillain-Barré syndrome; the Epstein–Barr virus again.",
      good: "Epstein-Barr virus and Guillain-Barré syndrome; the Epstein-Barr virus again.",
    },
    {
      bad: "Epstein–Barr virus; Kaplan–Meier curves; a Mann-Whitney test.",
      good: "Epstein–Barr virus; Kaplan–Meier curves; a Mann–Whitney test.",
    },
  ],
  traps: [
    "Epstein-Barr virus and the antigen–antibody complex of Paris–London trials.",
    "Epstein–Barr virus and the late Mary Epstein-Smith.",
    "Epstein–Barr virus and Guillain–Barré syndrome.",
    "Epstein–Barr virus.\n\n> Epstein-Barr virus, as they wrote.",
  ],
  checks: [{ on: "marks", pattern: joined, check }],
};

function check(all: readonly Mark[], context: RuleContext): Finding[] {
  const marks = all.filter((mark) => isOwnText(mark.entry.scope));
  const dashed = marks.filter((mark) => mark.shape === "en dash").length;
  const chosen = context.preferred("eponym-dash");
  if (!chosen && (dashed === 0 || dashed === marks.length)) return [];
  const usual = dashed * 2 === marks.length ? marks[0]?.shape : dashed * 2 > marks.length ? "en dash" : "hyphen";
  const wanted = chosen ?? usual;
  const model = marks.find((mark) => mark.shape === wanted);
  const sign = wanted === "en dash" ? "–" : "-";
  return marks
    .filter((mark) => mark.shape !== wanted)
    .map((mark) => {
      const text = mark.text.replace(/[-‐‑–]/g, sign);
      const related = model && !chosen ? [{ ...model, message: t("{0} here", quoted(model.text)) }] : [];
      const message = messageOf(quoted(mark.text), quoted(text), sign, chosen !== undefined);
      if (textAt(mark) !== mark.text) return { ...mark, message, related };
      // The dashes alone are replaced, so that a diacritic can be mended beside them.
      const edits = [...mark.text.matchAll(/[-‐‑–]/g)].map(({ index }) => ({
        entry: mark.entry,
        from: mark.from + index,
        to: mark.from + index + 1,
        text: sign,
      }));
      return { ...mark, message, related, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits }] };
    });
}

function messageOf(written: string, better: string, sign: "–" | "-", chosen: boolean): string {
  if (sign === "–") {
    return chosen
      ? t("{0}: This document is set to an en dash between persons. Write {1}.", written, better)
      : t("{0}: Elsewhere this document joins persons by an en dash. Write {1}.", written, better);
  }
  return chosen
    ? t("{0}: This document is set to a hyphen between persons. Write {1}.", written, better)
    : t("{0}: Elsewhere this document joins persons by a hyphen. Write {1}.", written, better);
}
