/** A server that dies, in a real editor. */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import { append, findings, hoverOver, until, untilFound } from "./support.ts";

describe("a server that dies", () => {
  it("is started again, and no unsaved text is lost", async () => {
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
