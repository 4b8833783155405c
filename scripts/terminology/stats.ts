/** `npm run terminology:stats`: writes the table of statistics into terminology/README.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { statisticsTable, withStatistics } from "./statistics.ts";
import { loadTerminology, shownPath } from "./terminology.ts";

const path = fileURLToPath(new URL("../../terminology/README.md", import.meta.url));
const readme = readFileSync(path, "utf8");
const updated = withStatistics(readme, statisticsTable(loadTerminology()));
if (updated !== readme) writeFileSync(path, updated);
console.log(`${shownPath(path)}: ${updated === readme ? "up to date" : "statistics updated"}`);
