import { type Disposable, LanguageStatusSeverity, l10n, languages, window } from "vscode";
import { statusRequest } from "./protocol.ts";
import { draftSelector, type Server } from "./server.ts";
import { concepts } from "./wording.ts";

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
    if (server.state === "failed") item.text = l10n.t("Immunolex does not run");
    if (server.state !== "running") return;
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = await server.ask(statusRequest, uri === undefined ? {} : { uri });
    if (!status) return;
    item.text = `${concepts(status.concepts)} · ${listed(status.layers)}`;
    item.detail = status.checked ? "Immunolex" : l10n.t("Immunolex does not check this document");
  }

  dispose(): void {
    this.item.dispose();
  }
}

const restart = { title: l10n.t("Restart Server"), command: "immunolex.restartServer" };
const showTerms = { title: l10n.t("Show Terms"), command: "immunolex.showTerminologySet" };

function listed(names: readonly string[]): string {
  if (names.length === 0) return l10n.t("no packs");
  if (names.length <= mostNames) return names.join(", ");
  return l10n.t("{0} and {1} more", names.slice(0, mostNames).join(", "), names.length - mostNames);
}
