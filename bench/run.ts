/** `npm run bench`: keystrokes, cold start, throughput and memory, side by side in one run. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createTerminologySet, Draft, loadPrebuilt } from "../server/src/core/index.ts";
import { draftOf } from "./drafts.ts";
import { startBenchServer } from "./server.ts";

const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
const keystrokes = Number(process.env.KEYSTROKES ?? 300);
/** Keys typed before the clock counts, as a writer's first seconds warm the compiler. */
const warmUp = 200;
const terminology = new URL("../dist/terminology.json", import.meta.url);

/** Runs before the clock counts: the machine's compilers need some text to warm up on. */
function analyse(text: string): { ms: number; findings: number } {
  const { layer, language } = loadPrebuilt(JSON.parse(readFileSync(terminology, "utf8")));
  const set = createTerminologySet([layer], language);
  const start = performance.now();
  const findings = new Draft(text, "markdown", set).diagnostics().length;
  return { ms: performance.now() - start, findings };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

function best(run: () => number, times: number): number {
  return Math.min(...Array.from({ length: times }, run));
}

/** Types a sentence in the middle of the draft, one key at a time, each after the last one's diagnostics. */
async function typing(text: string): Promise<{ first: number; p50: number; p95: number; memory: number | undefined; findings: number }> {
  const server = await startBenchServer();
  const opened = performance.now();
  const findings = await server.open(text);
  const first = performance.now() - opened;
  const lines = text.split("\n");
  const middle = lines.findIndex((line, i) => i > lines.length / 2 && line.length > 200);
  const line = lines[middle] as string;
  const at = line.indexOf(" ", line.length / 2);
  const keys = " These autoantibodies bind an antigen of the host.";
  const times: number[] = [];
  for (let i = 0; i < warmUp + keystrokes; i++) {
    const start = performance.now();
    await server.type(middle, at + i, keys[i % keys.length] as string);
    if (i >= warmUp) times.push(performance.now() - start);
  }
  const memory = server.memory();
  await server.stop();
  times.sort((a, b) => a - b);
  return { first, p50: percentile(times, 0.5), p95: percentile(times, 0.95), memory, findings };
}

async function coldStart(text: string): Promise<number> {
  const start = performance.now();
  const server = await startBenchServer();
  await server.open(text);
  const ms = performance.now() - start;
  await server.stop();
  return ms;
}

const bare = () => {
  const start = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - start;
};

console.log(`Node ${process.version}, ${keystrokes} keystrokes a size after ${warmUp} to warm up, real server over stdio\n`);
console.log("draft     findings  open ms  key p50 ms  key p95 ms  memory MB  analysis MB/s");
for (let i = 0; i < 3; i++) analyse(draftOf(300_000));
for (const size of sizes) {
  const text = draftOf(size);
  const { first, p50, p95, memory, findings } = await typing(text);
  const ms = best(() => analyse(text).ms, size > 5_000_000 ? 1 : 5);
  const row = [`${size / 1000} KB`.padEnd(9), String(findings).padStart(8), first.toFixed(0).padStart(8), p50.toFixed(2).padStart(11)];
  row.push(p95.toFixed(2).padStart(11), (memory?.toFixed(0) ?? "?").padStart(10), (text.length / 1000 / ms).toFixed(1).padStart(14));
  console.log(row.join(" "));
}
const small = draftOf(10_000);
const starts: number[] = [];
const bares: number[] = [];
for (let i = 0; i < 7; i++) {
  starts.push(await coldStart(small));
  bares.push(bare());
}
const median = (times: number[]) =>
  percentile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
const spread = (times: number[]) => `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
console.log(
  `\ncold start to first diagnostics (10 KB): ${median(starts).toFixed(0)} ms (${spread(starts)}); bare Node: ${median(bares).toFixed(0)} ms (${spread(bares)})`,
);
console.log("The spread of bare Node's start shows how noisy this machine is at the moment.");
