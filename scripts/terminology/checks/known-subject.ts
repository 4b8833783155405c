import { didYouMeanTail } from "../../../server/src/core/formats/did-you-mean.ts";
import { type Finding, finding, type Terminology } from "../terminology.ts";

/** A subject key is one of those in pack.yaml. */
export function knownSubject({ entries, subjects }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { subject } = entry.concept;
    if (subject === undefined || subject in subjects) return [];
    return [finding(entry, "subject", `There is no subject \`${subject}\`.${didYouMeanTail(subject, Object.keys(subjects))}`)];
  });
}
