import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isGloss, isRunningText, quoted, textAfter, textBefore } from "../../scan/prose.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { aliases } from "./cytokine-alias-data.ts";
import { byKey, chooseForm, isAboutGenes, isItalic, isMentioned } from "./surroundings.ts";

const byAlias = new Map(aliases.flatMap(({ systematic, others }) => others.map((alias) => [normalised(alias), systematic] as const)));
const systematicNames = new Set(aliases.map(({ systematic }) => systematic));

/** Any of the names, longest first, with the hyphens and Greek letters that writers vary. */
const names = new RegExp(
  `(?=[A-Zef])(?<![\\p{L}\\p{N}_-])(?:${[...systematicNames, ...byAlias.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/-/g, "[-‐‑]?").replace(/α$/, "(?:α|alpha)").replace(/β$/, "(?:β|beta)"))
    .join("|")})(?![\\p{L}\\p{N}]|[-‐‑/](?:\\p{N}|[αβγ]))`,
  "gu",
);

function normalised(name: string): string {
  return name
    .replace(/[‐‑]/g, "-")
    .replace(/alpha$/, "α")
    .replace(/beta$/, "β");
}

/** Hyphens do not tell names apart: IP10 is IP-10. */
const closed = (name: string) => normalised(name).replace(/-/g, "");
const systematicOf = new Map<string, { readonly systematic: string; readonly shape: string }>([
  ...[...byAlias].map(([alias, systematic]) => [closed(alias), { systematic, shape: "alias" }] as const),
  ...[...systematicNames].map((name) => [closed(name), { systematic: name, shape: "systematic" }] as const),
]);

/** What every name holds a part of; one look costs less than one for each name. */
const quick = /C[CX]\w?L|CX3|IL[-‐‑]?[28]|RANTES|M[CI]P|IP[-‐‑]?1|SDF|IFN[-‐‑]?(?:λ|lambda)|BAFF|BLyS|otaxin|ractalkine/;

const pattern: Pattern = {
  id: "cytokine-alias",
  needs: [""],
  find(text) {
    const found: PatternMatch[] = [];
    if (!quick.test(text)) return found;
    for (const match of text.matchAll(names)) {
      const from = match.index;
      const to = from + match[0].length;
      const known = systematicOf.get(closed(match[0]));
      if (!known || isAboutGenes(text, from, to)) continue;
      found.push({ from, to, shape: known.shape, key: known.systematic });
    }
    return found;
  },
};

export const cytokineAlias: Rule = {
  id: "cytokine-alias",
  severity: "information",
  forms: ["systematic", "alias"],
  get title() {
    return t("A cytokine has its old and its systematic name in one document");
  },
  why: "RANTES and CCL5 are one chemokine. A reader who does not know that counts two.",
  source: "HGNC, gene group Chemokine ligands; Zlotnik A, Yoshie O. Immunity 2000;12:121",
  examples: [
    { bad: "CXCL8 rose and CXCL8 attracts neutrophils. IL-8 fell.", good: "CXCL8 rose and CXCL8 attracts neutrophils. CXCL8 fell." },
  ],
  traps: [
    "CXCL8 (IL-8) rose, and CXCL8 attracts neutrophils.",
    "IL-8, also known as CXCL8, rose. IL-8 attracts neutrophils.",
    "CXCL8/IL-8 rose. CXCL8 attracts neutrophils.",
    "IL-8 rose with CXCL8 mRNA.",
    "*CXCL8* was induced and IL-8 rose.",
    "Eotaxin-2 is not CCL11.",
    "RANTES and CXCL10 rose.",
  ],
  checks: [{ on: "marks", pattern, check }],
};

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  const used = marks.filter((mark) => isRunningText(mark.entry.scope) && !isItalic(mark) && !isMentioned(mark) && !isExplained(mark));
  const preferred = context.preferred("cytokine-alias");
  return [...byKey(used)].flatMap(([key, group]) => {
    // Without a choice only a document that has both is uneven.
    const choice = chooseForm(group, preferred, preferred !== undefined);
    if (!choice) return [];
    const name = choice.wanted === "systematic" ? key : choice.model?.text;
    const old = group.find(({ shape }) => shape === "alias");
    return choice.strays.map((mark) => ({
      entry: mark.entry,
      from: mark.from,
      to: mark.to,
      message: messageOf(quoted(mark.text), quoted(choice.model?.text ?? key), name && quoted(name)),
      related: choice.model ? [{ ...choice.model, message: t("{0} here", quoted(choice.model.text)) }] : [],
      fixes: () => {
        const text = name ?? old?.text;
        return text
          ? [{ title: t("Write {0}", quoted(text)), safe: false, edits: [{ entry: mark.entry, from: mark.from, to: mark.to, text }] }]
          : [];
      },
    }));
  });
}

/** Names side by side explain each other: "CXCL8 (IL-8)", "CXCL8/IL-8", "IL-8 [CXCL8]". */
function isExplained(mark: Mark): boolean {
  return isGloss(mark) || /[([/=|][\s*_]*$/.test(textBefore(mark, 3)) || /^[\s*_]*[)(\]/=[]/.test(textAfter(mark, 3));
}

function messageOf(one: string, other: string, better: string | undefined): string {
  return better
    ? t("{0} and {1} name the same cytokine. Keep to {2}.", one, other, better)
    : t("{0} and {1} name the same cytokine.", one, other);
}
