import type { Pattern, PatternMatch } from "../../scan/patterns.ts";

/** Nouns that "T cell" stands before as a modifier. Names that an authority has set (lymphoma, leukemia) are not among them. */
const heads =
  "receptors?|activation|responses?|proliferation|differentiation|development|depletion|tolerance|exhaustion|subsets?|populations?|therap(?:y|ies)|help|epitopes?|clones?|function|dysfunction|immunity|compartments?|repertoires?|counts|infiltrat(?:ion|es)|zones?|lineages?|priming|survival|memory|signall?ing|reactivity|engagers?|anergy|expansion|selection|cytotoxicity|homeostasis|aplasia|recognition|activity|migration|trafficking|education|tolerance|hyperactivity|stimulation|cultures?|surface|number|numbers|clonotypes?|costimulation|co-stimulation";

const modifier = new RegExp(
  `(?=[TBN])(?<![\\p{L}\\p{N}_-])(?:T|B|NK|NKT|Treg|Th\\d{1,2})([- \\n\\u00a0‐‑])cell\\s(?:${heads})(?![\\p{L}\\p{N}-])`,
  "gu",
);

/** "T-cell receptor" and "T cell receptor". Shapes: "hyphen", "space". */
export const cellModifiers: Pattern = {
  id: "cell-modifiers",
  needs: ["cell"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const match of text.matchAll(modifier)) {
      const shape = /\s/.test(match[1] as string) ? "space" : "hyphen";
      found.push({ from: match.index, to: match.index + match[0].length, shape });
    }
    return found;
  },
};

const nouns =
  /(?=[CTBNPpMmDdSs])(?<![\p{L}\p{N}_-])(?:CAR )?(?:(?:T|B|NK|NKT|Treg|Th\d{1,2}|[Pp]lasma|[Mm]ast|[Dd]endritic|[Ss]tem)[-‐‑](?:cells|Cells))(?![\p{L}\p{N}–-]|[‐‑])/gu;
const singular =
  /(?=[TBN])(?<![\p{L}\p{N}_-])(?:T|B|NK|NKT)[-‐‑]cell(?=[.;:!?)]|,? (?:is|was|has|had|can|may|must|will|that|which|who|of|from|by|at|into|undergoes|becomes|recogni[sz]es|binds|dies|divides)(?![\p{L}-]))/gu;

/** A determiner, perhaps with adjectives behind it: "the", "an activated". Without it "T-cell" may modify what is left out. */
const determined =
  /(?:^|[\s(])(?:an?|each|every|one|single|the)(?: (?:activated|naive|naïve|memory|effector|regulatory|single|mature|given|same|CD[48]⁺|CD[48]\+))? $/i;
/** "T- and B-cells": the first hyphen waits for the second. */
const suspended = /[\p{L}\p{N}][-‐‑](?:,| and| or|\/|, and| to)\s*$/u;

/** "T-cells" where it is a noun; the plural is never anything else. */
export const cellNouns: Pattern = {
  id: "cell-nouns",
  needs: ["-cell", "-Cell", "‑cell", "‐cell"],
  find(text) {
    const found: PatternMatch[] = [];
    const add = (from: number, name: string) => {
      if (suspended.test(text.slice(Math.max(0, from - 12), from))) return;
      found.push({ from, to: from + name.length, shape: "hyphen", better: name.replace(/[-‐‑](?=[Cc]ell)/, " ") });
    };
    for (const match of text.matchAll(nouns)) add(match.index, match[0]);
    for (const match of text.matchAll(singular)) {
      if (determined.test(text.slice(Math.max(0, match.index - 30), match.index))) add(match.index, match[0]);
    }
    return found.sort((a, b) => a.from - b.from);
  },
};
