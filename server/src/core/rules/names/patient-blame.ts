import { t } from "../../l10n/l10n.ts";
import type { Pattern } from "../../scan/patterns.ts";
import { isOwnText, quoted } from "../../scan/prose.ts";
import { isQuoted } from "../../scan/quotation.ts";
import type { Rule } from "../rule.ts";

const blamed = new RegExp(
  "\\b(?:[Pp]atients?|[Pp]articipants?|people|individuals?|subjects?|children|women|men|adults|who|those) (?:\\w+ly )?(?:(?:have|has|had|having) (?:\\w+ly )?)?(fail(?:ed|s|ing)?)" +
    " (?:(?:to|at) least \\w+ |(?:all|any|both|prior|previous|conventional|standard|initial|other|one|two|three|several|multiple|biologic\\w*|first|second|third|first-line|second-line|systemic|topical|oral|or|and) )*" +
    "(?:[\\w-]+ )?(?:therap(?:y|ies)|treatments?|regimens?|medications?|drugs?|DMARDs?|[a-z]*DMARDs?|NSAIDs?|IVIG|anti-TNF|TNF(?:-α)? inhibitors?|biologics?|(?:gluco)?corticosteroids?|steroids?|methotrexate|azathioprine|cyclophosphamide|mycophenolate|hydroxychloroquine|sulfasalazine|cyclosporine?|ciclosporin|tacrolimus|\\w+mab|\\w+cept|\\w+tinib|\\w+citinib)\\b",
  "g",
);

const blame: Pattern = {
  id: "patient-blame",
  needs: ["fail"],
  find: (text) => [...text.matchAll(blamed)].map(({ 0: whole, index }) => ({ from: index, to: index + whole.length, shape: "failed" })),
};

export const patientBlame: Rule = {
  id: "patient-blame",
  severity: "information",
  offByDefault: "Usual among clinicians, and the mending needs the sentence to be turned round.",
  get title() {
    return t("Patients are said to have failed a treatment");
  },
  why: "The treatment fails, not the person who took it.",
  source: "AMA Manual of Style, 11th ed., 11.1, on words that blame patients",
  examples: [{ bad: "Patients failed methotrexate and two other drugs." }, { bad: "We enrolled adults who had failed prior therapy." }],
  traps: [
    "Patients had renal failure under methotrexate therapy.",
    "Methotrexate failed in 12 patients.",
    "Patients failed to attend, and those who failed screening left.",
    "> Patients failed methotrexate.",
  ],
  checks: [
    {
      on: "mark",
      pattern: blame,
      check(mark) {
        if (!isOwnText(mark.entry.scope) || isQuoted(mark)) return undefined;
        const message = t(
          "{0} lays the failure on the patient. Say that the treatment failed, or that the response was inadequate.",
          quoted(mark.text),
        );
        return { ...mark, message };
      },
    },
  ],
};
