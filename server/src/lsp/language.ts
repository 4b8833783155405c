/** The language in which the server speaks. What it writes into a draft stays English, as drafts are. */
import german from "../../../l10n/server.l10n.de.json" with { type: "json" };
import { configureMessages, type MessageBundle } from "../core/index.ts";

/** By language; English needs none. */
const bundles: Readonly<Record<string, MessageBundle>> = { de: german };

/** Speaks the language of an editor's locale ("de", "de-AT"), or English where there are no words in it. */
export function speak(locale: string | undefined): void {
  const language = /^[a-z]+/.exec(locale?.toLowerCase() ?? "")?.[0];
  configureMessages({ contents: language === undefined ? undefined : bundles[language] });
}
