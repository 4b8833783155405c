/** Links under a hover, and that a pack or a draft can add none of its own. */
import assert from "node:assert/strict";
import { GFM, parser } from "@lezer/markdown";
import {
  createLayer,
  createTerminologySet,
  type HoverAction,
  hover,
  readPack,
  Spelling,
  type TerminologySet,
} from "../../server/src/core/index.ts";
import { check } from "../support/check.ts";
import { builtinSet } from "../support/terminology.ts";

const markdown = parser.configure(GFM);
const actionAddress = (action: HoverAction) =>
  `command:test.${action.kind}?${"id" in action ? encodeURIComponent(action.id) : action.offset}`;

function hoverAt(marked: string, set: TerminologySet = builtinSet): string {
  const { draft, cursor } = check(marked, { set, rules: [] });
  return hover(draft, cursor, { actionAddress, lineAddress: (line) => `file:///draft.md#L${line}` })?.markdown ?? "";
}

/** What a reader could click, load or have run: addresses of links, and anything that is HTML or a picture. */
function active(text: string): string[] {
  const found: string[] = [];
  markdown.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (["Image", "HTMLTag", "HTMLBlock", "Autolink", "Comment", "ProcessingInstruction", "LinkReference"].includes(name))
        found.push(`${name} ${text.slice(from, to)}`);
      if (name === "Link") {
        const url = node.getChild("URL");
        found.push(url ? text.slice(url.from, url.to) : `Link ${text.slice(from, to)}`);
      }
      if (name === "URL" && !["Link", "Image", "Autolink"].includes(node.parent?.name ?? "")) found.push(`URL ${text.slice(from, to)}`);
    },
  });
  return found;
}

describe("the last line of a hover", () => {
  const last = (text: string) => text.split("\n").at(-1) ?? "";

  it("leads to the term card, all uses and the rename of the name under it", () => {
    assert.match(
      last(hoverAt("Molecular mim‸icry.")),
      /^\[Term card\]\(command:test\.termCard\?IMX%3A\d+\) · \[All uses\]\(command:test\.allUses\?13\) · \[Rename\]\(command:test\.rename\?13\)$/,
    );
  });

  it("leads to the card of what the document alone defines", () =>
    assert.match(last(hoverAt("The zeta zone factor (ZZF) rose. ZZ‸F.")), /^\[Term card\]\(command:test\.termCard\?document/));

  it("offers a card for each meaning of a homonym", () =>
    assert.match(
      last(hoverAt("The C‸D flared.")),
      /^\[Term card: cluster of differentiation\]\(.*\) · \[Term card: Crohn disease\]\(.*\) · \[All uses\]\([^)]*\)$/,
    ));

  it("offers no rename where there can be none", () => {
    const text = last(hoverAt("> Molecular mim‸icry.\n"));
    assert.match(text, /All uses/);
    assert.doesNotMatch(text, /Rename/);
  });

  it("is not there where the editor has no commands, nor for what is no concept", () => {
    const { draft, cursor } = check("Molecular mim‸icry.", { set: builtinSet, rules: [] });
    assert.doesNotMatch(hover(draft, cursor)?.markdown ?? "", /command:|Term card/);
    assert.doesNotMatch(hoverAt("HLA-DRB1\\*04:‸01."), /command:/);
  });
});

describe("a hover over what a pack or a draft made up", () => {
  const nasty = [
    "[x](command:immunolex.restartServer)",
    "[x](<command:a b>)",
    "![y](https://evil.example/y.png)",
    '<a href="command:immunolex.restartServer">z</a>',
    "<img src=x onerror=alert(1)>",
    "<https://evil.example>",
    "https://evil.example www.evil.example evil@evil.example mailto:evil@evil.example",
    "\\[x](command:evil)",
    "\\\\[x](command:evil)",
    "]( command:evil)",
    "[x]: command:evil",
    "\n\n[x]: command:evil\n\n[x]",
    "``[x](command:evil)",
    "&lt;a href=x&gt; &#91;x](command:evil)",
    "<!-- x --> <?x?> <![CDATA[x]]>",
    "x\n\n<script>alert(1)</script>\n\n![z](z)",
    "|x|\n|-|\n|[x](command:evil)|",
    "*Source:* [x][y] **[b](command:evil)**",
  ];
  /** The fields of a record, with `text` in each that takes any. */
  const record = (text: string) => ({
    id: "house:one",
    subject: "field",
    term: { text: "quagga cell", type: "full" },
    abbreviation: `${text.replace(/\s+/g, " ")} Q`,
    designations: [
      { text: "old quagga", status: "superseded", reason: text, since: "2001", authority: text },
      { text: "poor quagga", status: "deprecated", reason: text, since: text.slice(0, 50).trim() || "x", authority: text },
      { text: `a ${text}`, status: "admitted" },
      { text: `b ${text}`, status: "deprecated", reason: text },
    ],
    definition: text,
    scopeNote: text,
    note: text,
    plain: text,
    evidence: "established",
    broader: ["house:two"],
    partOf: ["house:two"],
    related: ["house:two"],
    confusedWith: ["house:two"],
    xrefs: [{ id: `MONDO:0000001)${text.replace(/\s+/g, "")}`, note: text }, `EVIL:${text.replace(/\s+/g, "")}`],
    sources: [{ citation: text, doi: `10.1000/x)${text.replace(/\s+/g, "")}` }, text],
  });

  function setOf(text: string): TerminologySet {
    const concepts = [record(text), { id: "house:two", term: `two ${text}`, definition: text }];
    const { pack } = readPack(JSON.stringify({ name: "house", title: text, subjects: { field: text }, concepts }), { name: "house" });
    assert.equal(pack.concepts.length, 2, text);
    const layer = createLayer({ kind: "workspace", name: pack.title ?? "", subjects: pack.subjects }, pack.concepts, new Spelling([]));
    return createTerminologySet([layer], { spelling: [], eponyms: { names: [], nouns: [] }, exempt: [], ambiguous: {}, styles: {} });
  }

  /** The links that we make ourselves. */
  const ours =
    /^(?:command:test\.\w+\?[\w%.-]*|file:\/\/\/draft\.md#L\d+|https:\/\/(?:doi\.org|monarchinitiative\.org|dx\.doi\.org)\/[^\s()<>]*)$/;

  for (const text of nasty) {
    it(`has no link, picture or HTML of theirs: ${JSON.stringify(text)}`, () => {
      const set = setOf(text);
      for (const draft of ["A quagga ce‸ll.", "An old quag‸ga.", "A poor quag‸ga."]) {
        const told = hoverAt(draft, set);
        assert.match(told, /quagga/);
        for (const each of active(told)) assert.match(each, ours, told);
      }
      const own = [
        `# Glossary\n\nquagga factor: ${text}\n\n# Text\n\nA quagga fac‸tor.`,
        `The quagga mimic ${text} factor (QMF) rose.\n\nQM‸F fell.`,
        `*[QMF]: quagga ${text}\n\nQM‸F.`,
        `- QMF: ${text}\n\nQM‸F.`,
      ];
      for (const draft of own) for (const each of active(hoverAt(draft))) assert.match(each, ours, draft);
    });
  }

  it("would be found out if it were not escaped", () => {
    for (const text of nasty.slice(0, 7)) assert.notDeepEqual(active(text), [], text);
  });
});
