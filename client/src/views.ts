/** The side bar, the term card and the commands that belong to them. */
import { commands, type Disposable, type ExtensionContext, Uri, workspace } from "vscode";
import { AbbreviationsView } from "./abbreviations-view.ts";
import { DraftInView } from "./draft-in-view.ts";
import { openOwnTerms, openSample } from "./first-contact.ts";
import { folderFixCommands } from "./fix-folder.ts";
import { FolderFixes } from "./folder-fixes.ts";
import { registerHoverCommands } from "./hover-commands.ts";
import type { PlacesParams } from "./protocol.ts";
import type { Server } from "./server.ts";
import { TermCardPanel } from "./term-card.ts";
import { TermsView } from "./terms-view.ts";
import { walk } from "./walk.ts";

/** What the extension shows beside the editor. It is also what the extension's tests get to see of it. */
export interface Views extends Disposable {
  readonly terms: TermsView;
  readonly abbreviations: AbbreviationsView;
  readonly card: TermCardPanel;
  readonly folderFixes: FolderFixes;
  /** Says that the views may have to show something else. */
  refresh(): void;
}

export function createViews(context: ExtensionContext, server: Server): Views {
  const draft = new DraftInView();
  const terms = new TermsView(server, draft);
  const abbreviations = new AbbreviationsView(server, draft);
  const card = new TermCardPanel(server, draft);
  const folderFixes = new FolderFixes(server);
  const parts: Disposable[] = [
    draft,
    terms,
    abbreviations,
    card,
    folderFixes,
    ...folderFixCommands(folderFixes, () => draft.uri),
    // The rules decide what counts as a finding.
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("immunolex") && draft.refreshSoon()),
    commands.registerCommand("immunolex.walk", (target: PlacesParams, start?: Parameters<typeof walk>[2]) => walk(server, target, start)),
    commands.registerCommand("immunolex.filterTerms", () => terms.askFilter()),
    commands.registerCommand("immunolex.clearTermsFilter", () => terms.setFilter("")),
    commands.registerCommand("immunolex.showTermCard", (given?: unknown, uri?: unknown) => {
      const id = conceptIn(given);
      return id === undefined ? card.showAtCursor() : card.show(id, typeof uri === "string" ? Uri.parse(uri) : undefined);
    }),
    ...registerHoverCommands(server),
    commands.registerCommand("immunolex.termCardBack", () => card.follow({ back: true })),
    commands.registerCommand("immunolex.openSample", () => openSample(context.extensionUri)),
    commands.registerCommand("immunolex.openOwnTerms", () => openOwnTerms(draft.uri)),
    commands.registerCommand("immunolex.getStarted", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#getStarted`, false),
    ),
  ];
  return {
    terms,
    abbreviations,
    card,
    folderFixes,
    refresh: () => draft.refreshSoon(),
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

/** The concept that a command is called for: an id, or a row of the Terms view. */
function conceptIn(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  const id = (given as { term?: { id?: unknown } } | undefined)?.term?.id;
  return typeof id === "string" ? id : undefined;
}
