import { loadLanguage } from "../../scripts/terminology/language.ts";
import { builtinPack } from "../../scripts/terminology/terminology.ts";
import { createLayer, createTerminologySet, readPack, Spelling, type TerminologySet } from "../../server/src/core/index.ts";

const language = loadLanguage();
const spelling = new Spelling(language.spelling);
const builtin = builtinPack();
const layer = createLayer({ kind: "builtin", name: "Immunology", subjects: builtin.subjects }, builtin.concepts, spelling);

/** The built-in terminology alone. */
export const builtinSet: TerminologySet = createTerminologySet([layer], language);

/** The built-in terminology with a workspace pack on top, written as its YAML file would be. */
export function setWithPack(yaml: string): TerminologySet {
  const { pack, settings, problems } = readPack(yaml, { name: "house" });
  if (problems.length > 0) throw new Error(problems.map((p) => p.message).join("\n"));
  const own = createLayer({ kind: "workspace", name: "house" }, pack.concepts, spelling);
  return createTerminologySet([layer, own], language, [settings]);
}
