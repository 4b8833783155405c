/** Answers what the client's views and its term card show; client/src/protocol.ts has the same types on its side. */
import type { Connection, Position, Range } from "vscode-languageserver";
import {
  type AbbreviationInUse,
  abbreviationsInUse,
  type CardPlace,
  conceptAt,
  placesOfAbbreviation,
  placesOfConcept,
  type TermCard,
  type TermInUse,
  termCard,
  termsInUse,
} from "../core/index.ts";
import { offsetAt, toRange } from "./convert.ts";
import { type Guard, stopIfCancelled } from "./guard.ts";
import type { DocumentParams } from "./requests.ts";
import type { Session } from "./session.ts";

/** The answer to `immunolex/abbreviations`, one for each. */
type Abbreviation = Omit<AbbreviationInUse, "place"> & { readonly place: Range };

/** The answer to `immunolex/termCard`. */
type Card = Omit<TermCard, "places"> & { readonly places: readonly (Omit<CardPlace, "from" | "to"> & { readonly range: Range })[] };

/** What `immunolex/termCard` asks: a concept by its id, or the one at a position. A document is needed for positions and places. */
interface CardParams {
  readonly uri?: string;
  readonly id?: string;
  readonly position?: Position;
}

/** What `immunolex/places` asks: the places of a concept, of one of its forms, or of an abbreviation. */
interface PlacesParams extends DocumentParams {
  readonly id?: string;
  readonly form?: string;
  readonly abbreviation?: string;
}

/** Has the connection answer the requests of the views. The session exists from `initialize` on. */
export function answerViews(connection: Connection, guard: Guard, session: () => Session): void {
  connection.onRequest(
    "immunolex/documentTerms",
    guard.request<DocumentParams, readonly TermInUse[] | null>("documentTerms", null, async ({ uri }, token) => {
      const found = await session().checked(uri);
      stopIfCancelled(token);
      return found ? termsInUse(found.draft) : null;
    }),
  );
  connection.onRequest(
    "immunolex/abbreviations",
    guard.request<DocumentParams, readonly Abbreviation[] | null>("abbreviations", null, async ({ uri }, token) => {
      const found = await session().checked(uri);
      stopIfCancelled(token);
      if (!found) return null;
      const { lines } = found.draft.document;
      return abbreviationsInUse(found.draft).map((each) => ({ ...each, place: toRange(lines, each.place) }));
    }),
  );
  connection.onRequest(
    "immunolex/termCard",
    guard.request<CardParams, Card | null>("termCard", null, async ({ uri, id, position }, token) => {
      const found = uri === undefined ? undefined : await session().checked(uri);
      const set = found?.draft.terminology ?? (await session().terminology(uri));
      stopIfCancelled(token);
      const wanted = id ?? (found && position ? conceptAt(found.draft, offsetAt(found.draft.document, position)) : undefined);
      const card = set && wanted !== undefined ? termCard(wanted, set.context.termbase, found?.draft) : undefined;
      if (!card) return null;
      return { ...card, places: found ? card.places.map((place) => toCardPlace(found.draft.document.lines, place)) : [] };
    }),
  );
  connection.onRequest(
    "immunolex/places",
    guard.request<PlacesParams, readonly Range[]>("places", [], async ({ uri, id, form, abbreviation }, token) => {
      const found = await session().checked(uri);
      stopIfCancelled(token);
      if (!found) return [];
      const { draft } = found;
      if (abbreviation !== undefined) return placesOfAbbreviation(draft, abbreviation).map((place) => toRange(draft.document.lines, place));
      return id === undefined ? [] : placesOfConcept(draft, id, form).map((place) => toRange(draft.document.lines, place));
    }),
  );
}

function toCardPlace(lines: Parameters<typeof toRange>[0], { from, to, ...words }: CardPlace): Card["places"][number] {
  return { ...words, range: toRange(lines, { from, to }) };
}
