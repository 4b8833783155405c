import { CancellationTokenSource, commands, type Disposable, type TreeView } from "vscode";
import type { DraftInView } from "./draft-in-view.ts";
import type { Request } from "./protocol.ts";
import type { Server } from "./server.ts";

/** Why a view has nothing to show; package.json has a welcome text for each. */
export type ViewState = "noDraft" | "unchecked" | "failed" | "empty" | "filtered" | "shown";

/**
 * What the server says of the draft in view, for one tree. It is asked once for a change, and only while the tree can be
 * seen; what changes meanwhile is asked for when the tree comes back.
 */
export class LiveAnswer<Item> implements Disposable {
  /** The draft that the items are of. */
  uri: string | undefined;
  items: readonly Item[] = [];
  state: ViewState = "noDraft";
  private readonly view: string;
  private readonly request: Request<{ uri: string }, Item[] | null>;
  private readonly server: Server;
  private readonly draft: DraftInView;
  private readonly changed: () => void;
  private readonly listening: Disposable;
  private visible = false;
  private stale = true;
  private turn = new CancellationTokenSource();

  /** `changed` is called when there is another answer. `view` is the id of the tree, whose state becomes a context key. */
  constructor(view: string, request: Request<{ uri: string }, Item[] | null>, server: Server, draft: DraftInView, changed: () => void) {
    this.view = view;
    this.request = request;
    this.server = server;
    this.draft = draft;
    this.changed = changed;
    this.listening = draft.onDidChange(() => {
      this.stale = true;
      void this.refresh();
    });
  }

  /** Follows whether the tree can be seen. */
  follow(tree: TreeView<unknown>): Disposable {
    const look = () => {
      this.visible = tree.visible;
      void this.refresh();
    };
    look();
    return tree.onDidChangeVisibility(look);
  }

  /** Says which welcome text fits. */
  become(state: ViewState): void {
    this.state = state;
    void commands.executeCommand("setContext", `${this.view}.state`, state);
  }

  dispose(): void {
    this.turn.cancel();
    this.listening.dispose();
  }

  private async refresh(): Promise<void> {
    if (!this.visible || !this.stale) return;
    this.stale = false;
    this.turn.cancel();
    this.turn = new CancellationTokenSource();
    const { token } = this.turn;
    const uri = this.draft.uri?.toString();
    const answer = uri === undefined ? undefined : await this.server.ask(this.request, { uri }, token);
    // A later question is under way.
    if (token.isCancellationRequested) return;
    this.uri = uri;
    this.items = answer ?? [];
    this.become(stateOf(uri, answer));
    this.changed();
  }
}

function stateOf(uri: string | undefined, answer: readonly unknown[] | null | undefined): ViewState {
  if (uri === undefined) return "noDraft";
  if (answer === undefined) return "failed";
  if (answer === null) return "unchecked";
  return answer.length === 0 ? "empty" : "shown";
}
