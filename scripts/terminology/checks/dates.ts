import { type Finding, finding, type Terminology } from "../terminology.ts";

/** Dates exist in the calendar, and no record is reviewed before it is created. */
export function dates({ entries }: Terminology): Finding[] {
  return entries.flatMap((entry) => {
    const { created, reviewed } = entry.concept;
    const findings: Finding[] = [];
    for (const [key, date] of Object.entries({ created, reviewed })) {
      if (date !== undefined && !isDate(date)) findings.push(finding(entry, key, `\`${key}\`: there is no day ${date}.`));
    }
    if (created !== undefined && reviewed !== undefined && reviewed < created) {
      findings.push(finding(entry, "reviewed", "The record is reviewed before it is created."));
    }
    return findings;
  });
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
