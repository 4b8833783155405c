/** Definitions whose head noun stands behind the bracket: "natural killer (NK) cells" defines "NK cell". */
import { pluralForm } from "../rules/replacement.ts";
import type { Edit } from "../rules/rule.ts";
import { textAfter } from "../scan/prose.ts";
import type { ConceptNaming, Name } from "./concept-symbol.ts";
import { respelled } from "./name-forms.ts";

/**
 * The edit that gives such a definition a new name; undefined for a definition of the usual kind. A name that ends
 * in the same noun keeps the shape; another brings both names whole: "killer lymphocytes (NK cells)". Answers no
 * change where the bracket holds more than the short form.
 */
export function splitDefinitionEdit(naming: ConceptNaming, name: Name): Edit | undefined {
  const { definition, short, entry } = naming;
  if (!definition || definition.written.long === definition.long) return undefined;
  const { longRange, shortRange, written } = definition;
  const noun = definition.long.slice(written.long.length + 1);
  const stem = name.text.endsWith(` ${noun}`) ? name.text.slice(0, -noun.length - 1) : undefined;
  const part = short ? written.short : written.long;
  if (stem !== undefined)
    return respelled({ ...naming, name: { ...naming.name, text: part }, plural: false }, { ...name, text: stem })?.[0];
  const close = /^\s*[)\]]\s+/.exec(textAfter({ entry, ...shortRange }, 12));
  const after = close ? textAfter({ entry, ...shortRange }, 12 + noun.length + 2).slice(close[0].length) : "";
  const unchanged = { entry, from: naming.from, to: naming.from, text: "" };
  if (!definition.longFirst || !after.startsWith(noun)) return unchanged;
  const head = after.startsWith(`${noun}s`) ? `${noun}s` : noun;
  const plural = head !== noun;
  const [long, abbreviation] = short ? [`${written.long} ${head}`, ""] : ["", `${written.short} ${head}`];
  const given = plural ? pluralForm(name) : name.text;
  const to = shortRange.to + (close?.[0].length ?? 0) + head.length;
  const edited = short
    ? given
    : respelled({ ...naming, name: { ...naming.name, text: written.long }, plural: false }, { ...name, text: given })?.[0]?.text;
  if (edited === undefined) return unchanged;
  return { entry, from: longRange.from, to, text: short ? `${long} (${edited})` : `${edited} (${abbreviation})` };
}
