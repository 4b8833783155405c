/** Answers what can be mended safely in all drafts of a folder; client/src/protocol.ts has the same types on its side. */
import type { Connection, Range } from "vscode-languageserver";
import { allRules, fixAll, safeFixCounts } from "../core/index.ts";
import { toRange } from "./convert.ts";
import type { FolderDraft } from "./folder-drafts.ts";
import type { Guard } from "./guard.ts";
import type { Session } from "./session.ts";

/** What `immunolex/folderFixes` asks about: a folder, by its own address or that of a document in it. */
interface FolderParams {
  readonly uri: string;
}

/** The answer to `immunolex/folderFixes`, one for each rule that has something to mend, in the order of the rules; null if it failed. */
interface RuleFixes {
  readonly rule: string;
  readonly title: string;
  /** Findings in all drafts together, and the drafts that have one. */
  readonly places: number;
  readonly drafts: number;
}

/** What `immunolex/fixFolder` asks: the rules that are meant. */
interface FixFolderParams extends FolderParams {
  readonly rules: readonly string[];
}

/** The answer to `immunolex/fixFolder`, one for each draft that changes or fails. */
interface DraftFixes {
  readonly uri: string;
  /** In order and apart. The old text says whether the client has the same draft before it. */
  readonly edits: readonly { readonly range: Range; readonly oldText: string; readonly newText: string }[];
  /** Whether they could not be worked out; the log says why. */
  readonly failed?: true;
}

/** Has the connection answer these requests. The session exists from `initialize` on. */
export function answerFolderFixes(connection: Connection, guard: Guard, session: () => Session): void {
  connection.onRequest(
    "immunolex/folderFixes",
    guard.request<FolderParams, readonly RuleFixes[] | null>("folderFixes", null, async ({ uri }, token) => {
      const count = (one: FolderDraft) => guard.part(`folderFixes ${one.uri}`, () => safeFixCounts(one.draft));
      const drafts = await session().askDrafts(uri, count, token);
      const found = new Map<string, { places: number; drafts: number }>();
      for (const [rule, places] of drafts.flatMap((counts) => [...(counts ?? [])])) {
        const before = found.get(rule) ?? { places: 0, drafts: 0 };
        found.set(rule, { places: before.places + places, drafts: before.drafts + 1 });
      }
      // Nothing to mend is something that can be said of drafts alone that were looked through.
      if (found.size === 0 && drafts.includes(undefined)) return null;
      return allRules.flatMap(({ id, title }) => {
        const counts = found.get(id);
        return counts ? [{ rule: id, title, ...counts }] : [];
      });
    }),
  );
  connection.onRequest(
    "immunolex/fixFolder",
    guard.request<FixFolderParams, readonly DraftFixes[] | null>("fixFolder", null, async ({ uri, rules }, token) => {
      const wanted = new Set(rules);
      const drafts = await session().askDrafts(uri, (one) => fixesOrFailure(one, wanted, guard), token);
      return drafts.filter(({ edits, failed }) => failed || edits.length > 0);
    }),
  );
}

/** The fixes of a draft, or a word that they could not be worked out: one draft must not end a question about all. */
export function fixesOrFailure(one: FolderDraft, rules: ReadonlySet<string>, guard: Guard): DraftFixes {
  return guard.part(`fixFolder ${one.uri}`, () => fixesOf(one, rules)) ?? { uri: one.uri, edits: [], failed: true };
}

function fixesOf({ uri, draft }: FolderDraft, rules: ReadonlySet<string>): DraftFixes {
  const { document } = draft;
  const edits = fixAll(draft, (rule) => rules.has(rule))?.edits ?? [];
  const described = edits.map((edit) => ({
    range: toRange(document.lines, edit),
    oldText: document.slice(edit.from, edit.to),
    newText: edit.text,
  }));
  return { uri, edits: described };
}
