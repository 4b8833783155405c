/** The book as one web page that needs nothing but itself: text, style, script and what the search knows. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { referenceWeights } from "../../../server/src/core/features/concept-search.ts";
import { preferredTerm } from "../../../server/src/core/termbase/concept.ts";
import { Html, html } from "./html.ts";
import { type Book, recordsOf, type Section } from "./model.ts";
import { recordHtml } from "./page-record.ts";
import type { SearchEntry } from "./search-entry.ts";

export function pageOf(book: Book): string {
  const style = `\n${read("style.css")}`;
  const script = clientScript();
  // The page is read by people who got it from somewhere: nothing but its own script may run, and nothing is fetched.
  const policy = `default-src 'none'; img-src data:; style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
  const count = recordsOf(book).length.toLocaleString("en-US");
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${book.title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#records">Skip to the records</a>
<header>
<div class="masthead">
<h1><a href="#top">${book.title}</a></h1>
<p>${count} concepts in ${book.sections.length} subject fields · version ${book.version} · CC0</p>
</div>
<form role="search" hidden>
<input id="query" type="search" aria-label="Search names, abbreviations, and definitions" placeholder="Search the glossary (/)" autocomplete="off" autocapitalize="off" spellcheck="false" aria-keyshortcuts="/">
<select id="subject" aria-label="Subject field"><option value="">All subject fields</option>${book.sections.map(({ anchor, title }) => html`<option value="${anchor}">${title}</option>`)}</select>
</form>
</header>
<nav aria-label="Subject fields"><details open><summary>Subject fields</summary><ul>${book.sections.map(navItem)}</ul></details></nav>
<main id="records" tabindex="-1">
<section id="results" aria-label="Search results" hidden><p role="status" aria-live="polite"></p><ol></ol></section>
<div id="book">
<p class="intro">A definition can stand in place of its term in a sentence. Words in it that have a record of their own lead there. “Avoid” and “Former names” say what not to write and why; “Also found as” lists names that are recognized and not recommended. A record marked draft awaits its second reading.</p>
${book.sections.map(sectionHtml)}</div>
</main>
<script type="application/json" id="entries">${new Html(scriptJson(searchEntries(book)))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

/** What the page's search knows of each record. */
export function searchEntries(book: Book): SearchEntry[] {
  const weight = referenceWeights(recordsOf(book).map(({ entry }) => entry.concept));
  return book.sections.flatMap((section) =>
    section.records.map(({ anchor, abbreviation, entry: { concept } }) => {
      const term = preferredTerm(concept);
      // The name of the record comes first: what is found by a definition is shown under it.
      const designations = [term, ...concept.designations.filter((designation) => designation !== term)];
      return {
        anchor,
        subject: section.anchor,
        designations: designations.map(({ text, status }) => ({ text, status })),
        ...(abbreviation !== undefined && { abbreviation }),
        ...(concept.definition !== undefined && { definition: concept.definition }),
        weight: Math.round(weight(concept) * 100) / 100,
      };
    }),
  );
}

function navItem({ anchor, title, records }: Section): Html {
  return html`<li><a href="#${anchor}">${title}</a> <span class="count">${records.length}</span></li>`;
}

function sectionHtml({ anchor, title, records }: Section): Html {
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${title} <span class="count">${records.length}</span></h2>
${records.map(recordHtml)}</section>
`;
}

/** The script of the page, with MiniSearch in it. */
function clientScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path("client.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "error",
  });
  // In a script element, nothing but its end and a comment's beginning mean anything to HTML.
  return (outputFiles[0]?.text ?? "").replace(/<(?=\/script|!--)/gi, "\\x3C");
}

/** JSON that cannot end the script element it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function read(name: string): string {
  return readFileSync(path(name), "utf8");
}

function path(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
