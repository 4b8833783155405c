/** Shows problems as a reader of a test would write them down: line, place, severity, message. */
import { type ReadResult, readPack } from "../../server/src/core/formats/pack.ts";
import type { Problem } from "../../server/src/core/termbase/pack.ts";

export const ruleIds = ["abbr-undefined", "abbr-unused", "term-variant"];

/** Reads a pack called "my". */
export function read(text: string): ReadResult {
  return readPack(text, { name: "my", ruleIds });
}

/** One line a problem: `3 warning «desigations» message`. */
export function shown(text: string, problems: readonly Problem[]): string[] {
  return problems.map(({ from, to, severity, message }) => {
    const line = text.slice(0, from).split(/\r\n|\r|\n/).length;
    return `${line} ${severity} «${text.slice(from, to)}» ${message}`;
  });
}

/** The problems of a pack text, shown. */
export function problemsOf(text: string): string[] {
  return shown(text, read(text).problems);
}

/** `id: name, name …` for each concept. */
export function conceptsOf({ pack }: Pick<ReadResult, "pack">): string[] {
  return pack.concepts.map(({ id, designations }) => `${id}: ${designations.map(({ text }) => text).join(", ")}`);
}
