import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import type { Pattern, PatternMatch } from "../../scan/patterns.ts";
import { holdsMarkup, isGloss, isOwnText, quoted, startsSentence, textAt, textBefore } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import { capitalised } from "../replacement.ts";
import type { Finding, Rule } from "../rule.ts";

/** Adjectives that English also takes as nouns for those who have the disease. */
const labels: Readonly<Record<string, string>> = {
  asthmatics: "people with asthma",
  celiacs: "people with celiac disease",
  coeliacs: "people with coeliac disease",
  diabetics: "people with diabetes",
  haemophiliacs: "people with haemophilia",
  hemophiliacs: "people with hemophilia",
  nonasthmatics: "people without asthma",
  nondiabetics: "people without diabetes",
  "non-asthmatics": "people without asthma",
  "non-diabetics": "people without diabetes",
};

const label = new RegExp(
  `\\b(?:[Tt]ype [12I]+ )?(?:${Object.keys(labels)
    .map((name) => `[${name[0]}${name[0]?.toUpperCase()}]${name.slice(1)}`)
    .join("|")})\\b`,
  "g",
);
const suffering = /\b(?:suffer(?:ing|s|ed)? from|afflicted (?:with|by))\b/g;
const people =
  /(?:^|[^\p{L}-])(?:patients?|people|persons?|individuals?|subjects?|participants?|those|wom[ae]n|m[ae]n|child(?:ren)?|adults?|girls?|boys?|adolescents|infants) ((?:who (?:(?:are|were|is|was) )?)?)$/iu;
const sufferer = /\b(?:[Ss]ufferer|[Vv]ictim)s?\b/g;
const named = "[\\p{L}\\p{N}-]+(?: (?:disease|syndrome|disorder))?";
const nameBefore = new RegExp(`(?:^|[^\\p{L}\\p{N}-])(${named}) $`, "u");
const nameAfter = new RegExp(`^ (?:of|from) (${named})`, "u");

/** What victims are victims of, where it is a disease and not a crime or a crash. */
const diseaseWord =
  /^(?:AIDS|HIV|MS|SLE|RA|COVID(?:-19)?|cancer|lupus|stroke|polio|arthritis|asthma|diabetes|psoriasis|eczema|migraine|allergy|leuka?emia|sclerosis|c(?:o)?eliac|epilepsy|dementia|tuberculosis|malaria|sepsis)$|itis$|osis$|emia$|(?:disease|syndrome|disorder)$/;

const labelled: Pattern = {
  id: "labelled-people",
  needs: ["betics", "matics", "liacs", "uffer", "fflict", "victim", "Victim"],
  find(text) {
    const found: PatternMatch[] = [];
    for (const { 0: whole, index } of text.matchAll(label)) {
      const to = index + whole.length;
      if (/[\p{L}-]/u.test(text.charAt(index - 1)) || /[\p{L}-]/u.test(text.charAt(to))) continue;
      const type = /^type \S+ /i.exec(whole)?.[0] ?? "";
      const better = labels[whole.slice(type.length).toLowerCase()] as string;
      found.push({ from: index, to, shape: "label", better: better.replace(/(?=diabetes)/, type.toLowerCase().replaceAll("i", "I")) });
    }
    for (const { 0: verb, index } of text.matchAll(suffering)) {
      const who = people.exec(text.slice(Math.max(0, index - 30), index))?.[1];
      // "who suffered from" tells of the past, and "those suffer from" is a sentence of its own.
      if (who === undefined || (who === "" && /^suffer(?:s|ed)? /.test(verb))) continue;
      found.push({ from: index - who.length, to: index + verb.length, shape: "suffering", better: betterVerb(who + verb) });
    }
    for (const { 0: noun, index } of text.matchAll(sufferer)) {
      const to = index + noun.length;
      const one = noun.endsWith("s") ? "people" : "person";
      const before = nameBefore.exec(text.slice(Math.max(0, index - 40), index))?.[1];
      const after = nameAfter.exec(text.slice(to, to + 50));
      if (before !== undefined && diseaseWord.test(before)) {
        found.push({ from: index - before.length - 1, to, shape: "sufferer", better: `${one} with ${before}` });
      } else if (after && diseaseWord.test(after[1] as string)) {
        found.push({ from: index, to: to + after[0].length, shape: "sufferer", better: `${one} with ${after[1]}` });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  },
};

/** "patients suffering from" → "patients with"; "who suffer from" → "who have". */
function betterVerb(words: string): string {
  if (!words.startsWith("who suffer")) return "with";
  if (words.includes("suffers")) return "who has";
  return words.includes("suffered") ? "who had" : "who have";
}

export const personFirst: Rule = {
  id: "person-first",
  severity: "warning",
  get title() {
    return t("A person is named by a disease, or as one who suffers");
  },
  why: "People have a disease; they are not it, and whether they suffer they must say themselves. Journals ask for person-first wording.",
  source: "AMA Manual of Style, 11th ed., 11.12.6; JMIR editorial guidelines after it",
  examples: [
    { bad: "Diabetics and asthmatics were excluded.", good: "People with diabetes and people with asthma were excluded." },
    { bad: "Infection is frequent in type 1 diabetics.", good: "Infection is frequent in people with type 1 diabetes." },
    { bad: "We asked patients suffering from lupus.", good: "We asked patients with lupus." },
    {
      bad: "Children who suffer from asthma and women afflicted with arthritis.",
      good: "Children who have asthma and women with arthritis.",
    },
    { bad: "Each lupus sufferer and all AIDS victims.", good: "Each person with lupus and all people with AIDS." },
  ],
  traps: [
    "Diabetic ketoacidosis and the asthmatic response.",
    "Antidiabetics and anti-asthmatics are drugs; antiepileptics too.",
    "The American Society of Diabetics met.",
    "She said, “Diabetics are many.”",
    "These methods suffer from bias, and the trial suffered from slow recruitment.",
    "Victims of violence and crash victims were seen.",
    "> Diabetics are many.",
    "The term diabetics is outdated.",
    "Those suffer from neglect, and patients suffered from long waits.",
  ],
  checks: [{ on: "mark", pattern: labelled, check }],
};

function check(mark: Mark): Finding | undefined {
  const { entry, shape } = mark;
  if (!isOwnText(entry.scope) || isQuoted(mark) || isGloss(mark)) return undefined;
  const written = textAt(mark);
  const capital = /^\p{Lu}\p{Ll}/u.test(mark.text);
  const heading = entry.scope === "title" || entry.scope === "heading";
  // A capital within a sentence belongs to the name of an institution.
  if (shape === "label" && capital && !heading && !startsSentence(mark)) return undefined;
  const better = mark.better as string;
  const message =
    shape === "suffering"
      ? t("{0} says how people bear a disease. Write {1}.", quoted(written), quoted(better))
      : t("{0} names people by their disease. Write {1}.", quoted(written), quoted(better));
  if (written.replace(/\s/g, " ") !== mark.text || holdsMarkup(mark) || !fits(mark)) return { ...mark, message };
  const text = capital && shape !== "suffering" ? capitalised(better) : better;
  return { ...mark, message, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: false, edits: [{ ...mark, text }] }] };
}

/** An adjective of the disease ("severe asthmatics") would be said of the people, and a possessive has no place. */
function fits(mark: Mark): boolean {
  if (/^['’]/.test(mark.entry.block.source.slice(mark.to, mark.to + 1))) return false;
  if (mark.shape !== "label") return true;
  return !/\b(?:severe|mild|moderate|brittle|uncontrolled|controlled|allergic|atopic|refractory|dependent|[a-z]+-(?:dependent|controlled|resistant|onset|treated)) $/i.test(
    textBefore(mark, 30),
  );
}
