/** Completion and hover where a person writes a pack: `immunolex.yaml`, `.immunolex/*.yaml` and a draft's front matter. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  type Connection,
  type DocumentSelector,
  type InitializeParams,
  InsertTextMode,
  type Hover as LspHover,
  MarkupKind,
  type Position,
  type ServerCapabilities,
} from "vscode-languageserver";
import {
  frontMatterCompletions,
  frontMatterHover,
  isInFrontMatter,
  type Lines,
  type PackCompletion,
  type PackWorld,
  packCompletions,
  packHover,
} from "../core/index.ts";
import { offsetAt, toHover, toRange } from "./convert.ts";
import type { Session } from "./session.ts";

/** What a client may say of itself for this help. */
export interface PackHelpOptions {
  /** Whether another extension tells what the schema of packs says, so that we add only what it cannot know. */
  readonly schemaIsTold?: boolean;
  /** The documents that are drafts and those that are packs. With both, completion in packs comes while one types. */
  readonly completionIn?: { readonly drafts?: DocumentSelector; readonly packs?: DocumentSelector };
}

/** In a pack a list of keys is welcome at any letter; in prose it would be in the way, so that drafts have no such characters. */
const triggers = [" ", ..."abcdefghijklmnopqrstuvwxyz"];

/** Completion as a capability, unless it is registered for drafts and packs each. */
export function completionCapability({ capabilities, initializationOptions }: InitializeParams): ServerCapabilities {
  return selectorsOf(capabilities, initializationOptions) ? {} : { completionProvider: { resolveProvider: true } };
}

/** Registers completion for drafts and for packs, where the client lets them be told apart. */
export function registerCompletion(connection: Connection, capabilities: InitializeParams["capabilities"], options: unknown): void {
  const selectors = selectorsOf(capabilities, options);
  if (!selectors) return;
  void connection.client.register(CompletionRequest.type, { documentSelector: selectors.drafts, resolveProvider: true });
  void connection.client.register(CompletionRequest.type, { documentSelector: selectors.packs, triggerCharacters: triggers });
}

function selectorsOf(capabilities: InitializeParams["capabilities"], options: unknown) {
  const { drafts, packs } = (options as PackHelpOptions | null | undefined)?.completionIn ?? {};
  if (!Array.isArray(drafts) || !Array.isArray(packs)) return undefined;
  return capabilities?.textDocument?.completion?.dynamicRegistration ? { drafts, packs } : undefined;
}

/** A hover in a pack or in front matter; undefined where neither is, null where there is nothing to say. */
export async function packHoverAt(
  session: Session,
  uri: string,
  position: Position,
  { schemaIsTold }: PackHelpOptions,
): Promise<LspHover | null | undefined> {
  const pack = await session.pack(uri);
  if (pack) {
    const hover = packHover(pack.source.text, offsetAt(pack.source, position), worldOf(pack.set?.context.termbase, schemaIsTold));
    return hover ? toHover(pack.source.lines, hover) : null;
  }
  const draft = (await session.checked(uri))?.draft;
  const offset = draft && offsetAt(draft.document, position);
  if (!draft || offset === undefined || !isInFrontMatter(draft, offset)) return undefined;
  const hover = frontMatterHover(draft, offset, worldOf(draft.terminology.context.termbase));
  return hover ? toHover(draft.document.lines, hover) : null;
}

/** Completion in a pack or in front matter; undefined where neither is. */
export async function packCompletionAt(
  session: Session,
  uri: string,
  position: Position,
  { schemaIsTold }: PackHelpOptions,
): Promise<CompletionList | undefined> {
  const pack = await session.pack(uri);
  if (pack) {
    const { source, set } = pack;
    return toList(source.lines, packCompletions(source.text, offsetAt(source, position), worldOf(set?.context.termbase, schemaIsTold)));
  }
  const draft = (await session.checked(uri))?.draft;
  const offset = draft && offsetAt(draft.document, position);
  if (!draft || offset === undefined || !isInFrontMatter(draft, offset)) return undefined;
  return toList(draft.document.lines, frontMatterCompletions(draft, offset, worldOf(draft.terminology.context.termbase)));
}

function worldOf(termbase: PackWorld["termbase"], schemaIsTold = false): PackWorld {
  return { termbase, schemaIsTold };
}

const kinds: Readonly<Record<PackCompletion["kind"], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Property,
  concept: CompletionItemKind.Reference,
};

function toList(lines: Lines, items: readonly PackCompletion[]): CompletionList {
  // Concepts are looked up by what is typed; all else is there from the start.
  return { isIncomplete: items.some(({ kind }) => kind === "concept"), items: items.map((item, i) => toItem(lines, item, i)) };
}

function toItem(lines: Lines, { kind, label, text, range, detail, filter, markdown }: PackCompletion, index: number): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(4, "0"),
    textEdit: { range: toRange(lines, range), newText: text },
    ...(detail ? { detail } : {}),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(markdown === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: markdown } }),
    // Its lines are indented already.
    ...(text.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
  };
}
