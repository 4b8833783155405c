/** The settings of the editor, read with distrust: any client may send anything. */
import { allRules, type Locale, type RuleSettings, type Severity, t } from "../core/index.ts";

/** What a person can set for a folder; package.json describes each for them. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity | "on" | "off">>;
  /** The style that the drafts follow; `consistent` asks for even use alone. */
  readonly style: string;
  /** Undefined: whatever the document itself prefers. */
  readonly locale: Locale | undefined;
  /** Paths of the user's packs, as written. */
  readonly packs: readonly string[];
  readonly builtinTerminology: boolean;
  /** Language ids of the documents to check. */
  readonly languages: readonly string[];
  /** Megabytes (millions of UTF-16 units) beyond which a document is not checked. */
  readonly maxFileSize: number;
  /** Whether known names are colored. */
  readonly highlightTerms: boolean;
  /** At which uses of an abbreviation its long form is shown: each n-th; 0 for none. */
  readonly "inlayHints.everyNthUse": number;
  /** Whether a line above a definition says how often its abbreviation is used. */
  readonly codeLens: boolean;
}

export const defaultSettings: Settings = {
  rules: {},
  style: "consistent",
  locale: undefined,
  packs: [],
  builtinTerminology: true,
  languages: ["markdown", "quarto", "rmd"],
  maxFileSize: 20,
  highlightTerms: false,
  "inlayHints.everyNthUse": 0,
  codeLens: false,
};

const severities = new Set(["on", "off", "hint", "information", "warning", "error"]);
const ruleIds = new Set(allRules.map((rule) => rule.id));

/** The part that core decides by. */
export function ruleSettings({ locale, rules, style }: Settings): RuleSettings {
  return { extends: style, locale, rules };
}

/** Takes what can be used out of a client's answer, and says what cannot. */
export function readSettings(raw: unknown): { settings: Settings; complaints: readonly string[] } {
  const given = isRecord(raw) ? raw : {};
  const complaints: string[] = [];
  const take = <T>(key: keyof Settings, read: (value: unknown) => T | undefined, otherwise: T): T => {
    const value = given[key] ?? nested(given, key);
    if (value === undefined || value === null) return otherwise;
    const taken = read(value);
    if (taken === undefined) complaints.push(t("The setting immunolex.{0} is not understood: {1}.", key, JSON.stringify(value)));
    return taken ?? otherwise;
  };
  const locale = take("locale", readLocale, "auto");
  const settings: Settings = {
    rules: take("rules", (value) => readRules(value, complaints), defaultSettings.rules),
    style: take("style", (value) => (typeof value === "string" ? value : undefined), defaultSettings.style),
    locale: locale === "auto" ? undefined : locale,
    packs: take("packs", readStrings, defaultSettings.packs),
    builtinTerminology: take("builtinTerminology", readBoolean, defaultSettings.builtinTerminology),
    languages: take("languages", readStrings, defaultSettings.languages),
    maxFileSize: take("maxFileSize", (value) => (typeof value === "number" && value > 0 ? value : undefined), defaultSettings.maxFileSize),
    highlightTerms: take("highlightTerms", readBoolean, defaultSettings.highlightTerms),
    "inlayHints.everyNthUse": take("inlayHints.everyNthUse", readCount, defaultSettings["inlayHints.everyNthUse"]),
    codeLens: take("codeLens", readBoolean, defaultSettings.codeLens),
  };
  return { settings, complaints };
}

function readRules(value: unknown, complaints: string[]): Settings["rules"] | undefined {
  if (!isRecord(value)) return undefined;
  const rules: Record<string, Severity | "on" | "off"> = {};
  for (const [id, severity] of Object.entries(value)) {
    if (!ruleIds.has(id)) complaints.push(t("The setting immunolex.rules names “{0}”, but there is no such rule.", id));
    else if (typeof severity !== "string" || !severities.has(severity))
      complaints.push(
        t(
          "The setting immunolex.rules gives {0} the severity {1}; it takes {2}.",
          id,
          JSON.stringify(severity),
          [...severities].join(", "),
        ),
      );
    else rules[id] = severity as Severity | "on" | "off";
  }
  return rules;
}

/** An editor sends "a.b" as b within a. */
function nested(given: Readonly<Record<string, unknown>>, key: string): unknown {
  return key.split(".").reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), given);
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function readStrings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

function readLocale(value: unknown): Locale | "auto" | undefined {
  return value === "auto" || value === "en-US" || value === "en-GB" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
