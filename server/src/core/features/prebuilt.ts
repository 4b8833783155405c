import { type PackJson, packFromJson, packToJson } from "../formats/pack-json.ts";
import { FormIndex, type FormIndexData } from "../termbase/form-index.ts";
import type { Pack } from "../termbase/pack.ts";
import { Spelling } from "../termbase/spelling.ts";
import { createLayer, type Layer } from "../termbase/termbase.ts";
import type { LanguageData } from "./terminology-set.ts";

/** The built-in terminology as one JSON value: concepts, language data and the finished index. */
export interface Prebuilt {
  readonly pack: PackJson;
  readonly language: LanguageData;
  readonly index: Readonly<Record<keyof FormIndexData, string | readonly string[]>>;
}

/** The built-in terminology, ready to use. */
export interface BuiltIn {
  readonly layer: Layer;
  readonly language: LanguageData;
}

/** Node and browsers have both; the core is compiled without the types of either. */
declare function atob(data: string): string;
declare function btoa(data: string): string;

const kind = "builtin";

/** Makes the prebuilt form; done once, when the product is built. */
export function prebuild(pack: Pack, language: LanguageData): Prebuilt {
  const { data } = createLayer({ kind, name: pack.title ?? pack.name }, pack.concepts, new Spelling(language.spelling)).index;
  return {
    pack: packToJson(pack),
    language,
    index: {
      edges: toBase64(data.edges),
      firstForm: toBase64(data.firstForm),
      nextForm: toBase64(data.nextForm),
      concept: toBase64(data.concept),
      designation: toBase64(data.designation),
      flags: toBase64(data.flags),
      letters: data.letters,
      gaps: data.gaps,
    },
  };
}

/** Reads the prebuilt form without building anything. */
export function loadPrebuilt({ pack: json, language, index }: Prebuilt): BuiltIn {
  const pack = packFromJson(json);
  const numbers = (column: keyof FormIndexData) => new Int32Array(fromBase64(index[column] as string).buffer);
  const data: FormIndexData = {
    edges: numbers("edges"),
    firstForm: numbers("firstForm"),
    nextForm: numbers("nextForm"),
    concept: numbers("concept"),
    designation: numbers("designation"),
    flags: fromBase64(index.flags as string),
    letters: index.letters as readonly string[],
    gaps: index.gaps as readonly string[],
  };
  const layer = {
    kind,
    name: pack.title ?? pack.name,
    subjects: pack.subjects,
    concepts: pack.concepts,
    index: new FormIndex(data),
  } as const;
  return { layer, language };
}

function toBase64(array: Int32Array | Uint8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
