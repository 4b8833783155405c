/** What the client asks the server beside the protocol, and the other way round; server/src/lsp and, where the server asks, files.ts answer. */
import type { Location, Position, Range, ReferenceParams } from "vscode-languageclient";

/** A request by its name. Nothing of the client library is loaded for it, which waits until there is a server to start. */
export interface Request<Params, Result> {
  readonly method: string;
  /** Never there: it lets the compiler know what belongs to the name. */
  readonly types?: (params: Params) => Result;
}

function request<Params, Result>(method: string): Request<Params, Result> {
  return { method };
}

/** A concept that answers a look-up. */
export interface LookUpItem {
  readonly id: string;
  readonly term: string;
  readonly abbreviation?: string;
  readonly definition?: string;
  /** The name that answered the query, where it is neither the term nor the abbreviation. */
  readonly name?: string;
  /** The pack that it comes from. */
  readonly origin: string;
  /** All that is known of it. */
  readonly markdown: string;
}

/** A concept as a document uses it. */
export interface DocumentConcept {
  readonly term: string;
  readonly abbreviation?: string;
  readonly origin: { readonly name: string };
  readonly forms: readonly { readonly text: string; readonly count: number }[];
}

export interface TerminologySet {
  readonly concepts: readonly DocumentConcept[];
  /** The weakest first. */
  readonly layers: readonly { readonly name: string; readonly concepts: number }[];
}

export interface Status {
  readonly concepts: number;
  readonly layers: readonly string[];
  readonly checked: boolean;
}

export type ListKind = "abbreviations" | "glossary";
export type ListForm = "table" | "definitionList" | "csv" | "tsv" | "html" | "tbx";

/** A list as a text, how the one in the draft stands, and how often a name must be used to be listed. */
export interface ListAnswer {
  readonly text: string;
  readonly state: "open" | "current" | "byHand" | "empty";
  readonly leastUses: number;
}

export const listRequest = request<{ uri: string; what: ListKind; form: ListForm }, ListAnswer | null>("immunolex/list");
export const lookUpRequest = request<{ query: string; uri?: string }, LookUpItem[]>("immunolex/lookUp");
export const terminologySetRequest = request<{ uri: string }, TerminologySet | null>("immunolex/terminologySet");
export const statusRequest = request<{ uri?: string }, Status | null>("immunolex/status");
export const readFileRequest = request<{ uri: string }, { text: string | null }>("immunolex/readFile");
export const findFilesRequest = request<{ folder: string }, string[]>("immunolex/findFiles");

/** The files below a folder with one of these endings, at most so many. */
export interface FindDraftsParams {
  readonly folder: string;
  readonly endings: readonly string[];
  readonly most: number;
}

export const findDraftsRequest = request<FindDraftsParams, string[]>("immunolex/findDrafts");

/** What can be mended safely by one rule, and in how many drafts of a folder. */
export interface RuleFixes {
  readonly rule: string;
  readonly title: string;
  readonly places: number;
  readonly drafts: number;
}

/** The fixes of one draft, in order and apart. */
export interface DraftFixes {
  readonly uri: string;
  readonly edits: readonly { readonly range: Range; readonly oldText: string; readonly newText: string }[];
  /** Whether they could not be worked out. */
  readonly failed?: true;
}

/** The folder is named by its own address or that of a document in it; null where the server has failed. */
export const folderFixesRequest = request<{ uri: string }, RuleFixes[] | null>("immunolex/folderFixes");
export const fixFolderRequest = request<{ uri: string; rules: readonly string[] }, DraftFixes[] | null>("immunolex/fixFolder");

/** A name's standing in a concept's record; `hidden` names are recognised and never suggested. */
export type NameStatus = "preferred" | "admitted" | "deprecated" | "superseded" | "hidden";

/** A concept as the Terms view shows it. */
export interface TermInUse {
  readonly id: string;
  readonly term: string;
  readonly abbreviation?: string;
  readonly definition?: string;
  /** Title of the subject field. */
  readonly subject?: string;
  readonly origin: { readonly kind: string; readonly name: string };
  readonly forms: readonly {
    readonly text: string;
    readonly count: number;
    readonly status: NameStatus;
    readonly since?: string;
    readonly reason?: string;
  }[];
  readonly count: number;
  readonly findings: number;
}

/** `early` is used before it is defined; `exempt` needs no definition. */
export type AbbreviationState = "conflicting" | "undefined" | "early" | "unused" | "defined" | "exempt";

/** An abbreviation as the Abbreviations view shows it. */
export interface AbbreviationInUse {
  readonly short: string;
  readonly long?: string;
  readonly state: AbbreviationState;
  readonly message?: string;
  readonly uses: number;
  readonly longUses: number;
  readonly definitions: number;
  readonly place: Range;
}

/** A concept in the drawing of a hierarchy. */
export interface HierarchyNode {
  readonly id: string;
  readonly term: string;
  readonly current: boolean;
  readonly children: readonly HierarchyNode[];
  /** How many narrower concepts are left out. */
  readonly more: number;
}

export type Relation = "partOf" | "hasPart" | "related" | "confusedWith" | "sameName" | "replacedBy";

/** All that is known of a concept. None of its text is markup. */
export interface TermCard {
  readonly id: string;
  readonly term: string;
  readonly abbreviation?: string;
  readonly subject?: string;
  readonly definition?: string;
  readonly plain?: string;
  readonly scopeNote?: string;
  readonly note?: string;
  readonly evidence?: string;
  readonly record?: "draft" | "reviewed" | "retired";
  readonly reviewed?: string;
  /** Absent where the document itself defines the concept. */
  readonly origin?: string;
  readonly names: readonly {
    readonly text: string;
    readonly status: NameStatus;
    readonly locale?: string;
    readonly since?: string;
    readonly reason?: string;
    readonly authority?: string;
    readonly count: number;
  }[];
  readonly hierarchy: readonly HierarchyNode[];
  readonly relations: readonly { readonly relation: Relation; readonly id: string; readonly term: string }[];
  readonly references: readonly { readonly text: string; readonly url?: string; readonly match: string }[];
  readonly sources: readonly { readonly text: string; readonly url?: string }[];
  readonly places: readonly { readonly range: Range; readonly before: string; readonly text: string; readonly after: string }[];
  readonly count: number;
}

/** Whose places in a document are meant: a concept's, one of its forms', or an abbreviation's. */
export interface PlacesParams {
  readonly uri: string;
  readonly id?: string;
  readonly form?: string;
  readonly abbreviation?: string;
}

export const documentTermsRequest = request<{ uri: string }, TermInUse[] | null>("immunolex/documentTerms");
export const abbreviationsRequest = request<{ uri: string }, AbbreviationInUse[] | null>("immunolex/abbreviations");
export const termCardRequest = request<{ uri?: string; id?: string; position?: Position }, TermCard | null>("immunolex/termCard");
export const placesRequest = request<PlacesParams, Range[]>("immunolex/places");
/** The protocol's own, asked where the editor would ask others, too. */
export const referencesRequest = request<ReferenceParams, Location[] | null>("textDocument/references");

/** Tells, without parameters, that another terminology is in force. */
export const terminologyChanged = "immunolex/terminologyChanged";
