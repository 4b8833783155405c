import { type PackJson, packFromJson, packToJson } from "../formats/pack-json.ts";
import { type FormIndexJson, indexFromJson, indexToJson } from "../termbase/form-index-json.ts";
import type { Pack } from "../termbase/pack.ts";
import { Spelling } from "../termbase/spelling.ts";
import { createLayer, type Layer } from "../termbase/termbase.ts";
import type { LanguageData } from "./terminology-set.ts";

/** The built-in terminology as one JSON value: concepts, language data and the finished index. */
export interface Prebuilt {
  readonly pack: PackJson;
  readonly language: LanguageData;
  readonly index: FormIndexJson;
}

/** The built-in terminology, ready to use. */
export interface BuiltIn {
  readonly layer: Layer;
  readonly language: LanguageData;
}

const kind = "builtin";

/** Makes the prebuilt form; done once, when the product is built. */
export function prebuild(pack: Pack, language: LanguageData): Prebuilt {
  const { index } = createLayer({ kind, name: pack.title ?? pack.name }, pack.concepts, new Spelling(language.spelling));
  return { pack: packToJson(pack), language, index: indexToJson(index) };
}

/** Reads the prebuilt form without building anything. */
export function loadPrebuilt({ pack: json, language, index }: Prebuilt): BuiltIn {
  const pack = packFromJson(json);
  const layer = {
    kind,
    name: pack.title ?? pack.name,
    subjects: pack.subjects,
    concepts: pack.concepts,
    index: indexFromJson(index),
  } as const;
  return { layer, language };
}
