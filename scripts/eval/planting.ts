import { annotation, Draft, type Rule, type TerminologySet } from "../../server/src/core/index.ts";

/** A fault put into a clean draft on purpose: the whole text, and where the fault is. */
export interface Plant {
  readonly rule: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** How many faults of one kind a draft is given. */
const most = 3;

/** Every fault that can be put into a draft, one text a fault. */
export function plantsIn(text: string, rules: readonly Rule[], set: TerminologySet): Plant[] {
  const draft = new Draft(text, "markdown", set);
  const examples = rules.flatMap((rule) => [...insertedExamples(draft, rule), ...openingExamples(draft, rule)]);
  return [...examples, ...doubledDefinitions(draft), ...removedDefinitions(draft), ...swappedNames(draft, set)];
}

/** A rule's own bad examples as paragraphs of the draft: what surrounds them must not hide them. */
function insertedExamples(draft: Draft, rule: Rule): Plant[] {
  // An example with headings of its own would turn the rest of the draft into another section.
  const examples = rule.examples.filter(({ bad }) => !/^(?:#|---|\||>)/m.test(bad));
  const at = bodyParagraph(draft);
  if (at === undefined) return [];
  const { document } = draft;
  return examples.slice(0, most).map(({ bad }) => ({
    rule: rule.id,
    text: `${document.slice(0, at)}${bad}\n\n${document.slice(at, document.length)}`,
    from: at,
    to: at + bad.length,
  }));
}

/** Examples with headings of their own, a title or an abstract, put before a draft that has no front matter. */
function openingExamples({ document }: Draft, rule: Rule): Plant[] {
  if (document.frontMatter) return [];
  const examples = rule.examples.filter(({ bad }) => /^#/m.test(bad));
  return examples.slice(0, most).map(({ bad }) => ({ rule: rule.id, text: `${bad}\n\n${document.text}`, from: 0, to: bad.length }));
}

/** Where a paragraph of the body begins, about the middle of the draft. */
function bodyParagraph({ analysis: { entries } }: Draft): number | undefined {
  const own = entries.filter(({ block, scope }) => scope === "body" && block.kind === "paragraph" && !block.setting.list);
  return own[Math.floor(own.length / 2)]?.from;
}

/** A later use of an abbreviation written out and defined once more. */
function doubledDefinitions(draft: Draft): Plant[] {
  return uses(draft).map(({ short, long, from, to }) => ({ rule: "abbr-redefined", ...replaced(draft, from, to, `${long} (${short})`) }));
}

/** A definition taken out, so that its abbreviation stands undefined. */
function removedDefinitions(draft: Draft): Plant[] {
  const { abbreviations } = annotation(draft);
  const { termbase } = draft.analysis.context;
  const once = abbreviations.filter((a) => abbreviations.filter((b) => b.short === a.short).length === 1);
  return once
    .filter(({ short, longRange, shortRange }) => termbase.abbreviated(short).length > 0 && longRange[1] <= shortRange[0])
    .filter(({ short }) => uses(draft).some((use) => use.short === short))
    .slice(0, most)
    .map(({ longRange, shortRange, long }) => {
      const text = draft.document.slice(0, longRange[0]) + long + draft.document.slice(shortRange[1] + 1, draft.document.length);
      return { rule: "abbr-undefined", text, from: 0, to: text.length };
    });
}

/** A name swapped for another of the same concept, where the draft keeps to one. */
function swappedNames(draft: Draft, set: TerminologySet): Plant[] {
  const plants: Plant[] = [];
  for (const { term, start, end } of repeatedNames(draft)) {
    const concept = set.context.termbase.named(term)[0];
    const other = concept?.designations.find((d) => d.status === "admitted" && d.type === "full" && d.text !== term);
    const old = concept?.designations.find((d) => (d.status === "deprecated" || d.status === "superseded") && d.type === "full");
    if (other) plants.push({ rule: "term-variant", ...replaced(draft, start, end, other.text) });
    if (old) plants.push({ rule: "term-deprecated", ...replaced(draft, start, end, old.text) });
  }
  return plants.slice(0, 2 * most);
}

function repeatedNames(draft: Draft): { term: string; start: number; end: number }[] {
  const { terms } = annotation(draft);
  const found: { term: string; start: number; end: number }[] = [];
  for (const { designation, start, end, text } of terms) {
    const alike = terms.filter((t) => t.designation === designation && t.text.toLowerCase() === designation.toLowerCase());
    if (alike.length >= 3 && text === designation && !found.some((f) => f.term === designation))
      found.push({ term: designation, start, end });
  }
  return found;
}

/** Places in running text, mid-sentence, where a defined abbreviation is used. */
function uses(draft: Draft): { short: string; long: string; from: number; to: number }[] {
  const found: { short: string; long: string; from: number; to: number }[] = [];
  for (const { short, long } of annotation(draft).abbreviations) {
    const last = draft.analysis.shortForm(short).findLast((m) => m.kind === "use" && m.entry.scope === "body" && !m.plural && m.from > 0);
    if (!last || found.some((f) => f.short === short)) continue;
    found.push({ short, long, from: last.entry.from + last.from, to: last.entry.from + last.to });
  }
  return found.slice(0, most);
}

function replaced({ document }: Draft, from: number, to: number, name: string): { text: string; from: number; to: number } {
  return { text: document.slice(0, from) + name + document.slice(to, document.length), from, to: from + name.length };
}
