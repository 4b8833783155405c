/** Reads OBO files stanza by stanza; the larger ones do not fit well into one string. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** What verifying needs of a term. */
export interface OboTerm {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly { readonly text: string; readonly scope: string }[];
  readonly obsolete: boolean;
  readonly replacedBy: string | undefined;
  /** Ids that were merged into this one. */
  readonly alternatives: readonly string[];
}

/** The terms of an OBO file in its order. Other stanzas are passed over. */
export async function* oboTerms(path: string): AsyncGenerator<OboTerm> {
  let tags: [tag: string, value: string][] | undefined;
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.startsWith("[")) {
      if (tags) yield termOf(tags);
      tags = line === "[Term]" ? [] : undefined;
    } else if (tags) {
      const colon = line.indexOf(": ");
      if (colon > 0) tags.push([line.slice(0, colon), line.slice(colon + 2)]);
    }
  }
  if (tags) yield termOf(tags);
}

function termOf(tags: readonly [string, string][]): OboTerm {
  const all = (tag: string) => tags.filter(([name]) => name === tag).map(([, value]) => value);
  // A value ends before its comment (` ! name`) and its qualifiers (` {source="…"}`).
  const bare = (value: string | undefined) => value?.replace(/\s+(?:!|\{).*$/, "").trim();
  return {
    id: bare(all("id")[0]) ?? "",
    name: unescaped(all("name")[0] ?? ""),
    synonyms: all("synonym").flatMap((value) => {
      const match = /^"((?:[^"\\]|\\.)*)"\s+([A-Z]+)/.exec(value);
      return match ? [{ text: unescaped(match[1] as string), scope: match[2] as string }] : [];
    }),
    obsolete: bare(all("is_obsolete")[0]) === "true",
    replacedBy: bare(all("replaced_by")[0] ?? all("consider")[0]),
    alternatives: all("alt_id").map((value) => bare(value) as string),
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
