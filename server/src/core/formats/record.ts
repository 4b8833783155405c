/** Turns one record, already allowed by the schema, into a concept. Shorthand is spelled out here. */

import { t } from "../l10n/l10n.ts";
import { inQuotes } from "../l10n/phrases.ts";
import type {
  Concept,
  CrossReference,
  Designation,
  DesignationStatus,
  DesignationType,
  Evidence,
  Locale,
  MatchType,
  RecordStatus,
  Source,
} from "../termbase/concept.ts";
import type { Path } from "./yaml.ts";

/** A name as a record writes it. */
export interface RawDesignation {
  text: string;
  type?: DesignationType;
  status?: DesignationStatus;
  locale?: Locale;
  caseSensitive?: boolean;
  plural?: string;
  reason?: string;
  since?: string | number;
  authority?: string;
  exact?: boolean;
}

/** A record as the schema allows it. */
export interface RawRecord {
  id?: string;
  subject?: string;
  term?: string | RawDesignation;
  abbreviation?: string | RawDesignation;
  designations?: (string | RawDesignation)[];
  also?: string[];
  avoid?: string[];
  definition?: string;
  scopeNote?: string;
  note?: string;
  plain?: string;
  evidence?: Evidence;
  broader?: string | string[];
  partOf?: string | string[];
  related?: string | string[];
  confusedWith?: string | string[];
  xrefs?: (string | { id: string; match?: MatchType; note?: string })[];
  sources?: (string | { citation: string; doi?: string; pmid?: string | number; url?: string })[];
  created?: string;
  reviewed?: string;
  record?: RecordStatus;
  replacedBy?: string;
}

/** Something in a record that the schema cannot see. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** The concept of a record, if it names anything, and what is to be said about the record. */
export function conceptOf(record: RawRecord, packName: string): { concept: Concept | undefined; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const designations = designationsOf(record, complaints);
  const first = designations.find((name) => name.status === "preferred");
  if (first === undefined) {
    complaints.push({ path: [], message: t("This record has no preferred name: it needs a `term`."), severity: "error" });
    return { concept: undefined, complaints };
  }
  const concept: Concept = {
    id: record.id ?? `${packName}:${slug(first.text)}`,
    designations,
    broader: list(record.broader),
    partOf: list(record.partOf),
    related: list(record.related),
    confusedWith: list(record.confusedWith),
    xrefs: (record.xrefs ?? []).map(crossReferenceOf),
    sources: (record.sources ?? []).map(sourceOf),
    ...defined({
      subject: record.subject,
      definition: prose(record.definition),
      scopeNote: prose(record.scopeNote),
      note: prose(record.note),
      plain: prose(record.plain),
      evidence: record.evidence,
      created: record.created,
      reviewed: record.reviewed,
      record: record.record,
      replacedBy: record.replacedBy,
    }),
  };
  return { concept, complaints };
}

/**
 * A name from its raw form. A full form that is written like a symbol (MICA, HLA-A) keeps its
 * capitals, or mica would be found in every text about minerals.
 */
export function designation(raw: RawDesignation, type: DesignationType, status: DesignationStatus): Designation {
  const text = tidy(raw.text);
  const kind = raw.type ?? type;
  const short = kind === "abbreviation" || kind === "symbol";
  return {
    text,
    type: kind,
    status: raw.status ?? status,
    caseSensitive: raw.caseSensitive ?? (short || looksLikeSymbol(text)),
    exact: raw.exact ?? false,
    ...defined({
      locale: raw.locale,
      plural: raw.plural,
      reason: raw.reason,
      since: raw.since === undefined ? undefined : String(raw.since),
      authority: raw.authority,
    }),
  };
}

/** One word with two capitals, or with a capital and a digit: HLA, MICA, C3a, IL-6. */
export function looksLikeSymbol(text: string): boolean {
  return !/\s/.test(text) && /\p{Lu}.*[\p{Lu}\p{Nd}]|\p{Nd}.*\p{Lu}/u.test(text);
}

/** `Systemic lupus erythematosus` → `systemic-lupus-erythematosus`, as the last part of an id. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return words === "" ? encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")) : words;
}

function designationsOf(record: RawRecord, complaints: Complaint[]): Designation[] {
  const names: { name: Designation; path: Path }[] = [];

  function add(raw: RawDesignation, type: DesignationType, status: DesignationStatus, path: Path): void {
    const name = designation(raw, type, status);
    const same = names.findIndex((other) => other.name.text === name.text && other.name.locale === name.locale);
    if (same < 0) {
      names.push({ name, path });
      return;
    }
    const earlier = names[same] as { name: Designation; path: Path };
    // `term: bacterium` and below it `{ text: bacterium, plural: bacteria }` are one name with more to say.
    if (raw.status === undefined || raw.status === earlier.name.status) {
      const { status: _status, exact: _exact, ...more } = name;
      if (Object.keys(raw).length > 1) names[same] = { name: { ...earlier.name, ...more }, path: earlier.path };
      else complaints.push({ path, message: t("{0} is here twice.", inQuotes(name.text)), severity: "warning" });
    } else {
      complaints.push({
        path,
        message: t("{0} is {1} above and {2} here; the first is used.", inQuotes(name.text), earlier.name.status, name.status),
        severity: "error",
      });
    }
  }

  const lift = (raw: string | RawDesignation): RawDesignation => (typeof raw === "string" ? { text: raw } : raw);
  const shape = (text: string): DesignationType => (looksLikeSymbol(tidy(text)) ? "abbreviation" : "full");
  if (record.term !== undefined) add(lift(record.term), "full", "preferred", ["term"]);
  if (record.abbreviation !== undefined) add(lift(record.abbreviation), "abbreviation", "preferred", ["abbreviation"]);
  for (const [i, raw] of (record.designations ?? []).entries()) add(lift(raw), "full", "admitted", ["designations", i]);
  for (const [i, text] of (record.also ?? []).entries()) add({ text }, shape(text), "admitted", ["also", i]);
  for (const [i, text] of (record.avoid ?? []).entries()) add({ text, exact: true }, shape(text), "deprecated", ["avoid", i]);
  return onePreferred(names, complaints);
}

/** Keeps one preferred full form and one preferred short form for each locale; others count as admitted. */
function onePreferred(names: readonly { name: Designation; path: Path }[], complaints: Complaint[]): Designation[] {
  const taken = new Map<string, { name: Designation; path: Path }>();
  return names.map(({ name, path }) => {
    if (name.status !== "preferred") return name;
    const short = name.type === "abbreviation" || name.type === "symbol";
    const key = `${short} ${name.locale ?? ""}`;
    const earlier = taken.get(key);
    if (earlier === undefined) {
      taken.set(key, { name, path });
      return name;
    }
    const message = twoPreferred(short, inQuotes(earlier.name.text), inQuotes(name.text), name.locale);
    complaints.push({ path: earlier.path, message, severity: "error" }, { path, message, severity: "error" });
    return { ...name, status: "admitted" as const };
  });
}

function twoPreferred(short: boolean, one: string, other: string, locale: Locale | undefined): string {
  if (short) {
    return locale === undefined
      ? t("This concept has two preferred abbreviations, {0} and {1}; {1} counts as admitted.", one, other)
      : t("This concept has two preferred abbreviations for {0}, {1} and {2}; {2} counts as admitted.", locale, one, other);
  }
  return locale === undefined
    ? t("This concept has two preferred full forms, {0} and {1}; {1} counts as admitted.", one, other)
    : t("This concept has two preferred full forms for {0}, {1} and {2}; {2} counts as admitted.", locale, one, other);
}

function crossReferenceOf(raw: string | { id: string; match?: MatchType; note?: string }): CrossReference {
  if (typeof raw === "string") return { id: raw.trim(), match: "exact" };
  return { id: raw.id.trim(), match: raw.match ?? "exact", ...defined({ note: raw.note }) };
}

function sourceOf(raw: string | { citation: string; doi?: string; pmid?: string | number; url?: string }): Source {
  if (typeof raw === "string") return { citation: tidy(raw) };
  const pmid = raw.pmid === undefined ? undefined : String(raw.pmid);
  return { citation: tidy(raw.citation), ...defined({ doi: raw.doi, pmid, url: raw.url }) };
}

function list(raw: string | string[] | undefined): readonly string[] {
  return raw === undefined ? [] : typeof raw === "string" ? [raw] : [...new Set(raw)];
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function prose(text: string | undefined): string | undefined {
  return text?.trim();
}

/** Without the keys that have no value, so that "has no note" looks the same everywhere. */
function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
