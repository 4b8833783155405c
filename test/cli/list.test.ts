import assert from "node:assert/strict";
import { cli, folderWith, run } from "./support.ts";

const draft = 'Human leukocyte antigen (HLA) genes. HLA, HLA and HLA, "so". Rheumatoid arthritis (RA) hurts; RA stays.\n';

describe("immunolex list", () => {
  before(async function () {
    this.timeout(60_000);
    await cli();
  });
  const cwd = folderWith({ "draft.md": draft, "empty.md": "" });

  it("writes the abbreviation list of a draft as Markdown", async () => {
    const { out, err, code } = await run(["list", "draft.md"], { cwd });
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(out, "| Abbreviation | Meaning |\n|---|---|\n| HLA | human leukocyte antigen |\n");
  });
  it("lists what is used as often as it is told", async () => {
    const { out } = await run(["list", "-", "--form", "csv", "--minimum-uses", "1"], { cwd, stdin: draft });
    assert.equal(out, "Abbreviation,Meaning\r\nHLA,human leukocyte antigen\r\nRA,rheumatoid arthritis\r\n");
  });
  it("writes glossaries and other forms", async () => {
    assert.match(
      (await run(["list", "draft.md", "--what", "glossary", "--form", "definitionList"], { cwd })).out,
      /^human leukocyte antigen \(HLA\)\n: MHC/,
    );
    assert.match((await run(["list", "draft.md", "--form", "tbx"], { cwd })).out, /<term>HLA<\/term>/);
    assert.match((await run(["list", "empty.md", "--form", "html"], { cwd })).out, /<table border="1">/);
  });
  it("tells what it cannot do", async () => {
    for (const [args, told] of [
      [["draft.md", "--what", "figures"], /--what <list>.*invalid/],
      [["draft.md", "--form", "docx"], /--form <form>.*invalid/],
      [["draft.md", "--minimum-uses", "few"], /whole number from 1 on, not “few”/],
      [["gone.md"], /gone\.md: cannot be read/],
    ] as const) {
      const { code, err } = await run(["list", ...args], { cwd });
      assert.equal(code, 2);
      assert.match(err, told);
    }
  });
});
