/** What the server's hovers and lines above definitions can lead to; server/src/lsp/client-commands.ts makes the links. */
import { commands, type Disposable, Location, l10n, Position, Uri, window } from "vscode";
import { placesRequest, referencesRequest } from "./protocol.ts";
import type { Server } from "./server.ts";
import { toRange } from "./walk.ts";

/** The only commands that a link in a hover may run, whatever the link says. */
export const hoverCommands = ["immunolex.showTermCard", "immunolex.showUses", "immunolex.renameTerm"];

/** A place in a document; the command is about the name that stands there. */
interface Place {
  readonly uri: Uri;
  readonly position: Position;
  /** Set where just the places of this abbreviation in the one document are meant. */
  readonly abbreviation?: string;
}

/** Registers what is not registered elsewhere. Without arguments each works at the cursor. */
export function registerHoverCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand("immunolex.showUses", (given?: unknown) => showUses(server, placeIn(given) ?? placeOfCursor())),
    commands.registerCommand("immunolex.renameTerm", (given?: unknown) => {
      const place = placeIn(given) ?? placeOfCursor();
      return place && commands.executeCommand("editor.action.rename", [place.uri, place.position]);
    }),
  ];
}

/** Opens a view of all places over the text. */
async function showUses(server: Server, place: Place | undefined): Promise<void> {
  if (!place) {
    void window.showInformationMessage(l10n.t("Put the cursor on a term of a draft first."));
    return;
  }
  const locations = await usesAt(server, place);
  if (locations === undefined) void window.showWarningMessage(l10n.t("Immunolex gave no answer. The output channel Immunolex says why."));
  else if (locations.length === 0) void window.showInformationMessage(l10n.t("No known term stands there."));
  else await commands.executeCommand("editor.action.showReferences", place.uri, place.position, locations);
}

/** Undefined where the server does not answer. */
async function usesAt(server: Server, { uri, position, abbreviation }: Place): Promise<Location[] | undefined> {
  if (abbreviation !== undefined) {
    const places = await server.ask(placesRequest, { uri: uri.toString(), abbreviation });
    return places?.map((range) => new Location(uri, toRange(range)));
  }
  const { line, character } = position;
  const found = await server.ask(referencesRequest, {
    textDocument: { uri: uri.toString() },
    position: { line, character },
    context: { includeDeclaration: true },
  });
  if (found === undefined) return undefined;
  return (found ?? []).map((each) => new Location(Uri.parse(each.uri, true), toRange(each.range)));
}

function placeOfCursor(): Place | undefined {
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri, position: editor.selection.active };
}

/** The place in a command's arguments, which a link brought and which may be anything. */
function placeIn(given: unknown): Place | undefined {
  const { uri, position, abbreviation } = (given ?? {}) as { uri?: unknown; position?: Partial<Position>; abbreviation?: unknown };
  const { line, character } = position ?? {};
  if (typeof uri !== "string" || !isCount(line) || !isCount(character)) return undefined;
  const place = { uri: Uri.parse(uri), position: new Position(line, character) };
  return typeof abbreviation === "string" ? { ...place, abbreviation } : place;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
