/** What a pack is once it is read: concepts, and what went wrong while reading them. */
import type { Concept } from "./concept.ts";

/** A place in a file, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something wrong in a pack's file, told to the person who wrote that file. */
export interface Problem extends Span {
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** An id of a concept where a record names it. */
export interface Link {
  readonly id: string;
  readonly place: Span;
}

/** One data file of concepts. */
export interface Pack {
  /** Short and unique among the packs in force; concepts without an id get theirs from it. */
  readonly name: string;
  readonly title?: string;
  /** Subject keys and their titles, such as `tolerance` → "Autoimmunity and tolerance". */
  readonly subjects: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Where each concept stands in its file, by concept id. */
  readonly positions: ReadonlyMap<string, Span>;
  /** Where records name other concepts, of this pack or of another; whether there are such is for whoever knows all packs to say. */
  readonly links?: readonly Link[];
}
