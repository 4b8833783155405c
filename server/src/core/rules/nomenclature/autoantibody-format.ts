import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { isRunningText, quoted } from "../../scan/prose.ts";
import type { Finding, Rule } from "../rule.ts";
import { replaced } from "./simple-fix.ts";
import { byKey, chooseForm, isMentioned, isWriters } from "./surroundings.ts";

/** Antigens whose antibodies are named with "anti-", none of which is a word. */
const antigens =
  "dsDNA|ssDNA|CCP2?|GBM|SSA|SSB|Jo-1|Scl-70|MDA-?5|PLA2R|TPO|AChR|MuSK|NMDAR|RNP|GAD65|AQP4|MOG|LKM-?1?|SRP|Mi-2|TIF1|tTG|HMGCR|PR3|MPO|IFI16|BP180";

/** Antigens with names so short that "antibody" must follow to tell. */
const shortAntigens = "(?:Ro(?:52|60)?|La|Sm|U1)(?=\\/SS|[ -](?:antibod|autoantibod|positiv|Abs?\\b))";

const spelled = new RegExp(
  `(?=[Aa]nti)(?<![\\p{L}\\p{N}_-])[Aa]nti(?:[- ](?:ds|ss)[- ]DNA|(?:ds|ss)-DNA| ?(?:${antigens})| ${shortAntigens})(?![\\p{L}\\p{N}])`,
  "gu",
);

/** "anti" before what may be an antigen, quickly told. */
const roughly = /[Aa]nti[- ]?(?:[ds]s|tTG|[A-Z])/;

/** Names in rival shapes; the key tells what rivals what. */
const rival =
  /(?=[AaRSLcpCP])(?<![\p{L}\p{N}_/-])(?:(?:[Aa]nti-)?(?:Ro(?:52|60)?\/SS-?A|SS-?A\/Ro(?:52|60)?|La\/SS-?B|SS-?B\/La)|[cp]ANCA|[cpCP]-ANCA)s?(?![\p{L}\p{N}/])/gu;

const pattern: Pattern = {
  id: "autoantibody-format",
  needs: ["nti", "ANCA", "SSA", "SSB", "SS-"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: name, index } of roughly.test(text) ? text.matchAll(spelled) : []) {
      const better = name.replace(/^([Aa]nti)[- ]?((?:ds|ss)?)[- ]?/, "$1-$2");
      found.push({ from: index, to: index + name.length, shape: "wrong", better });
    }
    if (/ANCA|SS-?[AB]/.test(text)) {
      for (const { 0: name, index } of text.matchAll(rival)) {
        const [key, shape] = rivalOf(name);
        found.push({ from: index, to: index + name.length, shape, key });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  },
};

function rivalOf(name: string): [key: string, shape: string] {
  if (name.includes("ANCA")) return ["ANCA", /^[cp]A/.test(name) ? "cANCA" : /^[CP]/.test(name) ? "C-ANCA" : "c-ANCA"];
  // Ro and La are written alike, so one order holds for both.
  const hyphen = /SS-/.test(name) ? "SS-A" : "SSA";
  return ["Ro", /^(?:[Aa]nti-)?SS/.test(name) ? `${hyphen}/Ro` : `Ro/${hyphen}`];
}

export const autoantibodyFormat: Rule = {
  id: "autoantibody-format",
  severity: "warning",
  get title() {
    return t("The name of an autoantibody has the wrong shape");
  },
  why: "An antibody to an abbreviated antigen is written with a hyphen (anti-dsDNA). Of cANCA and c-ANCA, Ro/SSA and SSA/Ro, a document keeps one.",
  source:
    "2017 international consensus on ANCA testing, Bossuyt X, et al. Nat Rev Rheumatol 2017;13:683 (PR3-ANCA, MPO-ANCA); hyphens: AMA Manual of Style, 11th ed., ch. 8.3",
  examples: [
    {
      bad: "Tests for anti dsDNA, anti ds-DNA, antidsDNA and anti CCP.",
      good: "Tests for anti-dsDNA, anti-dsDNA, anti-dsDNA and anti-CCP.",
    },
    { bad: "A c-ANCA or p-ANCA pattern; cANCA fell.", good: "A c-ANCA or p-ANCA pattern; c-ANCA fell." },
    { bad: "Antibodies to Ro/SSA, La/SSB and SSA/Ro.", good: "Antibodies to Ro/SSA, La/SSB and Ro/SSA." },
  ],
  traps: [
    "Antinuclear, antimitochondrial and anticardiolipin antibodies; anti-dsDNA.",
    "Anti–double-stranded DNA antibodies.",
    "PR3-ANCA, MPO-ANCA and c-ANCA.",
    "FANCA and FANCD2 repair DNA.",
    "The anti La Niña camp.",
    "Anti-Ro/SSA and anti-La/SSB.",
  ],
  checks: [{ on: "marks", pattern, check }],
};

function check(marks: readonly Mark[]): Finding[] {
  const wrong = marks
    .filter((mark) => mark.shape === "wrong" && isWriters(mark))
    .map((mark) =>
      replaced(
        mark,
        t("The autoantibody is written {0}, not {1}.", quoted(mark.better as string), quoted(mark.text)),
        mark.better as string,
      ),
    );
  const rivals = marks.filter((mark) => mark.shape !== "wrong" && isRunningText(mark.entry.scope) && !isMentioned(mark));
  const mixed = [...byKey(rivals)].flatMap(([, group]) => {
    const choice = chooseForm(group);
    return (choice?.strays ?? []).map((mark) => {
      const better = reshaped(mark.text, choice?.wanted as string);
      return replaced(
        mark,
        t("{0}: this document mostly writes {1}. Write {2}.", quoted(mark.text), quoted(choice?.model?.text ?? ""), quoted(better)),
        better,
      );
    });
  });
  return [...wrong, ...mixed];
}

function reshaped(name: string, wanted: string): string {
  if (name.includes("ANCA")) {
    const letter = name.charAt(0);
    const set = wanted.startsWith("C") ? letter.toUpperCase() : letter.toLowerCase();
    return `${set}${wanted.includes("-") ? "-" : ""}${name.replace(/^.-?/, "")}`;
  }
  const [, anti = "", pair = ""] = /^([Aa]nti-)?(.*)$/.exec(name) ?? [];
  const protein = /Ro(?:52|60)?|La/.exec(pair)?.[0] ?? "";
  const letter = /SS-?([AB])/.exec(pair)?.[1] ?? "";
  const antigen = `SS${wanted.includes("SS-") ? "-" : ""}${letter}`;
  return anti + (wanted.startsWith("SS") ? `${antigen}/${protein}` : `${protein}/${antigen}`);
}
