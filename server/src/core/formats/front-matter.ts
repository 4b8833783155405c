/**
 * What the front matter of a document says about its terms: the `immunolex:` key, which has the form
 * of a pack file, and the acronyms that Quarto and pandoc filters keep there. All other keys belong
 * to others and are passed over.
 */

import { isMap } from "yaml";
import { t } from "../l10n/l10n.ts";
import type { Concept } from "../termbase/concept.ts";
import type { Pack, Span } from "../termbase/pack.ts";
import { readAcronyms } from "./acronyms.ts";
import { inOrder, type ReadOptions, type ReadResult, readPackNode } from "./pack.ts";
import { createReport } from "./report.ts";
import { namedFiles, noSettings } from "./settings.ts";
import { entriesOf, parseYaml } from "./yaml.ts";

const ACRONYM_KEYS = new Set(["acronyms", "abbreviations"]);

/**
 * Reads front matter without its fences. `offset` is where `yamlText` begins in the document, in
 * UTF-16 units; all places in the result are places in the document. Never throws.
 */
export function readFrontMatter(yamlText: string, offset: number, options: ReadOptions): ReadResult {
  const report = createReport(yamlText, offset);
  const yaml = parseYaml(yamlText, report);
  const none: Pack = { name: options.name, subjects: {}, concepts: [], positions: new Map() };
  if (!isMap(yaml.root)) return { pack: none, settings: noSettings, problems: inOrder(report) };

  // Aliases are known only once what stands before them is read, so the whole is read once, in order.
  yaml.plain(yaml.root);
  const own = entriesOf(yaml.root).find(({ name }) => name === "immunolex");
  const acronymNodes = entriesOf(yaml.root).flatMap(({ name, value }) => (ACRONYM_KEYS.has(name) && value ? [value] : []));
  const { pack, settings } = readPackNode(yaml, own?.value, report, options);
  const [base] = namedFiles(settings).filter(({ isBase }) => isBase);
  if (base) {
    const message = t("A draft can start from a style; a file to start from belongs into immunolex.yaml.");
    report.warning({ from: base.place.from - offset, to: base.place.to - offset }, message);
  }
  const acronyms = readAcronyms(yaml, acronymNodes, report);
  return { pack: joined(pack, acronyms), settings, problems: inOrder(report) };
}

/** A pack with further concepts; where both have an id, the pack's own record stands. */
function joined(pack: Pack, more: Pick<Pack, "concepts" | "positions">): Pack {
  const positions = new Map<string, Span>([...more.positions, ...pack.positions]);
  const own = new Set(pack.concepts.map(({ id }) => id));
  const others = more.concepts.filter((concept: Concept) => !own.has(concept.id));
  return { ...pack, concepts: [...pack.concepts, ...others], positions };
}
