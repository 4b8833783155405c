/** Definitions whose head noun stands behind the bracket: "natural killer (NK) cells" defines "NK cell". */
import { pluralForm } from "../rules/replacement.ts";
import type { Edit } from "../rules/rule.ts";
import { holdsMarkup, textAfter } from "../scan/prose.ts";
import type { ConceptNaming, Name } from "./concept-symbol.ts";
import { respelled } from "./name-forms.ts";

/**
 * The edits that give such a definition a new name; undefined for a definition of the usual kind. A name that ends
 * in the same noun keeps the shape; another brings both names whole: "killer lymphocytes (NK cells)". There are none
 * where the definition holds more than the two names and the noun.
 */
export function splitDefinitionEdits(naming: ConceptNaming, name: Name): Edit[] | undefined {
  const { definition, short, entry } = naming;
  if (!definition || definition.written.long === definition.long) return undefined;
  const { longRange, shortRange, written } = definition;
  const noun = definition.long.slice(written.long.length + 1);
  const part = { ...naming, name: { ...naming.name, text: short ? written.short : written.long }, plural: false };
  if (name.text.endsWith(` ${noun}`)) return respelled(part, { ...name, text: name.text.slice(0, -noun.length - 1) }) ?? [];
  const shortPlace = { entry, ...shortRange };
  const close = /^\s*[)\]]\s+/.exec(textAfter(shortPlace, 12))?.[0];
  if (!definition.longFirst || close === undefined || holdsMarkup({ entry, ...longRange })) return [];
  const after = textAfter(shortPlace, close.length + noun.length + 1).slice(close.length);
  if (!after.startsWith(noun)) return [];
  const head = after === `${noun}s` ? after : noun;
  const given = head === noun ? name.text : pluralForm(name);
  const to = shortRange.to + close.length + head.length;
  if (short) return [{ entry, from: longRange.from, to, text: `${written.long} ${head} (${given})` }];
  const [edit] = respelled(part, { ...name, text: given }) ?? [];
  return edit ? [{ ...edit, to, text: `${edit.text} (${written.short} ${head})` }] : [];
}
