/** The list of checks. Each takes the whole terminology and returns what is wrong in it. */
import type { Finding, Terminology } from "../terminology.ts";
import { dates } from "./dates.ts";
import { definitionCircular } from "./definition-circular.ts";
import { definitionForm } from "./definition-form.ts";
import { definitionGenus } from "./definition-genus.ts";
import { definitionHeadword } from "./definition-headword.ts";
import { definitionLength } from "./definition-length.ts";
import { deprecatedName } from "./deprecated-name.ts";
import { duplicateDefinition } from "./duplicate-definition.ts";
import { duplicateDesignation } from "./duplicate-designation.ts";
import { duplicateId } from "./duplicate-id.ts";
import { knownSubject } from "./known-subject.ts";
import { preferredForms } from "./preferred-forms.ts";
import { relations } from "./relations.ts";
import { requiredKeys } from "./required-keys.ts";
import { undefinedAbbreviation } from "./undefined-abbreviation.ts";
import { xrefShape } from "./xref-shape.ts";

export const checks: Readonly<Record<string, (terminology: Terminology) => Finding[]>> = {
  dates,
  definitionCircular,
  definitionForm,
  definitionGenus,
  definitionHeadword,
  definitionLength,
  deprecatedName,
  duplicateDefinition,
  duplicateDesignation,
  duplicateId,
  knownSubject,
  preferredForms,
  relations,
  requiredKeys,
  undefinedAbbreviation,
  xrefShape,
};

/** Everything wrong in a terminology, in the order of its files. */
export function checkAll(terminology: Terminology): Finding[] {
  const found = Object.values(checks).flatMap((check) => check(terminology));
  return [...terminology.problems, ...found].sort(
    (a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0) || a.from - b.from || a.to - b.to,
  );
}
