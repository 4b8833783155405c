/** What is wrong in packs, published where it stands. A file that several folders read is told once of each fault. */
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { t } from "../core/index.ts";
import type { Scope } from "./scopes.ts";
import { decoded } from "./uris.ts";

/** How it is told. */
interface PackReportsWorld {
  publish(uri: string, diagnostics: LspDiagnostic[]): void;
  /** Tells the person at the editor, once for each message. */
  warn(message: string): void;
}

export class PackReports {
  private readonly world: PackReportsWorld;
  /** What was sent for each file, as JSON. */
  private readonly sent = new Map<string, string>();

  constructor(world: PackReportsWorld) {
    this.world = world;
  }

  /** Publishes what has changed, takes back what no longer is, and warns of packs of the settings that are missing. */
  publish(scopes: readonly Scope[]): void {
    const uris = new Set([...this.sent.keys(), ...scopes.flatMap(({ packs }) => [...packs.reports.keys()])]);
    for (const uri of uris) {
      const diagnostics = reportOf(uri, scopes);
      const json = JSON.stringify(diagnostics);
      if (json !== (this.sent.get(uri) ?? "[]")) this.world.publish(uri, diagnostics);
      this.sent.set(uri, json);
    }
    // Settings for no folder are the same paths once more; they speak where there is no folder.
    const speaking = scopes.filter(({ folder }) => folder !== undefined || scopes.length === 1);
    for (const { uri, reason } of speaking.flatMap(({ packs }) => packs.missing)) {
      this.world.warn(t("The pack {0} of the setting immunolex.packs cannot be read: {1}.", decoded(uri), reason));
    }
  }
}

/** The faults that any folder has found in a file, and the links that lead nowhere in all folders that read it. */
function reportOf(uri: string, scopes: readonly Scope[]): LspDiagnostic[] {
  const readers = scopes.filter(({ packs }) => packs.reports.has(uri));
  const faults = new Map(readers.flatMap(({ packs }) => packs.reports.get(uri) ?? []).map((one) => [JSON.stringify(one), one]));
  // Documents of no folder see no folder's packs, so where there are folders they cannot say what is nowhere.
  const inFolders = readers.filter(({ folder }) => folder !== undefined);
  const [first, ...others] = (inFolders.length > 0 ? inFolders : readers).map(({ packs }) => packs.unknownLinks.get(uri) ?? []);
  // What was meant may be guessed differently in each folder; the place is the same.
  const nowhere = (first ?? []).filter((link) => others.every((unknown) => unknown.some((other) => samePlace(link, other))));
  return [...faults.values(), ...nowhere];
}

function samePlace({ range: a }: LspDiagnostic, { range: b }: LspDiagnostic): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}
