import { type Disposable, EventEmitter, languages, type TextDocument, type Uri, window, workspace } from "vscode";
import { draftSelector } from "./server.ts";

/** Milliseconds without a change after which the views follow what was typed. */
const pause = 400;

/** The draft that the views speak of: the one being edited, or the last one that was, while it is open. */
export class DraftInView implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires when another draft is in view and, after a pause, when its text has changed. */
  readonly onDidChange = this.changed.event;
  private document: TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listening: Disposable[];

  constructor() {
    this.document = this.find();
    this.listening = [
      window.onDidChangeActiveTextEditor(() => this.look()),
      workspace.onDidOpenTextDocument(() => this.look()),
      workspace.onDidCloseTextDocument(() => this.look()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.document && contentChanges.length > 0) this.refreshSoon();
      }),
    ];
  }

  get uri(): Uri | undefined {
    return this.document?.uri;
  }

  /** Says that what is known of the draft may be another, as after a change of settings. */
  refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of this.listening) each.dispose();
    this.changed.dispose();
  }

  private look(): void {
    const found = this.find();
    if (found === this.document) return;
    this.document = found;
    clearTimeout(this.timer);
    this.changed.fire();
  }

  private find(): TextDocument | undefined {
    const isDraft = (document: TextDocument) => !document.isClosed && languages.match(draftSelector(), document) > 0;
    const active = window.activeTextEditor?.document;
    if (active && isDraft(active)) return active;
    // The pointer is in a pack or on the term card: the draft stays the one in view.
    if (this.document && isDraft(this.document)) return this.document;
    return window.visibleTextEditors.map(({ document }) => document).find(isDraft);
  }
}
