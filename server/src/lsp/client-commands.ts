/**
 * Commands that only our own client has. It names those it has when it starts the server (`commands`); to any other editor
 * none is offered. Their arguments, and what is done without them: client/src/hover-commands.ts.
 */
import type { Command } from "vscode-languageserver";
import type { ActionAddress, Lines, Range } from "../core/index.ts";
import { toRange } from "./convert.ts";

/** By what they do. */
const names = { termCard: "immunolex.showTermCard", allUses: "immunolex.showUses", rename: "immunolex.renameTerm" } as const;

/** The commands that a client has said it has. */
export class ClientCommands {
  private readonly known: ReadonlySet<unknown>;

  /** `commands` is whatever the client has sent. */
  constructor(commands: unknown) {
    this.known = new Set(Array.isArray(commands) ? commands : []);
  }

  /** What a hover over a document offers to do; undefined where the client can do none of it. */
  hoverActions(uri: string, lines: Lines): ActionAddress | undefined {
    if (!Object.values(names).some((name) => this.known.has(name))) return undefined;
    return (action) => {
      const name = names[action.kind];
      if (!this.known.has(name)) return undefined;
      if (action.kind === "termCard") return addressOf(name, [action.id, uri]);
      return addressOf(name, [{ uri, position: toRange(lines, { from: action.offset, to: action.offset }).start }]);
    };
  }

  /** The command of a line above a definition. Without a name for it, its title is text that cannot be clicked. */
  showUses(title: string, uri: string, lines: Lines, at: Range, abbreviation: string | undefined): Command {
    const command = names.allUses;
    if (abbreviation === undefined || !this.known.has(command)) return { title, command: "" };
    return { title, command, arguments: [{ uri, position: toRange(lines, at).start, abbreviation }] };
  }
}

/** A link that runs a command. */
function addressOf(command: string, args: readonly unknown[]): string {
  // Editors decode the arguments once or twice; with a percent sign written as JSON may, both come to the same.
  return `command:${command}?${encodeURIComponent(JSON.stringify(args).replaceAll("%", "\\u0025"))}`;
}
