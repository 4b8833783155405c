/** The built-in terminology as a book. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadLanguage } from "../language.ts";
import { BUILTIN, loadTerminology, type Terminology } from "../terminology.ts";
import { createLinker } from "./linker.ts";
import { type Book, bookOf } from "./model.ts";

export function builtinBook(terminology: Terminology = loadTerminology()): Book {
  const { version } = parse(readFileSync(join(BUILTIN, "pack.yaml"), "utf8")) as { version: string };
  const concepts = [...terminology.byId.values()].map(({ concept }) => concept);
  return bookOf(terminology, { title: "Immunolex: a glossary of immunology", version }, createLinker(concepts, loadLanguage()));
}
