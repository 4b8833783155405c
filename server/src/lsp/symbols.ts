/** What an editor asks of a concept as a symbol: its definition, references, highlights and rename. */
import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type ClientCapabilities,
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type ConceptDefinition,
  definitionAt,
  documentHighlights,
  namingAt,
  type RenameEdit,
  type RenameProblem,
  references,
  rename,
  renameStart,
  t,
} from "../core/index.ts";
import { offsetAt, toRange } from "./convert.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import type { Checked, Session } from "./session.ts";

/** What the answers need to know; both are there once the client has introduced itself. */
interface SymbolWorld {
  session(): Session;
  capabilities(): ClientCapabilities;
}

/** The part of the server's capabilities that is answered here. */
export function symbolCapabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  };
}

/** Answers definition, references, highlights and rename. */
export function serveSymbols(connection: Connection, guard: Guard, { session, capabilities }: SymbolWorld): void {
  connection.onDefinition(
    guard.request("definition", null, async ({ textDocument, position }, token) => {
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      const definition = found && definitionAt(found.draft, offsetIn(found, position));
      if (!definition) return null;
      const target = placeOf(session(), found, definition);
      if (!target) return null;
      if (!capabilities().textDocument?.definition?.linkSupport) return target;
      const originSelectionRange = toRange(found.draft.document.lines, definition.origin);
      const link: LocationLink = {
        originSelectionRange,
        targetUri: target.uri,
        targetRange: target.range,
        targetSelectionRange: target.range,
      };
      return [link];
    }),
  );

  connection.onReferences(
    guard.request("references", null, async ({ textDocument, position, context }, token): Promise<Location[] | null> => {
      const [first, ...others] = await session().checkedBeside(textDocument.uri);
      stopIfCancelled(token);
      const key = first && namingAt(first.draft, offsetIn(first, position))?.key;
      if (!first || key === undefined) return null;
      return [first, ...others].flatMap(({ document, draft }) =>
        references(draft, key)
          .filter(({ defines }) => context.includeDeclaration || !defines)
          .map((place) => ({ uri: document.uri, range: toRange(draft.document.lines, place) })),
      );
    }),
  );

  connection.onDocumentHighlight(
    guard.request("documentHighlight", null, async ({ textDocument, position }, token): Promise<DocumentHighlight[] | null> => {
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      if (!found) return null;
      const { lines } = found.draft.document;
      return documentHighlights(found.draft, offsetIn(found, position)).map((place) => ({
        range: toRange(lines, place),
        kind: place.defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );

  connection.onPrepareRename(
    guard.request("prepareRename", null, async ({ textDocument, position }, token) => {
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      const start = found && renameStart(found.draft, offsetIn(found, position));
      if (!start) return null;
      if ("problem" in start) throw refusal(start);
      return { range: toRange(found.draft.document.lines, start), placeholder: start.name };
    }),
  );

  connection.onRenameRequest(
    guard.request("rename", null, async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | null> => {
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      const renaming = found && rename(found.draft, offsetIn(found, position), typeof newName === "string" ? newName : "");
      if (!renaming) return null;
      if ("problem" in renaming) throw refusal(renaming);
      return toRenameEdit(found, renaming.edits, capabilities().workspace?.workspaceEdit);
    }),
  );
}

function offsetIn({ draft }: Checked, position: Position): number {
  return offsetAt(draft.document, position);
}

/** The document's own definition, else the record in a pack. The built-in terminology has no file to open. */
function placeOf(session: Session, { document, draft }: Checked, { range, record }: ConceptDefinition): Location | undefined {
  if (range) return { uri: document.uri, range: toRange(draft.document.lines, range) };
  const found = record && session.recordAt(record.layer, record.id);
  return found && { uri: found.uri, range: toRange(found.lines, found.place) };
}

/** An error whose message the editor shows to the writer. */
function refusal({ problem }: RenameProblem): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}

/**
 * VS Code opens its preview where some edit needs confirmation, and leaves just those edits unticked. So only doubtful
 * ones need it; a client that cannot ask is not sent them.
 */
const annotations = (): Readonly<Record<RenameEdit["kind"], ChangeAnnotation>> => ({
  name: { label: t("The name in all its forms"), needsConfirmation: false },
  mentioned: { label: t("Where the text speaks of the name itself"), description: t("as in “also called …”"), needsConfirmation: true },
  aside: { label: t("In acknowledgements and the like"), description: t("perhaps part of another name"), needsConfirmation: true },
});

type EditSupport = NonNullable<NonNullable<ClientCapabilities["workspace"]>["workspaceEdit"]> | undefined;

function toRenameEdit({ document, draft }: Checked, edits: readonly RenameEdit[], support: EditSupport): WorkspaceEdit {
  const { lines } = draft.document;
  const { uri, version } = document;
  const plain = (edit: RenameEdit) => ({ range: toRange(lines, edit), newText: edit.text });
  if (support?.documentChanges && support.changeAnnotationSupport) {
    const annotated: AnnotatedTextEdit[] = edits.map((edit) => ({ ...plain(edit), annotationId: edit.kind }));
    const used = Object.entries(annotations()).filter(([kind]) => edits.some((edit) => edit.kind === kind));
    return { documentChanges: [{ textDocument: { uri, version }, edits: annotated }], changeAnnotations: Object.fromEntries(used) };
  }
  const sure = edits.filter(({ kind }) => kind === "name").map(plain);
  return support?.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: sure }] } : { changes: { [uri]: sure } };
}
