import type { Rule } from "../rule.ts";
import { eponymDash } from "./eponym-dash.ts";
import { eponymDiacritic } from "./eponym-diacritic.ts";
import { eponymPossessive } from "./eponym-possessive.ts";
import { patientBlame } from "./patient-blame.ts";
import { personFirst } from "./person-first.ts";
import { sexNoun } from "./sex-noun.ts";
import { sjogrenName } from "./sjogren-name.ts";
import { variantNotMutation } from "./variant-not-mutation.ts";

/** Diseases and people. */
export const nameRules: readonly Rule[] = [
  eponymPossessive,
  eponymDash,
  eponymDiacritic,
  sjogrenName,
  personFirst,
  sexNoun,
  patientBlame,
  variantNotMutation,
];
