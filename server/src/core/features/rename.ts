/** Gives one name of a concept another wording throughout a document, in every form that the name has there. */
import { t } from "../l10n/l10n.ts";
import { pluralForm } from "../rules/replacement.ts";
import { singularLong } from "../scan/document-terms.ts";
import type { Entry } from "../scan/mentions.ts";
import { isGloss, quoted, startsSentence, textAfter, textAt, textBefore } from "../scan/prose.ts";
import { isQuoted } from "../scan/quotation.ts";
import { RangeSet } from "../scan/range-set.ts";
import { wordingOf } from "../scan/wording.ts";
import { normalisedName } from "../termbase/forms.ts";
import { type ConceptNaming, isSameName, keyOfTerm, type Name, namingAt, namingsInEntry, namingsOf } from "./concept-symbol.ts";
import type { Range, TextEdit } from "./diagnostics.ts";
import type { Draft } from "./draft.ts";
import { respelled } from "./name-forms.ts";
import { nameInUse } from "./name-in-use.ts";
import { splitDefinitionEdits } from "./split-definition.ts";

/** What a writer is asked before a rename: the place of the name, and the name in the singular. */
export interface RenameStart extends Range {
  readonly name: string;
}

/** Why a name cannot be given another wording; a sentence for the writer. */
export interface RenameProblem {
  readonly problem: string;
}

export interface RenameEdit extends TextEdit {
  /**
   * `name` is sure. `mentioned` stands where the text speaks of the name itself ("also called …"), `aside` in
   * acknowledgements and the like, where it may be part of another's name: both are for the writer to decide.
   */
  readonly kind: "name" | "mentioned" | "aside";
}

/** What a name is to become, for whatever draft of the folder it stands in. */
export interface NameChange {
  /** The concept's key, which is the same in all drafts. */
  readonly key: string;
  readonly short: boolean;
  readonly from: Name;
  readonly to: Name;
}

/** The edits of a rename, in order and apart; offsets of the document. */
export interface Renaming {
  readonly edits: readonly RenameEdit[];
  /** The same for other drafts. */
  readonly change: NameChange;
}

/** Longer names are a slip of the clipboard. */
const longest = 200;

/** Whether the name at an offset can be renamed; undefined where no known name stands. */
export function renameStart(draft: Draft, offset: number): RenameStart | RenameProblem | undefined {
  const naming = namingAt(draft, offset);
  if (!naming) return undefined;
  if (isForeign(naming)) return { problem: t("This name stands in a quotation, which keeps its words.") };
  if (naming.elliptic) {
    return { problem: t("{0} is only part of a name here. Rename it where the name stands whole.", quoted(textAt(naming))) };
  }
  const { entry, from, to } = naming;
  return { from: entry.from + from, to: entry.from + to, name: writtenName(draft, naming) };
}

/** Renames the name at an offset; undefined where no known name stands. */
export function rename(draft: Draft, offset: number, to: string): Renaming | RenameProblem | undefined {
  const start = renameStart(draft, offset);
  if (!start || "problem" in start) return start;
  const naming = namingAt(draft, offset) as ConceptNaming;
  const text = to.trim().replace(/\s+/g, " ");
  const problem = unfitName(text) ?? nameInUse(draft, naming, text);
  if (problem !== undefined) return { problem };
  const { key, short, name } = naming;
  const change = { key, short, from: name, to: newName(draft, naming, text) };
  return { edits: editsOf(draft, naming, change.to), change };
}

/**
 * The edits that carry a rename over to another draft of the folder: none where it does not use the name.
 * `taken` where the new name means something else there, so that the draft had better keep the old one.
 */
export function renameAlong(draft: Draft, { key, short, from, to }: NameChange): { edits: readonly RenameEdit[]; taken: boolean } {
  for (const naming of namingsOf(draft, key)) {
    if (!isSameName(naming, { name: from, short })) continue;
    if (nameInUse(draft, naming, to.text) !== undefined) return { edits: [], taken: true };
    return { edits: editsOf(draft, naming, to), taken: false };
  }
  return { edits: [], taken: false };
}

/** The name in the singular as the writer spells it, without a capital that the sentence gave. */
function writtenName(draft: Draft, naming: ConceptNaming): string {
  const { name, short, plural } = naming;
  if (short) return name.text;
  const written = textAt(naming)
    .replace(/[*_~^`\\]/g, "")
    .replace(/\s+/g, " ");
  const wording = wordingOf(written, name.text);
  const respelled = !plural && normalisedName(written) !== normalisedName(wording) && !/[<>&]/.test(written);
  const text = respelled ? written : wording;
  return /^\p{Lu}/u.test(text) && isLowerWithin(draft, naming, respelled) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether a name begins with a small letter where no sentence begins with it. */
function isLowerWithin(draft: Draft, naming: ConceptNaming, respelled: boolean): boolean {
  if (draft.analysis.context.termbase.concept(naming.concept.id) && respelled) return /^\p{Ll}/u.test(naming.name.text);
  for (const one of namingsOf(draft, naming.key)) {
    if (isSameName(one, naming) && !startsSentence(one)) return /^\p{Ll}/u.test(textAt(one));
  }
  return false;
}

function unfitName(text: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return t("Type the new name. Without one, the text would have gaps.");
  if (text.length > longest) return t("A name has at most {0} characters.", longest);
  const [sign] = /[|`<>[\]{}\p{Cc}]/u.exec(text) ?? [];
  return sign === undefined ? undefined : t("A name cannot hold {0}, which means something else in the text.", quoted(sign));
}

/** The name as it was meant: in the singular, with the plural that the terminology gives it. */
function newName(draft: Draft, naming: ConceptNaming, text: string): Name {
  const type = naming.short ? "abbreviation" : "full";
  const record = (wanted: string) => naming.concept.designations.find((one) => one.text === wanted);
  const known = record(text);
  if (known) return { ...known, type };
  const singular = singularLong(text);
  const isName = () => draft.analysis.context.termbase.named(text).some((c) => c.designations.some((d) => d.text === text));
  // Who changes a plural may well type one.
  if (!naming.plural || naming.short || singular === text || pluralForm({ text: singular, type }) !== text || isName())
    return { text, type };
  return { ...record(singular), text: singular, type };
}

function editsOf(draft: Draft, naming: ConceptNaming, name: Name): RenameEdit[] {
  const edits: RenameEdit[] = [];
  const add = (kind: RenameEdit["kind"], entryFrom: number, edit: TextEdit) => {
    const moved = { from: entryFrom + edit.from, to: entryFrom + edit.to, text: edit.text, kind };
    if (draft.document.slice(moved.from, moved.to) !== moved.text && moved.from >= (edits.at(-1)?.to ?? 0)) edits.push(moved);
  };
  for (const edit of frontMatterEdits(draft, naming, name)) add("name", 0, edit);
  for (const one of placesOf(draft, naming)) {
    if (one.elliptic || isForeign(one) || isLinkLabel(draft, one)) continue;
    const changes = splitDefinitionEdits(one, name) ?? respelled(one, name) ?? [];
    for (const edit of changes) add(kindOf(one), one.entry.from, edit);
  }
  return edits;
}

/** Every place of the name, those inside longer names among them where the document itself defines the short form. */
function* placesOf(draft: Draft, naming: ConceptNaming): IterableIterator<ConceptNaming> {
  for (const entry of draft.analysis.entries) {
    if (entry.scope === "references") continue;
    const own = namingsInEntry(draft, entry, naming.key).filter((one) => isSameName(one, naming));
    if (naming.short && entry.matches.length > 0) own.push(...insideLonger(draft, entry, naming, new RangeSet(own)));
    yield* own.sort((a, b) => a.from - b.from);
  }
}

/** "HLA" in "HLA genes", a name of its own. What a hyphen joins to it, as in HLA-DRB1, is not the writer's to rename. */
function insideLonger(draft: Draft, entry: Entry, naming: ConceptNaming, known: RangeSet): ConceptNaming[] {
  return entry.matches.flatMap(({ from, to, short, plural, term }) => {
    if (!short || term.short !== naming.name.text || keyOfTerm(draft, term) !== naming.key) return [];
    const place = { entry, from, to };
    if (known.overlaps(place) || /^[-\u2010\u2011]/.test(textAfter(place, 1)) || /[-\u2010\u2011]$/.test(textBefore(place, 1))) return [];
    return [{ ...naming, ...place, plural, elliptic: false, defines: false, definition: undefined }];
  });
}

/** Names in another's words. */
function isForeign(naming: ConceptNaming): boolean {
  return naming.entry.scope === "quote" || naming.entry.block.setting.quote || isQuoted(naming);
}

function kindOf(naming: ConceptNaming): RenameEdit["kind"] {
  if (naming.entry.scope === "aside") return "aside";
  return !naming.defines && isGloss(naming) ? "mentioned" : "name";
}

/** Whether the name is the label of a link whose address stands elsewhere: `[HLA]` beside `[HLA]: https://…`. */
function isLinkLabel(draft: Draft, naming: ConceptNaming): boolean {
  if (!textBefore(naming, 1).endsWith("[") || !textAfter(naming, 1).startsWith("]")) return false;
  return draft.document.text.includes(`\n[${textAt(naming)}]:`);
}

/** The name in the front matter's record of the concept, where the document has one. */
function frontMatterEdits(draft: Draft, { concept, name: { text: old } }: ConceptNaming, { text }: Name): TextEdit[] {
  const place = draft.frontMatterRecords.get(concept.id);
  if (!place) return [];
  const source = draft.document.slice(place.from, place.to);
  const edits: TextEdit[] = [];
  for (let at = source.indexOf(old); at >= 0; at = source.indexOf(old, at + old.length)) {
    const isWord = !/[\p{L}\p{N}-]$/u.test(source.slice(0, at)) && !/^[\p{L}\p{N}-]/u.test(source.slice(at + old.length));
    if (isWord) edits.push({ from: place.from + at, to: place.from + at + old.length, text });
  }
  return edits;
}
