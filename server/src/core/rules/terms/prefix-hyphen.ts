import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { isOwnText, quoted, textAt } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { prefixedWord } from "./prefixes.ts";

export const prefixHyphen: Rule = {
  id: "prefix-hyphen",
  severity: "information",
  forms: ["closed", "hyphenated"],
  get title() {
    return t("The same prefixed word is hyphenated here and closed up there");
  },
  why: "American journals close up most prefixes, much British prose keeps the hyphen. Either is right; both for one word look like an oversight.",
  source:
    "AMA Manual of Style, 11th ed., 8.3 (closed up, save before a capital, a number or a doubled vowel); Cochrane Style Manual leaves non- open to choice",
  examples: [
    {
      bad: "Proinflammatory cytokines rose. These pro-inflammatory cytokines and other proinflammatory signals fell.",
      good: "Proinflammatory cytokines rose. These proinflammatory cytokines and other proinflammatory signals fell.",
    },
    { bad: "Self and non-self differ. What is nonself is bound.", good: "Self and non-self differ. What is non-self is bound." },
    {
      bad: "Antiinflammatory drugs helped, antiinflammatory cells too. An anti-inflammatory effect lasted.",
      good: "Anti-inflammatory drugs helped, anti-inflammatory cells too. An anti-inflammatory effect lasted.",
    },
    { bad: "IL-4 was up-regulated. IL-4 upregulation lasted.", good: "IL-4 was up-regulated. IL-4 up-regulation lasted." },
  ],
  traps: [
    "Both pro- and anti-inflammatory cytokines rose; pro-inflammatory ones first.",
    "Pre- and post-treatment samples; posttreatment sera were frozen.",
    "Nonreactive sera of non-Hodgkin lymphoma, anti-IL-6 and nonspecific binding.",
    "Proactive care and pro-inflammatory cytokines.",
    "A non-antigen-specific and a nonantigenic effect.",
    "The paper is called “Pro-inflammatory cytokines”; proinflammatory cytokines rose.",
    "> A pro-inflammatory effect.\n\nProinflammatory cytokines rose.",
  ],
  checks: [{ on: "marks", pattern: prefixedWord, check }],
};

type Form = "closed" | "hyphenated";

/** Prefixes that a writer who likes hyphens sets with one; no style hyphenates antiviral, subcellular or probiotic. */
const hyphenatedByChoice = /^(?:non:|co:(?!enzym)|pro:(?!biotic))/;

function check(marks: readonly Mark[], context: RuleContext): Finding[] {
  const byWord = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (!isOwnText(mark.entry.scope)) continue;
    const known = byWord.get(mark.key);
    if (known) known.push(mark);
    else byWord.set(mark.key, [mark]);
  }
  const chosen = context.preferred("prefix-hyphen") as Form | undefined;
  return [...byWord].flatMap(([key, all]) => {
    const first = all[0] as Mark;
    if (!chosen && all.every((mark) => mark.shape === first.shape)) return [];
    const own = all.filter((mark) => !isQuoted(mark));
    const wanted = (chosen && chosenForm(key, chosen)) ?? usualForm(key, own);
    const model = own.find((mark) => mark.shape === wanted);
    const count = own.filter((mark) => mark.shape === wanted).length;
    return own.filter((mark) => wanted && mark.shape !== wanted).map((mark) => finding(mark, wanted as Form, model, count));
  });
}

/** Whether prefix and word meet in one vowel: "anti-inflammatory", "pre-existing". */
function doubledVowel(key: string): string | undefined {
  return /([aeiou]):\1/.exec(key)?.[1];
}

/** What a writer's choice says of a word; undefined where it leaves the word open. */
function chosenForm(key: string, chosen: Form): Form | undefined {
  const vowel = doubledVowel(key);
  if (chosen === "hyphenated") return hyphenatedByChoice.test(key) ? "hyphenated" : undefined;
  if (vowel) return vowel === "a" || vowel === "i" ? "hyphenated" : undefined;
  return key.startsWith("cross:") ? undefined : "closed";
}

/** What the document mostly does; undefined where it is even throughout. */
function usualForm(key: string, marks: readonly Mark[]): Form | undefined {
  const closed = marks.filter((mark) => mark.shape === "closed").length;
  const hyphenated = marks.length - closed;
  if (closed === 0 || hyphenated === 0) return undefined;
  // A doubled i or a cannot be read without the hyphen, however often it is left out; nor do dictionaries close cross-reactive.
  if (/[ai]/.test(doubledVowel(key) ?? "") || /^cross:(?!link|talk)/.test(key)) return "hyphenated";
  if (closed === hyphenated) return (marks[0] as Mark).shape as Form;
  return closed > hyphenated ? "closed" : "hyphenated";
}

function finding(mark: Mark, wanted: Form, model: Mark | undefined, count: number): Finding {
  const prefix = mark.key.indexOf(":");
  const text =
    wanted === "closed"
      ? mark.text.slice(0, prefix) + mark.text.slice(prefix + 1)
      : `${mark.text.slice(0, prefix)}-${mark.text.slice(prefix)}`;
  const message = messageOf(mark, quoted(text), wanted, model && quoted(model.text), count);
  const related = model ? [{ ...model, message: t("{0} here", quoted(model.text)) }] : [];
  if (textAt(mark) !== mark.text) return { ...mark, message, related };
  // The edit touches the hyphen alone, so that other fixes of the same word can stand beside it.
  const at = mark.from + prefix;
  const edit =
    wanted === "closed" ? { entry: mark.entry, from: at, to: at + 1, text: "" } : { entry: mark.entry, from: at, to: at, text: "-" };
  return { ...mark, message, related, fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits: [edit] }] };
}

/** `model` is how the document writes it elsewhere, `count` times in all. */
function messageOf(mark: Mark, better: string, wanted: Form, model: string | undefined, count: number): string {
  const name = quoted(mark.text);
  if (model) {
    return count > 1
      ? t("{0}: elsewhere this document writes {1} and the like ({2} times). Write {3}.", name, model, count, better)
      : t("{0}: elsewhere this document writes {1}. Write {2}.", name, model, better);
  }
  if (doubledVowel(mark.key)) return t("{0}: two like vowels are kept apart by a hyphen. Write {1}.", name, better);
  return wanted === "closed"
    ? t("{0}: this document is set to closed prefixes. Write {1}.", name, better)
    : t("{0}: this document is set to hyphenated prefixes. Write {1}.", name, better);
}
