import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";

/** An abbreviation at the end of a text, as it stands before an apostrophe. */
const abbreviation =
  /(?<![\p{L}\p{N}'’.])(?:\p{Lu}{2,7}|\p{Ll}{1,3}\p{Lu}{1,4}\p{Ll}{0,2}|\p{Lu}\p{Ll}?\p{Lu}{1,4}|Tregs?|Th)(?:\p{N}{1,2})?$/u;

/** Owners rather than things that can be counted. */
const organisation = /^(?:WHO|FDA|CDC|NIH|EMA|EULAR|ACR|UN|US|USA|UK|EU|NHS|NIAID|AMA|BMJ|JAMA|IUIS|HGNC|NICE|UNICEF|DNA|RNA)['’]/;
const verb = /^\s(?:were|are|have|do|can|may|might|could|should|would|will|must|bind|express|show|differ|vary)\b/;
const counted =
  /(?:\b(?:these|those|many|several|most|few|various|different|multiple|numerous|both|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:\s(?:\p{Ll}+(?:ed|ing|ive|al|ic|ous|ar|ent)|CD\d+\+?|human|mouse))?|\ball)\s$/iu;
const owning = /^\s(?:own|role|s)\b/;
/** What cannot follow an owner: a preposition, a relative, a conjunction, the end of the sentence. */
const noNoun =
  /^(?:\s(?:in(?!\s(?:vivo|vitro|situ|silico|utero)\b)|of|from|with|within|for|on|at|by|to|into|that|which|who|was|were|after|before|during|between|among|against|than|but)\b|[,.;:)](?:\s|$)|\s\(|$)/;
const joins = /^\s(?:and|or)\s(?!\S+['’]s\b)/;

const pluralApostrophe: Pattern = {
  id: "abbr-plural-apostrophe",
  needs: ["'s", "’s"],
  find(text) {
    const found: PatternMatch[] = [];
    for (let at = nextMark(text, 1); at > 0; at = nextMark(text, at + 2)) {
      const short = letterOrDigit.test(text.charAt(at + 2)) ? undefined : abbreviation.exec(text.slice(Math.max(0, at - 14), at))?.[0];
      if (short === undefined) continue;
      const [from, to] = [at - short.length, at + 2];
      const written = text.slice(from, to);
      if (organisation.test(written)) continue;
      const before = text.slice(Math.max(0, from - 40), from);
      const after = text.slice(to, to + 30);
      const shape = certainty(before, after);
      // The product of a gene has parts of its own: "the murine TACC3's, a repeat".
      if (shape === "likely" && /\d['’]s$/.test(written)) continue;
      if (shape) found.push({ from, to, shape, better: written.replace(/s?['’]s$/, "s") });
    }
    return found;
  },
};

const letterOrDigit = /[\p{L}\p{N}'’-]/u;

/** The next apostrophe with an s, from an offset on; -1 where there is none. */
function nextMark(text: string, from: number): number {
  const straight = text.indexOf("'s", from);
  const curly = text.indexOf("’s", from);
  return straight < 0 || curly < 0 ? Math.max(straight, curly) : Math.min(straight, curly);
}

/** How sure it is that a plural is meant, from the words around it; undefined where an owner may be. */
function certainty(before: string, after: string): "sure" | "likely" | undefined {
  if (owning.test(after)) return undefined;
  if (verb.test(after)) return "sure";
  // "these ANA's" is a plural; "these HLA's structures" would be odd, but "all MHC's roles" is none.
  if (counted.test(before) && (noNoun.test(after) || joins.test(after))) return "sure";
  const compared = /\b(?:than|of|to|as|like)\s(?:the\s|that\sof\s(?:the\s)?)?$/.test(before) && /^[,.;:)]/.test(after);
  return !compared && (noNoun.test(after) || joins.test(after)) ? "likely" : undefined;
}

export const abbrPluralApostrophe: Rule = {
  id: "abbr-plural-apostrophe",
  severity: "warning",
  get title() {
    return t("The plural of an abbreviation has an apostrophe");
  },
  why: "An apostrophe makes an owner of what is meant to be many.",
  source: "AMA Manual of Style, 11th ed., sec. 8.7; Turabian, A Manual for Writers",
  examples: [
    { bad: "Most ANA's were of low titer.", good: "Most ANAs were of low titer." },
    { bad: "These mAb’s bind.", good: "These mAbs bind." },
    { bad: "Killing by CTL's, NK cells and ILC's in the gut is fast.", good: "Killing by CTLs, NK cells and ILCs in the gut is fast." },
  ],
  traps: [
    "The MHC's role is known, and each TCR's affinity differs.",
    "The FDA's and the WHO's guidelines differ from EULAR's.",
    "MRI's been done, and the PCR's not yet.",
    "The affinity was higher than the TCR's.",
    "It is the BCR's in vivo half-life.",
    "> Most ANA's were of low titer.",
    "Sjögren's and McDonald's were open in the 1990's.",
  ],
  checks: [{ on: "mark", pattern: pluralApostrophe, check }],
};

function check(mark: Mark): Finding | undefined {
  if (!isOwnText(mark.entry.scope)) return undefined;
  const text = mark.better as string;
  const { source } = mark.entry.block;
  const plain = source.slice(mark.from, mark.to) === mark.text;
  return {
    ...mark,
    message: t("{0} reads as a possessive. The plural is {1}.", quoted(mark.text), quoted(text)),
    fixes: () => (plain ? [{ title: t("Write {0}", quoted(text)), safe: mark.shape === "sure", edits: [{ ...mark, text }] }] : []),
  };
}
