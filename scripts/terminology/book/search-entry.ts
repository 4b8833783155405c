import type { Searchable } from "../../../server/src/core/features/concept-search.ts";

/** A record as the page's search knows it. The first designation is the record's name. */
export interface SearchEntry extends Searchable {
  readonly anchor: string;
  /** Anchor of the section it stands in. */
  readonly subject: string;
  readonly abbreviation?: string;
  /** How much it matters to other records, from 0 to 4. */
  readonly weight: number;
}
