import { type Finding, finding, type Terminology } from "../terminology.ts";

/** What a record of our own pack must have beyond what a user's record must. */
export function requiredKeys({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { concept } = entry;
    const missing = (["definition", "subject", "created", "reviewed", "record"] as const).filter((key) => concept[key] === undefined);
    const findings = missing.map((key) => finding(entry, "id", `The record has no \`${key}\`.`));
    if (concept.sources.length === 0) findings.push(finding(entry, "id", "The record has no `sources`."));
    if (!/^IMX:(?:\d{4}|[A-Z][\p{L}\p{N}-]*)$/u.test(concept.id)) {
      findings.push(finding(entry, "id", "An id of this pack is IMX: and four digits, or the symbol in a table of facts."));
    }
    for (const { text, status, reason } of concept.designations) {
      if ((status === "deprecated" || status === "superseded") && reason === undefined) {
        findings.push(finding(entry, "designations", `"${text}" is ${status}, but nothing says why (\`reason\`).`));
      }
    }
    if (concept.record === "retired" && concept.replacedBy === undefined) {
      findings.push(finding(entry, "record", "A retired record says what replaces it (`replacedBy`)."));
    }
    return findings;
  });
}
