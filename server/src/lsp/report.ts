import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { type Diagnostic, type Severity, t } from "../core/index.ts";
import { toDiagnostic, toNotice } from "./convert.ts";
import type { OpenDocument } from "./open-document.ts";

/** How many findings of one document an editor is sent; more would cost every keystroke and nobody reads them. */
const most = 2000;

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The findings of a document as the editor shows them; none where it is not checked. */
export function documentReport({ uri, draft }: OpenDocument, rulePages?: string): LspDiagnostic[] {
  if (!draft) return [];
  const all = draft.diagnostics();
  const { lines } = draft.document;
  const shown = mostSevere(all).map((diagnostic) => toDiagnostic(uri, lines, diagnostic, rulePages));
  if (shown.length < all.length)
    shown.push(toNotice("too-many", t("Immunolex found {0} places and shows the {1} most severe.", all.length, most)));
  return shown;
}

/** A word that a document is too large to be checked. */
export function tooLargeReport(length: number, limit: number): LspDiagnostic[] {
  const [whole = "", tenths = ""] = (length / 1e6).toFixed(1).split(".");
  const size = t("{0}.{1}", whole, tenths);
  return [
    toNotice("too-large", t("Immunolex does not check this file: it has {0} MB, and immunolex.maxFileSize allows {1}.", size, limit)),
  ];
}

function mostSevere(all: readonly Diagnostic[]): readonly Diagnostic[] {
  if (all.length <= most) return all;
  return all.toSorted((a, b) => weight[a.severity] - weight[b.severity]).slice(0, most);
}
