/**
 * The prebuilt form of concepts: plain JSON, because the product loads its own terminology at every start and
 * reading YAML takes a hundred times as long. Defaults and empty lists are written out: the JSON parser makes the
 * finished objects faster than any code that fills them in, and a packed file hardly grows. The form is written and
 * read by the same build, so it has no version and is not checked again.
 */
import type { Pack } from "../termbase/pack.ts";

/** A pack as JSON; positions are left out, since the file they point into is not shipped. */
export type PackJson = Omit<Pack, "positions">;

/** The form of a pack that goes into a file. */
export function packToJson({ positions: _, ...pack }: Pack): PackJson {
  return pack;
}

/** The pack that `packToJson` was given, without its positions. */
export function packFromJson(json: PackJson): Pack {
  return { ...json, positions: new Map() };
}
