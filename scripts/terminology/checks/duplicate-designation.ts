import { type Designation, isShortForm } from "../../../server/src/core/termbase/concept.ts";
import { normalisedName } from "../../../server/src/core/termbase/forms.ts";
import { type Entry, type Finding, finding, nameOf, type Terminology } from "../terminology.ts";

interface Named {
  readonly entry: Entry;
  readonly designation: Designation;
}

/**
 * One name, one concept. An abbreviation, or a hidden name that is only recognised (lupus), may be a
 * homonym if the table of homonyms knows it.
 */
export function duplicateDesignation(terminology: Terminology): Finding[] {
  const groups = new Map<string, Named[]>();
  for (const entry of terminology.entries) {
    for (const designation of entry.concept.designations) {
      const key = designation.caseSensitive ? designation.text : `~${normalisedName(designation.text)}`;
      groups.set(key, [...(groups.get(key) ?? []), { entry, designation }]);
    }
  }
  return [...[...groups.values()].flatMap((group) => sharedName(group, terminology)), ...staleHomonyms(terminology)];
}

function sharedName(group: readonly Named[], { homonyms }: Terminology): Finding[] {
  const ids = new Set(group.map(({ entry }) => entry.concept.id));
  if (ids.size < 2) return [];
  const { designation } = group[0] as Named;
  const listed = homonyms.get(designation.text) ?? [];
  const may = group.every((one) => isShortForm(one.designation) || one.designation.status === "hidden");
  if (may && [...ids].every((id) => listed.includes(id))) return [];
  return group.slice(1).map(({ entry, designation: { text } }) => {
    const others = group.filter((other) => other.entry !== entry).map((other) => `"${nameOf(other.entry)}"`);
    const help = may ? " If each is meant, list it in homonyms.yaml." : "";
    return finding(entry, "designations", `"${text}" is also a name of ${[...new Set(others)].join(" and ")}.${help}`);
  });
}

/** The table of homonyms holds only what the records say. */
function staleHomonyms({ homonyms, homonymsFile, byId }: Terminology): Finding[] {
  if (homonymsFile === undefined) return [];
  const findings: Finding[] = [];
  for (const [text, ids] of homonyms) {
    const from = Math.max(0, homonymsFile.text.indexOf(`${text}:`));
    const place = { file: homonymsFile, from, to: from + text.length, severity: "error" as const };
    if (ids.length < 2) findings.push({ ...place, message: `${text} needs at least two concepts to be a homonym.` });
    for (const id of ids) {
      const names = byId.get(id)?.concept.designations ?? [];
      if (!names.some((name) => name.text === text)) findings.push({ ...place, message: `${id} has no name "${text}".` });
    }
  }
  return findings;
}
