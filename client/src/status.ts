import { type Disposable, LanguageStatusSeverity, languages, window } from "vscode";
import { statusRequest } from "./protocol.ts";
import { draftSelector, type Server } from "./server.ts";

/** Most names of packs that fit beside the number of concepts. */
const mostNames = 3;

/** The entry of a draft in the language status: how many concepts are known, and from where. */
export class StatusItem implements Disposable {
  private readonly item = languages.createLanguageStatusItem("immunolex.status", draftSelector());

  constructor() {
    this.item.name = "Immunolex";
    this.item.text = "Immunolex";
  }

  /** Shows what holds for the document that is being edited. */
  async update(server: Server): Promise<void> {
    const { item } = this;
    item.selector = draftSelector();
    item.busy = server.state === "starting";
    item.severity = server.state === "failed" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = server.state === "failed" ? restart : showTerms;
    if (server.state === "failed") item.text = "Immunolex does not run";
    if (server.state !== "running") return;
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = await server.ask(statusRequest, uri === undefined ? {} : { uri });
    if (!status) return;
    item.text = `${status.concepts} concept${status.concepts === 1 ? "" : "s"} · ${listed(status.layers)}`;
    item.detail = status.checked ? "Immunolex" : "Immunolex does not check this document";
  }

  dispose(): void {
    this.item.dispose();
  }
}

const restart = { title: "Restart Server", command: "immunolex.restartServer" };
const showTerms = { title: "Show Terms", command: "immunolex.showTerminologySet" };

function listed(names: readonly string[]): string {
  if (names.length === 0) return "no packs";
  if (names.length <= mostNames) return names.join(", ");
  return `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`;
}
