import { createLayer, createTerminologySet, Spelling, type TerminologySet } from "../../server/src/core/index.ts";
import { loadLanguage } from "../terminology/language.ts";
import { builtinPack } from "../terminology/terminology.ts";

/** The built-in terminology as a draft outside any folder has it. */
export function builtinSet(): TerminologySet {
  const language = loadLanguage();
  const pack = builtinPack();
  const layer = createLayer(
    { kind: "builtin", name: "Immunology", subjects: pack.subjects },
    pack.concepts,
    new Spelling(language.spelling),
  );
  return createTerminologySet([layer], language);
}
