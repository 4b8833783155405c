/** The settings that a pack file or front matter can hold beside concepts. */
import type { Locale } from "../termbase/concept.ts";
import type { Span } from "../termbase/pack.ts";
import { didYouMeanTail } from "./did-you-mean.ts";
import type { Report } from "./report.ts";
import type { Path, Plain, PlainMap } from "./yaml.ts";

export type RuleSetting = "off" | "hint" | "information" | "warning" | "error" | "on";

/** Settings as they stand in a file, not yet merged with anything. */
export interface RawSettings {
  /** The style that the file starts from. */
  readonly extends?: string;
  readonly locale?: Locale;
  /** By rule id, the form to hold to. */
  readonly prefer: Readonly<Record<string, string>>;
  /** Abbreviations that need no definition. */
  readonly exempt: readonly string[];
  readonly minimumUses?: number;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Globs relative to the file. */
  readonly ignore: readonly string[];
  /** Paths relative to the file. */
  readonly packs: readonly string[];
  /** Where each rule key and each pack path stands, for whoever knows whether they exist. */
  readonly positions: {
    readonly rules: ReadonlyMap<string, Span>;
    readonly packs: ReadonlyMap<string, Span>;
  };
}

/** No settings at all. */
export const noSettings: RawSettings = {
  rules: {},
  prefer: {},
  exempt: [],
  ignore: [],
  packs: [],
  positions: { rules: new Map(), packs: new Map() },
};

/**
 * Takes the settings out of a file that the schema has allowed. `spanAt` gives places below the file's
 * outermost value, already moved to the file.
 */
export function settingsOf(
  file: PlainMap,
  spanAt: (path: Path, part: "key" | "value") => Span,
  report: Report,
  ruleIds: readonly string[] | undefined,
): RawSettings {
  const rules: Record<string, RuleSetting> = {};
  const rulePlaces = new Map<string, Span>();
  const known = ruleIds === undefined ? undefined : new Set(ruleIds);
  for (const [id, value] of Object.entries(isMap(file.rules) ? file.rules : {})) {
    if (value === null) continue;
    const place = spanAt(["rules", id], "key");
    if (known !== undefined && !known.has(id)) {
      report.warning(place, `There is no rule \`${id}\`.${didYouMeanTail(id, known)}`);
      continue;
    }
    rules[id] = value === true ? "on" : value === false ? "off" : (value as RuleSetting);
    rulePlaces.set(id, report.place(place));
  }
  const packs = paths(file.packs);
  const packPlaces = new Map(
    packs.map((path, i) => [path, report.place(spanAt(Array.isArray(file.packs) ? ["packs", i] : ["packs"], "value"))]),
  );
  return {
    ...(typeof file.extends === "string" ? { extends: file.extends } : {}),
    ...(typeof file.minimumUses === "number" ? { minimumUses: file.minimumUses } : {}),
    prefer: preferences(file, spanAt, report, known),
    exempt: paths(file.exempt),
    ...(typeof file.locale === "string" ? { locale: file.locale as Locale } : {}),
    rules,
    ignore: paths(file.ignore),
    packs,
    positions: { rules: rulePlaces, packs: packPlaces },
  };
}

/** Preferred forms; whether a form is one of the rule's is for the rule's page to say. */
function preferences(
  file: PlainMap,
  spanAt: (path: Path, part: "key" | "value") => Span,
  report: Report,
  known: ReadonlySet<string> | undefined,
): Record<string, string> {
  const prefer: Record<string, string> = {};
  for (const [id, form] of Object.entries(isMap(file.prefer) ? file.prefer : {})) {
    if (known !== undefined && !known.has(id)) {
      report.warning(spanAt(["prefer", id], "key"), `There is no rule \`${id}\`.${didYouMeanTail(id, known)}`);
    } else if (typeof form === "string") prefer[id] = form;
  }
  return prefer;
}

function paths(value: Plain | undefined): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((path) => typeof path === "string") : [];
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
