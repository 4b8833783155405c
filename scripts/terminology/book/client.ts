/**
 * What runs in the page: search, the choice of a subject field, and the keyboard. The address tells what is shown,
 * `#q=lupus` or the anchor of a record, so that the browser's Back works. Without this script the page is a plain book.
 */
import { createConceptSearch, type Match } from "../../../server/src/core/features/concept-search.ts";
import type { DesignationStatus } from "../../../server/src/core/termbase/concept.ts";
import type { SearchEntry } from "./search-entry.ts";

/** More results than this help nobody; a longer query does. */
const limit = 60;

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const form = document.querySelector("form") as HTMLFormElement;
const query = byId<HTMLInputElement>("query");
const subject = byId<HTMLSelectElement>("subject");
const book = byId("book");
const results = byId("results");
const status = results.querySelector("p") as HTMLElement;
const list = results.querySelector("ol") as HTMLElement;
const contents = document.querySelector("nav details") as HTMLDetailsElement;

const entries = JSON.parse(byId("entries").textContent ?? "[]") as SearchEntry[];
const search = createConceptSearch(entries, ({ weight }) => weight);

/** Shows what the address says. */
function route(): void {
  const hash = decoded(location.hash.slice(1));
  if (hash.startsWith("q=")) {
    query.value = hash.slice(2);
    showResults();
    return;
  }
  // The link that skips to the records leaves shown what is shown.
  if (hash === "records") {
    byId(hash).focus();
    return;
  }
  query.value = "";
  showBook();
  const target = hash === "" || hash === "top" ? undefined : document.getElementById(hash);
  if (target?.closest("section[hidden]")) choose("");
  if (target) {
    bringUp(target);
    target.focus({ preventScroll: true });
  } else if (hash === "top") scrollTo(0, 0);
}

/** Scrolls to a record: what comes into view turns out higher or lower than was guessed, so until it stays in place. */
function bringUp(target: HTMLElement, tries = 8): void {
  target.scrollIntoView();
  const { top } = target.getBoundingClientRect();
  requestAnimationFrame(() => {
    if (tries > 0 && Math.abs(target.getBoundingClientRect().top - top) > 1) bringUp(target, tries - 1);
  });
}

function showBook(): void {
  results.hidden = true;
  book.hidden = false;
}

function showResults(): void {
  const wanted = query.value.trim();
  const all = search(wanted, entries.length).filter(({ concept }) => subject.value === "" || concept.subject === subject.value);
  const shown = all.slice(0, limit);
  list.replaceChildren(...shown.map(resultItem));
  const field = subject.value === "" ? "" : ` in ${titleOf(subject.value)}`;
  const found = all.length === 1 ? "1 record" : `${all.length > limit ? `The first ${limit} of ${all.length}` : all.length} records`;
  status.textContent =
    all.length > 0
      ? `${found} for “${wanted}”${field}.`
      : `No record for “${wanted}”${field}. Try fewer or other words${field === "" ? "" : ", or all subject fields"}.`;
  book.hidden = true;
  results.hidden = false;
}

/** What is said of a name that leads to a record and should not be written. */
const foundAs: Partial<Record<DesignationStatus, string>> = { superseded: "former name", deprecated: "to avoid:" };

function resultItem({ concept, designation }: Match<SearchEntry>): HTMLElement {
  const name = concept.designations[0] as SearchEntry["designations"][number];
  const link = element("a", "name", name.text) as HTMLAnchorElement;
  link.href = `#${concept.anchor}`;
  const item = document.createElement("li");
  item.append(link);
  if (concept.abbreviation !== undefined) item.append(element("span", "short", ` (${concept.abbreviation})`));
  if (designation !== name && designation.text !== concept.abbreviation) {
    item.append(element("span", "found", `${foundAs[designation.status] ?? "found as"} ${designation.text}`));
  }
  item.append(element("span", "field", titleOf(concept.subject)));
  if (concept.definition !== undefined) item.append(element("p", "definition", concept.definition));
  return item;
}

/** Shows one subject field, or all where the key is empty. */
function choose(anchor: string): void {
  subject.value = anchor;
  for (const section of book.querySelectorAll<HTMLElement>(":scope > section")) section.hidden = anchor !== "" && section.id !== anchor;
}

/** Writes the query into the address: one step back leads to where the reader was before the search. */
function remember(): void {
  const hash = query.value.trim() === "" ? "#top" : `#q=${encodeURIComponent(query.value.trim())}`;
  if (location.hash.startsWith("#q=")) history.replaceState(undefined, "", hash);
  else if (hash !== "#top") history.pushState(undefined, "", hash);
}

/** Shows what answers the query as it stands, or the book where there is none. */
function answer(): void {
  remember();
  if (query.value.trim() === "") showBook();
  else showResults();
}

function moveFocus(event: KeyboardEvent): void {
  const stops = [query, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement as HTMLElement as HTMLInputElement);
  if (results.hidden || at < 0) return;
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const titles = new Map([...subject.options].map(({ value, text }) => [value, text]));
const titleOf = (anchor: string) => titles.get(anchor) ?? "";

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

query.addEventListener("input", answer);
subject.addEventListener("change", () => {
  choose(subject.value);
  if (results.hidden) scrollTo(0, 0);
  else showResults();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!results.hidden) list.querySelector("a")?.click();
});
addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") moveFocus(event);
  if (event.key === "Escape" && event.target === query && query.value !== "") {
    query.value = "";
    answer();
  }
  const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  query.focus();
  query.select();
});
addEventListener("hashchange", route);
// On a narrow screen the contents would stand before the book.
if (matchMedia("(max-width: 60rem)").matches) contents.open = false;
contents.addEventListener("click", (event) => {
  if (event.target instanceof HTMLAnchorElement && matchMedia("(max-width: 60rem)").matches) contents.open = false;
});
form.hidden = false;
route();
// The index of names and definitions is made before it is first needed.
const whenIdle = globalThis.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
whenIdle(() => void search("immunology", entries.length));
