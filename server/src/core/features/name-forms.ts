/** Another name in the form that the old one has at a place: its number, capitals, hyphens, spaces and line breaks. */
import { capitalised, pluralForm, replaceName } from "../rules/replacement.ts";
import type { Edit } from "../rules/rule.ts";
import type { Place } from "../scan/mentions.ts";
import { holdsMarkup, startsSentence, textAfter, textAt } from "../scan/prose.ts";
import type { ConceptNaming, Name } from "./concept-symbol.ts";

/** What joins the words of a name. Hyphens may be of any look. */
const joint = /([\s\-\u2010\u2011]+)/;

/**
 * The edits that put a name in place of the one at a naming; undefined where markup inside the old name leaves no
 * safe way. The words that both have in common stay untouched where markup or a line break stands between them.
 */
export function respelled(naming: ConceptNaming, name: Name): Edit[] | undefined {
  const oldForm = naming.plural ? pluralForm(naming.name) : naming.name.text;
  const plain = naming.plural ? pluralForm(name) : name.text;
  const cased = naming.short ? plain : withCase(naming, oldForm, plain);
  if (!holdsMarkup(naming)) {
    const text = withJoints(naming, oldForm, cased);
    return [withPossessive(naming, replaceName(naming, { text, type: name.type }, false), naming.plural)];
  }
  return wordByWord(naming, oldForm, cased);
}

/** Replaces single words, so that what stands between them stays; undefined where the words do not pair up. */
function wordByWord(place: Place, oldForm: string, newForm: string): Edit[] | undefined {
  const source = textAt(place);
  // Brackets may be those of another name's definition.
  if (/[()[\]]/.test(source)) return undefined;
  const written = [...source.matchAll(/[^\s\-\u2010\u2011*_~^<>`\\]+/g)];
  const [before, after] = [wordsOf(oldForm), wordsOf(newForm)];
  if (written.length !== before.length || before.length !== after.length) return undefined;
  return written.flatMap((word, i) => {
    const [old, text] = [before[i] as string, after[i] as string];
    // "Sj&ouml;gren" stays as it is written, as long as the word stays.
    if (old.toLowerCase() === text.toLowerCase()) return [];
    const from = place.from + word.index;
    const one = { ...place, from, to: from + word[0].length };
    return [i === 0 ? replaceName(one, { text, type: "full" }, false) : { ...one, text }];
  });
}

function wordsOf(name: string): string[] {
  return name.split(joint).filter((_, i) => i % 2 === 0);
}

/** Words that have no capital in a title. */
const small = new Set(["of", "to", "in", "with", "for", "against", "by", "from", "at", "on", "and", "or", "the", "a", "an"]);

/** The name with capitals as a title or a line of capitals gave them to the old one; a sentence's own come later. */
function withCase(place: Place, oldForm: string, text: string): string {
  const written = textAt(place);
  if (isCapitals(written) && !isCapitals(oldForm)) return text.toUpperCase();
  const [now, name] = [wordsOf(written.replace(/[*_~]/g, "")), wordsOf(oldForm)];
  if (now.length !== name.length) return /^\p{Lu}/u.test(written) && !/^\p{Lu}/u.test(oldForm) ? capitalised(text) : text;
  const lower = name.flatMap((word, i) => (/^\p{Ll}/u.test(word) && !small.has(word) ? [i] : []));
  const inTitle = (i: number) => /^\p{Lu}/u.test(now[i] as string);
  if (lower.length === 0 || !lower.every(inTitle)) return text;
  // One capital at the head of a sentence is the sentence's.
  if (lower.length === 1 && lower[0] === 0 && startsSentence(place)) return capitalised(text);
  return text
    .split(joint)
    .map((word, i) => (i > 0 && small.has(word) ? word : capitalised(word)))
    .join("");
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** The name with its spaces as the old one has them: hyphens before a noun ("T-cell help"), hard spaces, a line break. */
function withJoints(place: Place, oldForm: string, text: string): string {
  const now = textAt(place).split(joint);
  const old = oldForm.split(joint);
  const fresh = text.split(joint);
  const gaps = indexesOf(fresh).filter((i) => fresh[i] === " ");
  if (gaps.length === 0) return text;
  if (old.length === 1) {
    // "lymphocyte-mediated" → "T-cell-mediated": the joint must hold the whole name.
    return /^[-\u2010\u2011]\p{L}/u.test(textAfter(place, 2)) ? withGaps(fresh, gaps, textAfter(place, 1)) : text;
  }
  if (now.length !== old.length) return text;
  const odd = indexesOf(old).filter((i) => old[i] === " " && now[i] !== " ");
  if (odd.length === 0) return text;
  if (now.length === fresh.length) return fresh.map((part, i) => (odd.includes(i) && part === " " ? (now[i] as string) : part)).join("");
  const last = now[odd.at(-1) as number] as string;
  const all = indexesOf(old).every((i) => old[i] !== " " || now[i] === last);
  if (/[\r\n]/.test(last)) return withGaps(fresh, gaps.slice(0, 1), last);
  return withGaps(fresh, all ? gaps : gaps.slice(-1), last);
}

/** The places of the joints in a split name. */
function indexesOf(parts: readonly string[]): number[] {
  return parts.flatMap((_, i) => (i % 2 === 1 ? [i] : []));
}

function withGaps(parts: readonly string[], at: readonly number[], gap: string): string {
  return parts.map((part, i) => (at.includes(i) ? gap : part)).join("");
}

/** After a plural the possessive mark is ’ or ’s by its last letter: "diseases’ course", "bacteria’s walls". */
function withPossessive(place: Place, edit: Edit, plural: boolean): Edit {
  const [mark] = /^['’](?:s(?![\p{L}\p{N}]))?/u.exec(textAfter(place, 3)) ?? [];
  if (!plural || mark === undefined) return edit;
  const apostrophe = mark.charAt(0);
  const bare = /s$/i.test(edit.text);
  // A lone apostrophe may be a quotation mark, unless the old name's s stands before it.
  if (mark.length === 1 && (bare || !/s$/i.test(textAt(place)))) return edit;
  if (mark.length === 2 && !bare) return edit;
  return { ...edit, to: place.to + mark.length, text: `${edit.text}${apostrophe}${bare ? "" : "s"}` };
}
