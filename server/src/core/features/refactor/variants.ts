import { t } from "../../l10n/l10n.ts";
import { replaceName } from "../../rules/replacement.ts";
import type { Edit } from "../../rules/rule.ts";
import { quoted, textAt } from "../../scan/prose.ts";
import { wordingOf } from "../../scan/wording.ts";
import { type Concept, type Designation, isShortForm, preferredTerm } from "../../termbase/concept.ts";
import type { Draft } from "../draft.ts";
import { foundAt } from "../occurrence-at.ts";
import { inDocument, isChangeable, type Mention, mentionsOf, type Refactoring } from "./refactoring.ts";

/**
 * Gives a concept one name throughout the document: the one at a place, or the preferred one. Abbreviations stay;
 * number, capitals, articles and the hyphens of an adjective are adapted.
 */
export function variantRefactorings(draft: Draft, offset: number): Refactoring[] {
  const [reading, rival] = foundAt(draft, offset)?.readings ?? [];
  if (!reading || rival || isShortForm(reading.designation) || reading.designation.status === "hidden") return [];
  const { concept, designation } = reading;
  const preferred = preferredTerm(concept, draft.terminology.settings.locale);
  const names = [...new Set([designation, preferred])];
  return names.flatMap((name) => {
    const edits = replaceAll(concept, name, draft);
    if (edits.length === 0) return [];
    return [{ title: titleOf(quoted(name.text), name === preferred, edits.length), edits: inDocument(edits) }];
  });
}

function titleOf(name: string, preferred: boolean, replaced: number): string {
  if (preferred) {
    return replaced === 1
      ? t("Use the preferred term {0} throughout (replaces 1 other name)", name)
      : t("Use the preferred term {0} throughout (replaces {1} other names)", name, replaced);
  }
  return replaced === 1
    ? t("Use {0} throughout (replaces 1 other name)", name)
    : t("Use {0} throughout (replaces {1} other names)", name, replaced);
}

function replaceAll(concept: Concept, name: Designation, draft: Draft): Edit[] {
  return draft.analysis.entries
    .flatMap((entry) => mentionsOf(concept.id, entry))
    .filter((mention) => !mention.short && mention.name !== name.text && wordingOf(textAt(mention), mention.name) !== name.text)
    .filter(isChangeable)
    .map((mention) => adapted(mention, name));
}

function adapted(mention: Mention, name: Designation): Edit {
  const edit = replaceName(mention, name, mention.plural);
  const old = textAt(mention);
  // "an autoimmune-disorder clinic" keeps its hyphens.
  const joined = !/\s/.test(old) && old.includes("-") && /\s/.test(mention.name) ? edit.text.replace(/(?<!^an?)\s+/gi, "-") : edit.text;
  return { ...edit, text: inCaseOf(old, joined, mention.name) };
}

/** In a title, names have capitals that are none of theirs. */
function inCaseOf(old: string, text: string, oldName: string): string {
  if (old === old.toUpperCase() && old !== oldName && /\p{Lu}{4}/u.test(old)) return text.toUpperCase();
  const words = old.split(/[\s-]+/);
  const title =
    words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word)) && !oldName.split(/[\s-]+/).every((word) => /^\p{Lu}/u.test(word));
  return title ? text.replace(/(?<=^|[\s-])\p{Ll}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase()) : text;
}
