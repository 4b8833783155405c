/** The language data beside the concepts, in terminology/language. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { LanguageData } from "../../server/src/core/index.ts";

/** Reads the spelling pairs, the eponyms and the exempt abbreviations. */
export function loadLanguage(): LanguageData {
  const { pairs } = read("spelling") as { pairs: LanguageData["spelling"] };
  const eponyms = read("eponyms") as LanguageData["eponyms"];
  const { exempt } = read("exempt-abbreviations") as { exempt: string[] };
  return { spelling: pairs, eponyms, exempt };
}

function read(name: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(`../../terminology/language/${name}.yaml`, import.meta.url)), "utf8"));
}
