import type { Rule } from "../rule.ts";
import { autoantibodyFormat } from "./autoantibody-format.ts";
import { cdFormat } from "./cd-format.ts";
import { cdNumber } from "./cd-number.ts";
import { cdSignTypography } from "./cd-sign-typography.ts";
import { cellModifierHyphen } from "./cell-modifier-hyphen.ts";
import { cellNounHyphen } from "./cell-noun-hyphen.ts";
import { complementC2Fragments } from "./complement-c2-fragments.ts";
import { complementFormat } from "./complement-format.ts";
import { cytokineAlias } from "./cytokine-alias.ts";
import { cytokineHyphen } from "./cytokine-hyphen.ts";
import { cytokineNumber } from "./cytokine-number.ts";
import { dashLookalike } from "./dash-lookalike.ts";
import { geneSymbolStyle } from "./gene-symbol-style.ts";
import { greekForm } from "./greek-form.ts";
import { greekLookalike } from "./greek-lookalike.ts";
import { hlaAlleleObsolete } from "./hla-allele-obsolete.ts";
import { hlaAlleleSyntax } from "./hla-allele-syntax.ts";
import { hlaAsteriskMarkdown } from "./hla-asterisk-markdown.ts";
import { hlaPrefix } from "./hla-prefix.ts";
import { hlaSerotypeAllele } from "./hla-serotype-allele.ts";
import { hlaSerotypeW } from "./hla-serotype-w.ts";
import { igFormat } from "./ig-format.ts";
import { romanArabic } from "./roman-arabic.ts";
import { tnfAlpha } from "./tnf-alpha.ts";

/** Names that follow a grammar. */
export const nomenclatureRules: readonly Rule[] = [
  hlaAsteriskMarkdown,
  hlaPrefix,
  hlaAlleleObsolete,
  hlaAlleleSyntax,
  hlaSerotypeAllele,
  hlaSerotypeW,
  cytokineHyphen,
  cytokineNumber,
  cytokineAlias,
  tnfAlpha,
  greekForm,
  greekLookalike,
  dashLookalike,
  cellNounHyphen,
  cellModifierHyphen,
  cdFormat,
  cdNumber,
  cdSignTypography,
  igFormat,
  complementFormat,
  complementC2Fragments,
  romanArabic,
  autoantibodyFormat,
  geneSymbolStyle,
];
