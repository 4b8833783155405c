/** Texts with the terminology that holds for them. */
import { dirname } from "node:path";
import { Draft } from "../core/index.ts";
import { formatOf, type Input, readInput, stdin } from "./inputs.ts";
import type { Source } from "./read-text.ts";
import type { Scope, Scopes } from "./terminology.ts";

/** What the commands that read texts have in common. */
export interface TextOptions {
  /** Whether every text is read as plain text. */
  readonly plainText?: boolean | undefined;
}

/** A text that was read, and the draft it makes. */
export interface ReadDraft {
  readonly source: Source;
  readonly draft: Draft;
}

/** The scope of an input; standard input belongs to the current folder. */
export function scopeOf({ path }: Input, scopes: Scopes): Scope {
  return scopes(path === stdin ? "." : dirname(path));
}

/** Reads an input under its terminology. Throws `Trouble`. */
export async function readDraft(input: Input, scopes: Scopes, { plainText = false }: TextOptions): Promise<ReadDraft> {
  const source = await readInput(input);
  return { source, draft: new Draft(source.text, formatOf(input, plainText), scopeOf(input, scopes).set) };
}
