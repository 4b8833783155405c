/** What the editor's tests share: only VS Code's public API, as any other extension would use it. */
import * as vscode from "vscode";

/** A finding of the extension, as the editor shows it. */
export interface Finding {
  readonly rule: string;
  /** The text under the squiggle. */
  readonly text: string;
  readonly range: vscode.Range;
  /** The page of the rule, which a click on the rule's name opens. */
  readonly page: vscode.Uri | undefined;
}

interface Wait {
  /** What is awaited, for the message when it does not come: "the hover over HLA". */
  readonly what: string;
  /** Milliseconds; the default allows for a cold start on a slow machine. */
  readonly timeout?: number;
  /** What there is instead, for the same message. */
  readonly seen?: () => unknown;
}

/**
 * Asks a provider through the editor. The editor cancels what it is asked while it hears of something new, such as fresh
 * findings; a user would see the question asked again, and so it is here.
 */
export async function asked<T>(command: string, ...args: unknown[]): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await vscode.commands.executeCommand<T>(command, ...args);
    } catch (error) {
      if (attempt === 5 || !(error instanceof Error) || !/^Cancell?ed/.test(error.message)) throw error;
    }
  }
}

/** Resolves with the first value of `condition` that is neither undefined, null nor false. */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what, timeout = 20_000, seen }: Wait,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false) {
      return value as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > deadline) {
      const instead = seen === undefined ? "" : `; there is ${JSON.stringify(await seen())}`;
      throw new Error(`waited ${timeout / 1000} s in vain for ${what}${instead}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension("immunolex.immunolex");
  if (found === undefined) throw new Error("the editor does not know the extension");
  return found;
}

/** The address of a file at the top of the temporary workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("the editor has no folder open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the temporary workspace behind the editor's back, as git or a script would. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Removes a file of the temporary workspace, if it is there. */
export async function deleteFile(name: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(inWorkspace(name));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) throw error;
  }
}

let drafts = 0;

/** Shows a new Markdown file with this text, under a name of its own so that tests do not meet. */
export async function openText(text: string): Promise<vscode.TextDocument> {
  drafts += 1;
  return show(await writeFile(`draft-${drafts}.md`, text));
}

/** Shows a fresh copy of one of the repository's examples. */
export async function openExample(name: string): Promise<vscode.TextDocument> {
  const original = vscode.Uri.joinPath(extension().extensionUri, "examples", name);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(original));
  return openText(text);
}

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Where `text` stands first in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const from = document.getText().toLowerCase().indexOf(text.toLowerCase());
  if (from < 0) throw new Error(`the draft does not contain "${text}"`);
  return new vscode.Range(document.positionAt(from), document.positionAt(from + text.length));
}

/** Inside the word that `text` begins with, where it stands first: "AIS. " picks one of several. */
export function placeIn(document: vscode.TextDocument, text: string): vscode.Position {
  return rangeOf(document, text).start.translate(0, 1);
}

/** Asks a provider of the editor about a place, by the command that VS Code has for it. */
export async function ask<T>(command: string, document: vscode.TextDocument, over: string, ...more: unknown[]): Promise<T> {
  return asked<T>(command, document.uri, placeIn(document, over), ...more);
}

/** The text of all hovers over the first occurrence of `term`. */
export async function hoverOver(document: vscode.TextDocument, term: string): Promise<string> {
  const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document, term);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

/** What the extension has found in a file so far, open or not. */
export function findings(document: vscode.TextDocument): Finding[] {
  return diagnostics(document.uri).map((diagnostic) => ({
    rule: ruleOf(diagnostic),
    page: typeof diagnostic.code === "object" ? diagnostic.code.target : undefined,
    text: document.getText(diagnostic.range),
    range: diagnostic.range,
  }));
}

/** The extension's own diagnostics of a file. */
export function diagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "immunolex");
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : (code ?? ""));
}

/** Waits for a finding of `rule` whose text matches. */
export function untilFound(document: vscode.TextDocument, rule: string, text: RegExp): Promise<Finding> {
  return until(() => findings(document).find((f) => f.rule === rule && text.test(f.text)), {
    what: `${rule} on ${text}`,
    seen: () => findings(document),
  });
}

/** Waits until no finding of `rule` has a text that matches. */
export async function untilGone(document: vscode.TextDocument, rule: string, text: RegExp): Promise<void> {
  await until(() => !findings(document).some((f) => f.rule === rule && text.test(f.text)), {
    what: `${rule} on ${text} to go`,
    seen: () => findings(document),
  });
}

/** The code actions at a place, with their edits. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const resolveAtMost = 50;
  return asked<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind.value, resolveAtMost);
}

/**
 * Applies the first code action at a place whose title matches. Waits for it: actions can be
 * missing for a moment after a diagnostic has appeared.
 */
export async function applyAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: RegExp,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<void> {
  const titles: string[] = [];
  const action = await until(
    async () => {
      const actions = await codeActions(document, range, kind);
      titles.splice(0, titles.length, ...actions.map((each) => each.title));
      return actions.find((each) => title.test(each.title));
    },
    { what: `a code action like ${title}`, seen: () => titles },
  );
  if (action.edit === undefined && action.command === undefined) {
    throw new Error(`the code action "${action.title}" does nothing`);
  }
  if (action.edit !== undefined) await apply(action.edit);
  if (action.command !== undefined) {
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...args);
  }
}

/** Inserts text at the end of the document, as if typed. */
export async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  await apply(edit);
}

/** Replaces the first occurrence of `before`. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  await apply(edit);
}

/** Applies an edit as the editor applies a provider's. */
export async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("the editor refused an edit");
}

/** Takes one step back in the document, as Ctrl+Z does. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand("undo");
}

/** Sets one of the extension's settings for as long as `during` runs. */
export async function withSetting(name: string, value: unknown, during: () => Promise<void>): Promise<void> {
  // Asked anew for each change: a configuration object keeps what it held when it was made.
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration("immunolex").update(name, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await during();
  } finally {
    await set(undefined);
  }
}
