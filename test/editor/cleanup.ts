import { constants } from "node:os";

const steps: (() => void)[] = [];

/**
 * Has `step` run when this process ends, however it ends: by returning, by an error, by Ctrl+C.
 * Steps run in reverse order and must be synchronous, since nothing is awaited at exit.
 */
export function atExit(step: () => void): void {
  if (steps.length === 0) {
    process.once("exit", runSteps);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => process.exit(128 + constants.signals[signal]));
    }
  }
  steps.push(step);
}

function runSteps(): void {
  for (const step of steps.reverse()) {
    try {
      step();
    } catch (error) {
      // One failing step must not keep the others from running.
      console.error(`While cleaning up: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
