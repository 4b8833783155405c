/** What an editor asks of a concept as a symbol: its definition, references, highlights and rename. */
import {
  type ChangeAnnotation,
  type ClientCapabilities,
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type ConceptDefinition,
  definitionAt,
  documentHighlights,
  type NameChange,
  namingAt,
  preferredTerm,
  quote,
  type RenameEdit,
  type RenameProblem,
  references,
  rename,
  renameAlong,
  renameStart,
  t,
} from "../core/index.ts";
import { offsetAt, toRange } from "./convert.ts";
import type { FolderDraft } from "./folder-drafts.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import type { Checked, Session } from "./session.ts";
import { nameOf } from "./uris.ts";

/** What the answers need to know; both are there once the client has introduced itself. */
interface SymbolWorld {
  session(): Session;
  capabilities(): ClientCapabilities;
  /** Address under which the client shows records that lie in no file, if it does. */
  recordPages(): string | undefined;
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
export function serveSymbols(connection: Connection, guard: Guard, { session, capabilities, recordPages }: SymbolWorld): void {
  connection.onDefinition(
    guard.request("definition", null, async ({ textDocument, position }, token) => {
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      const definition = found && definitionAt(found.draft, offsetIn(found, position));
      if (!definition) return null;
      const target = placeOf(session(), found, definition, recordPages());
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
      const found = await session().checked(textDocument.uri);
      stopIfCancelled(token);
      const key = found && namingAt(found.draft, offsetIn(found, position))?.key;
      if (key === undefined) return null;
      const placesIn = ({ uri, draft }: FolderDraft) =>
        references(draft, key)
          .filter(({ defines }) => !defines || context.includeDeclaration)
          .map((place) => ({ uri, range: toRange(draft.document.lines, place) }));
      return (await session().askDrafts(textDocument.uri, placesIn, token)).flat();
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
      const support = capabilities().workspace?.workspaceEdit;
      const own = inDraft({ uri: found.document.uri, version: found.document.version, draft: found.draft }, renaming.edits);
      if (!canAsk(support)) return withoutAsking(own, support);
      const along = (one: FolderDraft) => (one.uri === own.uri ? [] : [alongIn(one, renaming.change)]);
      const others = (await session().askDrafts(textDocument.uri, along, token)).flat();
      const taken = others.flatMap((other) => (other.taken ? [nameOf(other.uri)] : []));
      if (taken.length > 0) {
        const message = keptNames(renaming.change.to.text, taken);
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      }
      return withAnnotations([own, ...others.filter(({ edits }) => edits.length > 0)]);
    }),
  );
}

/** What a rename changes in another draft of the folder, and whether the new name is taken there. */
function alongIn(one: FolderDraft, change: NameChange): DraftEdits & { readonly taken: boolean } {
  const { edits, taken } = renameAlong(one.draft, change);
  return { ...inDraft(one, edits, "elsewhere"), taken };
}

function keptNames(name: string, files: readonly string[]): string {
  return t("The old name stays in {0}, where {1} means something else already.", files.join(", "), quote(name));
}

function offsetIn({ draft }: Checked, position: Position): number {
  return offsetAt(draft.document, position);
}

/** The document's own definition, else the record in a pack, else the page that the client has for a built-in record. */
function placeOf(
  session: Session,
  { document, draft }: Checked,
  { range, record }: ConceptDefinition,
  recordPages: string | undefined,
): Location | undefined {
  if (range) return { uri: document.uri, range: toRange(draft.document.lines, range) };
  if (!record) return undefined;
  const found = session.recordAt(record.layer, record.id);
  if (found) return { uri: found.uri, range: toRange(found.lines, found.place) };
  const concept = draft.analysis.context.termbase.concept(record.id);
  if (recordPages === undefined || !concept) return undefined;
  const start = { line: 0, character: 0 };
  // A slash would end the name of the page.
  const name = encodeURIComponent(preferredTerm(concept).text.replaceAll("/", "\u2215"));
  return { uri: `${recordPages}${name}?${encodeURIComponent(record.id)}`, range: { start, end: start } };
}

/** An error whose message the editor shows to the writer. */
function refusal({ problem }: RenameProblem): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}

type Kind = RenameEdit["kind"] | "elsewhere";

/**
 * VS Code opens its preview where some edit needs confirmation, and leaves just those edits unticked. So only doubtful
 * ones need it; a client that cannot ask is not sent them.
 */
const annotations = (): Readonly<Record<Kind, ChangeAnnotation>> => ({
  name: { label: t("The name in all its forms"), needsConfirmation: false },
  mentioned: { label: t("Where the text speaks of the name itself"), description: t("as in “also called …”"), needsConfirmation: true },
  aside: { label: t("In acknowledgements and the like"), description: t("perhaps part of another name"), needsConfirmation: true },
  elsewhere: { label: t("In the other drafts of this folder"), needsConfirmation: true },
});

/** The edits of one draft, each of a kind. */
interface DraftEdits {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly (TextEdit & { readonly annotationId: Kind })[];
}

/** Edits as the protocol has them; `sure` is the kind of those that are not doubtful. */
function inDraft({ uri, version, draft }: FolderDraft, edits: readonly RenameEdit[], sure: Kind = "name"): DraftEdits {
  const { lines } = draft.document;
  const annotated = edits.map((edit) => ({
    range: toRange(lines, edit),
    newText: edit.text,
    annotationId: edit.kind === "name" ? sure : edit.kind,
  }));
  return { uri, version, edits: annotated };
}

type EditSupport = NonNullable<NonNullable<ClientCapabilities["workspace"]>["workspaceEdit"]> | undefined;

function canAsk(support: EditSupport): boolean {
  return support?.documentChanges === true && support.changeAnnotationSupport !== undefined;
}

function withAnnotations(drafts: readonly DraftEdits[]): WorkspaceEdit {
  const used = Object.entries(annotations()).filter(([kind]) =>
    drafts.some(({ edits }) => edits.some((edit) => edit.annotationId === kind)),
  );
  return {
    documentChanges: drafts.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: [...edits] })),
    changeAnnotations: Object.fromEntries(used),
  };
}

function withoutAsking({ uri, version, edits }: DraftEdits, support: EditSupport): WorkspaceEdit {
  const sure = edits.filter(({ annotationId }) => annotationId === "name").map(({ range, newText }) => ({ range, newText }));
  return support?.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: sure }] } : { changes: { [uri]: sure } };
}
