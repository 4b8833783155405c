/** The language data beside the concepts, in terminology/language. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { type LanguageData, readPack } from "../../server/src/core/index.ts";

/** Reads the spelling pairs, the eponyms, and the exempt and the ambiguous abbreviations. */
export function loadLanguage(): LanguageData {
  const { pairs } = read("spelling") as { pairs: LanguageData["spelling"] };
  const eponyms = read("eponyms") as LanguageData["eponyms"];
  const { exempt } = read("exempt-abbreviations") as { exempt: string[] };
  const { ambiguous } = read("ambiguous-abbreviations") as { ambiguous: LanguageData["ambiguous"] };
  return { spelling: pairs, eponyms, exempt, ambiguous, styles: { ama: style("ama"), uk: style("uk"), ji: style("ji") } };
}

/** A style is written as an `immunolex.yaml` is, and read by the same reader. */
function style(name: string): LanguageData["styles"][string] {
  const { settings, problems } = readPack(text(`styles/${name}`), { name });
  if (problems.length > 0) throw new Error(`terminology/styles/${name}.yaml: ${problems.map((p) => p.message).join(" ")}`);
  const { locale, rules, prefer, exempt, minimumUses } = settings;
  return { locale, rules, prefer, exempt, minimumUses };
}

function read(name: string): unknown {
  return parse(text(`language/${name}`));
}

function text(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../terminology/${path}.yaml`, import.meta.url)), "utf8");
}
