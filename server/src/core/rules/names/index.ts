import type { Rule } from "../rule.ts";
import { eponymPossessive } from "./eponym-possessive.ts";

/** Diseases and people. */
export const nameRules: readonly Rule[] = [eponymPossessive];
