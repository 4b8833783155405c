import { l10n, Range, Selection, type TextEditor, TextEditorRevealType, Uri, ViewColumn, window, workspace } from "vscode";
import { type PlacesParams, placesRequest } from "./protocol.ts";
import type { Server } from "./server.ts";

/** Milliseconds for which the status bar says which of the places is shown. */
export const said = 4000;

type LspRange = { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } };

/**
 * Shows a place of what is meant: the one behind the one that is selected, and the first again behind the last. Where
 * none is selected it is the one at `start`, or the first. The focus stays, so that the next Enter leads on.
 */
export async function walk(server: Server, target: PlacesParams, start?: LspRange): Promise<void> {
  const places = (await server.ask(placesRequest, target))?.map(toRange) ?? [];
  const uri = Uri.parse(target.uri, true);
  const selected = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.selection;
  const at = places.findIndex((place) => selected?.isEqual(place));
  const from = start && toRange(start);
  const first = Math.max(0, from ? places.findIndex((place) => place.isEqual(from)) : 0);
  const index = at < 0 ? first : (at + 1) % places.length;
  const place = places[index];
  if (!place) {
    window.setStatusBarMessage(l10n.t("It stands nowhere in the draft any more."), said);
    return;
  }
  await reveal(uri, place, true);
  window.setStatusBarMessage(l10n.t("{0} of {1}", index + 1, places.length), said);
}

/** Brings a document to the front, in the editor that shows it already if there is one. */
export async function bringToFront(uri: Uri, preserveFocus = false): Promise<TextEditor> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return window.showTextDocument(await workspace.openTextDocument(uri), {
    preserveFocus,
    preview: false,
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
  });
}

/** Selects a place and brings it into view. */
export async function reveal(uri: Uri, place: Range, preserveFocus: boolean): Promise<void> {
  const editor = await bringToFront(uri, preserveFocus);
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A range of the protocol as the editor's own. */
export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
