import { t } from "../../l10n/l10n.ts";
import type { SpelledWord } from "../../scan/facts.ts";
import type { Entry, Place } from "../../scan/mentions.ts";
import { isOwnText, quoted, startsSentence, textAfter, textAt, textBefore } from "../../scan/prose.ts";
import type { Locale } from "../../termbase/concept.ts";
import { capitalised } from "../replacement.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";

export const spellingLocale: Rule = {
  id: "spelling-locale",
  severity: "warning",
  get title() {
    return t("American and British spelling are mixed");
  },
  why: "A manuscript follows the spelling of its journal. Mixed spelling is the first thing a copy editor sees.",
  source: "AMA Manual of Style, 11th ed., ch. 7; New Hart's Rules, ch. 21",
  examples: [
    {
      bad: "Leukocytes rose with estrogen and edema. Anaemia was absent.",
      good: "Leukocytes rose with estrogen and edema. Anemia was absent.",
    },
  ],
  traps: [
    "Human leukocyte antigen (HLA) types and oestrogen; HLA differs in anaemia.",
    "The Centers for Disease Control reported oestrogen and anaemia.",
    "The fetus, humoral immunity and sulfasalazine; anaemia and oedema.",
  ],
  checks: [{ on: "spelling", check }],
};

function check(words: readonly { entry: Entry; word: SpelledWord }[], context: RuleContext): Finding[] {
  const counted = words.filter(isFreeToVary);
  const american = counted.filter(({ word }) => word.locale === "en-US");
  const british = counted.filter(({ word }) => word.locale === "en-GB");
  const wanted = context.locale ?? (british.length > american.length ? "en-GB" : "en-US");
  const strays = wanted === "en-US" ? british : american;
  return strays.map(({ entry, word }) => {
    const place = { entry, from: word.from, to: word.to };
    const written = textAt(place);
    const text = /^\p{Lu}/u.test(written) ? capitalised(word.other) : word.other;
    return {
      ...place,
      message: messageOf(quoted(written), quoted(text), wanted, context.locale !== undefined),
      fixes: () => [{ title: t("Write {0}", quoted(text)), safe: true, edits: [{ ...place, text }] }],
    };
  });
}

/** Names keep their spelling: those of institutions and journals, and the one of HLA, which WHO has set. */
function isFreeToVary({ entry, word }: { entry: Entry; word: SpelledWord }): boolean {
  if (!isOwnText(entry.scope)) return false;
  const place: Place = { entry, from: word.from, to: word.to };
  const written = textAt(place);
  const capital = /^\p{Lu}/u.test(written);
  if (capital && entry.scope !== "title" && entry.scope !== "heading" && !startsSentence(place)) return false;
  // A capital at a sentence's start may still begin a name: "Tumour Biology", "Centers for Disease Control".
  if (capital && /^\s+(?:\p{Lu}\p{Ll}|for \p{Lu})/u.test(textAfter(place, 12))) return false;
  if (/[-/]$/.test(textBefore(place, 1)) && /https?:|www\./.test(textBefore(place, 200))) return false;
  return !(/^leu[kc]ocyte/i.test(written) && /human\s+$/i.test(textBefore(place, 12)) && /^[-\s]+antigen/i.test(textAfter(place, 12)));
}

function messageOf(written: string, better: string, wanted: Locale, chosen: boolean): string {
  if (wanted === "en-US") {
    return chosen
      ? t("{0} is British spelling; this document is set to American spelling. Write {1}.", written, better)
      : t("{0} is British spelling; the rest of this document is spelled the American way. Write {1}.", written, better);
  }
  return chosen
    ? t("{0} is American spelling; this document is set to British spelling. Write {1}.", written, better)
    : t("{0} is American spelling; the rest of this document is spelled the British way. Write {1}.", written, better);
}
