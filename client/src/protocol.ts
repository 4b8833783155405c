/** What the client asks the server beside the protocol, and the other way round; server/src/lsp/requests.ts answers. */
import { NotificationType0, RequestType } from "vscode-languageclient";

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

export const listRequest = new RequestType<{ uri: string; what: ListKind; form: ListForm }, { text: string } | null, void>(
  "immunolex/list",
);
export const lookUpRequest = new RequestType<{ query: string; uri?: string }, LookUpItem[], void>("immunolex/lookUp");
export const terminologySetRequest = new RequestType<{ uri: string }, TerminologySet | null, void>("immunolex/terminologySet");
export const statusRequest = new RequestType<{ uri?: string }, Status | null, void>("immunolex/status");
export const terminologyChanged = new NotificationType0("immunolex/terminologyChanged");
export const readFileRequest = new RequestType<{ uri: string }, { text: string | null }, void>("immunolex/readFile");
export const findFilesRequest = new RequestType<{ folder: string }, string[], void>("immunolex/findFiles");
