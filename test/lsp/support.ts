/** A real client: JSON-RPC over the standard streams of a server process, as any editor would speak to it. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from "vscode-languageserver";
import { loadLanguage } from "../../scripts/terminology/language.ts";
import { builtinPack, loadTerminology } from "../../scripts/terminology/terminology.ts";
import { applyEdits, Lines, prebuild } from "../../server/src/core/index.ts";

const entry = fileURLToPath(new URL("../../server/src/lsp/node.ts", import.meta.url));
const temporary: string[] = [];
const running = new Set<ChildProcess>();
let bundle: Promise<string> | undefined;

process.on("exit", () => {
  for (const child of running) child.kill();
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** Bundles the server once, with the terminology beside it as in the product, and answers its path. */
function serverBundle(): Promise<string> {
  bundle ??= (async () => {
    const folder = temporaryFolder();
    const outfile = join(folder, "server-node.cjs");
    await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning" });
    writeFileSync(join(folder, "terminology.json"), prebuiltTerminology());
    return outfile;
  })();
  return bundle;
}

/** The text of terminology.json, made from the sources as they are. */
export function prebuiltTerminology(): string {
  return JSON.stringify(prebuild(builtinPack(loadTerminology()), loadLanguage()));
}

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "immunolex-lsp-")));
  temporary.push(folder);
  return folder;
}

/** A workspace folder with files in it. */
export class Workspace {
  readonly path = temporaryFolder();
  readonly uri = pathToFileURL(this.path).href;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** Writes a file and answers its address. */
  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this.at(name);
  }

  remove(name: string): void {
    rmSync(join(this.path, name), { recursive: true, force: true });
  }

  at(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }
}

export interface ClientOptions {
  readonly folders?: readonly { readonly uri: string }[];
  /** Files that the client serves to the server. */
  readonly serving?: Readonly<Record<string, string>>;
  /** What the client answers when it is asked for `immunolex`; changed by `setSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly capabilities?: Record<string, unknown>;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
}

type Wanted = (diagnostics: readonly Diagnostic[], params: PublishDiagnosticsParams) => boolean;

export class Client {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly messages: string[] = [];
  readonly logs: string[] = [];
  /** Methods of requests that the server has made, and their parameters. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  capabilities!: InitializeResult["capabilities"];
  private settings: Readonly<Record<string, unknown>>;
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly watchers = new Set<() => void>();

  private constructor(child: ChildProcess, settings: Readonly<Record<string, unknown>>) {
    assert(child.stdout && child.stdin);
    this.process = child;
    this.settings = settings;
    this.connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.changed();
    });
    for (const [method, told] of [
      ["window/showMessage", this.messages],
      ["window/logMessage", this.logs],
    ] as const) {
      this.connection.onNotification(method, ({ message }: { message: string }) => {
        told.push(message);
        this.changed();
      });
    }
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    this.connection.onRequest((method, params) => {
      this.asked.push({ method, params });
      this.changed();
      return null;
    });
    this.connection.listen();
  }

  /** Starts a server and introduces itself. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const child = spawn(process.execPath, [await serverBundle(), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    // A server that a failed test has left behind must not keep the tests from ending.
    child.unref();
    for (const stream of [child.stdin, child.stdout]) (stream as unknown as Socket).unref();
    running.add(child);
    child.once("exit", () => running.delete(child));
    const client = new Client(child, options.settings ?? {});
    const { serving } = options;
    if (serving) {
      client.connection.onRequest("immunolex/readFile", ({ uri }: { uri: string }) => ({ text: serving[uri] ?? null }));
      client.connection.onRequest("immunolex/findFiles", () => []);
      client.connection.onRequest("immunolex/findDrafts", ({ folder }: { folder: string }) =>
        Object.keys(serving).filter((uri) => uri.startsWith(`${folder}/`)),
      );
    }
    const { workspace, ...capabilities } = options.capabilities ?? {};
    const answer = await client.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map(({ uri }) => ({ uri, name: "folder" })) ?? null,
      initializationOptions: options.initializationOptions,
      locale: options.locale,
      capabilities: {
        ...capabilities,
        workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, ...(workspace as object) },
      },
    });
    client.capabilities = answer.capabilities;
    client.notify("initialized", {});
    return client;
  }

  /** Ends the server as an editor would and answers its exit code. */
  async stop(): Promise<number | null> {
    await this.request("shutdown", undefined);
    this.notify("exit", undefined);
    return this.exited();
  }

  async exited(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, "exit");
    return this.process.exitCode;
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = "markdown"): OpenFile {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return new OpenFile(this, uri, text);
  }

  setSettings(settings: Readonly<Record<string, unknown>>): void {
    this.settings = settings;
    this.notify("workspace/didChangeConfiguration", { settings: null });
  }

  filesChanged(...uris: string[]): void {
    this.notify("workspace/didChangeWatchedFiles", { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }

  /** What was last published for a file, once it is as wanted. */
  async publishedFor(uri: string, wanted: Wanted = () => true): Promise<readonly Diagnostic[]> {
    return (
      await this.until(() => {
        const params = this.published.get(uri);
        return params && wanted(params.diagnostics, params) ? params : undefined;
      })
    ).diagnostics;
  }

  /** Whether anything was published for a file. */
  wasSent(uri: string): boolean {
    return this.published.has(uri);
  }

  /** Waits for something that the server tells. */
  until<Value>(condition: () => Value | undefined | false): Promise<Value> {
    return new Promise((resolve) => {
      const look = () => {
        const value = condition();
        if (value === undefined || value === false) return;
        this.watchers.delete(look);
        resolve(value);
      };
      this.watchers.add(look);
      look();
    });
  }

  private changed(): void {
    for (const look of [...this.watchers]) look();
  }
}

/** A file that the client has open; it keeps the text as an editor does. */
export class OpenFile {
  readonly uri: string;
  text: string;
  version = 1;
  private readonly client: Client;

  constructor(client: Client, uri: string, text: string) {
    this.client = client;
    this.uri = uri;
    this.text = text;
  }

  /** The position of the first occurrence of a text, or of its end. */
  positionOf(text: string, end = false): Position {
    const at = this.text.indexOf(text);
    assert.notEqual(at, -1, `the file does not contain “${text}”`);
    return Lines.of(this.text).positionAt(end ? at + text.length : at);
  }

  /** The nearest position that is inside the text, and before the break of its line. */
  inText({ line, character }: Position): Position {
    const lines = this.text.split(/\r\n|\n|\r/);
    const inside = Math.min(line, lines.length - 1);
    return { line: inside, character: Math.min(character, lines[inside]?.length ?? 0) };
  }

  rangeOf(text: string): Range {
    return { start: this.positionOf(text), end: this.positionOf(text, true) };
  }

  /** Changes the text by ranges, one after another. */
  edit(...changes: readonly { readonly range: Range; readonly text: string }[]): void {
    for (const change of changes) {
      const lines = Lines.of(this.text);
      const [from, to] = [lines.offsetAt(change.range.start), lines.offsetAt(change.range.end)];
      this.text = this.text.slice(0, from) + change.text + this.text.slice(to);
    }
    this.notifyChange(changes);
  }

  replace(old: string, text: string): void {
    this.edit({ range: this.rangeOf(old), text });
  }

  replaceAll(text: string): void {
    this.text = text;
    this.notifyChange([{ text }]);
  }

  /** Applies edits that all speak of the text as it is. */
  apply(edits: readonly TextEdit[]): void {
    const lines = Lines.of(this.text);
    const inOrder = edits
      .map(({ range, newText }) => ({ from: lines.offsetAt(range.start), to: lines.offsetAt(range.end), text: newText }))
      .sort((a, b) => a.from - b.from);
    this.replaceAll(applyEdits(this.text, inOrder));
  }

  /** What is published for the present version, once it is as wanted. */
  diagnostics(wanted: Wanted = () => true): Promise<readonly Diagnostic[]> {
    return this.client.publishedFor(this.uri, (diagnostics, params) => params.version === this.version && wanted(diagnostics, params));
  }

  pull(previousResultId?: string): Promise<{ kind: string; resultId: string; items: Diagnostic[] }> {
    return this.ask("diagnostic", { previousResultId });
  }

  async hover(over: string): Promise<string> {
    const hover = await this.ask<Hover | null>("hover", { position: this.positionOf(over) });
    return hover ? (hover.contents as { value: string }).value : "";
  }

  completion(after: string): Promise<CompletionList | null> {
    return this.ask("completion", { position: this.positionOf(after, true) });
  }

  actions(at: string, context: object = {}): Promise<CodeAction[]> {
    return this.ask("codeAction", { range: this.rangeOf(at), context: { diagnostics: [], ...context } });
  }

  ask<Result>(feature: string, params: object): Promise<Result> {
    return this.client.request(`textDocument/${feature}`, { textDocument: { uri: this.uri }, ...params });
  }

  close(): void {
    this.client.notify("textDocument/didClose", { textDocument: { uri: this.uri } });
  }

  /** Tells of a change as it is given, whatever it does to the text. */
  notifyChange(contentChanges: readonly object[]): void {
    this.version++;
    this.client.notify("textDocument/didChange", { textDocument: { uri: this.uri, version: this.version }, contentChanges });
  }
}

/** The rule of each finding and the text under it, for comparison. */
export function findings(diagnostics: readonly Diagnostic[], text: string): string[] {
  const lines = Lines.of(text);
  return diagnostics.map(({ code, range }) => `${code}: ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`);
}

/** The words of a finding. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? "";
  return typeof message === "string" ? message : message.value;
}

/** Whether a rule is among the findings. */
export function has(rule: string): Wanted {
  return (diagnostics) => diagnostics.some(({ code }) => code === rule);
}

/** Whether a rule is not among the findings. */
export function hasNot(rule: string): Wanted {
  return (diagnostics) => !diagnostics.some(({ code }) => code === rule);
}
