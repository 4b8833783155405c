import assert from "node:assert/strict";
import fc from "fast-check";
import type { TermCard } from "../../client/src/protocol.ts";
import { cardPage } from "../../client/src/term-card-page.ts";

const t = (message: string, ...args: (string | number)[]) => message.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)]));
const page = (card: TermCard, back = false) => cardPage(card, { nonce: "0123abcd", t, language: "en", back });

const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
const cardOf = (text: string): TermCard => ({
  id: text,
  term: text,
  abbreviation: text,
  subject: text,
  definition: text,
  plain: text,
  scopeNote: text,
  note: text,
  evidence: text,
  record: "reviewed",
  reviewed: text,
  origin: text,
  names: [{ text, status: "superseded", since: text, reason: text, authority: text, count: 2 }],
  hierarchy: [
    { id: text, term: text, current: false, more: 3, children: [{ id: text, term: text, current: true, more: 0, children: [] }] },
  ],
  relations: [{ relation: "related", id: text, term: text }],
  references: [{ text, url: text, match: "close" }],
  sources: [{ text, url: `https://doi.org/${text}` }],
  places: [{ range, before: text, text, after: text }],
  count: 5,
});

describe("the page of a term card", () => {
  it("lets nothing load or run but what bears its nonce", () => {
    const html = page(cardOf("lupus"));
    assert.match(html, /content="default-src 'none'; style-src 'nonce-0123abcd'; script-src 'nonce-0123abcd'"/);
    assert.deepEqual(
      [...html.matchAll(/<(?:script|style)[^>]*>/g)].map(([tag]) => tag),
      ['<style nonce="0123abcd">', '<script nonce="0123abcd">'],
    );
    assert.doesNotMatch(html, /\s(?:src|on\w+|style)=/);
  });

  it("shows the text of a record and never takes it for markup", () => {
    const tags = (html: string) => [...html.matchAll(/<\/?[a-z1-9]+/g)].map(([tag]) => tag);
    const plain = tags(page(cardOf("lupus")));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("<", ">", '"', "'", "&", "img", "script", " onerror=", "x", "--", "{0}"), { maxLength: 12 }),
        (parts) => {
          assert.deepEqual(tags(page(cardOf(`lupus${parts.join("")}.`))), plain);
        },
      ),
    );
  });

  it("makes links of https addresses and of nothing else", () => {
    const hrefs = (url: string) => [
      ...page({ ...cardOf("lupus"), references: [{ text: "MeSH", url, match: "exact" }] }).matchAll(/href="([^"]*)"/g),
    ];
    assert(
      hrefs("https://meshb.nlm.nih.gov/record/ui?ui=D008180").some(([, href]) => href === "https://meshb.nlm.nih.gov/record/ui?ui=D008180"),
    );
    for (const url of ["javascript:alert(1)", "command:workbench.action.quit", "data:text/html,x", "file:///etc/passwd"]) {
      assert(!hrefs(url).some(([, href]) => href === url), url);
    }
  });

  it("draws the hierarchy with the concept in bold and the others as links", () => {
    const html = page({
      ...cardOf("lupus"),
      hierarchy: [
        { id: "A", term: "broad", current: false, more: 0, children: [{ id: "B", term: "lupus", current: true, more: 0, children: [] }] },
      ],
    });
    assert.match(
      html,
      /<ul class="tree"><li><a [^>]*>broad<\/a><ul class="tree"><li><strong aria-current="true">lupus<\/strong><\/li><\/ul><\/li><\/ul>/,
    );
  });

  it("links each place by its line and leads back only where something was shown before", () => {
    assert.match(page(cardOf("lupus")), /data-message="\{&quot;place&quot;:0\}">Line 3<\/a>/);
    assert.doesNotMatch(page(cardOf("lupus")), /&quot;back&quot;/);
    assert.match(page(cardOf("lupus"), true), /&quot;back&quot;/);
  });
});
