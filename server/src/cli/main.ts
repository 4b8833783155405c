/** The command line. What each command does is in the file of its name; here they get their words. */
import { Command, CommanderError, Option } from "commander";
import { version } from "../../../package.json";
import { listForms, listKinds } from "../core/index.ts";
import { type AnnotateOptions, annotate } from "./annotate.ts";
import { type CheckOptions, check } from "./check.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";
import { extensions } from "./inputs.ts";
import { type ListOptions, list } from "./list.ts";
import { type LookupOptions, lookup } from "./lookup.ts";
import { severities } from "./report-text.ts";
import { serve } from "./server.ts";
import { Terminal } from "./terminal.ts";
import { type TermsOptions, terms } from "./terms.ts";
import { messageOf } from "./trouble.ts";

const about = `
Terminology and settings come from immunolex.yaml and .immunolex/*.yaml, looked for upwards from each file.
Exit codes: 0 nothing found, 1 findings, 2 wrong usage or a file that cannot be read or written.

Examples:
  immunolex check draft.md
  immunolex check --fix manuscript/
  immunolex lookup molecular mimicry
  immunolex terms draft.md`;

const checkExamples = `
Without a path, the current folder is checked: ${extensions.map((e) => `*${e}`).join(", ")}.

Examples:
  immunolex check draft.md
  immunolex check --explain manuscript/          with definitions under the findings
  immunolex check 'chapters/**/*.qmd'
  immunolex check --fix draft.md                 mends what is safe to mend
  pandoc draft.docx -t markdown | immunolex check -
  immunolex check --format json --fail-on hint   for programs`;

const annotateExamples = `
Examples:
  immunolex annotate draft.md
  immunolex annotate --input jsonl --plain-text < abstracts.jsonl`;

const lookupExamples = `
Examples:
  immunolex lookup HLA
  immunolex lookup molecular mimicry
  immunolex lookup Treg --format json`;

const listExamples = `
Examples:
  immunolex list draft.md
  immunolex list draft.md --what glossary --form definitionList
  immunolex list draft.md --form html > abbreviations.html   for Word
  immunolex list draft.md --form tbx > terms.tbx             for terminology tools`;

const terminal = new Terminal(process.stdout, process.stderr, process.env);

// A reader that has seen enough, such as `head`, ends the work without a word.
process.stdout.on("error", () => process.exit(exitCode.trouble));
process.stderr.on("error", () => process.exit(exitCode.trouble));

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  try {
    await commands((result) => {
      code = result;
    }).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.trouble;
    terminal.trouble(messageOf(error));
    return exitCode.trouble;
  }
}

function commands(done: (code: ExitCode) => void): Command {
  const program = new Command("immunolex")
    .description("Definitions and consistency checks for immunology manuscripts.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("Add --help to see what this command takes.")
    .exitOverride()
    .addHelpText("after", about);

  program
    .command("check")
    .description("report inconsistent terms, abbreviations and spelling")
    .argument("[path...]", "files, folders, globs, or - for standard input")
    .addOption(format())
    .option("--fix", "apply the fixes that are safe; with -, print the fixed text")
    .addOption(new Option("--fail-on <severity>", "the least severity that makes the exit code 1").choices(severities).default("warning"))
    .option("--explain", "show the definition of the concept a finding is about")
    .addOption(plainText())
    .addHelpText("after", checkExamples)
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, terminal)));

  program
    .command("annotate")
    .description("write the abbreviations and terms of each text as one line of JSON")
    .argument("[path...]", "files, folders, globs, or - for standard input")
    .addOption(
      new Option("--input <kind>", 'what is read: texts, or lines of JSON, {"id", "text"} each').choices(["text", "jsonl"]).default("text"),
    )
    .addOption(plainText())
    .addHelpText("after", annotateExamples)
    .action(async (paths: string[], options: AnnotateOptions) => done(await annotate(paths, options, terminal)));

  program
    .command("lookup")
    .description("tell what is known about a term")
    .argument("<term...>", "one or more names, abbreviations or symbols")
    .addOption(format())
    .addHelpText("after", lookupExamples)
    .action(async (words: string[], options: LookupOptions) => done(await lookup(words, options, terminal)));

  program
    .command("terms")
    .description("list the concepts of a draft: how often, how written, from where")
    .argument("<path>", "a file, or - for standard input")
    .addOption(format())
    .addOption(plainText())
    .action(async (path: string, options: TermsOptions) => done(await terms(path, options, terminal)));

  program
    .command("list")
    .description("write the abbreviation list or the glossary that a draft needs")
    .argument("<path>", "a file, or - for standard input")
    .addOption(new Option("--what <list>", "which list").choices(listKinds).default("abbreviations"))
    .addOption(new Option("--form <form>", "in which form").choices(listForms).default("table"))
    .option("--minimum-uses <number>", "list what is used so often; without it, minimumUses of the settings")
    .addOption(plainText())
    .addHelpText("after", listExamples)
    .action(async (path: string, options: ListOptions) => done(await list(path, options, terminal)));

  for (const command of program.commands) addTerminologyOptions(command);

  program
    .command("server")
    .description("run the language server for an editor")
    .requiredOption("--stdio", "speak over standard input and output")
    .action(serve);

  return program;
}

function format(): Option {
  return new Option("--format <format>", "for people, or for programs").choices(["text", "json"]).default("text");
}

function plainText(): Option {
  return new Option("--plain-text", "take every text as it is, not as Markdown (always so for .txt)");
}

function addTerminologyOptions(command: Command): void {
  command
    .option("--terminology <file>", "add a pack of terms; may be repeated", (file, files: string[] = []) => [...files, file])
    .option("--no-builtin", "leave out the built-in terminology")
    .option("--config <file>", "take settings from this file, not from the nearest immunolex.yaml");
}
