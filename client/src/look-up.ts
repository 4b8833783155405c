import { CancellationTokenSource, l10n, type QuickPickItem, window } from "vscode";
import type { LookUpItem } from "./protocol.ts";
import { lookUpRequest } from "./protocol.ts";
import type { Server } from "./server.ts";

interface Choice extends QuickPickItem {
  readonly concept: LookUpItem;
}

/** Lets a writer search the whole terminology while typing; answers the concept that was picked. */
export function pickConcept(server: Server): Promise<LookUpItem | undefined> {
  const pick = window.createQuickPick<Choice>();
  const editor = window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  let request = new CancellationTokenSource();
  /** Whether Enter was pressed before there was an answer: it means the first that is found for what is typed. */
  let entered = false;
  let take: (concept: LookUpItem) => void = () => {};

  const search = async (query: string) => {
    request.cancel();
    request = new CancellationTokenSource();
    const { token } = request;
    pick.busy = true;
    const found = await server.ask(lookUpRequest, { query, ...(uri === undefined ? {} : { uri }) }, token);
    // An answer to what was typed before is of no use any more.
    if (token.isCancellationRequested) return;
    pick.busy = false;
    pick.items = (found ?? []).map(choice);
    const [first] = pick.items;
    if (entered && first) take(first.concept);
    entered = false;
  };

  pick.title = l10n.t("Look Up Term");
  pick.placeholder = l10n.t("A term, an abbreviation, or a word of a definition");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const selected = editor?.document.getText(editor.selection).trim() ?? "";
  if (selected !== "" && selected.length <= 100 && !selected.includes("\n")) pick.value = selected;
  pick.onDidChangeValue((query) => {
    // Who goes on typing has changed their mind about Enter.
    entered = false;
    return search(query);
  });
  pick.show();

  return new Promise((resolve) => {
    take = (concept) => {
      resolve(concept);
      pick.hide();
    };
    pick.onDidAccept(() => {
      const [selected] = pick.selectedItems;
      // What is shown while a search is under way was found for what was typed before it.
      if (pick.busy) entered = true;
      else if (selected) take(selected.concept);
    });
    pick.onDidHide(() => {
      request.cancel();
      pick.dispose();
      resolve(undefined);
    });
    void search(pick.value);
  });
}

function choice(concept: LookUpItem): Choice {
  const { term, abbreviation, name, definition, origin } = concept;
  return {
    label: abbreviation === undefined ? term : `${term} (${abbreviation})`,
    description: name === undefined ? origin : `${name} · ${origin}`,
    ...(definition === undefined ? {} : { detail: definition }),
    // The server has searched already, by rules of its own.
    alwaysShow: true,
    concept,
  };
}
