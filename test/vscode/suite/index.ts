import { format } from "node:util";
import { options } from "./options.ts";

/** Shorter than the runner's limit, so that mocha still reports what has failed. */
const limitMs = 4 * 60_000;

/**
 * Runs the tests that the options name, and rejects unless all of them passed. VS Code calls it in
 * the extension host: the contract of `@vscode/test-electron`.
 */
export async function run(): Promise<void> {
  let problem: string | undefined;
  try {
    problem = await runTests();
  } catch (error) {
    // A test file that cannot be loaded, say.
    problem = error instanceof Error ? error.stack : String(error);
  }
  if (problem === undefined) return;
  print(problem);
  throw new Error(problem);
}

/** Runs the tests, and returns what is wrong with the result, if anything. */
async function runTests(): Promise<string | undefined> {
  // Imported and not required: mocha is an ES module, which not every supported VS Code can require.
  const { default: Mocha } = await import("mocha");
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({
    ui: "bdd",
    reporter: "spec",
    color: options.color,
    fgrep: options.grep,
    forbidOnly: options.forbidOnly,
    // Longer than any wait inside a test, so that the wait's own message is the one shown.
    timeout: 60_000,
    slow: 5_000,
  });
  // Brings describe() and it(), as mocha does before it loads a file; here the files are in the bundle.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const name of options.tests) await import(`./${name}.test.ts`);
  return new Promise((resolve) => {
    let late = false;
    const runner = mocha.run((failures) => {
      clearTimeout(timer);
      if (late) resolve(`The suite was stopped after ${limitMs / 1000} s.`);
      else if (!runner.stats?.tests) resolve("None of the editor's tests ran.");
      else if (failures > 0) resolve(`${failures} of the editor's tests failed.`);
      else if (runner.stats.passes === 0) resolve("All of the editor's tests were skipped.");
      else resolve(undefined);
    });
    const timer = setTimeout(() => {
      late = true;
      runner.abort();
    }, limitMs);
  });
}

/** Prints lines that the runner can tell from the editor's own logs. */
function print(...args: unknown[]): void {
  for (const line of format(...args).split("\n")) console.log((options.tag ?? "") + line);
}
