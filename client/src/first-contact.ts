/** Commands for who opens Immunolex for the first time: a draft to try it on, and a file for terms of one's own. */
import { commands, l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from "vscode";

/** Opens the sample draft as a new document, so that whatever is done to it harms nothing. */
export async function openSample(extension: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, "walkthrough", "sample-draft.md"));
  const document = await workspace.openTextDocument({ language: "markdown", content: new TextDecoder().decode(bytes) });
  await window.showTextDocument(document, { preview: false });
}

/** Opens the folder's `immunolex.yaml`; where there is none, one with an example is made. */
export async function openOwnTerms(draft: Uri | undefined): Promise<void> {
  const folder = folderFor(draft);
  if (!folder) {
    const open = l10n.t("Open Folder…");
    const chosen = await window.showInformationMessage(
      l10n.t("Open the folder with your drafts first: your own terms lie beside them."),
      open,
    );
    if (chosen === open) await commands.executeCommand("vscode.openFolder");
    return;
  }
  const uri = Uri.joinPath(folder.uri, "immunolex.yaml");
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(ownTerms) });
  await workspace.applyEdit(edit);
  await window.showTextDocument(uri);
}

function folderFor(draft: Uri | undefined): WorkspaceFolder | undefined {
  return (draft && workspace.getWorkspaceFolder(draft)) ?? workspace.workspaceFolders?.[0];
}

/**
 * Comments alone would be a file without a word of its own, so the example is real. A style, though, would outrank the one
 * that the writer has chosen in the settings.
 */
const ownTerms = `# Terms and decisions of this folder's drafts. Immunolex reads the file whenever it changes.

# The style to hold to, in place of the one in the settings: consistent, ama, uk or ji.
# extends: ama

# How loudly a rule speaks: off, hint, information, warning or error.
# rules:
#   abbr-unused: off

# Abbreviations that need no definition.
# exempt: [RNA]

concepts:
  - term: house dust mite
    abbreviation: HDM
    definition: mite of the genus Dermatophagoides that lives in house dust
    avoid: [dust bug]
`;
