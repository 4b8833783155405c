import type { Concept, Designation } from "../termbase/concept.ts";
import { buildFormIndex, type FormIndex } from "../termbase/form-index.ts";
import { formsOf, normalisedName } from "../termbase/forms.ts";
import { Spelling } from "../termbase/spelling.ts";
import { Tokens, tokenise } from "../termbase/tokens.ts";
import type { Block } from "../text/block.ts";
import type { Scope } from "../text/sections.ts";
import { shapeKey } from "./abbreviation-shapes.ts";
import type { BlockRange } from "./facts.ts";
import { isPartOfWord } from "./occurrences.ts";

/** Something the document itself defines outside running text: a line of its abbreviation list or glossary. */
export interface ListedTerm {
  readonly short: string | undefined;
  readonly long: string;
  /** What a glossary says of the term. */
  readonly definition: string | undefined;
  readonly range: BlockRange;
}

/** A pair of names that the document defines, wherever it does. */
export interface DocumentTerm {
  /** Equal for terms that say the same. */
  readonly key: string;
  /** Without its plural s; undefined for a glossary entry that has no abbreviation. */
  readonly short: string | undefined;
  readonly long: string;
  /** The terminology's concept where the long form is known there, else one made of what the document says. */
  readonly concept: Concept;
}

/** The names a document defines, indexed as a layer's are. Owners count terms; designation 0 is the long form. */
export interface DocumentTerms {
  readonly terms: readonly DocumentTerm[];
  readonly index: FormIndex;
  /** Words with which the forms begin. */
  readonly firstWords: readonly (readonly number[])[];
  /** Terms by the key that all shapes of their abbreviation share. */
  readonly byShape: ReadonlyMap<string, readonly DocumentTerm[]>;
}

const plainSpelling = new Spelling([]);

/** Indexes the terms of a document. */
export function indexDocumentTerms(terms: readonly DocumentTerm[]): DocumentTerms {
  const firstWords: number[][] = terms.map(() => []);
  const entries = terms.flatMap((term, t) => {
    const names = [
      documentDesignation(singularLong(term.long), "full"),
      ...(term.short ? [documentDesignation(term.short, "abbreviation")] : []),
    ];
    return names.flatMap((designation, d) =>
      formsOf(designation, plainSpelling).map((form) => {
        firstWords[t]?.push(form.words[0] as number);
        return { form, owner: { concept: t, designation: d } };
      }),
    );
  });
  const byShape = new Map<string, DocumentTerm[]>();
  for (const term of terms) {
    if (term.short === undefined) continue;
    const key = shapeKey(term.short);
    byShape.set(key, [...(byShape.get(key) ?? []), term]);
  }
  return { terms, index: buildFormIndex(entries), firstWords, byShape };
}

function documentDesignation(text: string, type: "full" | "abbreviation"): Designation {
  return { text, type, status: "preferred", caseSensitive: type === "abbreviation", exact: false };
}

/** A concept made of what a document says, for a hover over a name that no pack knows. */
export function documentConcept(term: { short: string | undefined; long: string; definition?: string | undefined }): Concept {
  return {
    id: `document:${term.short ?? normalisedName(term.long)}`,
    ...(term.definition ? { definition: term.definition } : {}),
    designations: [documentDesignation(term.long, "full"), ...(term.short ? [documentDesignation(term.short, "abbreviation")] : [])],
    broader: [],
    partOf: [],
    related: [],
    confusedWith: [],
    xrefs: [],
    sources: [],
  };
}

/** "Tregs" beside "regulatory T cells" is the plural of "Treg". */
export function singularShort(short: string, long: string): string {
  return /\p{L}s$/u.test(short) && /s$/.test(long) && /\p{Lu}/u.test(short) && short.length > 2 ? short.slice(0, -1) : short;
}

/** A key under which a long form's plural, hyphens, accents and case make no difference. */
export function longFormKey(long: string): string {
  return normalisedName(long).replace(/(?:es|s)$/, "");
}

/** "regulatory T cells" is indexed as "regulatory T cell", from which the plural is derived again. */
export function singularLong(long: string): string {
  return /[^s]s$/.test(long) && !/(?:is|us)$/.test(long)
    ? long.replace(/(?:(?<=ss|x|ch|sh)es|ies|s)$/, (end) => (end === "ies" ? "y" : ""))
    : long;
}

/** A designation of the document found in a block. Ranges are in the block's source. */
export interface DocumentMatch extends BlockRange {
  readonly term: DocumentTerm;
  readonly short: boolean;
  readonly plural: boolean;
}

const shared = new Tokens();

/** Finds the document's own names in a block. */
export function findDocumentTerms(block: Block, terms: DocumentTerms): DocumentMatch[] {
  const found: DocumentMatch[] = [];
  for (const segment of block.segments) {
    tokenise(segment.text, shared);
    for (let at = 0; at < shared.count; ) {
      const match = terms.index.longestAt(segment.text, shared, at);
      if (!match || isPartOfWord(shared, at, at + match.tokens)) {
        at++;
        continue;
      }
      const range = segment.range(shared.from[at] as number, shared.to[at + match.tokens - 1] as number);
      for (const form of match.forms) {
        const owner = terms.index.owner(form);
        found.push({
          ...range,
          term: terms.terms[owner.concept] as DocumentTerm,
          short: owner.designation === 1,
          plural: terms.index.isPlural(form),
        });
      }
      at += match.tokens;
    }
  }
  return found;
}

/** The entries of an abbreviation list, a glossary or a line `*[HLA]: …`. */
export function listedTerms(block: Block, scope: Scope, term: Block | undefined): ListedTerm[] {
  if (block.kind === "abbreviation") return abbreviationLine(block.source);
  const wanted = scope === "abbreviations" || scope === "glossary";
  if (block.setting.details && term) return details(block, term, scope);
  if (!wanted) return [];
  if (block.kind === "table") return tableRows(block, scope);
  return block.kind === "paragraph" ? listLines(block, scope) : [];
}

function abbreviationLine(source: string): ListedTerm[] {
  const found = /^\*\[([^\]]+)\]:[ \t]+(.*\S)/.exec(source);
  if (!found) return [];
  return [{ short: (found[1] as string).trim(), long: found[2] as string, definition: undefined, range: { from: 0, to: source.length } }];
}

function details(block: Block, term: Block, scope: Scope): ListedTerm[] {
  const name = term.segments
    .map((s) => s.text)
    .join(" ")
    .trim();
  const text = block.segments
    .map((s) => s.text)
    .join(" ")
    .trim();
  if (name === "" || text === "" || name.length > 80) return [];
  return [entry(name, text, scope, { from: 0, to: block.source.length })];
}

function tableRows(block: Block, scope: Scope): ListedTerm[] {
  const rows = new Map<number, Block["segments"][number][]>();
  for (const segment of block.segments) {
    const row = segment.cell?.row;
    if (!row) continue;
    rows.set(row, [...(rows.get(row) ?? []), segment]);
  }
  return [...rows.values()].flatMap(([name, text]) =>
    name && text ? [entry(name.text.trim(), text.text.trim(), scope, name.range(0, name.text.length))] : [],
  );
}

/** "HLA: human leukocyte antigen", one entry a line or several behind semicolons. */
function listLines(block: Block, scope: Scope): ListedTerm[] {
  return block.segments.flatMap((segment) => {
    const found: ListedTerm[] = [];
    const pattern = /(?:^|[\n;])\s*([^\n:;,=–—\t]{1,60}?)\s*(?:[:=\t,]|\s[–—-]\s)\s*([^\n;]+)/g;
    for (let match = pattern.exec(segment.text); match; match = pattern.exec(segment.text)) {
      const [whole, name, text] = match as unknown as [string, string, string];
      const range = segment.range(match.index + whole.indexOf(name), match.index + whole.length);
      found.push(entry(name.trim(), text.trim().replace(/[.;,]$/, ""), scope, range));
    }
    return found;
  });
}

/** In a glossary the right side defines the term; elsewhere a short left side stands for the right one. */
function entry(name: string, text: string, scope: Scope, range: BlockRange): ListedTerm {
  const both = /^(.*\S)\s+\(([^()\s]{2,12})\)$/.exec(name);
  if (scope !== "abbreviations" && both) return { short: both[2] as string, long: both[1] as string, definition: text, range };
  const isShort = /^\S{2,12}$/.test(name) && /\p{Lu}|\d/u.test(name.slice(1));
  if (scope === "glossary" && !(isShort && text.split(/\s+/).length <= 6)) return { short: undefined, long: name, definition: text, range };
  return isShort ? { short: name, long: text, definition: undefined, range } : { short: undefined, long: name, definition: text, range };
}
