/** Answers what can be mended safely in all drafts of a folder; client/src/protocol.ts has the same types on its side. */
import type { Connection, Range } from "vscode-languageserver";
import { allRules, fixAll, safeFixCounts } from "../core/index.ts";
import { toRange } from "./convert.ts";
import type { Guard } from "./guard.ts";
import type { DocumentParams } from "./requests.ts";
import type { Session } from "./session.ts";

/** The answer to `immunolex/folderFixes`, one for each rule that has something to mend, in the order of the rules. */
interface RuleFixes {
  readonly rule: string;
  readonly title: string;
  /** Findings in all drafts together, and the drafts that have one. */
  readonly places: number;
  readonly drafts: number;
}

/** What `immunolex/fixFolder` asks: the folder, by its own address or that of a document in it, and the rules that are meant. */
interface FixFolderParams extends DocumentParams {
  readonly rules: readonly string[];
}

/** The answer to `immunolex/fixFolder`, one for each draft that changes. */
interface DraftFixes {
  readonly uri: string;
  /** In order and apart. The old text says whether the client has the same draft before it. */
  readonly edits: readonly { readonly range: Range; readonly oldText: string; readonly newText: string }[];
}

/** Has the connection answer these requests. The session exists from `initialize` on. */
export function answerFolderFixes(connection: Connection, guard: Guard, session: () => Session): void {
  connection.onRequest(
    "immunolex/folderFixes",
    guard.request<DocumentParams, readonly RuleFixes[]>("folderFixes", [], async ({ uri }, token) => {
      const found = new Map<string, { places: number; drafts: number }>();
      for await (const { draft } of session().draftsAround(uri, token)) {
        for (const [rule, places] of safeFixCounts(draft)) {
          const before = found.get(rule) ?? { places: 0, drafts: 0 };
          found.set(rule, { places: before.places + places, drafts: before.drafts + 1 });
        }
      }
      return allRules.flatMap(({ id, title }) => {
        const counts = found.get(id);
        return counts ? [{ rule: id, title, ...counts }] : [];
      });
    }),
  );
  connection.onRequest(
    "immunolex/fixFolder",
    guard.request<FixFolderParams, readonly DraftFixes[]>("fixFolder", [], async ({ uri, rules }, token) => {
      const wanted = new Set(rules);
      const fixes: DraftFixes[] = [];
      for await (const { uri: at, draft } of session().draftsAround(uri, token)) {
        const { document } = draft;
        const edits = fixAll(draft, (rule) => wanted.has(rule))?.edits ?? [];
        const described = edits.map((edit) => ({
          range: toRange(document.lines, edit),
          oldText: document.slice(edit.from, edit.to),
          newText: edit.text,
        }));
        if (described.length > 0) fixes.push({ uri: at, edits: described });
      }
      return fixes;
    }),
  );
}
