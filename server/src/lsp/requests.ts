/** What our own client asks beside the protocol; client/src/protocol.ts has the same on its side. */
import type { Connection } from "vscode-languageserver";
import { type DocumentConcept, documentTerminology, lookUp, preferredTerm, type Termbase, type TerminologySet } from "../core/index.ts";
import { type LookUpItem, toLookUpItem } from "./convert.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import { type ListParams, listOf } from "./lists.ts";
import type { Checked, Session } from "./session.ts";

/** How many concepts one look-up answers. */
const most = 100;

/** What `immunolex/terminologySet` asks about, and `immunolex/status` may. */
export interface DocumentParams {
  readonly uri: string;
}

/** What `immunolex/lookUp` asks. */
interface LookUpParams {
  readonly query: string;
  /** The document whose terminology is meant. */
  readonly uri?: string;
}

/** The answer to `immunolex/status`. */
interface Status {
  /** Number of concepts in force. */
  readonly concepts: number;
  /** Names of the layers in force, the weakest first. */
  readonly layers: readonly string[];
  /** Whether the document that was asked about is checked. */
  readonly checked: boolean;
}

/** The answer to `immunolex/terminologySet`. */
interface TerminologySetAnswer {
  readonly concepts: readonly DocumentConcept[];
  readonly layers: readonly { readonly kind: string; readonly name: string; readonly concepts: number }[];
}

/** Has the connection answer these requests. The session exists from `initialize` on. */
export function answerRequests(connection: Connection, guard: Guard, session: () => Session): void {
  connection.onRequest(
    "immunolex/lookUp",
    guard.request<LookUpParams, LookUpItem[]>("lookUp", [], async ({ query, uri }, token) => {
      const set = await session().terminology(uri);
      stopIfCancelled(token);
      return set ? lookUpItems(set, query) : [];
    }),
  );
  connection.onRequest(
    "immunolex/terminologySet",
    guard.request<DocumentParams, TerminologySetAnswer | null>("terminologySet", null, async ({ uri }, token) => {
      const found = await session().checked(uri);
      stopIfCancelled(token);
      return found ? terminologySetOf(found) : null;
    }),
  );
  connection.onRequest(
    "immunolex/list",
    guard.request<ListParams, { text: string } | null>("list", null, async (params, token) => {
      const found = await session().checked(params.uri);
      stopIfCancelled(token);
      return found ? listOf(found, params) : null;
    }),
  );
  connection.onRequest(
    "immunolex/status",
    guard.request<Partial<DocumentParams> | null, Status | null>("status", null, async (params) => {
      const uri = params?.uri;
      const set = await session().terminology(uri);
      const checked = uri !== undefined && (await session().checked(uri)) !== undefined;
      return set ? statusOf(set, checked) : null;
    }),
  );
}

/** Concepts that answer a query, the best first; without one, concepts in alphabetical order. */
function lookUpItems({ context: { termbase } }: TerminologySet, query: unknown): LookUpItem[] {
  const wanted = typeof query === "string" ? query.trim() : "";
  if (wanted === "") return firstItems(termbase);
  return lookUp(termbase, wanted, most).map(({ concept, designation }) => toLookUpItem(termbase, concept, designation));
}

function firstItems(termbase: Termbase): LookUpItem[] {
  const named = [...termbase.concepts()].map((concept) => ({ concept, term: preferredTerm(concept) }));
  named.sort((a, b) => compareNames(a.term.text.toLowerCase(), b.term.text.toLowerCase()));
  return named.slice(0, most).map(({ concept, term }) => toLookUpItem(termbase, concept, term));
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What a document speaks of, and the layers that say what it means. */
function terminologySetOf({ draft }: Checked): TerminologySetAnswer {
  const { layers } = draft.terminology.context.termbase;
  return {
    concepts: documentTerminology(draft),
    layers: layers.map(({ kind, name, concepts }) => ({ kind, name, concepts: concepts.length })),
  };
}

function statusOf({ context: { termbase } }: TerminologySet, checked: boolean): Status {
  let concepts = 0;
  for (const _ of termbase.concepts()) concepts++;
  return { concepts, layers: termbase.layers.map(({ name }) => name), checked };
}
