import type { Pattern, PatternMatch } from "../../scan/patterns.ts";

/** Human workshops have numbered CD molecules this far. */
export const lastCd = 371;

/** What follows the name of a cell-surface molecule that is spoken of with its sign. */
const cells = "(?:[αβγδ]{1,2} ?)?(?:T\\b|B\\b|NK|Treg|Th\\d|CTL|cells?\\b|lymph|thymocyte|monocyte|splenocyte|memory|naive|naïve|effector)";

const cdWithSign = new RegExp(
  `(?=CD)(?<![\\p{L}\\p{N}_-]|\\p{Lu} )CD[ -]?(\\d{1,3})(?:R[ABCO]{1,2}|\\p{L})?(?: ?(\\+|⁺)(?= ?${cells})|(\\+|⁺)|([- ]positive)(?= (?:${cells})))`,
  "gu",
);

/** Signs of CD molecules. Shapes by what a reader reads: "+", "⁺", "positive"; key: the molecule. */
export const cdSigns: Pattern = {
  id: "cd-signs",
  needs: ["CD"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(cdWithSign)) {
      const number = Number(match[1]);
      if (number < 1 || number > lastCd) continue;
      const sign = match[2] ?? match[3];
      found.push({ from: match.index, to: match.index + match[0].length, shape: sign ?? "positive", key: `CD${number}` });
    }
    return found;
  },
};

const spelled = new RegExp(
  "(?=[Cc][Dd])(?<![\\p{L}\\p{N}_-])(?:" +
    [
      // CD-4 and CD 4; the mouse strain CD-1 and a disc are none, so the blank needs more to go by.
      `(?<hyphen>CD-(?<n1>\\d{1,3})(?![\\d.,]*\\d|%| ?°|-(?!positive|specific|negative|directed|targeted)))`,
      `(?<blank>CD (?<n2>\\d{1,3})(?=[+⁺]| ?(?:positive|-positive|ligand|antigen|molecule|${cells})))`,
      `(?<sign>CD\\d{1,3}(?:R[ABCO]{1,2}|\\p{L})? [+⁺](?= ?${cells}))`,
      `(?<tight>CD\\d{1,3}(?:R[ABCO]{1,2}|\\p{L})?[+⁺](?=T cells?\\b|B cells?\\b|T lymph))`,
      `(?<splice>CD45(?:R[abco]|r[ABCOabco])(?![\\p{L}\\p{N}]))`,
      `(?<lower>Cd\\d{1,3}[+⁺](?= T| B cell| lymph| cells?))`,
    ].join("|") +
    ")",
  "gu",
);

/** CD as the abbreviation of something else. */
const otherCd =
  /(?:[Cc]rohn\S* disease|co?eliac disease|[Cc]ompact dis[ck]|[Cc]ontact dermatitis|[Cc]onduct disorder|[Cc]ircular dichroism)s?[ ,]*\(CDs?[),;]|(?<![\p{L}\p{N}])CD(?::| =| [–—-]) ?(?:Crohn|co?eliac|compact|contact|conduct|circular)/gu;

/**
 * Names of CD molecules whose shape is wrong. Shape: what is wrong; `better`: the name set right.
 * Shape "other" marks a place where CD is said to be something else.
 */
export const cdShapes: Pattern = {
  id: "cd-shapes",
  needs: ["CD", "Cd"],
  find(text) {
    const found: PatternMatch[] = [];
    if (text.includes("(CD") || text.startsWith("CD")) {
      for (const { 0: name, index } of text.matchAll(otherCd)) found.push({ from: index, to: index + name.length, shape: "other" });
    }
    for (const match of text.matchAll(spelled)) {
      const groups = match.groups ?? {};
      const written = match[0];
      const from = match.index;
      const to = from + written.length;
      const number = Number(groups.n1 ?? groups.n2 ?? /\d+/.exec(written)?.[0]);
      if (number < 1 || number > lastCd) continue;
      const [shape, better] = mended(groups, written);
      if (shape === "hyphen" && (number < 2 || /^ (?:mice|mouse|strain|rats?|ROM)|^[-–]\d/.test(text.slice(to, to + 8)))) continue;
      found.push({ from, to, shape, better });
    }
    return found;
  },
};

function mended(groups: Record<string, string | undefined>, written: string): [string, string] {
  if (groups.hyphen) return ["hyphen", written.replace("-", "")];
  if (groups.blank) return ["blank", written.replace(" ", "")];
  if (groups.sign) return ["sign", written.replace(" ", "")];
  if (groups.tight) return ["tight", `${written} `];
  return groups.splice ? ["splice", written.toUpperCase()] : ["lower", written.toUpperCase()];
}

/** Chains that are written with a Greek letter: "CD8a" rivals CD8α. CD79a and CD79b are names of their own. */
const chain = /(?=CD)(?<![\p{L}\p{N}_-])CD(8[abαβ]|3[dezgδεζγ])(?![\p{L}\p{N}])/gu;
const greekChain: Readonly<Record<string, string>> = { a: "α", b: "β", d: "δ", e: "ε", z: "ζ", g: "γ" };

/** Chains of CD3 and CD8. Shapes: "greek", "latin"; key: the chain with its Greek letter. */
export const cdChains: Pattern = {
  id: "cd-chains",
  needs: ["CD8", "CD3"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index: from } of text.matchAll(chain)) {
      const letter = name.slice(-1);
      const greek = greekChain[letter];
      found.push({ from, to: from + name.length, shape: greek ? "latin" : "greek", key: name.slice(0, -1) + (greek ?? letter) });
    }
    return found;
  },
};
