import { t } from "../../l10n/l10n.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { quoted } from "../../scan/prose.ts";
import type { Rule } from "../rule.ts";
import { replaced } from "./simple-fix.ts";
import { isReplacedName, isWriters } from "./surroundings.ts";

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"];

/** Names that carry a numeral of one kind. `to` is the kind they should have. */
const contexts: readonly { readonly to: "roman" | "arabic"; readonly name: RegExp }[] = [
  {
    to: "arabic",
    name: /(?=[Tt]ype)(?<![\p{L}\p{N}_-])[Tt]ypes?[ -](?:I|II)(?:(?: and | or |\/| and type | or type )(?:I|II))?(?=[ -][Dd]iabet)/gu,
  },
  { to: "arabic", name: /(?=[Tt]ype)(?<=[Dd]iabetes (?:[Mm]ellitus )?\(?)[Tt]ype[ -](?:I|II)(?![\p{L}\p{N}-])/gu },
  { to: "arabic", name: /(?=[Tt]ype)(?<![\p{L}\p{N}_-])[Tt]ype[ -](?:I|II|III)(?= (?:[Ii]nflammation|[Ii]mmunity)(?![\p{L}\p{N}]))/gu },
  {
    to: "roman",
    name: /(?=[Tt]ype)(?<![\p{L}\p{N}_-])[Tt]ypes?[ -][123](?:(?: and | or |\/| and type | or type )[123])?(?= (?:IFNs?(?![\p{L}\p{N}])|[Ii]nterferons?(?!\p{L})|[Ii]nterferonopath))/gu,
  },
  {
    to: "roman",
    name: /(?=[Tt]ype)(?<![\p{L}\p{N}_-])[Tt]ypes?[ -][1-4](?:(?: and | or |\/| and type | or type )[1-4])?(?= [Hh]ypersensitivit)/gu,
  },
  { to: "roman", name: /(?=[Tt]ype)(?<=[Hh]ypersensitivity,? (?:reactions?,? )?\(?)[Tt]ype[ -][1-4](?![\p{L}\p{N}–-])/gu },
  {
    to: "roman",
    name: /(?=[Cc]lass)(?<=(?<![\p{L}\p{N}])(?:p?MHC|HLA)[ -])[Cc]lass[ -][12](?:(?: and | or |\/| and class | or class )[12])?(?![\p{L}\p{N}]|\.\p{N})/gu,
  },
  {
    to: "roman",
    name: /(?=[Cc]lass)(?<![\p{L}\p{N}_-])[Cc]lass[ -][12](?:(?: and | or |\/| and class | or class )[12])?(?=[ -](?:MHC|HLA)(?![\p{L}\p{N}]))/gu,
  },
  {
    to: "roman",
    name: /(?=[Ff]actor)(?<=(?<![\p{L}\p{N}])(?:[Cc]oagulation|[Cc]lotting|[Aa]cquired) )[Ff]actor[ -](?:5|7|8|9|1[0-3])(?:a(?!\p{L}))?(?![\p{L}\p{N}–]|\.\p{N})/gu,
  },
  {
    to: "roman",
    name: /(?=[Ff]actor)(?<!(?:growth|regulatory|transcription|elongation|initiation|necrosis|differentiation|exchange|splicing|associated|releasing|platelet|binding|box|nuclear) )(?<![\p{L}\p{N}_-])[Ff]actor[ -](?:5|7|8|9|1[0-3])(?= (?:inhibitors?|deficiency|concentrates?|activity|replacement)(?!\p{L}))/gu,
  },
];

/** A word and a numeral that any of the names begins with. */
const roughly = /(?:ypes?|lass|actor)[ -][IVX1-9]/;

const pattern: Pattern = {
  id: "roman-arabic",
  needs: ["ype", "lass", "actor"],
  find(text) {
    const found: PatternMatch[] = [];
    if (!roughly.test(text)) return found;
    for (const { to, name } of contexts) {
      for (const { 0: written, index } of text.matchAll(name)) {
        const better = to === "roman" ? written.replace(/\d+/g, roman) : written.replace(/(?<=[ /-])[IVX]+/g, arabic);
        // A hyphen before the numeral goes along; type-I and type 1 part in two ways.
        found.push({ from: index, to: index + written.length, shape: to, better: better.replace(/(?<=ype|lass|actor)-/, " ") });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  },
};

function roman(digits: string): string {
  return romans[Number(digits) - 1] ?? digits;
}

function arabic(numeral: string): string {
  const at = romans.indexOf(numeral);
  return at < 0 ? numeral : String(at + 1);
}

export const romanArabic: Rule = {
  id: "roman-arabic",
  severity: "warning",
  get title() {
    return t("A numeral is of the wrong kind");
  },
  why: "Diabetes and type 2 inflammation take arabic numerals; interferons, MHC classes, hypersensitivity and coagulation factors take Roman ones.",
  source:
    "EAACI position paper, Allergy 2023;78:2851 (hypersensitivity I–VII, type 2 inflammation); ADA Expert Committee 1997 (type 1 diabetes); AMA Manual of Style, 11th ed., ch. 14",
  examples: [
    { bad: "MHC class 2 molecules and type 1 interferons rose.", good: "MHC class II molecules and type I interferons rose." },
    { bad: "Type 4 hypersensitivity and type II inflammation differ.", good: "Type IV hypersensitivity and type 2 inflammation differ." },
    {
      bad: "Acquired factor 8 inhibitors and diabetes mellitus type I.",
      good: "Acquired factor VIII inhibitors and diabetes mellitus type 1.",
    },
  ],
  traps: [
    "Type 1 immunity and type 2 inflammation follow Th cells.",
    "A class 1 recommendation was made in a phase I trial.",
    "Interferon regulatory factor 8 activity and fibroblast growth factor 9 deficiency.",
    "HLA class I and MHC class II, type I interferon and type IV hypersensitivity.",
    "Type II pneumocytes and type I collagen.",
    "It rose by a factor 8.",
    "Type 1 diabetes and type 2 diabetes.",
    "Autoimmune hepatitis type 1 and type I reactions.",
  ],
  checks: [
    {
      on: "mark",
      pattern,
      check: (mark) => {
        // The terminology may know the whole name, and says why it changed.
        if (!isWriters(mark) || isReplacedName(mark)) return undefined;
        const better = mark.better as string;
        const message =
          mark.shape === "roman"
            ? t("{0} takes a Roman numeral here. Write {1}.", quoted(mark.text), quoted(better))
            : t("{0} takes an arabic numeral here. Write {1}.", quoted(mark.text), quoted(better));
        return replaced(mark, message, better);
      },
    },
  ],
};
