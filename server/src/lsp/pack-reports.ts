/** What is wrong in packs, published where it stands. A file that several folders read is told once of each fault. */
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Scope } from "./scopes.ts";

export class PackReports {
  private readonly send: (uri: string, diagnostics: LspDiagnostic[]) => void;
  /** What was sent for each file, as JSON. */
  private readonly sent = new Map<string, string>();

  constructor(send: (uri: string, diagnostics: LspDiagnostic[]) => void) {
    this.send = send;
  }

  /** Publishes what has changed, and takes back what no longer is. */
  publish(scopes: readonly Scope[]): void {
    const uris = new Set([...this.sent.keys(), ...scopes.flatMap(({ packs }) => [...packs.reports.keys()])]);
    for (const uri of uris) {
      const diagnostics = reportOf(uri, scopes);
      const json = JSON.stringify(diagnostics);
      if (json !== (this.sent.get(uri) ?? "[]")) this.send(uri, diagnostics);
      this.sent.set(uri, json);
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
