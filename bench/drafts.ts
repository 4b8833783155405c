/** Drafts of any size for the benchmarks, made of the project's own example so that they read like a manuscript. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const example = readFileSync(fileURLToPath(new URL("../examples/autoimmune-disease.md", import.meta.url)), "utf8");
const body = example.replace(/^---\n[\s\S]*?\n---\n/, "").split(/\n{2,}/);

/**
 * A draft of about `size` bytes. Faults stay as rare as in a real draft: the example's paragraphs that hold one stand
 * once, and neutral variations of the others fill the rest.
 */
export function draftOf(size: number): string {
  const parts = [...body];
  let length = example.length;
  const filler = body.filter((part) => /^\p{Lu}/u.test(part) && part.length > 200 && !holdsFault(part));
  for (let i = 0; length < size; i++) {
    const part = i % 12 === 0 ? `## Section ${i / 12 + 1}` : `${varied(filler[i % filler.length] as string, i)}`;
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join("\n\n")}\n`;
}

/** Brackets and markup, and the words that the example has as faults; in a real draft they are as rare. */
function holdsFault(part: string): boolean {
  return /[(*|<[]|condition|auto-antibodies|susceptibility|estrogen|syndrome|Wegener|breakdown|ANA/i.test(part);
}

/** The same sentences in another order, so that no two neighbours are alike. */
function varied(paragraph: string, seed: number): string {
  const sentences = paragraph.split(/(?<=[.!?])\s+/);
  const shift = seed % sentences.length;
  return [...sentences.slice(shift), ...sentences.slice(0, shift)].join(" ");
}
