import type { Rule } from "../rule.ts";
import { hlaAsteriskMarkdown } from "./hla-asterisk-markdown.ts";

/** Names that follow a grammar. */
export const nomenclatureRules: readonly Rule[] = [hlaAsteriskMarkdown];
