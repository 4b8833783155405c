import { type Concept, type Designation, isShortForm } from "../../termbase/concept.ts";
import type { Termbase } from "../../termbase/termbase.ts";
import type { ListEntry, ListKind } from "./entries.ts";
import { escapeXml, listTitle } from "./table.ts";

const model = "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBXcoreStructV03_TBX-Basic_integrated.rng";

/** A list in TBX-Basic, the exchange form of terminology tools (ISO 30042:2019, data categories as attributes). */
export function tbx(entries: readonly ListEntry[], kind: ListKind, termbase: Termbase): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<?xml-model href="${model}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>`,
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
    "  <tbxHeader>",
    "    <fileDesc>",
    `      <titleStmt><title>${listTitle(kind)}</title></titleStmt>`,
    "      <sourceDesc><p>Made by Immunolex from a manuscript</p></sourceDesc>",
    "    </fileDesc>",
    "  </tbxHeader>",
    "  <text>",
    "    <body>",
    ...entries.map((entry, i) => conceptEntry(entry, i, subjectOf(entry.concept, termbase))),
    "    </body>",
    "  </text>",
    "</tbx>",
    "",
  ].join("\n");
}

/** Ids count the entries, since an id of ours ("IMX:0226") is none in XML. */
function conceptEntry({ short, term, definition, concept }: ListEntry, i: number, subject: string | undefined): string {
  const meaning = definition ?? concept?.definition;
  const names = [
    termSec(term, isBareShort(term, concept) ? "abbreviation" : "fullForm", "preferred"),
    ...(short === undefined || short === term ? [] : [termSec(short, "abbreviation", "preferred")]),
    ...others(concept, [term, short]).map((d) => termSec(d.text, isShortForm(d) ? "abbreviation" : "variant", d.status)),
  ];
  return [
    `      <conceptEntry id="c${i + 1}">`,
    ...(subject === undefined ? [] : [`        <descrip type="subjectField">${escapeXml(subject)}</descrip>`]),
    '        <langSec xml:lang="en">',
    ...(meaning === undefined ? [] : [`          <descrip type="definition">${escapeXml(meaning)}</descrip>`]),
    ...names,
    "        </langSec>",
    "      </conceptEntry>",
  ].join("\n");
}

/** The subject field as its pack names it for people. */
function subjectOf(concept: Concept | undefined, termbase: Termbase): string | undefined {
  if (concept?.subject === undefined) return undefined;
  return termbase.layerOf(concept.id)?.subjects[concept.subject] ?? concept.subject;
}

function isBareShort(term: string, concept: Concept | undefined): boolean {
  return concept?.designations.some((d) => d.text === term && isShortForm(d)) ?? false;
}

/** The concept's further names; hidden ones are only for recognition. */
function others(concept: Concept | undefined, shown: readonly (string | undefined)[]): Designation[] {
  return concept?.designations.filter(({ text, status }) => status !== "hidden" && !shown.includes(text)) ?? [];
}

function termSec(text: string, type: string, status: string): string {
  return [
    "          <termSec>",
    `            <term>${escapeXml(text)}</term>`,
    `            <termNote type="termType">${type}</termNote>`,
    `            <termNote type="administrativeStatus">${status}Term-admn-sts</termNote>`,
    "          </termSec>",
  ].join("\n");
}
