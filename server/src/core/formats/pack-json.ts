/**
 * The prebuilt form of concepts: plain JSON without the defaults, because the product loads its own
 * terminology at every start and reading YAML takes a hundred times as long. The form is written and
 * read by the same build, so it has no version and is not checked again.
 */
import type { Concept, CrossReference, Designation } from "../termbase/concept.ts";
import type { Pack } from "../termbase/pack.ts";

/** A pack as JSON; positions are left out, since the file they point into is not shipped. */
export interface PackJson {
  readonly name: string;
  readonly title?: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly concepts: readonly ConceptJson[];
}

type Lists = "broader" | "partOf" | "related" | "confusedWith" | "xrefs" | "sources";
export type ConceptJson = Omit<Concept, Lists | "designations"> &
  Partial<Pick<Concept, Exclude<Lists, "xrefs">>> & {
    readonly designations: readonly DesignationJson[];
    readonly xrefs?: readonly (string | CrossReference)[];
  };
export type DesignationJson = Pick<Designation, "text"> & Partial<Designation>;

const LISTS = ["broader", "partOf", "related", "confusedWith", "sources"] as const;

/** The compact form of a pack. */
export function packToJson(pack: Pack): PackJson {
  const { positions: _positions, concepts, ...head } = pack;
  return { ...head, concepts: concepts.map(conceptToJson) };
}

/** The pack that `packToJson` was given, without its positions. */
export function packFromJson(json: PackJson): Pack {
  return { ...json, concepts: json.concepts.map(conceptFromJson), positions: new Map() };
}

function conceptToJson(concept: Concept): ConceptJson {
  const { designations, xrefs, ...rest } = concept;
  const json: Record<string, unknown> = { ...rest, designations: designations.map(designationToJson) };
  for (const key of LISTS) if (concept[key].length === 0) delete json[key];
  if (xrefs.length > 0) {
    json.xrefs = xrefs.map((xref) => (xref.match === "exact" && xref.note === undefined ? xref.id : xref));
  }
  return json as unknown as ConceptJson;
}

function conceptFromJson(json: ConceptJson): Concept {
  return {
    ...json,
    designations: json.designations.map(designationFromJson),
    broader: json.broader ?? [],
    partOf: json.partOf ?? [],
    related: json.related ?? [],
    confusedWith: json.confusedWith ?? [],
    xrefs: (json.xrefs ?? []).map((xref) => (typeof xref === "string" ? { id: xref, match: "exact" } : xref)),
    sources: json.sources ?? [],
  };
}

// The commonest values, not those of the YAML form: an admitted full form is a bare text here too.
const DEFAULTS = { type: "full", status: "admitted", caseSensitive: false, exact: false } as const;

function designationToJson(name: Designation): DesignationJson {
  const json: Record<string, unknown> = { ...name };
  for (const [key, value] of Object.entries(DEFAULTS)) if (json[key] === value) delete json[key];
  return json as unknown as DesignationJson;
}

function designationFromJson(json: DesignationJson): Designation {
  return { ...DEFAULTS, ...json };
}
