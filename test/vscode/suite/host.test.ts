/** Where the extension runs: the suite is asked to show it on a desktop and as a web extension. */
import assert from "node:assert/strict";
import { options } from "./options.ts";
import { extension } from "./support.ts";

describe(`the extension in ${options.host === "web" ? "a worker of the browser" : "a process of Node"}`, () => {
  it("runs there, beside this suite", () => {
    assert.equal("WorkerGlobalScope" in globalThis, options.host === "web");
    // VS Code shows an extension only to the others of its own host.
    assert.equal(extension().id, "immunolex.immunolex");
  });
});
