/** `immunolex server`: the language server. */

/** Starts it; loaded only now, so that no other command pays for it. */
export async function serve(): Promise<void> {
  const { startNodeServer } = await import("../lsp/node-server.ts");
  await startNodeServer();
}
