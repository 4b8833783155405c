/** A server that dies, in a real editor. */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import { options } from "./options.ts";
import { append, findings, hoverOver, openText, until, untilFound } from "./support.ts";

describe("a server that dies", () => {
  it("is started again, and no unsaved text is lost", async function () {
    // A worker of the browser is no process that could be killed, and gives no sign when it ends.
    if (options.host === "web") this.skip();
    const content = "The human leukocyte antigen (HLA) genes lie on chromosome 6.\n";
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
    await vscode.window.showTextDocument(document);
    await untilFound(document, "abbr-unused", /HLA/);
    await append(document, "\nA third of them show molecular mimicry; SLE follows.\n");
    await untilFound(document, "abbr-undefined", /SLE/);
    const text = document.getText();

    const [server, ...more] = servers();
    assert(server && more.length === 0);
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await ended;

    await until(async () => /resembl|similarity/.test(await hoverOver(document, "molecular mimicry")), { what: "the hover to come back" });
    await untilFound(document, "abbr-undefined", /SLE/);
    assert.equal(document.getText(), text);
    assert(document.isUntitled && document.isDirty);
    assert.deepEqual(
      servers().map(({ pid }) => pid === server.pid),
      [false],
    );
    await append(document, "\nThe GVHD too.\n");
    await untilFound(document, "abbr-undefined", /GVHD/);
    assert.equal(findings(document).filter((finding) => finding.text === "SLE").length, 1);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

describe("a server that is started anew", () => {
  it("takes the place of the one before, which ends", async () => {
    const alive = options.host === "web" ? workers() : servers;
    const document = await openText("The human leukocyte antigen (HLA) genes lie on chromosome 6.\n");
    await untilFound(document, "abbr-unused", /HLA/);
    const seen = new Set<object>();
    for (let time = 0; time < 2; time++) {
      await vscode.commands.executeCommand("immunolex.restartServer");
      await until(() => alive().length === 1, { what: "one server and no other", seen: () => alive().length });
      for (const server of alive()) seen.add(server);
    }
    assert.equal(seen.size, 2);
  });
});

/** Counts the workers that this worker, the extension host, starts from now on and has not ended. */
function workers(): () => Worker[] {
  const alive = new Set<Worker>();
  const Original = globalThis.Worker;
  const counting = (...world: ConstructorParameters<typeof Worker>): Worker => {
    const worker = new Original(...world);
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      alive.delete(worker);
      terminate();
    };
    alive.add(worker);
    return worker;
  };
  globalThis.Worker = new Proxy(Original, { construct: (_, world) => counting(...(world as ConstructorParameters<typeof Worker>)) });
  return () => [...alive];
}

/** The processes of language servers that this process, the extension host, has started. */
function servers(): ChildProcess[] {
  // Node keeps no public list of a process's children.
  const { _getActiveHandles } = process as unknown as { _getActiveHandles(): (Partial<ChildProcess> & object)[] };
  const isServer = (handle: Partial<ChildProcess>): handle is ChildProcess =>
    handle.spawnargs?.some((argument) => argument.endsWith("server-node.cjs")) === true &&
    handle.exitCode === null &&
    handle.signalCode === null;
  return _getActiveHandles.call(process).filter(isServer);
}
