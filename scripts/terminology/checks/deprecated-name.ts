import type { Designation } from "../../../server/src/core/termbase/concept.ts";
import { mentionsIn } from "../names.ts";
import { type Finding, finding, type Terminology } from "../terminology.ts";

/** We write as we ask others to write: no deprecated name in any text of ours. */
export function deprecatedName(terminology: Terminology): Finding[] {
  return terminology.entries.flatMap((entry) =>
    (["definition", "scopeNote", "note", "plain"] as const).flatMap((key) => {
      const found = mentionsIn(entry.concept[key] ?? "", terminology);
      return (
        found
          .filter(({ designation }) => isDeprecated(designation))
          // A homonym may be the deprecated name of one concept and a good name of another.
          .filter(({ from }) => !found.some((other) => other.from === from && !isDeprecated(other.designation)))
          .map(({ designation }) => finding(entry, key, `\`${key}\` uses "${designation.text}", which is ${designation.status}.`))
      );
    }),
  );
}

function isDeprecated({ status }: Designation): boolean {
  return status === "deprecated" || status === "superseded";
}
