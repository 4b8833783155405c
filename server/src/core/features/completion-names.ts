import type { Concept, Designation, Locale } from "../termbase/concept.ts";
import type { Termbase } from "../termbase/termbase.ts";

/** A name that may be offered. */
export interface OfferedName {
  readonly concept: Concept;
  readonly designation: Designation;
  /** The name in lower case. */
  readonly key: string;
}

/** How many letters must be written before names are offered. */
export const leastWritten = 2;

const tables = new WeakMap<Termbase, ReadonlyMap<string, readonly OfferedName[]>>();

/**
 * The names of the terminology that begin as `written`, in no order: those that are preferred or admitted, and in the
 * locale's spelling where a record tells them apart. The first call on a termbase passes over all its names.
 */
export function namesThatBegin(termbase: Termbase, written: string, locale: Locale | undefined): OfferedName[] {
  const key = written.toLowerCase();
  const alike = tableOf(termbase).get(key.slice(0, leastWritten)) ?? [];
  return alike.filter((name) => {
    const own = name.designation.locale;
    return name.key.startsWith(key) && (own === undefined || locale === undefined || own === locale);
  });
}

function tableOf(termbase: Termbase): ReadonlyMap<string, readonly OfferedName[]> {
  const known = tables.get(termbase);
  if (known) return known;
  const table = new Map<string, OfferedName[]>();
  for (const concept of termbase.concepts()) {
    if (concept.record === "retired") continue;
    for (const designation of concept.designations) {
      if (designation.status !== "preferred" && designation.status !== "admitted") continue;
      const key = designation.text.toLowerCase();
      const start = key.slice(0, leastWritten);
      const list = table.get(start);
      if (list) list.push({ concept, designation, key });
      else table.set(start, [{ concept, designation, key }]);
    }
  }
  tables.set(termbase, table);
  return table;
}
