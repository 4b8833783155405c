import assert from "node:assert/strict";
import { GFM, parser } from "@lezer/markdown";
import fc from "fast-check";
import { createLinker } from "../../scripts/terminology/book/linker.ts";
import { inline, markdownOf } from "../../scripts/terminology/book/markdown.ts";
import { bookOf } from "../../scripts/terminology/book/model.ts";
import { pageOf } from "../../scripts/terminology/book/page.ts";
import { loadLanguage } from "../../scripts/terminology/language.ts";
import { terminologyOf } from "../../scripts/terminology/terminology.ts";

/** What a record must not be able to do, in each of its texts. */
const attack = `</script></style><script>alert(1)</script><img src=x onerror=alert(2)>" onclick="alert(3)' [l](javascript:alert(4)) ![i](http://x.example/i)`;

const yaml = JSON.stringify({
  subjects: { s: `subject ${attack}` },
  concepts: [
    {
      id: "T:1",
      subject: "s",
      term: `first ${attack}`,
      abbreviation: `F ${attack}`,
      designations: [
        `admitted ${attack}`,
        { text: `old ${attack}`, status: "superseded", reason: `reason ${attack}`, authority: `authority ${attack}` },
        { text: `hidden ${attack}`, status: "hidden" },
      ],
      definition: `definition of the second thing ${attack}`,
      plain: `plain ${attack}`,
      note: `note ${attack}`,
      scopeNote: `scope ${attack}`,
      related: ["T:2", "T:9"],
      xrefs: ["javascript:alert(5)", { id: "MESH:D0", match: "broad", note: `match ${attack}` }],
      sources: [
        { citation: `source ${attack}` },
        { citation: "script", url: "javascript:alert(6)" },
        { citation: "# 1. heading", url: "https://x.example/a>b" },
      ],
    },
    { id: "T:2", subject: "s", term: "second thing" },
  ],
});

const hostile = () => {
  const terminology = terminologyOf([{ path: "hostile.yaml", text: yaml }]);
  const concepts = terminology.entries.map(({ concept }) => concept);
  assert.equal(concepts.length, 2);
  return bookOf(terminology, { title: `Title ${attack}`, version: attack }, createLinker(concepts, loadLanguage()));
};

describe("terminology: a book of hostile records", () => {
  it("shows them on the page and lets them do nothing", () => {
    const page = pageOf(hostile());
    const tags = [...page.matchAll(/<([a-z]\w*)([^>]*)>/gi)].map(([, tag, attributes]) => ({ tag, attributes: attributes ?? "" }));
    assert.equal(tags.filter(({ tag }) => tag === "script").length, 2);
    assert.ok(!tags.some(({ tag }) => tag === "img"));
    assert.ok(!tags.some(({ attributes }) => / on\w+=/.test(attributes.replace(/"[^"]*"/g, ""))));
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1] as string);
    assert.ok(links.includes("#t-2"));
    assert.deepEqual(
      links.filter((link) => !/^(?:#|https:\/\/(?:meshb|x)\.|data:,$)/.test(link)),
      [],
    );
    for (const word of ["first", "F", "admitted", "old", "reason", "authority", "hidden", "Plain", "note", "scope", "match", "source"]) {
      assert.ok(page.includes(`${word} &lt;/script&gt;`), word);
    }
  });

  it("shows them in Markdown and lets them do nothing", () => {
    for (const [name, text] of markdownOf(hostile())) {
      const html = nodes(text).filter(({ type }) => /HTML|Comment|Instruction/.test(type));
      assert.deepEqual(
        html.map(({ from, to }) => text.slice(from, to)).filter((tag) => !/^<a id="t-[12]">$|^<\/a>$/.test(tag)),
        [],
        name,
      );
      const leading = nodes(text).filter(({ type }) => ["Image", "Autolink", "LinkReference"].includes(type));
      assert.deepEqual(leading, [], name);
      const urls = [...text.matchAll(/\]\(<?([^)\s>]*)/g)].filter(({ index }) => text[index - 1] !== "\\").map((match) => match[1]);
      for (const url of urls) assert.match(url as string, /^(?:s\.md|README\.md|https:\/\/(?:meshb|x)\.)/, name);
    }
  });
});

describe("terminology: a text in Markdown", () => {
  it("is shown as it is, whatever it holds", () => {
    const piece = fc.constantFrom(..."\\`*_[](){}<>#+-.!|~^$&;:/=\"' \n1aαé", "&amp;", "&#35;", "<b>", "](x)", "**", "HLA-B*27:05");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `x ${inline(pieces.join(""))} x`;
        const types = new Set(nodes(text).map(({ type }) => type));
        for (const type of ["Document", "Paragraph", "Escape"]) types.delete(type);
        assert.deepEqual([...types], []);
        const shown = text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
        assert.equal(shown, `x ${pieces.join("").replace(/\s+/g, " ")} x`);
      }),
      { numRuns: 2000 },
    );
  });
});

function nodes(text: string): { type: string; from: number; to: number }[] {
  const found: { type: string; from: number; to: number }[] = [];
  parser
    .configure(GFM)
    .parse(text)
    .iterate({ enter: ({ name, from, to }) => void found.push({ type: name, from, to }) });
  return found;
}
