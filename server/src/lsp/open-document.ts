import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { Draft, type TerminologySet } from "../core/index.ts";
import { applied, formatOf, type Source, sourceOf, toChanges } from "./convert.ts";
import { keyOf } from "./uris.ts";

let opened = 0;

/** A document that the editor has open: its text, and its draft where it is one to be checked. */
export class OpenDocument {
  readonly uri: string;
  /** The address as it is compared. */
  readonly key: string;
  readonly languageId: string;
  version: number;
  closed = false;
  /** Whether the editor shows findings that were sent unasked. */
  published = false;
  /** Set while a long reading goes on; it resolves when that is over. */
  ready: Promise<void> | undefined;
  private readonly id = ++opened;
  private revision = 0;
  private text: Source;
  private own: Draft | undefined;
  private set: TerminologySet | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.key = keyOf(uri);
    this.languageId = languageId;
    this.version = version;
    this.text = sourceOf(text);
  }

  /** Undefined until it was read, and for documents that are not checked. */
  get draft(): Draft | undefined {
    return this.own;
  }

  get source(): Source {
    return this.own?.document ?? this.text;
  }

  /** Names what the document is now; another text or terminology has another name. */
  get state(): string {
    return `${this.id}.${this.revision}`;
  }

  /** Takes in what the editor says has changed, one change after another. */
  change(version: number, events: readonly TextDocumentContentChangeEvent[]): void {
    const before = this.source;
    const changes = toChanges(before, events);
    this.version = version;
    this.revision++;
    if (!this.own) {
      this.text = applied(before, changes);
      return;
    }
    try {
      this.own.edit(changes);
    } catch (error) {
      // The text must stay in step with the editor, whatever becomes of its analysis.
      this.text = applied(before, changes);
      this.own = undefined;
      this.set = undefined;
      throw error;
    }
  }

  /** Whether the document is read under this terminology already. */
  reads(set: TerminologySet): boolean {
    return this.set === set;
  }

  /** Checks the document under a terminology set; costs a reading of the text if the set is another one. */
  useTerminology(set: TerminologySet): void {
    if (set === this.set) return;
    this.revision++;
    if (this.own) this.own.useTerminology(set);
    else this.own = new Draft(this.text.text, formatOf(this.languageId), set);
    this.set = set;
    // The draft keeps the text from now on.
    this.text = nothing;
  }

  /** Stops checking and keeps the text. */
  setAside(): void {
    if (!this.own) return;
    const { text, lines } = this.own.document;
    this.text = { text, lines };
    this.own = undefined;
    this.set = undefined;
    this.revision++;
  }
}

const nothing = sourceOf("");
