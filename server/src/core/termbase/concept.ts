/**
 * The data model of a termbase: concepts, their designations and the packs that bring them.
 * Names follow ISO 1087 and TBX; see terminology/README.md for how a record is written.
 */

/** What kind of name a designation is (TBX `termType`, and ours). */
export type DesignationType = "full" | "abbreviation" | "symbol" | "variant" | "eponym";

/**
 * TBX `administrativeStatus`, and `hidden`: recognised in a draft so that it gets a hover, but never
 * suggested, never completed and never counted as a rival name (SKOS `hiddenLabel`).
 */
export type DesignationStatus = "preferred" | "admitted" | "deprecated" | "superseded" | "hidden";

export type Locale = "en-US" | "en-GB";

/** One name of a concept. */
export interface Designation {
  readonly text: string;
  readonly type: DesignationType;
  readonly status: DesignationStatus;
  /** Set where the name belongs to one spelling only. */
  readonly locale?: Locale;
  /** Whether case is part of the name. Abbreviations and symbols: true unless the record says otherwise. */
  readonly caseSensitive: boolean;
  /** The plural where it is irregular; "" where the name has none. */
  readonly plural?: string;
  /** Why the name is deprecated or superseded: a clause for the writer, without a full stop. */
  readonly reason?: string;
  /** Year since which the name is deprecated or superseded. */
  readonly since?: string;
  /** Who decided so: a naming body or a citation. */
  readonly authority?: string;
  /** True where the preferred name can replace this one without changing what is said. */
  readonly exact: boolean;
}

/** How well a foreign identifier fits (SKOS mapping relations). */
export type MatchType = "exact" | "close" | "broad" | "narrow";

export interface CrossReference {
  /** A CURIE such as `MONDO:0008383`. */
  readonly id: string;
  readonly match: MatchType;
  /** Why the match is not exact. */
  readonly note?: string;
}

export interface Source {
  readonly citation: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
}

/** For diseases: how well the autoimmune origin is established. */
export type Evidence = "established" | "probable" | "contested" | "autoinflammatory" | "not-autoimmune";

export type RecordStatus = "draft" | "reviewed" | "retired";

/** One unit of knowledge, with all its names. */
export interface Concept {
  /** Opaque and stable, such as `IMX:0226`; never reused. */
  readonly id: string;
  /** Key of the subject field. */
  readonly subject?: string;
  readonly definition?: string;
  /** What the record covers and what it does not. */
  readonly scopeNote?: string;
  /** Facts beside the definition: usual autoantibodies, history, frequency. */
  readonly note?: string;
  /** The definition for a lay reader. */
  readonly plain?: string;
  readonly evidence?: Evidence;
  readonly designations: readonly Designation[];
  /** Identifiers of other concepts. */
  readonly broader: readonly string[];
  readonly partOf: readonly string[];
  readonly related: readonly string[];
  readonly confusedWith: readonly string[];
  readonly xrefs: readonly CrossReference[];
  readonly sources: readonly Source[];
  readonly created?: string;
  readonly reviewed?: string;
  readonly record?: RecordStatus;
  readonly replacedBy?: string;
}

/** The full form a writer should use, in the wanted spelling where the concept distinguishes. */
export function preferredTerm(concept: Concept, locale?: Locale): Designation {
  const full = concept.designations.filter((d) => d.type !== "abbreviation" && d.type !== "symbol");
  return (
    full.find((d) => d.status === "preferred" && d.locale === locale) ??
    full.find((d) => d.status === "preferred") ??
    concept.designations.find((d) => d.status === "preferred") ??
    (concept.designations[0] as Designation)
  );
}

/** The preferred abbreviation or symbol, if the concept has one. */
export function preferredAbbreviation(concept: Concept): Designation | undefined {
  return concept.designations.find((d) => isShortForm(d) && d.status === "preferred");
}

/** Abbreviations and symbols: the names that are looked up with their case. */
export function isShortForm(designation: Designation): boolean {
  return designation.type === "abbreviation" || designation.type === "symbol";
}
