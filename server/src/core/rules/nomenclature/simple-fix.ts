import { t } from "../../l10n/l10n.ts";
import type { Mark } from "../../scan/mentions.ts";
import { holdsMarkup, quoted } from "../../scan/prose.ts";
import type { Finding, Fix } from "../rule.ts";

/** A finding whose fix puts `better` in the mark's place; markup inside would be lost, so it takes the fix away. */
export function replaced(mark: Mark, message: string, better: string, safe = true): Finding {
  const { entry, from, to } = mark;
  const fixes = (): Fix[] =>
    holdsMarkup(mark) ? [] : [{ title: t("Write {0}", quoted(better)), safe, edits: [{ entry, from, to, text: better }] }];
  return { entry, from, to, message, fixes };
}
