import { type Disposable, env, l10n, type Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { DraftInView } from "./draft-in-view.ts";
import { type TermCard, termCardRequest } from "./protocol.ts";
import type { Server } from "./server.ts";
import { type CardMessage, cardPage } from "./term-card-page.ts";
import { reveal, said, toRange } from "./walk.ts";

/** Most cards that one can go back to. */
const mostBack = 50;

/** The panel with all that is known of a concept. There is one; another card takes the place of the one it shows. */
export class TermCardPanel implements Disposable {
  private readonly server: Server;
  private readonly draft: DraftInView;
  private panel: WebviewPanel | undefined;
  private card: TermCard | undefined;
  /** The draft whose places the card lists, and its version then. */
  private of: { readonly uri: Uri; readonly version: number } | undefined;
  /** Concepts shown before, the last one last, each with the draft that it was shown for. */
  private before: { readonly id: string; readonly uri: Uri | undefined }[] = [];

  constructor(server: Server, draft: DraftInView) {
    this.server = server;
    this.draft = draft;
  }

  /** The page that is shown; for tests, which cannot look into a panel. */
  get page(): string | undefined {
    return this.panel?.webview.html;
  }

  /** Shows the card of a concept, as a document uses it: by default the one in view. */
  async show(id: string, uri = this.draft.uri): Promise<void> {
    const shown = this.card && { id: this.card.id, uri: this.of?.uri };
    if (!(await this.load({ id }, uri))) {
      void window.showInformationMessage(l10n.t("This concept is no longer known."));
      return;
    }
    if (shown && shown.id !== id && this.panel) this.before = [...this.before, shown].slice(-mostBack);
    this.display();
  }

  /** Shows the card of what stands at the cursor. */
  async showAtCursor(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) {
      void window.showInformationMessage(l10n.t("Put the cursor on a term of a draft first."));
      return;
    }
    const { line, character } = editor.selection.active;
    const card = await this.server.ask(termCardRequest, { uri: editor.document.uri.toString(), position: { line, character } });
    if (card) await this.show(card.id, editor.document.uri);
    else void window.showInformationMessage(l10n.t("No known term stands at the cursor. “Look Up Term…” searches the whole terminology."));
  }

  /** Follows a link of the card. */
  async follow(message: unknown): Promise<void> {
    if (!isMessage(message)) return;
    if ("open" in message) await this.show(message.open, this.of?.uri);
    else if ("back" in message) await this.goBack();
    else await this.showPlace(message.place);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private async goBack(): Promise<void> {
    const last = this.before.pop();
    if (!last) return;
    if (await this.load(last, last.uri)) this.display();
    else void window.showInformationMessage(l10n.t("This concept is no longer known."));
  }

  /** Selects a place of the list. Where the draft was edited meanwhile, the card is made anew first. */
  private async showPlace(index: number): Promise<void> {
    const { card, of } = this;
    if (!card || !of) return;
    const wanted = card.places[index];
    if (!wanted) return;
    let place: Place | undefined = wanted;
    if ((await workspace.openTextDocument(of.uri)).version !== of.version) {
      if (await this.load(card, of.uri)) this.display();
      place = samePlace(wanted, this.card?.places ?? []);
    }
    if (place) await reveal(of.uri, toRange(place.range), false);
    else window.setStatusBarMessage(l10n.t("It stands nowhere in the draft any more."), said);
  }

  /** Loads the card of a concept as a document uses it: by default the one in view. */
  private async load({ id }: { readonly id: string }, uri = this.draft.uri): Promise<boolean> {
    const version = uri && workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.version;
    const card = await this.server.ask(termCardRequest, { id, ...(uri ? { uri: uri.toString() } : {}) });
    if (!card) return false;
    this.card = card;
    this.of = uri && version !== undefined ? { uri, version } : undefined;
    return true;
  }

  private display(): void {
    if (!this.card) return;
    const panel = this.panel ?? this.open();
    panel.title = this.card.term;
    panel.webview.html = cardPage(this.card, {
      nonce: nonce(),
      t: (message, ...args) => l10n.t(message, ...args),
      language: env.language,
      back: this.before.length > 0,
    });
    panel.reveal();
  }

  private open(): WebviewPanel {
    // The page bears its own style and script, so that it need not reach any file.
    const options = { enableScripts: true, enableForms: false, localResourceRoots: [] };
    const panel = window.createWebviewPanel("immunolex.termCard", "", ViewColumn.Beside, options);
    panel.webview.onDidReceiveMessage((message) => this.follow(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.before = [];
    });
    this.panel = panel;
    return panel;
  }
}

type Place = TermCard["places"][number];

/** The place with the same words, of several the one nearest to where it was: an edit moves places and counts. */
function samePlace({ range, before, text, after }: Place, places: readonly Place[]): Place | undefined {
  const away = (place: Place) => Math.abs(place.range.start.line - range.start.line);
  const alike = places.filter((place) => place.text === text && place.before === before && place.after === after);
  return alike.sort((a, b) => away(a) - away(b))[0];
}

function isMessage(value: unknown): value is CardMessage {
  if (typeof value !== "object" || value === null) return false;
  const { open, place, back } = value as Record<string, unknown>;
  return typeof open === "string" || (typeof place === "number" && Number.isSafeInteger(place)) || back === true;
}

/** 128 bits that nobody can guess, the same on a desktop and in a browser. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
