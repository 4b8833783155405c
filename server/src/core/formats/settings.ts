/** The settings that a pack file or front matter can hold beside concepts. */
import { t } from "../l10n/l10n.ts";
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
  /** The settings file that it starts from instead, as a path relative to it. */
  readonly base?: string;
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
  /** Where each rule key and each path to a pack or a base stands, for whoever knows whether they exist. */
  readonly positions: {
    readonly rules: ReadonlyMap<string, Span>;
    readonly packs: ReadonlyMap<string, Span>;
  };
}

/** The files that a file names, in the order in which they are to be read before it: its base, then its packs. */
export function namedFiles(settings: RawSettings): { readonly path: string; readonly place: Span; readonly isBase: boolean }[] {
  const at = (path: string) => settings.positions.packs.get(path) ?? { from: 0, to: 0 };
  return [
    ...(settings.base === undefined ? [] : [{ path: settings.base, place: at(settings.base), isBase: true }]),
    ...settings.packs.map((path) => ({ path, place: at(path), isBase: false })),
  ];
}

/** What is said of a base that starts, by whatever way, from the file that names it. */
export function circularBase(path: string): string {
  return t("`extends` runs in a circle: {0} starts from this file. It is left out.", path);
}

const isPath = /\.ya?ml$/;

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
      report.warning(place, `${t("There is no rule `{0}`.", id)}${didYouMeanTail(id, known)}`);
      continue;
    }
    rules[id] = value === true ? "on" : value === false ? "off" : (value as RuleSetting);
    rulePlaces.set(id, report.place(place));
  }
  const packs = paths(file.packs);
  const packPlaces = new Map(
    packs.map((path, i) => [path, report.place(spanAt(Array.isArray(file.packs) ? ["packs", i] : ["packs"], "value"))]),
  );
  const start = typeof file.extends === "string" ? file.extends : undefined;
  if (start !== undefined && isPath.test(start)) packPlaces.set(start, report.place(spanAt(["extends"], "value")));
  return {
    ...(start === undefined ? {} : isPath.test(start) ? { base: start } : { extends: start }),
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
      report.warning(spanAt(["prefer", id], "key"), `${t("There is no rule `{0}`.", id)}${didYouMeanTail(id, known)}`);
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
