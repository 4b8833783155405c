import { tokensOf } from "../termbase/tokens.ts";

const known = new Map<string, string>();

/**
 * The name in the shape the writer gave it. Closed up or not is a wording ("autoantibody", "auto-antibody");
 * a hyphen for a space is not, since a name takes one before a noun ("T-cell receptor").
 */
export function wordingOf(written: string, name: string): string {
  const key = `${written}\n${name}`;
  let wording = known.get(key);
  if (wording === undefined) {
    wording = compute(written, name);
    // Bounded, since drafts can hold any number of ways to write a name.
    if (known.size > 20_000) known.clear();
    known.set(key, wording);
  }
  return wording;
}

function compute(written: string, name: string): string {
  const seen = tokensOf(written);
  if (tokensOf(name).length === seen.length) return name;
  const letters = name.replace(/[\s-]/g, "");
  let at = 0;
  return seen
    .map((token, i) => {
      const part = letters.slice(at, i === seen.length - 1 ? undefined : at + token.text.length);
      at += token.text.length;
      return i === 0 ? part : `${/\s/.test(token.between) ? " " : "-"}${part}`;
    })
    .join("");
}
