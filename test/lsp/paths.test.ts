/** Addresses and globs, which differ from one system and one client to the next. */
import assert from "node:assert/strict";
import { globTest } from "../../server/src/lsp/glob.ts";
import { keyOf, nameOf, pathWithin, resolvePath } from "../../server/src/lsp/uris.ts";

describe("addresses", () => {
  it("are the same however they are escaped", () => {
    assert.equal(keyOf("file:///c%3A/My%20drafts/a%2Bb.md"), keyOf("file:///C:/My drafts/a+b.md"));
    assert.equal(keyOf("file:///100%"), "file:///100%");
    assert.equal(nameOf("file:///a/b%20c.yaml"), "b c.yaml");
  });

  it("of a path that a person wrote", () => {
    const folder = "file:///home/ann/review";
    const home = "file:///home/ann";
    for (const [path, uri] of [
      ["house.yaml", "file:///home/ann/review/house.yaml"],
      ["./packs/a b.yaml", "file:///home/ann/review/packs/a%20b.yaml"],
      ["../house.yaml", "file:///home/ann/house.yaml"],
      ["/opt/house.yaml", "file:///opt/house.yaml"],
      ["~/house.yaml", "file:///home/ann/house.yaml"],
      ["C:\\packs\\house.yaml", "file:///C%3A/packs/house.yaml"],
      ["vscode-vfs://github/a/b.yaml", "vscode-vfs://github/a/b.yaml"],
    ] as const) {
      assert.equal(resolvePath(path, folder, home), uri);
    }
    assert.equal(resolvePath("house.yaml", undefined, home), undefined);
    assert.equal(resolvePath("/house.yaml", "vscode-vfs://github/a", undefined), "vscode-vfs://github/house.yaml");
  });

  it("lie in a folder or do not", () => {
    assert.equal(pathWithin("file:///a", "file:///a/b/c.md"), "b/c.md");
    assert.equal(pathWithin("file:///a/", "file:///a/b.md"), "b.md");
    assert.equal(pathWithin("file:///a", "file:///ab/c.md"), undefined);
  });
});

describe("globs", () => {
  for (const [glob, yes, no] of [
    ["*.md", ["a.md", "b/c/a.md"], ["a.mdx"]],
    ["notes/**", ["notes/a.md", "notes/b/c.md"], ["a/notes.md", "notes"]],
    ["notes/", ["notes/b/c.md"], ["other/notes/a.md"]],
    ["**/old/*.md", ["old/a.md", "a/b/old/c.md"], ["old/b/a.md"]],
    ["/top.md", ["top.md"], ["a/top.md"]],
    ["{a,b}-?.md", ["a-1.md", "x/b-2.md"], ["c-1.md", "a-12.md"]],
    ["a.(x)[1]+$.md", ["a.(x)[1]+$.md"], ["a.x1.md"]],
    ["{a", ["{a"], ["a"]],
    ["a},b", ["a},b"], ["a"]],
  ] as const) {
    it(glob, () => {
      const test = globTest(glob);
      for (const path of yes) assert(test(path), path);
      for (const path of no) assert(!test(path), path);
    });
  }
});
